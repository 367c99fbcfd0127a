// How large the graph is.
// Columns: nodes, relationships (integers).
// Order: one row.

RETURN COUNT { MATCH (node) } AS nodes, COUNT { MATCH ()-[relationship]->() } AS relationships
