// A node's neighbours and what joins them to it, page by page. Quotes and sources are neighbours of each other only.
// Parameters: elementId (string): of the node; types (list of strings, or null): only relationships of these types;
//   direction (string): 'out', 'in' or 'both'; after (string, or null): only neighbours whose id comes after this;
//   limit (integer): most neighbours to give.
// Columns: node (the neighbour; the node itself where a relationship starts and ends at it), relationships (list: all
//   that join the two, in id order), omitted (neighbours after this page), left (list of maps of type, direction and
//   count: what joins those neighbours to the node, most first; one that starts and ends at the node goes out; the last
//   two are the same on every row).
// Order: by the neighbour's id, its element id where it has none.

MATCH (node) WHERE elementId(node) = $elementId
MATCH (node)-[relationship]-(neighbour)
WHERE ($types IS NULL OR type(relationship) IN $types)
  AND ($direction <> 'out' OR startNode(relationship) = node)
  AND ($direction <> 'in' OR endNode(relationship) = node)
  AND (node:Evidence OR node:Source OR NOT (neighbour:Evidence OR neighbour:Source))
WITH node, neighbour, relationship ORDER BY coalesce(relationship.id, elementId(relationship))
WITH node, neighbour, coalesce(neighbour.id, elementId(neighbour)) AS id, collect(relationship) AS relationships
WHERE $after IS NULL OR id > $after
WITH node, neighbour, relationships ORDER BY id
WITH node, collect({ node: neighbour, relationships: relationships }) AS rest
WITH rest, COLLECT {
  UNWIND rest[$limit..] AS later
  UNWIND later.relationships AS relationship
  WITH type(relationship) AS type,
    CASE WHEN startNode(relationship) = node THEN 'out' ELSE 'in' END AS direction,
    count(*) AS count
  ORDER BY count DESC, type, direction
  RETURN { type: type, direction: direction, count: count }
} AS left
UNWIND rest[..$limit] AS row
RETURN row.node AS node, row.relationships AS relationships, size(rest) - size(rest[..$limit]) AS omitted, left
