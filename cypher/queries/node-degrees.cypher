// How many relationships of each type leave a node and reach it. One that starts and ends at the node counts as both.
// Parameters: elementId (string): of the node.
// Columns: type, direction ('out' or 'in'), count.
// Order: most first, then by type and direction.

MATCH (node) WHERE elementId(node) = $elementId
CALL (node) {
  MATCH (node)-[relationship]->()
  RETURN type(relationship) AS type, 'out' AS direction, count(*) AS count
  UNION ALL
  MATCH (node)<-[relationship]-()
  RETURN type(relationship) AS type, 'in' AS direction, count(*) AS count
}
RETURN type, direction, count
ORDER BY count DESC, type, direction
