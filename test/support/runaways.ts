/** Statements that would run for hours, or take all memory, each busy in another way. */

export interface Runaway {
  readonly statement: string;
  /** Where it ends by itself in the memory bound, before any time bound. */
  readonly fillsMemory?: boolean;
  readonly access?: 'write';
}

/** `[[…], […]]`, 60 levels deep: as a tree it has 2^60 leaves, in memory 60 lists. */
const DEEP = 'reduce(l = [], i IN range(1, 60) | [l, l])';
/** Text of 16 million letters. */
const LONG = "reduce(s = 'abcdefgh', i IN range(1, 21) | s + s)";

export const RUNAWAYS: Readonly<Record<string, Runaway>> = {
  'a long list': { statement: 'UNWIND range(1, 1000000000000) AS x RETURN count(x)' },
  'rows without end that none of are wanted': {
    statement: 'UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN x',
  },
  'a cartesian product': { statement: 'MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)' },
  'a walk of up to fifty steps': { statement: 'MATCH (a:Mesh {i: 0})-[*1..50]-(b) RETURN count(*)' },
  'a quantified path': { statement: 'MATCH (a:Mesh {i: 0}) ((x)--(y)){1,50} (b) RETURN count(*)' },
  'a huge collect': { statement: 'UNWIND range(1, 1000000000) AS x RETURN collect(x)', fillsMemory: true },
  'a huge collect of maps': {
    statement: 'UNWIND range(1, 1000000000) AS x RETURN collect({x: x, text: toString(x)})',
    fillsMemory: true,
  },
  'a huge sort': { statement: 'UNWIND range(1, 1000000000) AS x RETURN x ORDER BY -x', fillsMemory: true },
  'a top of a product': {
    statement: 'MATCH (a), (b), (c), (d), (e) RETURN a.i + b.i + c.i + d.i + e.i AS s ORDER BY s LIMIT 1',
  },
  'many groups': { statement: 'UNWIND range(1, 1000000000) AS x RETURN x, count(*)', fillsMemory: true },
  'many distinct values': {
    statement: 'UNWIND range(1, 1000000000) AS x WITH DISTINCT x RETURN count(x)',
    fillsMemory: true,
  },
  'text that doubles': {
    statement: "RETURN size(reduce(s = 'ab', i IN range(1, 40) | s + s))",
    fillsMemory: true,
  },
  'text replaced again and again': {
    statement: `WITH ${LONG} AS s RETURN reduce(n = 0, i IN range(1, 100000) | n + size(replace(s, 'a', toString(i))))`,
  },
  'text split again and again': {
    statement: `WITH ${LONG} AS s RETURN reduce(n = 0, i IN range(1, 100000) | n + size(split(s, 'cd')))`,
  },
  'text searched again and again': {
    statement: `WITH ${LONG} AS s UNWIND range(1, 1000000000) AS i WITH s, i WHERE s CONTAINS 'abcdefgx' + i RETURN count(*)`,
  },
  'a regular expression over a long text': {
    statement: `WITH ${LONG} AS s RETURN ${['x', 'y', 'z'].map((end) => `s =~ '(.*a|.*b|.*c|.*d){1,900}${end}'`).join(' OR ')}`,
  },
  'a regular expression again and again': {
    statement: `WITH ${LONG} AS s UNWIND range(1, 1000000000) AS i WITH s, i WHERE s =~ '.*(a|b)+c.*[xyz]' + i RETURN count(*)`,
  },
  'a nested reduce': {
    statement:
      'RETURN reduce(s = 0, x IN range(1, 1000000) | s + reduce(t = 0, y IN range(1, 1000000) | t + y % 7))',
  },
  'a nested list comprehension': {
    statement: 'RETURN size([x IN range(1, 1000000) WHERE size([y IN range(1, 1000000) WHERE y = -x]) > 0])',
  },
  'nested quantifiers': {
    statement: 'RETURN none(x IN range(1, 1000000) WHERE any(y IN range(1, 1000000) WHERE x = -y))',
  },
  'lists joined again and again': {
    statement: 'RETURN size(reduce(l = [], x IN range(1, 10000000) | l + [x, x, x]))',
  },
  'a list that doubles': {
    statement: 'RETURN size(reduce(l = [1], x IN range(1, 60) | l + l))',
    fillsMemory: true,
  },
  'a list looked through again and again': {
    statement:
      'WITH range(1, 5000000) AS l UNWIND range(1, 1000000000) AS i WITH l, i WHERE [-i] IN l RETURN count(*)',
  },
  'a huge range': { statement: 'RETURN size(range(1, 4000000000))', fillsMemory: true },
  'COUNT in a projection': { statement: 'MATCH (a:Mesh {i: 0}) RETURN COUNT { (a)-[*1..50]-() }' },
  'COLLECT in a projection': {
    statement: 'MATCH (a:Mesh {i: 0}) RETURN size(COLLECT { MATCH (a)-[*1..50]-(b) RETURN b.i })',
  },
  'a pattern comprehension': {
    statement: 'MATCH (a:Mesh {i: 0}) RETURN size([(a)-[*1..50]-(b) WHERE b.i < 0 | b])',
  },
  'a deep value compared': { statement: `WITH ${DEEP} AS a, ${DEEP} AS b RETURN a = b` },
  'a deep value ordered': { statement: `WITH ${DEEP} AS a, ${DEEP} AS b RETURN a < b` },
  'deep values sorted': { statement: `UNWIND [${DEEP}, ${DEEP}] AS a RETURN 1 ORDER BY a` },
  'a deep value in a list': { statement: `RETURN ${DEEP} IN [${DEEP}]` },
  'a deep value grouped': { statement: `WITH ${DEEP} AS a RETURN a, count(*)` },
  'deep values made distinct': { statement: `UNWIND [${DEEP}, ${DEEP}] AS a RETURN count(DISTINCT a)` },
  'deep values collected': { statement: `UNWIND [${DEEP}, ${DEEP}] AS a RETURN size(collect(a))` },
  'a deep value returned': { statement: `RETURN ${DEEP}` },
  'a deep map returned': { statement: 'RETURN reduce(m = {}, i IN range(1, 60) | {a: m, b: m})' },
  'a huge list returned': { statement: 'UNWIND range(1, 1000) AS x RETURN range(1, 1000000)' },
  'paths of a shortest path': {
    statement: 'MATCH p = allShortestPaths((a:Grid {i: 0})-[*]-(b:Grid {i: 399})) RETURN count(p)',
  },
  'nodes without end created': {
    statement: 'UNWIND range(1, 1000000000000) AS x CREATE (:Runaway {x: x})',
    access: 'write',
  },
  'a value without end set': {
    statement:
      'MATCH (n:Mesh) SET n.sum = reduce(s = 0, x IN range(1, 1000000) | s + reduce(t = 0, y IN range(1, 1000000) | t + y % 7))',
    access: 'write',
  },
  'a product merged': {
    statement: 'UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y MERGE (:Runaway {x: x, y: y})',
    access: 'write',
  },
};

/** What they run over: a hundred nodes tied to the next four, and a grid of 20 × 20. */
export const SETUP = [
  'UNWIND range(0, 99) AS i CREATE (:Mesh {i: i})',
  'MATCH (a:Mesh), (b:Mesh) WHERE a.i < b.i AND b.i <= a.i + 4 CREATE (a)-[:NEXT]->(b)',
  'UNWIND range(0, 399) AS i CREATE (:Grid {i: i})',
  'MATCH (a:Grid), (b:Grid) WHERE b.i = a.i + 20 OR (b.i = a.i + 1 AND b.i % 20 <> 0) CREATE (a)-[:BESIDE]->(b)',
] as const;
