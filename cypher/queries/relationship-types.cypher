// Which relationship types are in use.
// Columns: type.
// Order: by name.

CALL db.relationshipTypes() YIELD relationshipType AS type
RETURN type
ORDER BY type
