/** SET, REMOVE and FOREACH. */
export const SET_AND_REMOVE: readonly string[] = [
  'MATCH (n {id: "us"}) SET n.x = 1, n.name = "USA" RETURN n',
  'MATCH (n {id: "us"}) SET n.iso = null RETURN n.iso, keys(n)',
  'MATCH (n {id: "us"}) SET n = {a: 1} RETURN n',
  'MATCH (n {id: "us"}) SET n += {a: 1, name: null} RETURN n',
  'MATCH (n {id: "us"}) SET n:Power:State RETURN labels(n)',
  'MATCH (n {id: "us"}) REMOVE n:State, n.iso, n.nope RETURN n',
  'MATCH (a {id: "us"}), (b {id: "russia"}) SET a = b RETURN a',
  'MATCH ()-[r:URGED]->() SET r.weight = r.weight + 1 RETURN sum(r.weight)',
  'MATCH (n:State) SET n.name = n.name RETURN count(*)',
  'MATCH (n:State) SET n["dyn" + "amic"] = 1 RETURN n.dynamic',
  'MATCH (n:State) FOREACH (x IN [1, 2] | SET n.x = x) RETURN n.x',
  'OPTIONAL MATCH (n:Nope) SET n.x = 1 RETURN n',
  'MATCH (n {id: "us"}) SET n.x = {a: 1}',
  'FOREACH (x IN [1, 2, 3] | CREATE (:F {x: x}))',
];
