// The shortest paths between two nodes, whichever way their relationships point. Parallel relationships make paths of
// their own. Nothing where the two are one and the same, or further apart than 15 steps, the most that is searched.
// Parameters: from (string): element id; to (string): element id; maxHops (integer): longest path to give, 1 to 15;
//   limit (integer): most paths to give.
// Columns: path (walked from the first node to the second).
// Order: all are of one length; those that are given, by the ids along them.

MATCH (from) WHERE elementId(from) = $from
MATCH (to) WHERE elementId(to) = $to AND to <> from
MATCH path = allShortestPaths((from)-[*..15]-(to))
WITH path
WHERE length(path) <= $maxHops
LIMIT $limit
RETURN path
ORDER BY [node IN nodes(path) | coalesce(node.id, elementId(node))],
  [relationship IN relationships(path) | coalesce(relationship.id, elementId(relationship))]
