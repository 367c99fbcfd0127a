// One node by its id: the `id` property, or the element id. Kinds with an index are asked first; only where none of
// them knows the id is the whole graph read.
// Parameters: id (string).
// Columns: node.
// Order: one row, or none.

CALL () {
  MATCH (node:Actor { id: $id }) RETURN node
  UNION MATCH (node:Event { id: $id }) RETURN node
  UNION MATCH (node:Place { id: $id }) RETURN node
  UNION MATCH (node:Source { id: $id }) RETURN node
  UNION MATCH (node:Evidence { id: $id }) RETURN node
  UNION MATCH (node) WHERE elementId(node) = $id RETURN node
}
WITH collect(node) AS found
CALL (found) {
  UNWIND found AS node
  RETURN node
  UNION
  WITH found WHERE found = []
  MATCH (node) WHERE node.id = $id
  RETURN node
}
RETURN node
LIMIT 1
