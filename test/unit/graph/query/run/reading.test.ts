import { describe, expect, it } from 'vitest';
import { Database, talks } from '../statements.ts';

/** Statements and the rows they give, by clause; over `TALKS` of statements.ts. */
const TABLE: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  MATCH: [
    ['MATCH (n:State) RETURN n.id ORDER BY n.id', ["'russia'", "'us'"]],
    ['MATCH (n:State&!Group) WHERE n.since < 1000 RETURN n.id', ["'russia'"]],
    ['MATCH (n:Group|Event) RETURN n.id ORDER BY n.id', ["'taliban'", "'talks'"]],
    ['MATCH (n:%) RETURN count(n)', ['5']],
    ['MATCH (n:Nobody) RETURN n', []],
    ['MATCH (n {nothing: 1}) RETURN n', []],
    ["MATCH (n {id: 'us'}) RETURN n", ["(:Actor:State {id: 'us', since: 1776})"]],
    [
      "MATCH ({id: 'russia'})-[r:URGED]->(n) RETURN r.what, n.id ORDER BY r.what",
      ["'inclusion' | 'taliban'", "'moderation' | 'taliban'"],
    ],
    [
      "MATCH ({id: 'taliban'})<-[r]-(n) RETURN type(r), count(*) ORDER BY type(r)",
      ["'URGED' | 2", "'WARNED' | 1"],
    ],
    ["MATCH (a {id: 'taliban'})--(n) RETURN count(n)", ['4']],
    ['MATCH ()-[r:HOSTED|WARNED]->() RETURN type(r) ORDER BY type(r)', ["'HOSTED'", "'WARNED'"]],
    ['MATCH ()-[r:!URGED]->() RETURN count(r)', ['4']],
    ["MATCH (a)-[r:URGED WHERE r.what = 'inclusion']->(b) RETURN a.id, b.id", ["'russia' | 'taliban'"]],
    ['MATCH (a:Actor WHERE a.since > 1000) RETURN a.id', ["'us'"]],
    [
      'MATCH (a)-[:HOSTED]->(e)<-[:PARTICIPATED_IN]-(b)<-[:WARNED]-(c) RETURN a.id, b.id, c.id',
      ["'russia' | 'taliban' | 'us'"],
    ],
    [
      'MATCH (a:State), (b:Group) RETURN a.id, b.id ORDER BY a.id',
      ["'russia' | 'taliban'", "'us' | 'taliban'"],
    ],
    [
      "MATCH p = ({id: 'us'})-->() RETURN p",
      ["(:Actor:State {id: 'us', since: 1776})-[:WARNED]->(:Actor:Group {id: 'taliban'})"],
    ],
    ['MATCH (a)-[r:URGED]->(b) MATCH (b)<-[r]-(c) RETURN count(*)', ['2']],
    ['MATCH (a) WHERE (a)-[:HOSTED]->() RETURN a.id', ["'russia'"]],
    ['MATCH (a:Actor) WHERE NOT (a)-->() RETURN a.id', []],
    ['MATCH (a) WHERE a.id IN ["us", "talks", null] RETURN a.id ORDER BY a.id', ["'talks'", "'us'"]],
    ['UNWIND ["us", "nobody"] AS id MATCH (a {id: id}) RETURN a.since', ['1776']],
  ],
  'uniqueness of relationships': [
    ['MATCH (a)-[r1:URGED]->(b), (c)-[r2:URGED]->(d) RETURN count(*)', ['2']],
    ['MATCH (a)-[r1:URGED]->(b) MATCH (c)-[r2:URGED]->(d) RETURN count(*)', ['4']],
    ['MATCH (:Event)--(x)--(y)--(:Event) RETURN count(*)', ['4']],
    ["MATCH p = ({id: 'russia'})-[:URGED*]-() RETURN count(p)", ['4']],
  ],
  'variable length': [
    [
      "MATCH ({id: 'lavrov'})-[*1..2]->(n) RETURN n.id ORDER BY n.id",
      ["'russia'", "'taliban'", "'taliban'", "'talks'"],
    ],
    ["MATCH ({id: 'lavrov'})-[*0..1]->(n) RETURN n.id ORDER BY n.id", ["'lavrov'", "'russia'"]],
    [
      "MATCH ({id: 'lavrov'})-[rs*2]->({id: 'talks'}) RETURN [r IN rs | type(r)]",
      ["['SPEAKS_FOR', 'HOSTED']"],
    ],
    [
      "MATCH ({id: 'talks'})<-[rs*2]-({id: 'lavrov'}) RETURN [r IN rs | type(r)]",
      ["['HOSTED', 'SPEAKS_FOR']"],
    ],
    ["MATCH (a)-[*2 {what: 'inclusion'}]-(b) RETURN count(*)", ['0']],
    [
      "MATCH ({id: 'lavrov'})-[rs:SPEAKS_FOR|URGED*1..5]->(n) RETURN n.id, size(rs) ORDER BY size(rs)",
      ["'russia' | 1", "'taliban' | 2", "'taliban' | 2"],
    ],
    ["MATCH ({id: 'lavrov'})-[:SPEAKS_FOR]->+(n) RETURN n.id", ["'russia'"]],
    [
      "MATCH ({id: 'lavrov'}) ((x)-[r]->(y)){2} (n) RETURN [z IN y | z.id], n.id ORDER BY n.id LIMIT 1",
      ["['russia', 'taliban'] | 'taliban'"],
    ],
    ["MATCH ({id: 'lavrov'}) (()-[r]->(y:State)){1,3} (n) RETURN n.id, size(r)", ["'russia' | 1"]],
  ],
  'shortest paths': [
    ["MATCH (a {id: 'lavrov'}), (b {id: 'us'}) MATCH p = shortestPath((a)-[*]-(b)) RETURN length(p)", ['3']],
    [
      "MATCH (a {id: 'lavrov'}), (b {id: 'us'}) MATCH p = allShortestPaths((a)-[*]-(b)) RETURN length(p)",
      ['3', '3'],
    ],
    ["MATCH (a {id: 'lavrov'}), (b {id: 'us'}) MATCH p = shortestPath((a)-[*]->(b)) RETURN p", []],
    ["MATCH (a {id: 'lavrov'}), (b {id: 'us'}) MATCH p = shortestPath((a)-[*..2]-(b)) RETURN p", []],
    [
      "MATCH (a {id: 'lavrov'}), (b {id: 'us'}) MATCH p = shortestPath((a)-[:SPEAKS_FOR|HOSTED|PARTICIPATED_IN|WARNED*]-(b)) RETURN [n IN nodes(p) | n.id]",
      ["['lavrov', 'russia', 'talks', 'taliban', 'us']"],
    ],
    [
      "MATCH (a {id: 'lavrov'}), (b {id: 'us'}) MATCH p = shortestPath((a)-[*]-(b)) WHERE none(r IN relationships(p) WHERE type(r) = 'URGED') RETURN length(p)",
      ['4'],
    ],
    ["MATCH (a {id: 'lavrov'}), (b {id: 'us'}) RETURN length(shortestPath((a)-[*]-(b)))", ['3']],
    ["MATCH p = SHORTEST 3 ({id: 'lavrov'})-[]-+({id: 'us'}) RETURN length(p)", ['3', '3', '4']],
    ["MATCH p = ALL SHORTEST ({id: 'lavrov'})-[]-+({id: 'us'}) RETURN length(p)", ['3', '3']],
    [
      "MATCH p = ANY SHORTEST ({id: 'lavrov'}) ((a)-[r]-(b))+ ({id: 'us'}) RETURN length(p), size(r)",
      ['3 | 3'],
    ],
  ],
  'OPTIONAL MATCH': [
    [
      'MATCH (a:State) OPTIONAL MATCH (a)-[r:URGED]->(b) RETURN a.id, r.what, b.id ORDER BY a.id, r.what',
      ["'russia' | 'inclusion' | 'taliban'", "'russia' | 'moderation' | 'taliban'", "'us' | null | null"],
    ],
    ['OPTIONAL MATCH (n:Nobody) RETURN n, n.id, n:Nobody', ['null | null | null']],
    ['OPTIONAL MATCH (n:Nobody) OPTIONAL MATCH (n)-->(m) RETURN n, m', ['null | null']],
    ['OPTIONAL MATCH (n:Nobody) MATCH (n)-->(m) RETURN n, m', []],
    ['OPTIONAL MATCH (n:Nobody) MATCH (n) RETURN n', []],
    [
      'MATCH (a:State) OPTIONAL MATCH p = (a)-[:HOSTED]->() RETURN a.id, length(p) ORDER BY a.id',
      ["'russia' | 1", "'us' | null"],
    ],
  ],
  'WITH and RETURN': [
    ['WITH 1 AS a, 2 AS b WITH b AS a, a AS b RETURN a, b', ['2 | 1']],
    ['MATCH (n:State) WITH n.id AS id WHERE n.since > 1000 RETURN id', ["'us'"]],
    ['MATCH (n:State) RETURN * ORDER BY n.since DESC LIMIT 1', ["(:Actor:State {id: 'us', since: 1776})"]],
    ['UNWIND [3, 1, 2, null] AS x RETURN x ORDER BY x DESC', ['null', '3', '2', '1']],
    ['UNWIND [3, 1, 2] AS x RETURN x AS y ORDER BY x SKIP 1 LIMIT 1', ['2']],
    ['UNWIND range(1, 5000) AS x RETURN x ORDER BY -x LIMIT 2', ['5000', '4999']],
    ['UNWIND [1, 1.0, 2, null, null] AS x RETURN DISTINCT x', ['1', '2', 'null']],
    ['RETURN 1 AS x LIMIT 0', []],
    ['UNWIND [] AS x RETURN x', []],
    ['UNWIND null AS x RETURN x', []],
    ['UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN x', ['1', '2', '3']],
    ['UNWIND range(5, 1, -2) AS x RETURN x', ['5', '3', '1']],
  ],
  aggregation: [
    [
      'MATCH (n:Nobody) RETURN count(*), count(n), sum(n.x), avg(n.x), collect(n.x), max(n.x)',
      ['0 | 0 | 0 | null | [] | null'],
    ],
    ['MATCH (n:Nobody) RETURN n.id, count(*)', []],
    [
      'MATCH (a)-[r]->(b) RETURN a.id AS who, count(*) AS n ORDER BY n DESC, who',
      ["'russia' | 3", "'lavrov' | 1", "'taliban' | 1", "'us' | 1"],
    ],
    [
      'MATCH (a)-[r]->(b) RETURN a.id AS who, count(DISTINCT b) AS n ORDER BY n DESC, who LIMIT 1',
      ["'russia' | 2"],
    ],
    [
      'UNWIND [1, 2, 3, 4] AS x RETURN x % 2 AS odd, sum(x) + count(*) * 10 AS s ORDER BY odd',
      ['0 | 26', '1 | 24'],
    ],
    [
      'UNWIND [1, 2, 2, null] AS x RETURN count(x), count(DISTINCT x), collect(DISTINCT x)',
      ['3 | 2 | [1, 2]'],
    ],
    [
      'UNWIND [[1, "a"], [1, "b"], [2, "c"]] AS p WITH p[0] AS k, collect(p[1]) AS vs RETURN k, vs',
      ["1 | ['a', 'b']", "2 | ['c']"],
    ],
    ['UNWIND [1, 2, 3] AS x WITH x ORDER BY x DESC RETURN collect(x)', ['[3, 2, 1]']],
    ['MATCH (n:Actor) RETURN count(n)', ['4']],
    ['MATCH ()-[r:URGED]->() RETURN count(r)', ['2']],
    [
      'MATCH (n) RETURN n.since IS NULL AS unknown, count(*) AS c ORDER BY count(*)',
      ['false | 2', 'true | 3'],
    ],
    ['UNWIND [10, 20, 30] AS x RETURN percentileCont(x, 0.5), stDevP(x) > 8', ['20 | true']],
  ],
  UNION: [
    ['RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x', ['1', '2']],
    ['RETURN 1 AS x UNION ALL RETURN 1 AS x', ['1', '1']],
    ['RETURN 1 AS a, 2 AS b UNION RETURN 3 AS a, 4 AS b', ['1 | 2', '3 | 4']],
  ],
  'CALL { … }': [
    ['UNWIND [1, 2] AS x CALL { WITH x RETURN x * 10 AS y } RETURN x, y', ['1 | 10', '2 | 20']],
    [
      'UNWIND [1, 2] AS x CALL (x) { RETURN x * 10 AS y UNION ALL RETURN -x AS y } RETURN x, y',
      ['1 | 10', '1 | -1', '2 | 20', '2 | -2'],
    ],
    [
      'UNWIND [1, 2] AS x CALL (x) { UNWIND range(1, x) AS y RETURN count(y) AS c, sum(y) AS s } RETURN x, c, s',
      ['1 | 1 | 1', '2 | 2 | 3'],
    ],
    [
      'MATCH (a:State) CALL (a) { MATCH (a)-->(b) RETURN b.id AS b ORDER BY b LIMIT 1 } RETURN a.id, b ORDER BY a.id',
      ["'russia' | 'taliban'", "'us' | 'taliban'"],
    ],
    [
      'UNWIND [1, 2] AS x CALL () { MATCH (n:Group) RETURN n.id AS id } RETURN x, id',
      ["1 | 'taliban'", "2 | 'taliban'"],
    ],
    ['UNWIND [0, 2] AS x CALL (x) { UNWIND range(1, x) AS y RETURN y } RETURN x, y', ['2 | 1', '2 | 2']],
    ['UNWIND [1, 2] AS x CALL (x) { WITH x + 1 AS y RETURN x + y AS z } RETURN z', ['3', '5']],
  ],
  'subqueries in expressions': [
    [
      'MATCH (a:State) RETURN a.id, EXISTS { (a)-[:HOSTED]->() } AS h ORDER BY a.id',
      ["'russia' | true", "'us' | false"],
    ],
    [
      'MATCH (a:State) RETURN a.id, COUNT { (a)-[:URGED]->() } AS c ORDER BY a.id',
      ["'russia' | 2", "'us' | 0"],
    ],
    [
      'MATCH (a:State) RETURN COLLECT { MATCH (a)-[r]->() RETURN type(r) AS t ORDER BY t } AS ts ORDER BY a.id',
      ["['HOSTED', 'URGED', 'URGED']", "['WARNED']"],
    ],
    ['MATCH (a:State) WHERE EXISTS { MATCH (a)-[r]->(b) WHERE b.id = "talks" } RETURN a.id', ["'russia'"]],
    ['MATCH (a:State) WHERE NOT EXISTS { (a)-[:URGED]->() } RETURN a.id', ["'us'"]],
    ['MATCH (a:Actor) WHERE COUNT { (a)--() } > 3 RETURN a.id ORDER BY a.id', ["'russia'", "'taliban'"]],
    [
      'MATCH (a:State) RETURN [(a)-[r]->(b:Group) WHERE r.what IS NOT NULL | b.id + r.what] AS l ORDER BY a.id',
      ["['talibaninclusion', 'talibanmoderation']", '[]'],
    ],
    ['RETURN [x IN [1, 2] | COUNT { UNWIND range(1, x) AS y RETURN y }] AS counts', ['[1, 2]']],
    [
      'MATCH (a:State) RETURN CASE WHEN EXISTS { (a)-[:HOSTED]->() } THEN "host" ELSE "guest" END AS w ORDER BY w',
      ["'guest'", "'host'"],
    ],
  ],
  nulls: [
    ['MATCH (n:Actor) WHERE n.since > 0 RETURN count(*)', ['2']],
    ['MATCH (n:Actor) WHERE NOT n.since > 0 RETURN count(*)', ['0']],
    ['MATCH (n:Actor) WHERE n.since = null RETURN count(*)', ['0']],
    ['MATCH (n) WHERE n.id IN [] RETURN count(*)', ['0']],
    ['WITH null AS x WHERE x OR true RETURN 1', ['1']],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_clause, cases) => {
  it.each(cases)('%s', async (statement, rows) => {
    const database = await talks();
    expect((await database.rows(statement)).toSorted()).toEqual([...rows].toSorted());
    if (statement.includes('ORDER BY')) expect(await database.rows(statement)).toEqual(rows);
  });
});

