/** MERGE. */
export const MERGE: readonly string[] = [
  'MERGE (n:State {iso: "RUS"}) RETURN n.name',
  'MERGE (n:State {iso: "FRA"}) ON CREATE SET n.name = "France", n.new = true ON MATCH SET n.seen = true RETURN n',
  'MERGE (n:State {iso: "RUS"}) ON CREATE SET n.new = true ON MATCH SET n.seen = 1 RETURN n.new, n.seen',
  'MATCH (a {id: "us"}), (b {id: "talks"}) MERGE (a)-[r:DECLINED_TO_PARTICIPATE_IN]->(b) RETURN r.id',
  'MATCH (a {id: "us"}), (b {id: "russia"}) MERGE (a)-[r:IN_CONTACT_WITH]-(b) RETURN type(r), r.id',
  'UNWIND ["a", "b", "a"] AS x MERGE (n:Tag {name: x}) RETURN count(DISTINCT n)',
  'MERGE (a:X)-[:R]->(b:Y) RETURN a, b',
  'MERGE (n:State {iso: null})',
  'MERGE (n:State) RETURN count(n)',
  // elements of the pattern that speak of one another
  "MERGE (a:Actor {name: 'q'})-[r:URGED {what: a.name}]->(b) RETURN a.name, r.what",
  "CREATE (a:X {x: 1}) MERGE (a)-[r:R {k: b.y}]->(b {y: 'z'}) RETURN r.k, b.y",
  'MERGE (a:X {x: 1})<-[r:R]-(b {x: a.x}) ON CREATE SET b.y = a.x RETURN b',
  'CREATE (:X {x: 1})-[:R]->(:Y {y: 1}) MERGE (b:Y {y: a.x})<-[:R]-(a:X {x: 1}) RETURN a, b',
  'CREATE (:X {x: 1, y: 1}) MERGE (a:X {x: 1, y: a.x}) RETURN count(a)',
  'MERGE (a:X {x: 1, y: a.x}) RETURN a',
  'MERGE (b {y: a.x})-[:R]->(a {x: 1}) RETURN b',
  'MERGE (a {x: 1})-[r:R {k: r.x}]->(b) RETURN r',
  'MERGE (a)-[]->(b {x: a.x})',
  // what a message shows
  'MERGE (:X:Y {x: null})',
  'MERGE (a)<-[:R {k: 0.0 / 0.0}]-(b)',
  'MERGE ()-[r:R {k: null}]-(b)',
  'MERGE (a:X {x: COUNT { (:State) }}) RETURN a',
  'MERGE (a:X) ON MATCH SET a.x = EXISTS { (a)-->() } RETURN a',
  'MERGE (a:X {x: 1, y: size([(s:State)-->() | 1]) > 0}) RETURN a',
];
