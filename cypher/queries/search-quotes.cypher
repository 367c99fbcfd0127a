// Quotes that hold the words searched for, each with the claims that rest on it. The claims come from the index of what
// claims rest on; only for a quote that it knows no claim of (a type of the user's own) are all relationships read.
// Parameters: q (string): a query in Lucene's syntax; limit (integer): most quotes to give.
// Columns: evidence (the quote's node), source (the node where the claim starts), relationship, target (the node it
//   points to), score (float, of the quote).
// Order: best quote first, then by the ids of quote and claim.

CALL db.index.fulltext.queryNodes('quotes_search', $q, { limit: $limit }) YIELD node, score
WITH collect({ evidence: node, score: score }) AS quotes, collect(node.id) AS ids
WHERE ids <> []
WITH quotes, ids,
  reduce(any = '', id IN ids | any + ' "' + replace(replace(id, '\\', '\\\\'), '"', '\\"') + '"') AS phrases
CALL (phrases) {
  CALL db.index.fulltext.queryRelationships('claims_evidence', phrases, { limit: $limit * 20 }) YIELD relationship
  RETURN collect(relationship) AS indexed
}
WITH quotes, indexed, [id IN ids WHERE NOT any(claim IN indexed WHERE id IN claim.evidence)] AS others
CALL (indexed, others) {
  UNWIND indexed AS relationship
  RETURN relationship
  UNION
  WITH others WHERE others <> []
  MATCH ()-[relationship]->()
  WHERE any(id IN relationship.evidence WHERE id IN others)
  RETURN relationship
}
UNWIND quotes AS quote
WITH quote.evidence AS evidence, relationship, quote.score AS score
WHERE evidence.id IN relationship.evidence
RETURN evidence, startNode(relationship) AS source, relationship, endNode(relationship) AS target, score
ORDER BY score DESC, evidence.id, relationship.id
