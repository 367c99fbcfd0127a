// Who acted most on one day of the three that there are, and upon how many others?
MATCH (actor:Actor)-[claim]->(other:Actor)
WHERE claim.date >= '2018-01-26' AND claim.date < '2018-01-27'
RETURN actor.id AS actor, count(*) AS claims, count(DISTINCT other) AS others
ORDER BY claims DESC, actor
LIMIT 25
