// Which two have most to do with each other, one acting upon the other?
MATCH (from:Actor)-[claim]->(to:Actor)
RETURN from.id AS from, to.id AS to, count(claim) AS claims
ORDER BY claims DESC, from, to
LIMIT 25
