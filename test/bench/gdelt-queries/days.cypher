// How many claims on each day, and of how many actors?
MATCH (actor:Actor)-[claim]->()
RETURN claim.date AS day, count(*) AS claims, count(DISTINCT actor) AS actors
ORDER BY day
