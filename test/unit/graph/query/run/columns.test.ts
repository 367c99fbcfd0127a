/** What batches of columns answer is what rows answer. A `PROFILE` runs in rows, so that each statement is its own oracle. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader } from '../../../../../graph/memory/graph.ts';
import type { Value } from '../../../../../graph/model.ts';
import { execute, prepare } from '../../../../../graph/query/engine.ts';
import { Duration, LocalDate } from '../../../../../graph/temporal.ts';
import { Database } from '../statements.ts';

const MIXED: readonly Value[] = [
  null,
  0n,
  1n,
  -1n,
  2n ** 53n,
  2n ** 53n + 1n,
  -(2n ** 62n),
  1,
  1.5,
  -0,
  9_007_199_254_740_992,
  Number.NaN,
  Infinity,
  -Infinity,
  true,
  false,
  '',
  'a',
  'ab',
  'b',
  '😀',
  'long '.repeat(60),
  new LocalDate(17_000),
  new LocalDate(17_001),
  new Duration(1n, 2n, 3n, 4),
  [1n, 2n],
  ['a'],
];

const OPERATORS = ['=', '<>', '<', '<=', '>', '>='];

/** Each asks for what can be read by columns, in every place where it can be. */
const STATEMENTS: readonly string[] = [
  ...OPERATORS.flatMap((operator) => [
    `MATCH (n:A) WHERE n.x ${operator} $value RETURN n.i`,
    `MATCH (n) WHERE $value ${operator} n.x AND n.i >= 3 RETURN count(*)`,
    `MATCH (a)-[r]->(b) WHERE r.x ${operator} $value AND b.x ${operator} $value RETURN a.i, b.i, r.x`,
  ]),
  ...['STARTS WITH', 'ENDS WITH', 'CONTAINS'].map(
    (how) => `MATCH (n) WHERE n.x ${how} $value RETURN n.i, n.x`,
  ),
  'MATCH (n) RETURN n.x AS x, count(*), count(n.i), min(n.i), max(n.x), collect(n.i)',
  'MATCH (n) RETURN n.x, n.y, count(DISTINCT n), count(DISTINCT n.x)',
  'MATCH (n:A) RETURN avg(n.i), sum(n.i), count(n.never)',
  'MATCH (n:Never) RETURN count(*), avg(n.i), collect(n)',
  'MATCH (a)-[r]-(b:A) RETURN type(r), a, count(b), count(DISTINCT b), avg(b.i)',
  'MATCH (a:A)-[r]-()-[s:R]-(b) RETURN a.i, b.i, type(s), count(*)',
  'MATCH (a:A)--()--()--(b) RETURN count(b), count(DISTINCT b)',
  'MATCH (n) WITH COUNT { (n)--() } AS degree RETURN degree, count(*)',
  'MATCH (n) RETURN COUNT { (n)-[:R]->() }, COUNT { (n)<-[:NEVER]-() }, n.i',
  'MATCH (n) RETURN n, n.x, 1',
  'MATCH (n) RETURN n.x',
  'MATCH (a)-[r]->(b) RETURN r, a, b.y',
  'MATCH (n) WHERE n.i = 3 WITH n CALL (n) { MATCH (n)-[r]-(m) WHERE m.i >= 0 RETURN count(m) AS c, n.x AS x } RETURN c, x',
  'MATCH (n) RETURN n.i, [(n)-[r]-(m) WHERE m.i > 1 | m.i], EXISTS { (n)-->(m) WHERE m.x = $value }',
  'OPTIONAL MATCH (n:Never)-[r]->(m) RETURN n.x, type(r), count(m)',
];

/** The rows of a statement and of its profile. */
async function bothWays(database: Database, text: string, value: Value): Promise<[unknown, unknown]> {
  const columns = await database.run(text, { value });
  const rows = await database.run(`PROFILE ${text}`, { value });
  return [columns.rows, rows.rows];
}

async function graphOf(
  xs: readonly Value[],
  edges: readonly (readonly [number, number])[],
): Promise<Database> {
  const database = new Database();
  const rows = xs.map(
    (x, i): Value =>
      new Map<string, Value>([
        ['i', BigInt(i)],
        ['x', x],
        ['y', BigInt(i % 2)],
      ]),
  );
  await database.run('UNWIND $rows AS row CREATE (n) SET n = row', { rows });
  await database.run('MATCH (n) WHERE n.i % 3 <> 0 SET n:A');
  const pairs = edges.map(([from, to], i): Value => [BigInt(from), BigInt(to), xs[i % xs.length] ?? null]);
  await database.run(
    'UNWIND $pairs AS pair MATCH (a {i: pair[0]}), (b {i: pair[1]}) CREATE (a)-[:R {x: pair[2]}]->(b), (b)-[:S]->(a)',
    { pairs },
  );
  return database;
}

