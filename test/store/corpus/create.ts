/** CREATE. */
export const CREATE: readonly string[] = [
  'CREATE (n)',
  'CREATE (n:A:B {x: 1, y: null, z: [1, 2]}) RETURN n, labels(n)',
  'CREATE (a:A)-[r:R {x: 1}]->(b:B), (a)-[:S]->(b) RETURN a, r, b',
  'CREATE p = (:A)-[:R]->(:B)<-[:S]-(:C) RETURN p, length(p)',
  'CREATE (n $props) RETURN n',
  'MATCH (a {id: "us"}), (b {id: "taliban"}) CREATE (a)-[r:CRITICIZED {what: "x"}]->(b) RETURN type(r), r.what',
  'UNWIND range(1, 5) AS x CREATE (n:Num {x: x}) RETURN sum(n.x)',
  'CREATE (n:A {x: 1}) WITH n MATCH (m:A) RETURN count(m)',
  'CREATE (a)-[:R]-(b)',
  'CREATE (a)-[r]->(b)',
  'CREATE (n {x: {a: 1}})',
  'CREATE (n {x: [1, "a"]})',
  'CREATE (n {x: [[1]]})',
  'CREATE (n {x: [1, null]})',
  'MATCH (n:State) CREATE (n:Again)',
];
