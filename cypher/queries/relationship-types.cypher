// Which relationship types are in use, and how many relationships have each.
// Columns: type, count.
// Order: by name.

MATCH ()-[relationship]->()
RETURN type(relationship) AS type, count(*) AS count
ORDER BY type
