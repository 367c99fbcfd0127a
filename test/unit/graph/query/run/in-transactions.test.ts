/** `CALL { … } IN TRANSACTIONS`: what is expected is what Neo4j 5.26.30 and 2026.08.1 answer. */
import { describe, expect, it } from 'vitest';
import type { Writer } from '../../../../../graph/memory/graph.ts';
import { execute, prepare } from '../../../../../graph/query/engine.ts';
import { innerTransactions } from '../../../../../graph/query/run/in-transactions.ts';
import { Database } from '../statements.ts';

const count = (database: Database): Promise<string[]> => database.rows('MATCH (n) RETURN count(n)');
const FAILING =
  'UNWIND [1, 0, 3, 4] AS x CALL (x) { CREATE (t:T {x: 12 / x}) RETURN t.x AS y } IN TRANSACTIONS';
const TOLD = 'REPORT STATUS AS s RETURN x, y, s.started, s.committed, s.errorMessage';

describe('CALL { … } IN TRANSACTIONS', () => {
  it('commits each batch by itself, and counts all of them', async () => {
    const database = new Database();
    const before = database.graph.version;
    const statement = 'UNWIND range(1, 5) AS x CALL (x) { CREATE (:T {x: x}) } IN TRANSACTIONS OF 2 ROWS';
    expect(await database.counters(statement)).toEqual({
      nodesCreated: 5,
      labelsAdded: 5,
      propertiesSet: 5,
    });
    expect(database.graph.version - before).toBe(3);
  });

  it('keeps what was committed before a batch that fails', async () => {
    const database = new Database();
    expect(await database.failure(`${FAILING} OF 1 ROW RETURN y`)).toBe(
      'Neo.ClientError.Statement.ArithmeticError: / by zero (Transactions committed: 1)',
    );
    expect(await database.rows('MATCH (n) RETURN n')).toEqual(['(:T {x: 12})']);
  });

  it('ON ERROR CONTINUE goes on, with nulls for the batch that was taken back', async () => {
    const database = new Database();
    expect(await database.rows(`${FAILING} OF 1 ROW ON ERROR CONTINUE ${TOLD}`)).toEqual([
      '1 | 12 | true | true | null',
      "0 | null | true | false | '/ by zero'",
      '3 | 4 | true | true | null',
      '4 | 3 | true | true | null',
    ]);
    expect(await count(database)).toEqual(['3']);
  });

  it('ON ERROR BREAK starts no further batch', async () => {
    const database = new Database();
    expect(await database.rows(`${FAILING} OF 1 ROW ON ERROR BREAK ${TOLD}`)).toEqual([
      '1 | 12 | true | true | null',
      "0 | null | true | false | '/ by zero'",
      '3 | null | false | false | null',
      '4 | null | false | false | null',
    ]);
    expect(await count(database)).toEqual(['1']);
  });

  it('ON ERROR RETRY does not try again what can only fail again', async () => {
    const database = new Database();
    const statement = `${FAILING} OF 1 ROW ON ERROR RETRY FOR 20 SECONDS THEN CONTINUE ${TOLD}`;
    expect(await database.rows(statement)).toHaveLength(4);
  });

  it('ON ERROR RETRY tries again what came at a bad time', async () => {
    const database = new Database();
    const held = { usedBytes: 0, maxBytes: 1_000_000 };
    const other = setTimeout(() => (held.usedBytes -= 2_000_000), 40);
    held.usedBytes += 2_000_000;
    const statement =
      'UNWIND [1] AS x CALL (x) { CREATE (:T) WITH collect(x) AS xs RETURN size(xs) AS n } IN TRANSACTIONS ON ERROR RETRY RETURN n';
    const { rows } = await database.run(statement, {}, { memory: held });
    clearTimeout(other);
    expect(rows).toEqual([[1n]]);
    expect(await count(database)).toEqual(['1']);
  });

  it('reads the graph of the beginning, whatever the batches make', async () => {
    const database = new Database();
    await database.run('CREATE (:N), (:N), (:N)');
    await database.run('MATCH (n) CALL (n) { CREATE (:Copy) } IN TRANSACTIONS OF 1 ROW');
    expect(await count(database)).toEqual(['6']);
  });

  it('is followed by clauses that see what was committed', async () => {
    const database = new Database();
    const statement = 'UNWIND [3, 2] AS x CALL (x) { CREATE (:T {x: x}) } IN TRANSACTIONS OF 1 ROW';
    expect(await database.rows(`${statement} MATCH (t:T) RETURN x, count(t) AS c ORDER BY x`)).toEqual([
      '2 | 2',
      '3 | 2',
    ]);
  });

  it('is followed by clauses that write, in a last transaction', async () => {
    const database = new Database();
    const statement =
      'UNWIND [1, 2] AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS OF 1 ROW CREATE (:After {x: x})';
    expect(await database.counters(statement)).toEqual({
      nodesCreated: 4,
      labelsAdded: 4,
      propertiesSet: 2,
    });
    expect(await count(database)).toEqual(['4']);
  });

  it('deletes more than one transaction should hold', async () => {
    const database = new Database();
    await database.run('UNWIND range(1, 5000) AS x CREATE (:N)-[:R]->(:N)');
    const statement = 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 700 ROWS';
    expect(await database.counters(statement)).toEqual({ nodesDeleted: 10_000, relationshipsDeleted: 5000 });
    expect(await count(database)).toEqual(['0']);
    expect(database.graph.historySize).toBe(0);
  });

  it('takes CONCURRENT, and does one batch after another', async () => {
    const database = new Database();
    const statement =
      'UNWIND [1, 2] AS x CALL (x) { CREATE (:T) } IN 2 CONCURRENT TRANSACTIONS OF 1 ROW RETURN x';
    expect(await database.rows(statement)).toEqual(['1', '2']);
  });

  it('lets others write between its batches, and does not wait for itself', async () => {
    const database = new Database();
    const long = database.run(
      'UNWIND range(1, 20) AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS OF 1 ROW RETURN count(*)',
    );
    await database.run('CREATE (:Other)');
    await long;
    expect(await count(database)).toEqual(['21']);
  });

  it('gives a writer back that came after the statement was left', async () => {
    const database = new Database();
    const first = await database.graph.write();
    const prepared = prepare('UNWIND [1] AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS RETURN x');
    const controller = new AbortController();
    const running = execute(prepared, database.graph.read(), new Map(), {
      transactions: innerTransactions(database.graph),
      signal: controller.signal,
      // as a store that looks again now and then
      yieldThread: () => new Promise((resolve) => setTimeout(resolve, 1)),
    });
    await running.next();
    const stopped = running.next();
    controller.abort();
    first.rollback();
    await expect(stopped).rejects.toThrow('terminated');
    const next: Writer = await database.graph.write(AbortSignal.timeout(5000));
    next.rollback();
  });

  it.each([
    ['CREATE (a) WITH a CALL (a) { CREATE (:T) } IN TRANSACTIONS', 'after a write clause is not supported'],
    ['CALL () { CALL () { CREATE (:T) } IN TRANSACTIONS }', 'nested in a regular CALL is not supported'],
    [
      'CALL () { CALL () { CREATE (:T) } IN TRANSACTIONS } IN TRANSACTIONS',
      'Nested CALL { ... } IN TRANSACTIONS',
    ],
    ['CALL () { CREATE (:T) } IN TRANSACTIONS UNION CREATE (:T)', 'in a UNION is not supported'],
    ['CALL () { CREATE (:T) } IN TRANSACTIONS REPORT STATUS AS s RETURN s', 'REPORT STATUS can only be used'],
    ['CALL () { CREATE (:T) } IN TRANSACTIONS OF 2 ROWS OF 3 ROWS', 'Duplicated OF ROWS parameters'],
    [
      'UNWIND [1] AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS OF x ROWS',
      'It is not allowed to refer to variables in OF ... ROWS',
    ],
    ['CALL () { CREATE (:T) } IN TRANSACTIONS OF 0 ROWS', 'Must be a positive integer'],
  ])('refuses %s', async (statement, words) => {
    expect(await new Database().failure(statement)).toContain(words);
  });

  it('leaves the variable alone that a lost column was made of', async () => {
    const statement =
      'UNWIND [1, 0] AS x CALL (x) { CREATE ({y: 1 / x}) RETURN x AS y } IN TRANSACTIONS OF 1 ROW ON ERROR CONTINUE RETURN x, y';
    expect(await new Database().rows(statement)).toEqual(['1 | 1', '0 | null']);
  });

  it('is refused in a transaction that someone else began', async () => {
    const { graph } = new Database();
    const prepared = prepare('UNWIND [1] AS x CALL (x) { CREATE (:T) } IN TRANSACTIONS');
    const writer = await graph.write();
    await expect(execute(prepared, writer, new Map()).next()).rejects.toMatchObject({
      code: 'Neo.DatabaseError.Transaction.TransactionStartFailed',
    });
    writer.rollback();
    await expect(execute(prepared, graph.read(), new Map()).next()).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.AccessMode',
    });
  });
});

describe('OPTIONAL CALL', () => {
  it('keeps a row for which the subquery gives none', async () => {
    const statement = 'UNWIND [1, 2] AS x OPTIONAL CALL (x) { WITH x WHERE x = 1 RETURN x AS y } RETURN x, y';
    expect(await new Database().rows(statement)).toEqual(['1 | 1', '2 | null']);
  });

  it('keeps a row for which the procedure gives none', async () => {
    expect(
      await new Database().rows('UNWIND [1] AS x OPTIONAL CALL db.labels() YIELD label RETURN x, label'),
    ).toEqual(['1 | null']);
  });
});
