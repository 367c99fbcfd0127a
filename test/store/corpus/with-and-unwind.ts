/** WITH and UNWIND. */
export const WITH_AND_UNWIND: readonly string[] = [
  'UNWIND [3, 1, 2] AS x WITH x ORDER BY x RETURN collect(x)',
  'UNWIND [1, 1, 2, null] AS x WITH DISTINCT x RETURN count(*), count(x)',
  'UNWIND [] AS x RETURN x',
  'UNWIND null AS x RETURN x',
  'UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN x',
  'UNWIND range(1, 5) AS x WITH x WHERE x % 2 = 1 RETURN x ORDER BY x',
  'MATCH (a)-[r:URGED]->(b) WITH b, count(r) AS n, collect(a.id) AS who WHERE n > 1 RETURN b.id, n, size(who)',
  'WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b',
  'WITH [1, 2, 3] AS xs RETURN xs[0], xs[-1], xs[5], xs[1..], xs[..-1]',
  'MATCH (n:State) WITH n ORDER BY n.name LIMIT 2 RETURN collect(n.id)',
  'UNWIND [{a: 1}, {a: 2}] AS m RETURN m.a, m.b',
  'WITH {a: {b: [1, {c: 2}]}} AS m RETURN m.a.b[1].c, keys(m)',
  'UNWIND $ids AS id MATCH (n {id: id}) RETURN n.name ORDER BY n.name',
  'WITH * RETURN 1 AS x',
  'WITH 1 AS x WITH *, 2 AS y RETURN *',
];
