// How much there is to draw: what `overview` would give without a limit.
// Columns: nodes, relationships (integers).
// Order: one row.

CALL () {
  MATCH (hidden:Evidence|Source)
  OPTIONAL MATCH (hidden)-[relationship]-()
  RETURN count(DISTINCT hidden) AS hiddenNodes, count(DISTINCT relationship) AS hiddenRelationships
}
RETURN COUNT { MATCH (node) } - hiddenNodes AS nodes,
  COUNT { MATCH ()-[relationship]->() } - hiddenRelationships AS relationships
