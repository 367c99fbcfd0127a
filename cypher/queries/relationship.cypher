// One relationship with both ends: by its element id at once, or by its `id` property after a pass over all.
// Parameters: id (string).
// Columns: source (the node where it starts), relationship, target (the node it points to).
// Order: one row, or none.

CALL () {
  OPTIONAL MATCH ()-[byElementId]->() WHERE elementId(byElementId) = $id
  RETURN byElementId
}
CALL (byElementId) {
  WITH byElementId WHERE byElementId IS NOT NULL
  RETURN byElementId AS relationship
  UNION
  WITH byElementId WHERE byElementId IS NULL
  MATCH ()-[relationship]->() WHERE relationship.id = $id
  RETURN relationship
}
RETURN startNode(relationship) AS source, relationship, endNode(relationship) AS target
LIMIT 1
