import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Value } from '../../../../graph/model.ts';
import type { Summary } from '../../../../graph/result.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import type { RunOptions, Store, Transaction } from '../../../../server/store/store.ts';
import { openThreadStore } from '../../../../server/store/thread/store.ts';

let folder: string;
let store: Store;
let open: typeof openEmbeddedStore;

async function rows(
  on: Store | Transaction,
  statement: string,
  parameters: Record<string, Value> = {},
  options: RunOptions = {},
): Promise<Value[][]> {
  const found: Value[][] = [];
  for await (const event of on.run(statement, new Map(Object.entries(parameters)), options)) {
    if (event.event === 'rows') found.push(...event.rows.map((row) => [...row]));
  }
  return found;
}

const write = (statement: string, parameters: Record<string, Value> = {}): Promise<Value[][]> =>
  rows(store, statement, parameters, { access: 'write' });

async function summary(statement: string, options: RunOptions): Promise<Summary> {
  for await (const event of store.run(statement, new Map(), options)) {
    if (event.event === 'summary') return event.summary;
  }
  throw new Error('There was no summary.');
}

async function reopen(): Promise<void> {
  await store.close();
  store = await open({ folder });
}

describe.each([
  ['in the thread that asks', openEmbeddedStore],
  ['in a thread of its own', openThreadStore],
])('the embedded store, %s,', (_where, opener) => {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
    open = opener;
    store = await open({ folder });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('finds after reopening the batches of CALL { … } IN TRANSACTIONS that came before the one that failed', async () => {
    const batches = 'UNWIND [1, 2, 0, 4] AS x CALL (x) { CREATE (:T {x: 12 / x}) } IN TRANSACTIONS OF 1 ROW';
    await expect(write(batches)).rejects.toThrow('(Transactions committed: 2)');
    await reopen();
    expect(await rows(store, 'MATCH (t:T) RETURN t.x ORDER BY t.x')).toEqual([[6n], [12n]]);
    const reading = rows(store, batches, {}, { access: 'read' });
    await expect(reading).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.AccessMode' });
    const tx = await store.begin({ access: 'write' });
    const within = rows(tx, batches);
    await expect(within).rejects.toThrow('can only be executed in an implicit transaction');
  });

  it('finds after reopening what was committed: elements, names, schema and ids', async () => {
    await write('CREATE CONSTRAINT actor_id FOR (a:Actor) REQUIRE a.id IS UNIQUE');
    await write(
      `CREATE (r:Actor:State {id: 'russia', aliases: ['Rossiya', $half]})-[:URGED {date: date('2021-10-20')}]->(t:Actor {id: 'taliban', n: 9007199254740993})`,
      { half: '\ud83d' },
    );
    await write("CREATE (gone:Actor {id: 'gone'}) WITH gone DELETE gone");
    const query =
      'MATCH (a:Actor) OPTIONAL MATCH (a)-[r]->(b) RETURN elementId(a), a {.*}, labels(a), type(r), r.date, b.id ORDER BY a.id';
    const before = await rows(store, query);
    expect(before.length).toBe(2);
    await reopen();
    expect(await rows(store, query)).toEqual(before);
    expect(await rows(store, 'SHOW CONSTRAINTS YIELD name')).toEqual([['actor_id']]);
    await expect(write("CREATE (:Actor {id: 'russia'})")).rejects.toMatchObject({
      code: 'Neo.ClientError.Schema.ConstraintValidationFailed',
      message: "Node(0) already exists with label `Actor` and property `id` = 'russia'",
    });
  });

  it('refuses a write in read access, and leaves nothing of a failed statement', async () => {
    await expect(rows(store, 'CREATE ()')).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.AccessMode',
    });
    await expect(write('UNWIND [1, 0] AS x CREATE ({v: 1 / x})')).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.ArithmeticError',
    });
    expect(await rows(store, 'MATCH (n) RETURN count(n)')).toEqual([[0n]]);
  });

  it('adds up fifty increments that run at once', async () => {
    await write('CREATE (:Counter {n: 0})');
    await Promise.all(Array.from({ length: 50 }, () => write('MATCH (c:Counter) SET c.n = c.n + 1')));
    expect(await rows(store, 'MATCH (c:Counter) RETURN c.n')).toEqual([[50n]]);
    await reopen();
    expect(await rows(store, 'MATCH (c:Counter) RETURN c.n')).toEqual([[50n]]);
  });

  it('shows a reader the state in which it began, whatever is committed meanwhile', async () => {
    await write('UNWIND range(1, 3000) AS i CREATE (:N {i: i})-[:R]->(:M)');
    const seen: Value[] = [];
    let writing = false;
    for await (const event of store.run('MATCH (n:N)-[:R]->(m) RETURN n.i ORDER BY elementId(n)')) {
      if (event.event !== 'rows') continue;
      if (!writing) {
        writing = true;
        await write('MATCH (n:N) SET n.i = 0');
        await write('MATCH (n) DETACH DELETE n');
      }
      seen.push(...event.rows.map(([i]) => i ?? null));
    }
    expect(seen.reduce((sum: bigint, i) => sum + (i as bigint), 0n)).toBe(4_501_500n);
    expect(await rows(store, 'MATCH (n) RETURN count(n)')).toEqual([[0n]]);
    const tx = await store.begin();
    await write('CREATE (:Late)');
    expect(await rows(tx, 'MATCH (n:Late) RETURN count(n)')).toEqual([[0n]]);
    await tx.rollback();
  });

  it('stops a statement whose reader leaves, after its rows, or by its signal', async () => {
    for await (const event of store.run('UNWIND range(1, 50000) AS i CREATE (n {i: i}) RETURN n', undefined, {
      access: 'write',
    })) {
      if (event.event === 'rows') break;
    }
    expect(await rows(store, 'MATCH (n) RETURN count(n)')).toEqual([[0n]]);
    expect((await summary('UNWIND range(1, 10) AS i RETURN i', { maxRows: 3 })).truncated).toBe(true);
    const reason = new Error('the client went away');
    const running = rows(
      store,
      'UNWIND range(1, 1000000000) AS i RETURN sum(i)',
      {},
      {
        signal: AbortSignal.any([AbortSignal.timeout(50)]),
      },
    );
    await expect(running).rejects.toMatchObject({ name: 'TimeoutError' });
    const controller = new AbortController();
    const other = rows(
      store,
      'UNWIND range(1, 1000000000) AS i RETURN sum(i)',
      {},
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(reason), 20);
    await expect(other).rejects.toBe(reason);
  });

  it('stops a statement at its time', async () => {
    await expect(
      rows(store, 'UNWIND range(1, 1000000000) AS i RETURN sum(i)', {}, { timeoutMs: 60 }),
    ).rejects.toMatchObject({ code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration' });
  });

  it('keeps the statements of an explicit transaction to itself until it is committed', async () => {
    const tx = await store.begin({ access: 'write' });
    await rows(tx, 'CREATE (:Actor {id: 1})');
    await rows(tx, 'MATCH (a:Actor) SET a.id = a.id + 1');
    expect(await rows(tx, 'MATCH (a:Actor) RETURN a.id')).toEqual([[2n]]);
    expect(await rows(store, 'MATCH (a:Actor) RETURN a.id')).toEqual([]);
    const bookmarks = await tx.commit();
    expect(await rows(store, 'MATCH (a:Actor) RETURN a.id', {}, { bookmarks })).toEqual([[2n]]);
    await expect(tx.commit()).rejects.toMatchObject({
      code: 'Neo.ClientError.Transaction.TransactionNotFound',
    });
    await tx.rollback();
  });

  it('ends an explicit transaction when a statement in it fails', async () => {
    const tx = await store.begin({ access: 'write' });
    await rows(tx, 'CREATE (:Actor)');
    await expect(rows(tx, 'RETURN 1 / 0')).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.ArithmeticError',
    });
    await expect(rows(tx, 'RETURN 1')).rejects.toMatchObject({
      code: 'Neo.ClientError.Transaction.TransactionNotFound',
    });
    await expect(tx.commit()).rejects.toThrow('a statement in it failed');
    expect(await write('CREATE (n:Next) WITH count(n) AS c MATCH (m) RETURN count(m)')).toEqual([[1n]]);
  });

  it('rolls back a transaction that is idle for too long, so that others can write', async () => {
    await store.close();
    store = await open({ folder, idleTimeoutMs: 50 });
    const tx = await store.begin({ access: 'write' });
    await rows(tx, 'CREATE (:Abandoned)');
    await write('CREATE (:Next)');
    expect(await rows(store, 'MATCH (n) RETURN labels(n)')).toEqual([[['Next']]]);
    await expect(rows(tx, 'RETURN 1')).rejects.toMatchObject({
      code: 'Neo.ClientError.Transaction.TransactionTimedOut',
    });
  });

  it('does not wait for longer than its time for the writers before it', async () => {
    const first = await store.begin({ access: 'write' });
    await expect(rows(store, 'CREATE ()', {}, { access: 'write', timeoutMs: 50 })).rejects.toMatchObject({
      code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    });
    await first.rollback();
    await write('CREATE ()');
  });

  it('gives bookmarks that count commits, and refuses those of another store', async () => {
    const first = await summary('CREATE ()', { access: 'write' });
    const second = await summary('CREATE ()', { access: 'write' });
    expect(first.bookmarks).not.toEqual(second.bookmarks);
    expect((await summary('RETURN 1', { bookmarks: second.bookmarks })).bookmarks).toEqual(second.bookmarks);
    await reopen();
    expect((await summary('RETURN 1', { bookmarks: second.bookmarks })).bookmarks).toEqual(second.bookmarks);
    await expect(rows(store, 'RETURN 1', {}, { bookmarks: ['FB:other'] })).rejects.toMatchObject({
      code: 'Neo.ClientError.Transaction.InvalidBookmark',
    });
  });

  it('waits for what is running when it closes, and refuses what comes after', async () => {
    const running = write('UNWIND range(1, 20000) AS i CREATE ({i: i})');
    await sleep(5);
    const closed = store.close();
    await expect(rows(store, 'RETURN 1')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await running;
    await closed;
    store = await open({ folder });
    expect(await rows(store, 'MATCH (n) RETURN count(n)')).toEqual([[20_000n]]);
  });
});
