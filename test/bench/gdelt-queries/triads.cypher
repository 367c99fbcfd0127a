// Circles of three in which each accuses the next, by name of the first.
MATCH (one:Actor)-[:ACCUSED]->(two:Actor)-[:ACCUSED]->(three:Actor)-[:ACCUSED]->(one)
WHERE one.id < two.id AND one.id < three.id
RETURN one.id AS first, count(*) AS circles
ORDER BY circles DESC, first
LIMIT 25
