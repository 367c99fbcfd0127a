// Who deals with the most different others, whatever the direction?
MATCH (actor:Actor)--(other:Actor)
RETURN actor.id AS actor, count(DISTINCT other) AS others
ORDER BY others DESC, actor
LIMIT 25
