// The relationships among these nodes.
// Parameters: ids (list of strings): element ids of the nodes; known (list of strings): ids or element ids of
//   relationships not to give; limit (integer): most relationships to give.
// Columns: relationship, omitted (relationships after these, the same on every row).
// Order: by id.

MATCH (node)-[relationship]->(other)
WHERE elementId(node) IN $ids AND elementId(other) IN $ids
  AND NOT coalesce(relationship.id, elementId(relationship)) IN $known AND NOT elementId(relationship) IN $known
WITH relationship ORDER BY coalesce(relationship.id, elementId(relationship))
WITH collect(relationship) AS found
UNWIND found[..$limit] AS relationship
RETURN relationship, size(found) - size(found[..$limit]) AS omitted
