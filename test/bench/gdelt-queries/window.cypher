// Who acted most in one week of January, and upon how many others?
MATCH (actor:Actor)-[claim]->(other:Actor)
WHERE claim.date >= '2018-01-15' AND claim.date < '2018-01-22'
RETURN actor.id AS actor, count(*) AS claims, count(DISTINCT other) AS others
ORDER BY claims DESC, actor
LIMIT 25
