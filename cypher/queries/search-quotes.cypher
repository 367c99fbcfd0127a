// Quotes that hold the words searched for, each with the claims that rest on it.
// Parameters: q (string): a query in Lucene's syntax; limit (integer): most quotes to give.
// Columns: evidence (the quote's node), source (the node where the claim starts), relationship, target (the node it
//   points to), score (float, of the quote).
// Order: best quote first, then by the ids of quote and claim.

CALL db.index.fulltext.queryNodes('quotes_search', $q, { limit: $limit }) YIELD node, score
WITH collect({ evidence: node, score: score }) AS quotes, collect(node.id) AS ids
MATCH (source)-[relationship]->(target)
WHERE any(id IN relationship.evidence WHERE id IN ids)
UNWIND quotes AS quote
WITH quote.evidence AS evidence, source, relationship, target, quote.score AS score
WHERE evidence.id IN relationship.evidence
RETURN evidence, source, relationship, target, score
ORDER BY score DESC, evidence.id, relationship.id
