// Claims that say the words searched for: what was urged, promised or warned of, and who is said to say so.
// Parameters: q (string): a query in Lucene's syntax; limit (integer): most hits to give.
// Columns: source (the node where the claim starts), relationship, target (the node it points to), score (float).
// Order: best first, then by id.

CALL db.index.fulltext.queryRelationships('claims_search', $q, { limit: $limit }) YIELD relationship, score
RETURN startNode(relationship) AS source, relationship, endNode(relationship) AS target, score
ORDER BY score DESC, relationship.id
