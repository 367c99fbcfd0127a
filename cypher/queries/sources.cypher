// Which sources there are, and how much rests on each.
// Parameters: limit (integer): most sources to give.
// Columns: source (its node), quotes (integer: quotes taken from it), claims (integer: claims that rest on one of its
//   quotes, or were loaded from it as a data set), omitted (sources after these, the same on every row).
// Order: most claims first, then by id.

CALL () {
  MATCH (source:Source)
  RETURN source, 0 AS claims
  UNION ALL
  MATCH ()-[claim]->()
  WHERE claim.evidence IS NOT NULL
  UNWIND claim.evidence AS id
  MATCH (:Evidence { id: id })-[:FROM]->(source:Source)
  RETURN source, count(DISTINCT claim) AS claims
  UNION ALL
  MATCH ()-[claim]->()
  WHERE claim.source IS NOT NULL AND (
    claim.evidence IS NULL
    OR NOT EXISTS { MATCH (quote:Evidence)-[:FROM]->(:Source { id: claim.source }) WHERE quote.id IN claim.evidence }
  )
  WITH claim.source AS id, count(*) AS claims
  MATCH (source:Source { id: id })
  RETURN source, claims
}
WITH source, sum(claims) AS claims
ORDER BY claims DESC, source.id
WITH collect({ source: source, claims: claims }) AS rest
UNWIND rest[..$limit] AS row
WITH row.source AS source, row.claims AS claims, size(rest) - size(rest[..$limit]) AS omitted
RETURN source, COUNT { (source)<-[:FROM]-(:Evidence) } AS quotes, claims, omitted
