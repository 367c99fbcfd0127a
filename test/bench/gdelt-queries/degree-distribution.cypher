// How many actors are named so and so often?
MATCH (actor:Actor)
WITH COUNT { (actor)--() } AS degree
RETURN degree, count(*) AS actors
ORDER BY degree
