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
];
