// How many actors are within two steps of consulting, from each of those who consult most?
MATCH (actor:Actor)-[claim:CONSULTED]->()
WITH actor, count(claim) AS claims
ORDER BY claims DESC, actor.id
LIMIT 10
MATCH (actor)-[:CONSULTED]->()-[:CONSULTED]->(other:Actor)
RETURN actor.id AS actor, count(DISTINCT other) AS reached
ORDER BY reached DESC, actor
