// How many claims name a source and rest on none of its quotes: those of a data set.
// Parameters: id (string): of the source.
// Columns: claims (integer).
// Order: one row.

MATCH ()-[claim]->()
WHERE claim.source = $id AND (
  claim.evidence IS NULL
  OR NOT EXISTS { MATCH (quote:Evidence)-[:FROM]->(:Source { id: $id }) WHERE quote.id IN claim.evidence }
)
RETURN count(*) AS claims
