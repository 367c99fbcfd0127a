// The claims that rest on any of these quotes.
// Parameters: ids (list of strings): of the quotes; limit (integer): most claims to give.
// Columns: source (the node where the claim starts), relationship, target (the node it points to), omitted (claims after
//   these, the same on every row).
// Order: by the claim's id.

MATCH (source)-[relationship]->(target)
WHERE any(id IN relationship.evidence WHERE id IN $ids)
WITH source, relationship, target ORDER BY coalesce(relationship.id, elementId(relationship))
WITH collect({ source: source, relationship: relationship, target: target }) AS rest
UNWIND rest[..$limit] AS row
RETURN row.source AS source, row.relationship AS relationship, row.target AS target,
  size(rest) - size(rest[..$limit]) AS omitted
