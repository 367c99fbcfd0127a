import { afterAll, describe, expect, it } from 'vitest';
import { execute, prepare } from '../../../../../graph/query/engine.ts';
import { Database, talks } from '../statements.ts';

/** Statements that would run for hours, each busy in another operator. */
const RUNAWAYS = {
  'a long list': 'UNWIND range(1, 1000000000000) AS x RETURN count(x)',
  'a product of nodes': 'MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)',
  'a product without matches': 'MATCH (a), (b), (c), (d), (e), (f) WHERE a.i + b.i + c.i + d.i = -1 RETURN a',
  'a walk of any length': 'MATCH (a {i: 0})-[*1..50]-(b) RETURN count(*)',
  'a quantified path': 'MATCH (a {i: 0}) ((x)--(y)){1,50} (b) RETURN count(*)',
  'a walk in an expression': 'MATCH (a {i: 0}) RETURN COUNT { (a)-[*1..50]-() }',
  'a nested list':
    'RETURN reduce(s = 0, x IN range(1, 100000) | s + reduce(t = 0, y IN range(1, 100000) | t + y))',
  'a sort of a product':
    'MATCH (a), (b), (c), (d), (e) RETURN a.i + b.i + c.i + d.i + e.i AS s ORDER BY s LIMIT 1',
  groups: 'UNWIND range(1, 1000000000) AS x RETURN x % 10 AS k, count(*)',
  'optional matches': 'MATCH (a), (b), (c), (d) OPTIONAL MATCH (a)-[*1..4]-(e {i: -1}) RETURN count(e)',
} as const;

/** Sixty nodes, each tied to a few of the next. */
async function mesh(): Promise<Database> {
  const database = new Database();
  await database.run('UNWIND range(0, 59) AS i CREATE (:N {i: i})');
  await database.run('MATCH (a:N), (b:N) WHERE a.i < b.i AND b.i <= a.i + 4 CREATE (a)-[:R]->(b)');
  return database;
}

describe.each(Object.entries(RUNAWAYS))('%s', (_name, statement) => {
  it('ends at its time bound', async () => {
    const database = await mesh();
    const start = performance.now();
    expect(await database.failure(statement, {}, { timeoutMs: 60 })).toContain(
      'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('cancelling', () => {
  const interleaved = Object.entries(RUNAWAYS).filter(
    ([name]) => !name.includes('expression') && name !== 'a nested list',
  );
  it.each(interleaved)('%s stops when its signal is aborted', async (_name, statement) => {
    const database = await mesh();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    expect(await database.failure(statement, {}, { signal: controller.signal, timeoutMs: 20_000 })).toContain(
      'Neo.ClientError.Transaction.Terminated',
    );
  });

  it('leaves nothing of a write behind', async () => {
    const database = new Database();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const failure = await database.failure(
      'UNWIND range(1, 1000000000) AS x CREATE (:N {x: x})',
      {},
      { signal: controller.signal },
    );
    expect(failure).toContain('Neo.ClientError.Transaction.Terminated');
    expect(await database.rows('MATCH (n) RETURN count(n)')).toEqual(['0']);
    expect(await database.counters('CREATE (:N)')).toEqual({ nodesCreated: 1, labelsAdded: 1 });
  });
});

describe('sharing the thread', () => {
  const controller = new AbortController();
  afterAll(() => controller.abort());

  it('lets other statements run while a long one is busy', async () => {
    const database = await talks();
    const slow = database.failure(RUNAWAYS['a long list'], {}, { signal: controller.signal });
    for (let i = 0; i < 20; i += 1) {
      expect(await database.rows('MATCH (n:State) RETURN n.id ORDER BY n.id')).toEqual(["'russia'", "'us'"]);
    }
    controller.abort();
    expect(await slow).toContain('Terminated');
  });

  it('takes turns with timers', async () => {
    const database = new Database();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await database.run('UNWIND range(1, 2000000) AS x RETURN sum(x)');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('calls the given function to give up the thread', async () => {
    const database = new Database();
    let calls = 0;
    const yieldThread = async (): Promise<void> => {
      calls += 1;
    };
    await database.run('UNWIND range(1, 2000000) AS x RETURN sum(x)', {}, { yieldThread });
    expect(calls).toBeGreaterThan(2);
  });
});

describe('memory', () => {
  const bounded = { maxMemoryBytes: 5_000_000, timeoutMs: 20_000 };
  const greedy = [
    'UNWIND range(1, 100000000) AS x RETURN collect(x)',
    'UNWIND range(1, 100000000) AS x RETURN x ORDER BY x',
    'UNWIND range(1, 100000000) AS x RETURN DISTINCT x',
    'UNWIND range(1, 100000000) AS x RETURN x, count(*)',
    'UNWIND range(1, 100000000) AS x WITH collect(DISTINCT x) AS xs RETURN size(xs)',
    'RETURN range(1, 100000000)',
    'RETURN size(COLLECT { UNWIND range(1, 100000000) AS x RETURN x })',
    'RETURN size([x IN range(1, 1000) | range(1, 1000)])',
  ];
  it.each(greedy)('%s ends at its bound', async (statement) => {
    const database = new Database();
    expect(await database.failure(statement, {}, bounded)).toContain(
      'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    );
  });

  it('is not needed for what only passes through', async () => {
    const database = new Database();
    const { rows } = await database.run(
      'UNWIND range(1, 200000) AS x WITH x WHERE x % 2 = 0 RETURN count(x)',
      {},
      bounded,
    );
    expect(rows).toEqual([[100_000n]]);
    const top = await database.run('UNWIND range(1, 200000) AS x RETURN x ORDER BY -x LIMIT 2', {}, bounded);
    expect(top.rows).toEqual([[200_000n], [199_999n]]);
  });

  it('is given back by each subquery', async () => {
    const database = new Database();
    const statement =
      'UNWIND range(1, 100) AS x CALL (x) { UNWIND range(1, 1000) AS y WITH y ORDER BY y RETURN count(y) AS c } RETURN sum(c)';
    const { rows } = await database.run(statement, {}, { maxMemoryBytes: 1_000_000 });
    expect(rows).toEqual([[100_000n]]);
    const collecting =
      'UNWIND range(1, 100) AS x CALL (x) { UNWIND range(1, 1000) AS y RETURN collect(y) AS ys } RETURN sum(size(ys))';
    expect((await database.run(collecting, {}, { maxMemoryBytes: 1_000_000 })).rows).toEqual([[100_000n]]);
  });
});

describe('rows', () => {
  it('are cut at the bound, and the summary says so', async () => {
    const database = new Database();
    const cut = await database.run('UNWIND range(1, 1000000000) AS x RETURN x', {}, { maxRows: 3 });
    expect(cut.rows).toEqual([[1n], [2n], [3n]]);
    expect(cut.summary.truncated).toBe(true);
    const whole = await database.run('UNWIND range(1, 3) AS x RETURN x', {}, { maxRows: 3 });
    expect(whole.rows).toEqual([[1n], [2n], [3n]]);
    expect(whole.summary.truncated).toBe(false);
  });

  it('are made only when they are asked for', async () => {
    const database = new Database();
    const tx = database.graph.read();
    const events = execute(prepare('UNWIND range(1, 1000000000) AS x RETURN x'), tx, new Map());
    expect(await events.next()).toEqual({ done: false, value: { event: 'header', fields: ['x'] } });
    const first = await events.next();
    expect(first.value?.event === 'rows' && first.value.rows.length <= 1024).toBe(true);
    await events.return(undefined);
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });
});
