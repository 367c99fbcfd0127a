// The nodes with these ids: `id` properties or element ids. Kinds with an index are asked first; only where some are
// not found so is the whole graph read.
// Parameters: ids (list of strings).
// Columns: node.
// Order: none.

CALL () {
  MATCH (node:Actor) WHERE node.id IN $ids RETURN node
  UNION MATCH (node:Event) WHERE node.id IN $ids RETURN node
  UNION MATCH (node:Place) WHERE node.id IN $ids RETURN node
  UNION MATCH (node:Source) WHERE node.id IN $ids RETURN node
  UNION MATCH (node:Evidence) WHERE node.id IN $ids RETURN node
  UNION MATCH (node) WHERE elementId(node) IN $ids RETURN node
}
WITH collect(node) AS found
CALL (found) {
  UNWIND found AS node
  RETURN node
  UNION
  WITH found WHERE size(found) < size($ids)
  MATCH (node) WHERE node.id IN $ids
  RETURN node
}
RETURN node
