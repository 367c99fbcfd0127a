/** What only `CYPHER 25` has. What is expected is what Neo4j 2026.08.1 answers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../statements.ts';

const GRAPH = `
CREATE (a:A {i: 1}), (b:A {i: 2}), (c:B {i: 3}),
  (a)-[:R {w: 1}]->(b), (b)-[:R {w: 2}]->(c), (c)-[:R {w: 3}]->(a), (a)-[:S]->(a)`;

/** A statement and its rows, each ordered by the statement. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'LET x = 1, y = 2 RETURN x + y AS z': ['3'],
  'MATCH (n:A) LET k = n.i * 10 FILTER k > 10 RETURN n.i, k': ['2 | 20'],
  'FILTER WHERE true RETURN 1 AS x': ['1'],
  'FILTER null RETURN 1 AS x': [],
  'FOR x IN [1, 2] FOR y IN [x, x + 1] RETURN x, y': ['1 | 1', '1 | 2', '2 | 2', '2 | 3'],
  'FOR x IN null RETURN x': [],
  'RETURN 1 AS x UNION RETURN 2 AS x NEXT RETURN sum(x) AS s': ['3'],
  'UNWIND [1, 2] AS x RETURN x NEXT RETURN sum(x) AS s UNION RETURN max(x) AS s': ['3', '2'],
  'UNWIND [1, 2] AS i CALL (i) { RETURN i AS j NEXT RETURN j + i AS k } RETURN k': ['2', '4'],
  'RETURN COUNT { UNWIND [1, 2] AS x RETURN x NEXT RETURN x AS y } AS c': ['2'],
  '{ RETURN 1 AS x } NEXT { RETURN x + 1 AS y }': ['2'],
  'WHEN false THEN RETURN 1 AS x': [],
  'WHEN null THEN RETURN 1 AS x ELSE RETURN 2 AS x': ['2'],
  'WHEN true THEN { RETURN 1 AS x UNION RETURN 2 AS x } ELSE { RETURN 3 AS x }': ['1', '2'],
  'UNWIND [1, 2] AS x RETURN x NEXT WHEN x = 1 THEN RETURN x AS s ELSE RETURN sum(x) * 10 AS s': ['1', '20'],
  "UNWIND [1, 2, 3] AS i CALL (i) { WHEN i = 1 THEN RETURN 'one' AS w WHEN i = 2 THEN RETURN 'two' AS w } RETURN i, w":
    ["1 | 'one'", "2 | 'two'"],
  'MATCH (n) RETURN count(*) AS c GROUP BY labels(n) ORDER BY c': ['1', '2'],
  'MATCH (n) RETURN count(*) AS c GROUP BY ()': ['3'],
  'MATCH (n) RETURN n.i, count(*) AS c GROUP BY n ORDER BY n.i': ['1 | 1', '2 | 1', '3 | 1'],
  'MATCH (n) RETURN labels(n) AS l GROUP BY l ORDER BY l': ["['A']", "['B']"],
  'MATCH (n) WHERE n IS NOT LABELED A RETURN n.i': ['3'],
  'MATCH (n) WHERE n IS LABELED A|B RETURN count(*) AS c': ['3'],
  'RETURN allReduce(s = 0, x IN [1, 2, 3] | s + x, s < 4) AS a, allReduce(s = 0, x IN [] | s, false) AS b, allReduce(s = 0, x IN [1] | s, null) AS c':
    ['false | true | null'],
  'MATCH (a {i: 1})-[:R]->{3}(b) RETURN count(*) AS c': ['1'],
  'MATCH (a {i: 1})-[:R]->{6}(b) RETURN count(*) AS c': ['0'],
  'MATCH REPEATABLE ELEMENTS (a {i: 1})-[:R]->{6}(b) RETURN b.i': ['1'],
  'MATCH REPEATABLE ELEMENTS (a {i: 1}) ((x)-[:R]->(y)){6} (b) RETURN b.i': ['1'],
  'MATCH DIFFERENT RELATIONSHIPS (a {i: 1})-[:R]->{6}(b) RETURN b.i': [],
  'MATCH REPEATABLE ELEMENTS (a)-[r:S]->(b), (c)-[s:S]->(d) RETURN count(*) AS c': ['1'],
  'MATCH TRAIL (a {i: 1})-[]->+(b) RETURN count(*) AS c': ['8'],
  'MATCH ACYCLIC (a {i: 1})-[]->+(b) RETURN b.i ORDER BY b.i': ['2', '3'],
  'MATCH p = ACYCLIC PATHS (a {i: 1})-[]-(b)-[]-(c) RETURN c.i ORDER BY c.i': ['2', '3'],
  'MATCH SHORTEST 2 ACYCLIC PATH GROUPS (a {i: 1})-[]-+(b {i: 3}) RETURN count(*) AS c': ['2'],
  'RETURN coll.distinct([1, 1.0, null, null]) AS a, coll.flatten([1, [2, [3]]], 2) AS b, coll.sort([3, null, 1]) AS c':
    ['[1, null] | [1, 2, 3] | [1, 3, null]'],
  'RETURN coll.max([1, null]) AS a, coll.min([2, 1, null]) AS b, coll.indexOf([null, 2.0], 2) AS c, coll.indexOf([1], null) AS d':
    ['null | 1 | 1 | null'],
  'RETURN coll.insert([1, 2], 2, 9) AS a, coll.remove([1, 2], 0) AS b': ['[1, 2, 9] | [2]'],
  "RETURN string.indexOf('😀a', 'a') AS a, string.join(['a', null, 'b'], ', ') AS b, string.regexReplace('abc', '(?<x>b)', '${x}$1') AS c":
    ["1 | 'a, b' | 'abbc'"],
  "RETURN replace('aaa', 'a', 'b', 2) AS a": ["'bba'"],
  "RETURN replace('🙂n', '', '-') AS a": ["'-🙂-n-'"],
  "RETURN replace('🙂n', '', '-', 2) AS a": ["'-🙂-n'"],
  "RETURN format(datetime('2024-02-03T04:05:06.789+01:00'), \"EEEE, d MMMM uuuu 'at' HH:mm:ss.SSS XXX\") AS a, format(localtime('04:05'), 'h:mm a') AS b":
    ["'Saturday, 3 February 2024 at 04:05:06.789 +01:00' | '4:05 AM'"],
  'RETURN cardinality({a: 1}) AS a, ln(1.0) AS b, ceiling(1.2) AS c, collect_list(1) AS d': [
    '1 | 0.0 | 2.0 | [1]',
  ],
};

/** A statement and the words of its failure, after its code. */
const FAILURES: Readonly<Record<string, string>> = {
  'LET x = 1, y = x RETURN y': 'Variable `x` not defined',
  'LET x = 1 LET x = 2 RETURN x': 'Variable `x` already declared',
  'LET x = count(*) RETURN x': 'Invalid use of aggregating function count(...) in this context',
  'LET x = 1': 'Query cannot conclude with LET',
  'RETURN 1 NEXT RETURN 2 AS b': 'Expression in RETURN followed by NEXT must be aliased (use AS)',
  'RETURN 1 AS x NEXT RETURN y': 'Variable `y` not defined',
  'WHEN true THEN RETURN 1 AS x ELSE RETURN 2 AS y':
    '42N39: All conditional queries must have the same return column names. Use `AS` to ensure columns have the same name. (line 1, column 40 (offset: 39))',
  'WHEN true THEN CREATE (:Q) ELSE RETURN 1 AS x':
    '42N3A: All conditional queries need to either return rows or update the graph.',
  'WHEN 1 THEN RETURN 1 AS x': 'Type mismatch: expected Boolean but was Integer',
  'MATCH (n) RETURN n.i AS i, count(*) AS c GROUP BY ()': 'Illegal expression(s): n.i',
  'MATCH REPEATABLE ELEMENTS (a)-[]->+(b) RETURN a':
    'The quantified path pattern may yield an infinite number of rows',
  'MATCH REPEATABLE ELEMENTS ACYCLIC (a)-[]->{2}(b) RETURN a':
    'REPEATABLE ELEMENTS with ACYCLIC path mode is not supported.',
  'MATCH ACYCLIC (a)-[]->(b), (c) RETURN a': 'Mixing path modes ACYCLIC, WALK',
  'MATCH (a {i: 1}), (b {i: 2}) SET a = b RETURN a': 'Type mismatch: expected Map but was Node',
  'RETURN coll.remove([1], 1) AS x': "Function argument to 'coll.remove()' is out of range",
};