it('gives the columns in the order in which they are written, and those of * by name', async () => {
  const database = await talks();
  expect((await database.run('RETURN 1 AS b, 2 AS a')).fields).toEqual(['b', 'a']);
  expect((await database.run('WITH 1 AS b, 2 AS a RETURN *, 3 AS c')).fields).toEqual(['a', 'b', 'c']);
  expect((await database.run('MATCH (n) RETURN n.id,  count( * )')).fields).toEqual(['n.id', 'count( * )']);
});

it('refuses a predicate that is no truth value, but for a list, which is true where it has items', async () => {
  const database = await talks();
  expect(await database.failure("UNWIND [1, 'a'] AS x WITH x WHERE x RETURN x")).toBe(
    "Neo.ClientError.Statement.TypeError: Don't know how to treat that as a predicate: Long(1)",
  );
  expect(await database.rows('UNWIND [[], [1], null, [null]] AS x WITH x WHERE x RETURN x')).toEqual([
    '[1]',
    '[null]',
  ]);
});

it('goes on with nulls where OPTIONAL CALL gives nothing', async () => {
  const database = await talks();
  const optional =
    'UNWIND [1, 2, 3] AS x OPTIONAL CALL (x) { WITH x WHERE x = 2 RETURN x * 10 AS y } RETURN x, y';
  expect(await database.rows(optional)).toEqual(['1 | null', '2 | 20', '3 | null']);
  const procedure =
    "UNWIND [1, 2] AS x OPTIONAL CALL db.labels() YIELD label WHERE label = 'Nope' RETURN x, label";
  expect(await database.rows(procedure)).toEqual(['1 | null', '2 | null']);
  const unit = 'UNWIND [1, 2] AS x OPTIONAL CALL (x) { CREATE (:X) } RETURN x';
  expect(await database.rows(unit)).toEqual(['1', '2']);
});

