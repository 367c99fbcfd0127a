// Relationships whose type says all the words searched for: "frozen" finds nothing, "froze" finds FROZE_ASSETS_OF.
// Parameters: words (list of strings): in lower case; limit (integer): most relationships to give.
// Columns: source (the node where the relationship starts), relationship, target (the node it points to).
// Order: as the store holds them.

CALL db.relationshipTypes() YIELD relationshipType
WITH relationshipType, toLower(replace(relationshipType, '_', ' ')) AS phrase
WHERE relationshipType <> 'FROM' AND all(word IN $words WHERE phrase CONTAINS word)
WITH collect(relationshipType) AS types
WHERE types <> []
MATCH (source)-[relationship]->(target)
WHERE type(relationship) IN types
RETURN source, relationship, target
LIMIT $limit
