// Quotes with these ids, each with what it is quoted from.
// Parameters: ids (list of strings): ids of Evidence nodes; what has none of them is left out.
// Columns: evidence, source (null where it is not known).
// Order: by id.

UNWIND $ids AS id
MATCH (evidence:Evidence {id: id})
OPTIONAL MATCH (evidence)-[:FROM]->(source:Source)
RETURN DISTINCT evidence, source
ORDER BY evidence.id
