// The relationships that start at these nodes.
// Parameters: ids (list of strings): element ids of nodes.
// Columns: relationship.
// Order: none.

MATCH (node)-[relationship]->()
WHERE elementId(node) IN $ids
RETURN relationship