it('answers as rows do, on small graphs of mixed values', async () => {
  const nodes = 8;
  const graphs = fc.tuple(
    fc.array(fc.constantFrom(...MIXED), { minLength: nodes, maxLength: nodes }),
    fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 10 }),
    fc.constantFrom(...MIXED),
  );
  await fc.assert(
    fc.asyncProperty(graphs, async ([xs, edges, value]) => {
      const database = await graphOf(xs, edges);
      for (const text of STATEMENTS) {
        // oxlint-disable-next-line no-await-in-loop
        const [columns, rows] = await bothWays(database, text, value);
        expect({ text, rows: columns }).toEqual({ text, rows });
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('answers as rows do, where a node has more relationships than fit into a batch', async () => {
  const database = new Database();
  await database.run('CREATE (:Hub {i: -1})');
  await database.run(
    'MATCH (h:Hub) UNWIND range(0, 1299) AS i CREATE (h)-[:R {x: i % 7}]->(:A {i: i, x: toString(i % 10), y: i / 4.0})',
  );
  for (const text of [
    'MATCH (:Hub)-[r]-(a)-[s]-(b) RETURN count(*), count(DISTINCT b)',
    'MATCH (a:A)-[r]-()-[s]-(b {i: 7}) RETURN count(DISTINCT r), max(a.y)',
    'MATCH (:Hub)-[r]-(a) WHERE r.x < 3 AND a.x >= $value RETURN r.x, a.x, a.y',
    'MATCH (n) RETURN n.x AS x, count(*), avg(n.y), collect(n.i)',
    'MATCH (a)-[r]-(b) RETURN r.x, labels(a), count(b.y)',
    'MATCH (a)-[r]-(b:A) RETURN type(r), r.x, b.y',
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    const [columns, rows] = await bothWays(database, text, '5');
    expect({ text, rows: columns }).toEqual({ text, rows });
  }
}, 60_000);

describe('what is seen', () => {
  const COUNT = 'MATCH (n:A) WHERE n.x >= 2 RETURN n.x, count(*), avg(n.x)';

  async function ask(tx: Reader, text = COUNT): Promise<unknown> {
    const found: unknown[] = [];
    for await (const event of execute(prepare(text), tx, new Map()))
      if (event.event === 'rows') found.push(...event.rows);
    return found;
  }

  it('is what the transaction itself has changed, and what a snapshot began with', async () => {
    const database = new Database();
    await database.run('UNWIND range(0, 3) AS x CREATE (:A {x: x})');
    const before = [
      [2n, 1n, 2],
      [3n, 1n, 3],
    ];
    const snapshot = database.graph.read();
    const writer = await database.graph.write();
    const key = writer.keys.find('x');
    writer.setNodeProperty(0, key, 'no number');
    writer.setNodeProperty(1, key, 7n);
    writer.setNodeProperty(2, key, null);
    writer.deleteNode(3);
    expect(await ask(writer)).toEqual([[7n, 1n, 7]]);
    expect(await ask(snapshot)).toEqual(before);
    writer.prepare();
    writer.commit();
    expect(await ask(snapshot)).toEqual(before);
    expect(await ask(database.graph.read())).toEqual([[7n, 1n, 7]]);
  });

  it('is what there was when a scan began, whatever is committed while it rests', async () => {
    const database = new Database();
    await database.run('UNWIND range(0, 9999) AS x CREATE (:A {x: x % 10})-[:R]->(:B)');
    const snapshot = database.graph.read();
    let committed = 0;
    const rests = async (): Promise<void> => {
      if (committed++ < 3)
        await database.run('MATCH (n:A)-[r]->(b) WITH * LIMIT 500 SET n.x = 99 DELETE r, b');
    };
    const text = 'MATCH (a:A)-[r]->() RETURN a.x, count(r) ORDER BY a.x';
    const found: unknown[] = [];
    for await (const event of execute(prepare(text), snapshot, new Map(), { yieldThread: rests }))
      if (event.event === 'rows') found.push(...event.rows);
    await rests();
    expect(committed).toBeGreaterThan(0);
    expect(found).toEqual(Array.from({ length: 10 }, (_, x) => [BigInt(x), 1000n]));
  });
});

it('stops in the middle when it is cancelled, and gives back what it was charged', async () => {
  const database = new Database();
  await database.run('UNWIND range(0, 299) AS i CREATE (:A {i: i})');
  await database.run('MATCH (a:A), (b:A) WHERE abs(a.i - b.i) < 40 CREATE (a)-[:R]->(b)');
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  const memory = { maxBytes: 2 ** 30, usedBytes: 0 };
  const text = 'MATCH (a:A)--()--()--()--()--(b) RETURN a.i, b.i, count(*)';
  const failure = await database.failure(text, {}, { signal: controller.signal, memory });
  expect(failure).toContain('Neo.ClientError.Transaction.Terminated');
  expect(memory.usedBytes).toBe(0);
});

it('is used where all can be read by columns, and not where something cannot', async () => {
  const database = await graphOf([1n, 2n, 3n], [[0, 1]]);
  const reads = async (text: string): Promise<boolean> => {
    const reader = database.graph.read();
    let used = false;
    const watched = new Proxy(reader, {
      get(target, name) {
        if (name === 'cells') used = true;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    for await (const event of execute(prepare(text), watched, new Map())) void event;
    return used;
  };
  expect(await reads('MATCH (n:A) WHERE n.x > 1 RETURN count(*)')).toBe(true);
  expect(await reads('MATCH (n)-[r]->(m) RETURN n.x, m.x')).toBe(true);
  expect(await reads('MATCH (n) RETURN n.x AS x, avg(n.i)')).toBe(true);
  expect(await reads('MATCH (n) WHERE n.x + n.i > 1 RETURN count(*)')).toBe(false);
  expect(await reads('PROFILE MATCH (n) WHERE n.x > 1 RETURN count(*)')).toBe(false);
});

it('fails as rows do where a parameter cannot be compared, and only where there is a row', async () => {
  const database = await graphOf([1n, 2n], []);
  const text = 'MATCH (n) WHERE n.x > 1 / 0 RETURN n.i';
  expect(await database.failure(text)).toBe(await database.failure(`PROFILE ${text}`));
  expect((await database.run('MATCH (n:Never) WHERE n.x > 1 / 0 RETURN n.i')).rows).toEqual([]);
});
