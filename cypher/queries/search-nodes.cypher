// Actors, events, places and sources whose name, alias, role, title or summary holds the words searched for.
// Parameters: q (string): a query in Lucene's syntax; limit (integer): most hits to give.
// Columns: node, score (float).
// Order: best first, then by id.

CALL db.index.fulltext.queryNodes('nodes_search', $q, { limit: $limit }) YIELD node, score
RETURN node, score
ORDER BY score DESC, node.id
