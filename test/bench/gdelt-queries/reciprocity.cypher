// How many pairs accuse each other, of those where one accuses the other?
MATCH (one:Actor)-[:ACCUSED]->(other:Actor)
WITH DISTINCT one, other
RETURN count(*) AS pairs, sum(CASE WHEN EXISTS { (other)-[:ACCUSED]->(one) } THEN 1 ELSE 0 END) AS mutual
