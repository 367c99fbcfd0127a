// Which properties there are, of which types, and on which labels or relationship types. Reads the whole graph.
// Columns: entity ('node' or 'relationship'), key, types (Cypher's names, as STRING, DATE or LIST<STRING>, sorted),
//   on (labels or relationship types, sorted; empty where only nodes without a label have it).
// Order: nodes first, then by key.

CALL () {
  MATCH (node)
  UNWIND keys(node) AS key
  WITH DISTINCT key, valueType(node[key]) AS type, labels(node) AS names
  RETURN 'node' AS entity, key, type, names
  UNION ALL
  MATCH ()-[relationship]->()
  UNWIND keys(relationship) AS key
  WITH DISTINCT key, valueType(relationship[key]) AS type, type(relationship) AS name
  RETURN 'relationship' AS entity, key, type, [name] AS names
}
WITH entity, key, replace(type, ' NOT NULL', '') AS type, names ORDER BY type
WITH entity, key, collect(DISTINCT type) AS types, collect(names) AS groups
CALL (groups) {
  UNWIND groups AS names
  UNWIND names AS name
  WITH DISTINCT name ORDER BY name
  RETURN collect(name) AS on
}
RETURN entity, key, types, on
ORDER BY entity, key
