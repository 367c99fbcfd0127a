/** WHERE: what is true, false and unknown. */
export const WHERE: readonly string[] = [
  'MATCH (n:Actor) WHERE n.name STARTS WITH "U" RETURN n.id',
  'MATCH (n:Actor) WHERE n.name ENDS WITH "an" OR n.name CONTAINS "Lav" RETURN n.id',
  'MATCH (n:Actor) WHERE n.name =~ "(?i).*S.*" RETURN n.id',
  'MATCH (n:Actor) WHERE n.population > 30 AND n.population <= 146.2 RETURN n.id',
  'MATCH (n:Actor) WHERE 30 < n.population < 200 RETURN n.id',
  'MATCH (n) WHERE n.id IN $ids RETURN n.name',
  'MATCH (n) WHERE n.population IS NULL RETURN count(n)',
  'MATCH (n) WHERE n.founded IS NOT NULL RETURN n.id',
  'MATCH (n) WHERE NOT n.founded > 1990 RETURN n.id',
  'MATCH (n:Event) WHERE n.start >= date("2000-01-01") RETURN n.id',
  'MATCH (n) WHERE "US" IN n.aliases RETURN n.id',
  'MATCH (n) WHERE any(a IN n.aliases WHERE a STARTS WITH "M") RETURN n.id',
  'MATCH (n:Actor) WHERE n.name = null RETURN n',
  'MATCH (n:Actor) WHERE n.id = "us" XOR n.population > 100 RETURN n.id',
  'MATCH (n:State) WHERE n.population > "x" RETURN n.id',
];
