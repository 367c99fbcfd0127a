// Who is named most, as the one who acts or the one acted upon?
MATCH (actor:Actor)-[claim]-()
RETURN actor.id AS actor, count(claim) AS claims
ORDER BY claims DESC, actor
LIMIT 25
