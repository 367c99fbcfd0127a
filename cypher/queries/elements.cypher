// The nodes with these ids, and the relationships among them: for export.
// Parameters: nodes (list of strings): `id` properties, or element ids of nodes that have none; relationships (list of
//   strings, or null): the ones to give, null for all among the nodes; one that ends at another node is left out.
// Columns: node, relationships (list: those that start at the node, in id order).
// Order: by id.

CALL () {
  MATCH (node:Actor) WHERE node.id IN $nodes RETURN node
  UNION MATCH (node:Event) WHERE node.id IN $nodes RETURN node
  UNION MATCH (node:Place) WHERE node.id IN $nodes RETURN node
  UNION MATCH (node:Source) WHERE node.id IN $nodes RETURN node
  UNION MATCH (node:Evidence) WHERE node.id IN $nodes RETURN node
  UNION
  MATCH (node)
  WHERE (node.id IS NULL OR NOT (node:Actor OR node:Event OR node:Place OR node:Source OR node:Evidence))
    AND coalesce(node.id, elementId(node)) IN $nodes
  RETURN node
}
WITH node ORDER BY coalesce(node.id, elementId(node))
WITH collect(node) AS given
UNWIND given AS node
RETURN node,
  COLLECT {
    MATCH (node)-[relationship]->(other)
    WHERE other IN given
      AND ($relationships IS NULL OR coalesce(relationship.id, elementId(relationship)) IN $relationships)
    RETURN relationship ORDER BY coalesce(relationship.id, elementId(relationship))
  } AS relationships
