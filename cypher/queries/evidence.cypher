// What a claim rests on: its quotes, each with its source; for a claim from a data set, the source alone.
// Parameters: elementId (string): of the relationship.
// Columns: evidence (the quote's node, or null), source (the node of what it is quoted from, or of the data set).
// Order: as the claim lists its evidence.

MATCH ()-[claim]->() WHERE elementId(claim) = $elementId
WITH claim.source AS dataset, coalesce(claim.evidence, []) AS ids
CALL (ids, dataset) {
  UNWIND range(0, size(ids) - 1) AS position
  MATCH (evidence:Evidence { id: ids[position] })
  OPTIONAL MATCH (evidence)-[:FROM]->(source:Source)
  RETURN evidence, source, position
  UNION ALL
  MATCH (source:Source { id: dataset })
  RETURN null AS evidence, source, size(ids) AS position
}
RETURN evidence, source
ORDER BY position, source.id
