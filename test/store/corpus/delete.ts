/** DELETE and DETACH DELETE. */
export const DELETE: readonly string[] = [
  'MATCH (n {id: "kabul"}) DELETE n',
  'MATCH (n {id: "us"}) DETACH DELETE n',
  'MATCH ()-[r:URGED]->() DELETE r',
  'MATCH (n {id: "us"})-[r]->() DELETE r, n',
  'MATCH p = (:Official)-->() DETACH DELETE p',
  'MATCH (n:State) DETACH DELETE n RETURN count(*)',
  'OPTIONAL MATCH (n:Nope) DELETE n',
  'MATCH (n) DETACH DELETE n WITH count(*) AS gone MATCH (m) RETURN gone, count(m)',
  'RETURN 1 AS x DELETE x',
];
