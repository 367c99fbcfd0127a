// Who praised the same one on the same day?
MATCH (one:Actor)-[first:PRAISED_OR_ENDORSED]->(praised:Actor)<-[second:PRAISED_OR_ENDORSED]-(other:Actor)
WHERE one.id < other.id AND first.date = second.date
RETURN one.id AS one, other.id AS other, count(*) AS times
ORDER BY times DESC, one, other
LIMIT 25
