// The nodes that are joined to all of these, whichever way. Quotes and sources are none.
// Parameters: ids (list of strings): element ids of the nodes, at least two; limit (integer): most neighbours to give.
// Columns: node (the neighbour), relationships (list: all that join it to the nodes, in id order), omitted (neighbours
//   after these, the same on every row).
// Order: most relationships first, then by the neighbour's id.

MATCH (node)-[relationship]-(neighbour)
WHERE elementId(node) IN $ids AND NOT elementId(neighbour) IN $ids AND NOT (neighbour:Evidence OR neighbour:Source)
WITH neighbour, node, relationship ORDER BY coalesce(relationship.id, elementId(relationship))
WITH neighbour, count(DISTINCT node) AS joined, collect(relationship) AS relationships
WHERE joined = size($ids)
WITH neighbour, relationships ORDER BY size(relationships) DESC, coalesce(neighbour.id, elementId(neighbour))
WITH collect({ node: neighbour, relationships: relationships }) AS found
UNWIND found[..$limit] AS row
RETURN row.node AS node, row.relationships AS relationships, size(found) - size(found[..$limit]) AS omitted
