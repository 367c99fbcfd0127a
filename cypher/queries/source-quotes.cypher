// The quotes taken from a source, as they come in it.
// Parameters: elementId (string): of the source; limit (integer): most quotes to give.
// Columns: evidence (the quote's node), omitted (quotes after these, the same on every row).
// Order: by paragraph, then by their place in the source where it is known (`position`), then by id.

MATCH (source) WHERE elementId(source) = $elementId
MATCH (evidence:Evidence)-[:FROM]->(source)
WITH evidence ORDER BY evidence.paragraph, evidence.position, evidence.id
WITH collect(evidence) AS rest
UNWIND rest[..$limit] AS evidence
RETURN evidence, size(rest) - size(rest[..$limit]) AS omitted
