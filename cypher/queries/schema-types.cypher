// Which relationship types there are, and which labels each joins. A node with two labels counts under both.
// Columns: type, count, triples (list of maps { from, to, count }, most first, then by label).
// Order: most first, then by type.

MATCH (source)-[relationship]->(target)
WITH type(relationship) AS type, labels(source) AS sourceLabels, labels(target) AS targetLabels, count(*) AS count
WITH type, sum(count) AS count, collect({ from: sourceLabels, to: targetLabels, count: count }) AS groups
CALL (groups) {
  UNWIND groups AS group
  UNWIND group.from AS from
  UNWIND group.to AS to
  WITH from, to, sum(group.count) AS pairs ORDER BY pairs DESC, from, to
  RETURN collect({ from: from, to: to, count: pairs }) AS triples
}
RETURN type, count, triples
ORDER BY count DESC, type