describe('CYPHER 25', () => {
  const database = new Database();
  beforeAll(() => database.run(GRAPH));

  it.each(Object.entries(ANSWERS))('%s', async (statement, rows) => {
    expect(await database.rows(`CYPHER 25 ${statement}`)).toEqual(rows);
  });

  it.each(Object.entries(FAILURES))('refuses %s', async (statement, words) => {
    expect(await database.failure(`CYPHER 25 ${statement}`)).toContain(words);
  });

  it('is needed for what it has beyond Cypher 5', async () => {
    expect(await database.failure('RETURN coll.sort([1]) AS x')).toContain("Unknown function 'coll.sort'");
    expect(await database.failure('LET x = 1 RETURN x')).toContain("Invalid input 'LET'");
    expect(await database.failure('RETURN allReduce(s = 0, x IN [1] | s, true) AS a')).toContain("input '|'");
  });

  it('reads after it wrote without a WITH between, and sees what was written', async () => {
    const other = new Database();
    expect(await other.rows('CYPHER 25 CREATE (:Q) MATCH (m:Q) RETURN count(*) AS c')).toEqual(['1']);
    expect(await other.failure('CREATE (:Q) MATCH (m:Q) RETURN count(*) AS c')).toContain('WITH is required');
  });

  it('chooses by what is true before any branch writes', async () => {
    const other = new Database();
    const statement =
      'CYPHER 25 WHEN NOT EXISTS { (:Z) } THEN CREATE (:Z) WHEN EXISTS { (:Z) } THEN CREATE (:Y)';
    expect(await other.counters(statement)).toEqual({ nodesCreated: 1, labelsAdded: 1 });
    expect(await other.rows('MATCH (n) RETURN labels(n)')).toEqual(["['Z']"]);
  });

  it('gives one row after a query that only writes', async () => {
    const other = new Database();
    expect(await other.rows('CYPHER 25 UNWIND [1, 2] AS x CREATE (:Q) NEXT RETURN 1 AS y')).toEqual(['1']);
    expect(await other.rows('MATCH (n:Q) RETURN count(n)')).toEqual(['2']);
  });

  it('INSERT is CREATE, in Cypher 5 too', async () => {
    const other = new Database();
    expect(await other.rows('INSERT (n:Y {a: 1}) RETURN n.a')).toEqual(['1']);
  });
});
