// What is drawn first: actors, events and places, the most connected ones where there are more than fit, and the
// claims among them. Quotes and sources are reached through a claim and are not among them.
// Parameters: limit (integer): most nodes to give.
// Columns: node, relationships (list: those that start at the node and end at one that is given, in id order).
// Order: most relationships first, then by id.

MATCH (node)
WHERE NOT node:Evidence AND NOT node:Source
WITH node, COUNT { (node)--() } AS degree
ORDER BY degree DESC, coalesce(node.id, elementId(node))
LIMIT $limit
WITH collect(node) AS drawn
UNWIND drawn AS node
RETURN node,
  COLLECT {
    MATCH (node)-[claim]->(other)
    WHERE other IN drawn
    RETURN claim ORDER BY coalesce(claim.id, elementId(claim))
  } AS relationships
