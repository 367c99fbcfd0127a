/** OPTIONAL MATCH: what is null where nothing matches. */
export const OPTIONAL_MATCH: readonly string[] = [
  'MATCH (n:State) OPTIONAL MATCH (n)-[r:HOSTED]->(e) RETURN n.id, r.id, e.name',
  'OPTIONAL MATCH (n:Nope) RETURN n',
  'OPTIONAL MATCH (n:Nope) RETURN n.x, labels(n), count(n)',
  'MATCH (n:Place) OPTIONAL MATCH (n)-[r]-() RETURN n.id, count(r), collect(r)',
  'MATCH (a:Official) OPTIONAL MATCH (a)-->(b:State) OPTIONAL MATCH (b)-->(c:Event) RETURN a.id, b.id, c.id',
  'OPTIONAL MATCH p = (:Nope)-->() RETURN p, length(p), nodes(p)',
];