it('reads all(…) as the argument of a function, and ALL before one', async () => {
  const database = await talks();
  expect(await database.rows('RETURN toString(all(x IN [1] WHERE x > 0)), sum(ALL (1))')).toEqual([
    "'true' | 1",
  ]);
});

it('takes what is added to text for a list where it may be one', async () => {
  const database = await talks();
  const statement = "WITH coalesce([1], null) + 'a' AS xs RETURN all(x IN xs WHERE x IS NOT NULL)";
  expect(await database.rows(statement)).toEqual(['true']);
});

describe('dynamic labels and types', () => {
  it('$any means one of several, $all every one', async () => {
    const database = new Database();
    await database.run('CREATE (:A)-[:R]->(:A:B)-[:S]->(:C)');
    expect(await database.rows("MATCH (n:$any(['B', 'C'])) RETURN count(n)")).toEqual(['2']);
    expect(await database.rows("MATCH (n:$all(['A', 'B'])) RETURN count(n)")).toEqual(['1']);
    expect(await database.rows("MATCH ()-[r:$any(['R', 'S'])]->() RETURN count(r)")).toEqual(['2']);
  });

  it('the WHERE of a quantified relationship speaks of each relationship', async () => {
    const database = new Database();
    await database.run('CREATE (:A)-[:R {w: 1}]->(:B)-[:R {w: 2}]->(:C)');
    expect(
      await database.rows('MATCH (:A)-[r WHERE r.w > 0]->{1,2}(b) RETURN size(r) ORDER BY size(r)'),
    ).toEqual(['1', '2']);
  });
});
