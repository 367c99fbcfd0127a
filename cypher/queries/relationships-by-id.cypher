// The relationships with these ids: `id` properties or element ids. Reads every relationship.
// Parameters: ids (list of strings).
// Columns: relationship.
// Order: none.

MATCH ()-[relationship]->()
WHERE relationship.id IN $ids OR elementId(relationship) IN $ids
RETURN relationship
