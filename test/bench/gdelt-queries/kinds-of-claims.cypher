// What is done most by those who are also attacked?
MATCH (actor:Actor)<-[:USED_CONVENTIONAL_MILITARY_FORCE]-()
WITH DISTINCT actor
MATCH (actor)-[claim]->()
RETURN type(claim) AS type, count(*) AS claims
ORDER BY claims DESC, type
LIMIT 25
