/** What every store promises (server/store/store.ts), as tests; each store runs them all. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CypherError } from '../../graph/errors.ts';
import { Node, Path, Relationship, type Value } from '../../graph/model.ts';
import type { Counters } from '../../graph/result.ts';
import type { Store, Transaction } from '../../server/store/store.ts';
import { collect, rowsOf, runRead, runWrite } from './collect.ts';
import { VALUES } from './contract-values.ts';
import type { TestedStore } from './stores.ts';

/** Runs until it is stopped; the first gives no row, the second never stops giving them. */
const SILENT = 'UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN count(x) AS n';
const ENDLESS = 'UNWIND range(1, 1000000000000) AS x RETURN x';

const NOTHING: Counters = {
  nodesCreated: 0,
  nodesDeleted: 0,
  relationshipsCreated: 0,
  relationshipsDeleted: 0,
  propertiesSet: 0,
  labelsAdded: 0,
  labelsRemoved: 0,
  indexesAdded: 0,
  indexesRemoved: 0,
  constraintsAdded: 0,
  constraintsRemoved: 0,
};

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => new Error('nothing failed'),
    (error: unknown) => error,
  );
async function code(promise: Promise<unknown>): Promise<string> {
  const error = await failure(promise);
  return error instanceof CypherError ? error.code : String(error);
}

/** Declares the tests; call it inside a `describe` that names the store. */
export function describeStore({ open, running }: Pick<TestedStore, 'open' | 'running'>): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());
  beforeEach(async () => {
    await runWrite(store, 'MATCH (n) DETACH DELETE n');
  });

  const count = async (): Promise<Value | undefined> =>
    (await runRead(store, 'MATCH (n) RETURN count(n)')).rows[0]?.[0];
  /** Whether it has stopped in the server, within a second. */
  const stops = async (statement: string): Promise<boolean> => {
    for (let tries = 0; tries < 50; tries++) {
      if (!(await running(store)).includes(statement)) return true;
      await sleep(20);
    }
    return false;
  };

  describe('a result', () => {
    it('is a header, rows and a summary', async () => {
      expect(await runRead(store, 'UNWIND [1, 2] AS x RETURN x, "a" AS `the letter`')).toEqual({
        fields: ['x', 'the letter'],
        rows: [
          [1n, 'a'],
          [2n, 'a'],
        ],
        summary: {
          queryType: 'r',
          counters: NOTHING,
          notifications: [],
          plan: undefined,
          profiled: false,
          bookmarks: expect.any(Array),
          truncated: false,
        },
      });
    });

    it('has a header and a summary where there is no row', async () => {
      const { fields, rows } = await runRead(store, 'MATCH (n) RETURN n.x, n AS node');
      expect({ fields, rows }).toEqual({ fields: ['n.x', 'node'], rows: [] });
    });

    it('of a statement that returns nothing has no fields', async () => {
      const { fields, rows, summary } = await runWrite(store, 'CREATE (:A)');
      expect({ fields, rows, type: summary.queryType }).toEqual({ fields: [], rows: [], type: 'w' });
    });

    it('comes in batches of at most 1,024 rows', async () => {
      const sizes: number[] = [];
      for await (const event of store.run('UNWIND range(1, 2500) AS x RETURN x'))
        if (event.event === 'rows') sizes.push(event.rows.length);
      expect(sizes.reduce((sum, size) => sum + size)).toBe(2500);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(1024);
    });

    it('of 100,000 rows is not read ahead of a slow consumer', async () => {
      const statement =
        'UNWIND range(1, 100000) AS x RETURN x, reduce(s = "", i IN range(1, 200) | s + "x") AS text';
      let [rows, heldAtMost] = [0, 0];
      const before = process.memoryUsage().heapUsed;
      for await (const event of store.run(statement)) {
        if (event.event !== 'rows') continue;
        rows += event.rows.length;
        if (rows % 10 === 0) await sleep(1);
        heldAtMost = Math.max(heldAtMost, process.memoryUsage().heapUsed - before);
      }
      expect(rows).toBe(100_000);
      // all of it would be over 50 MB of text alone; the rest is garbage not collected yet
      expect(heldAtMost).toBeLessThan(200 * 2 ** 20);
    });

    it('says what kind of statement it was', async () => {
      const types: string[] = [];
      for (const statement of ['RETURN 1 AS x', 'CREATE (n)', 'CREATE (n) RETURN n'])
        types.push((await runWrite(store, statement)).summary.queryType);
      expect(types).toEqual(['r', 'w', 'rw']);
    });
  });

  describe('values', () => {
    it.each(VALUES)('$title come out as they went in', async ({ value }) => {
      expect(await rowsOf(store, 'RETURN $x', { x: value })).toStrictEqual([[value]]);
    });

    it.each(VALUES.filter(({ storable }) => storable))('$title are kept as properties', async ({ value }) => {
      await runWrite(store, 'CREATE (:V {x: $x})', { x: value });
      expect(await rowsOf(store, 'MATCH (v:V) RETURN v.x')).toStrictEqual([[value]]);
    });

    it.each(VALUES)('$title are what Cypher makes of $cypher', async ({ cypher, value }) => {
      expect(await rowsOf(store, `RETURN ${cypher}`)).toStrictEqual([[value]]);
    });

    it('are nodes, relationships and paths', async () => {
      await runWrite(store, 'CREATE (:B:A {x: 1})-[:R {y: 1.0}]->(:C), (:C)-[:S]->(:D)');
      const [row] = await rowsOf(
        store,
        'MATCH p = (a:A)-[r]->(c) RETURN a, r, c, p, [n IN nodes(p) | elementId(n)] AS ids, elementId(r) AS id',
      );
      const [a, r, c, p, ids, id] = row ?? [];
      const [aId, cId] = ids as string[];
      const first = new Node(String(aId), ['A', 'B'], new Map([['x', 1n]]));
      const last = new Node(String(cId), ['C'], new Map());
      const relationship = new Relationship(String(id), String(aId), String(cId), 'R', new Map([['y', 1]]));
      expect([a, r, c]).toStrictEqual([first, relationship, last]);
      expect(p).toStrictEqual(new Path([first, last], [relationship]));
    });

    it('of a path keep the direction of a relationship that is walked against it', async () => {
      await runWrite(store, 'CREATE (:A)-[:R]->(:B)');
      const [row] = await rowsOf(store, 'MATCH p = (b:B)<--(a) RETURN p, elementId(a), elementId(b)');
      const [path, a, b] = row ?? [];
      if (!(path instanceof Path)) throw new Error('not a path');
      const [relationship] = path.relationships;
      expect(path.nodes.map((node) => node.elementId)).toEqual([b, a]);
      expect([relationship?.startNodeElementId, relationship?.endNodeElementId]).toEqual([a, b]);
    });
  });

  describe('access', () => {
    it.each([
      'CREATE (n)',
      'MATCH (n) SET n.x = 1',
      'MERGE (n:A)',
      'MATCH (n) DETACH DELETE n',
      'CREATE INDEX access_test IF NOT EXISTS FOR (n:A) ON (n.x)',
    ])('refuses, when it is to read, %s', async (statement) => {
      await runWrite(store, 'CREATE (:Kept)');
      expect(await code(runRead(store, statement))).toBe('Neo.ClientError.Statement.AccessMode');
      expect(await count()).toBe(1n);
    });

    it('is to read where nothing is said', async () => {
      expect(await code(collect(store.run('CREATE (n)')))).toBe('Neo.ClientError.Statement.AccessMode');
    });
  });

  describe('a write', () => {
    it('is there for the next statement', async () => {
      await runWrite(store, 'CREATE (:A), (:B)');
      expect(await count()).toBe(2n);
    });

    it.each<[string, string, Partial<Counters>]>([
      [
        'CREATE (:A:B {x: 1, y: 2})-[:R {z: 1}]->()',
        '',
        { nodesCreated: 2, relationshipsCreated: 1, propertiesSet: 3, labelsAdded: 2 },
      ],
      ['MERGE (:A {x: 1})', '', { nodesCreated: 1, propertiesSet: 1, labelsAdded: 1 }],
      ['MERGE (:A {x: 1})', 'CREATE (:A {x: 1})', {}],
      ['MATCH (a:A) SET a.x = 2, a.y = 3, a:B:A', 'CREATE (:A {x: 1})', { propertiesSet: 2, labelsAdded: 1 }],
      ['MATCH (a:A) SET a = {y: 1}', 'CREATE (:A {x: 1, z: 2})', { propertiesSet: 3 }],
      ['MATCH (a:A) SET a += {y: 1}', 'CREATE (:A {x: 1})', { propertiesSet: 1 }],
      ['MATCH (a:A) REMOVE a.x, a:A', 'CREATE (:A {x: 1})', { propertiesSet: 1, labelsRemoved: 1 }],
      [
        'MATCH (a:A) DETACH DELETE a',
        'CREATE (:A)-[:R]->(), (:A)',
        { nodesDeleted: 2, relationshipsDeleted: 1 },
      ],
      ['MATCH ()-[r]->() DELETE r', 'CREATE ()-[:R]->()', { relationshipsDeleted: 1 }],
      ['MATCH (n:Nope) DELETE n', '', {}],
    ])('counts what %s does after %s', async (statement, given, counters) => {
      if (given !== '') await runWrite(store, given);
      expect((await runWrite(store, statement)).summary.counters).toEqual({ ...NOTHING, ...counters });
    });

    it('that fails leaves nothing', async () => {
      const error = runWrite(store, 'UNWIND [1, 0] AS x CREATE (:A {x: 1 / x})');
      expect(await code(error)).toBe('Neo.ClientError.Statement.ArithmeticError');
      expect(await count()).toBe(0n);
    });

    it('that is left before its end leaves nothing', async () => {
      const statement = 'UNWIND range(1, 5000) AS x CREATE (n:A {x: x}) RETURN n.x';
      for await (const event of store.run(statement, undefined, { access: 'write' }))
        if (event.event === 'rows') break;
      expect(await count()).toBe(0n);
    });

    it('beside others loses none of them', async () => {
      await runWrite(store, 'CREATE (:Counter {n: 0})');
      const once = (): Promise<unknown> =>
        runWrite(store, 'MATCH (c:Counter) SET c.lock = 1 SET c.n = c.n + 1');
      await Promise.all(Array.from({ length: 20 }, once));
      expect(await rowsOf(store, 'MATCH (c:Counter) RETURN c.n')).toEqual([[20n]]);
    });

    it('gives bookmarks with which a reader sees it', async () => {
      const { bookmarks } = (await runWrite(store, 'CREATE (:A)')).summary;
      const { rows } = await runRead(store, 'MATCH (n) RETURN count(n)', {}, { bookmarks });
      expect(rows).toEqual([[1n]]);
    });
  });

  describe('a statement that fails', () => {
    it.each<[string, string, object]>([
      ['RETURN 1 +', 'SyntaxError', { line: 1, column: 11, offset: 10 }],
      ['MATCH (n)\nRETRUN n', 'SyntaxError', { line: 2, column: 1, offset: 10 }],
      ['RETURN nope(1)', 'SyntaxError', { line: 1, column: 8, offset: 7 }],
      ['MATCH (n) RETURN m', 'SyntaxError', { line: 1, column: 18, offset: 17 }],
    ])('%j tells code and place', async (statement, kind, position) => {
      const error = await failure(runRead(store, statement));
      expect(error).toBeInstanceOf(CypherError);
      expect(error).toMatchObject({ code: `Neo.ClientError.Statement.${kind}`, position });
    });

    it.each([
      ['RETURN $x', 'Statement.ParameterMissing'],
      ['RETURN 1 / 0', 'Statement.ArithmeticError'],
      ['RETURN 9223372036854775807 + 1', 'Statement.ArithmeticError'],
      ['UNWIND [1] AS x WITH [x, "a"][0] AS y RETURN y.z', 'Statement.TypeError'],
      ['RETURN date("nope")', 'Statement.SyntaxError'],
      ['CALL nope.nope()', 'Procedure.ProcedureNotFound'],
    ])('%s is %s', async (statement, kind) => {
      expect(await code(runRead(store, statement))).toBe(`Neo.ClientError.${kind}`);
    });

    it('after rows gives those first', async () => {
      const rows: unknown[] = [];
      const run = async (): Promise<void> => {
        for await (const event of store.run('UNWIND [2, 1, 0] AS x RETURN 2 / x'))
          if (event.event === 'rows') rows.push(...event.rows);
      };
      expect(await code(run())).toBe('Neo.ClientError.Statement.ArithmeticError');
      expect(rows).toEqual([[1n], [2n]]);
    });

    it('leaves the store ready for the next', async () => {
      await failure(runRead(store, 'RETURN 1 +'));
      expect(await rowsOf(store, 'RETURN 1')).toEqual([[1n]]);
    });
  });

  describe('a constraint', () => {
    it('refuses what breaks it and keeps what was there', async () => {
      await runWrite(
        store,
        'CREATE CONSTRAINT contract_test IF NOT EXISTS FOR (n:Unique) REQUIRE n.id IS UNIQUE',
      );
      try {
        await runWrite(store, 'CREATE (:Unique {id: 1})');
        const twice = runWrite(store, 'CREATE (:Unique {id: 2}), (:Unique {id: 1})');
        expect(await code(twice)).toBe('Neo.ClientError.Schema.ConstraintValidationFailed');
        expect(await count()).toBe(1n);
      } finally {
        await runWrite(store, 'DROP CONSTRAINT contract_test');
      }
    });

    it('and an index are counted, and created once', async () => {
      const create = 'CREATE INDEX contract_index IF NOT EXISTS FOR (n:Indexed) ON (n.x)';
      const [first, second] = [await runWrite(store, create), await runWrite(store, create)];
      const dropped = await runWrite(store, 'DROP INDEX contract_index');
      expect([first, second, dropped].map(({ summary }) => [summary.queryType, summary.counters])).toEqual([
        ['s', { ...NOTHING, indexesAdded: 1 }],
        ['s', NOTHING],
        ['s', { ...NOTHING, indexesRemoved: 1 }],
      ]);
    });
  });

  describe('bounds', () => {
    it('stop a statement that runs too long', async () => {
      const began = Date.now();
      const error = await code(runRead(store, SILENT, {}, { timeoutMs: 300 }));
      expect(error).toBe('Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration');
      expect(Date.now() - began).toBeLessThan(5_000);
      expect(await stops(SILENT)).toBe(true);
    });

    it.each([0, 1, 10, 1000, 1500])('cut a result after %i rows and say so', async (maxRows) => {
      const { rows, summary } = await runRead(store, ENDLESS, {}, { maxRows });
      expect(rows).toEqual(Array.from({ length: maxRows }, (_, index) => [BigInt(index + 1)]));
      expect(summary.truncated).toBe(true);
      expect(await stops(ENDLESS)).toBe(true);
    });

    it('are not hit by as many rows as they allow', async () => {
      const { rows, summary } = await runRead(
        store,
        'UNWIND range(1, 10) AS x RETURN x',
        {},
        { maxRows: 10 },
      );
      expect([rows.length, summary.truncated]).toEqual([10, false]);
    });

    it('on rows do not bound what a statement writes', async () => {
      const statement = 'UNWIND range(1, 3000) AS x CREATE (n:A {x: x}) RETURN n.x';
      const { rows, summary } = await collect(
        store.run(statement, undefined, { access: 'write', maxRows: 5 }),
      );
      expect([rows.length, summary.truncated, summary.counters.nodesCreated]).toEqual([5, true, 3000]);
      expect(await count()).toBe(3000n);
    });
  });

  describe('cancelling', () => {
    it.each([
      ['a silent statement', SILENT],
      ['a statement that gives rows', ENDLESS],
    ])('%s by its signal stops it and throws the reason', async (_, statement) => {
      const controller = new AbortController();
      const reason = new Error('enough');
      setTimeout(() => controller.abort(reason), 200);
      const began = Date.now();
      expect(await failure(runRead(store, statement, {}, { signal: controller.signal }))).toBe(reason);
      expect(Date.now() - began).toBeLessThan(3_000);
      expect(await stops(statement)).toBe(true);
    });

    it('before the start runs nothing', async () => {
      const reason = new Error('never');
      const options = { access: 'write', signal: AbortSignal.abort(reason) } as const;
      expect(await failure(collect(store.run('CREATE (n)', undefined, options)))).toBe(reason);
      expect(await count()).toBe(0n);
    });

    it('by leaving the iteration stops it', async () => {
      for await (const event of store.run(ENDLESS)) if (event.event === 'rows') break;
      expect(await stops(ENDLESS)).toBe(true);
    });

    it('by leaving, many times over, leaves the store as it was', async () => {
      for (let turn = 0; turn < 30; turn++) {
        for await (const event of store.run(ENDLESS)) if (event.event === 'rows') break;
        expect(await rowsOf(store, 'RETURN 1 AS x')).toEqual([[1n]]);
      }
    });
  });

  describe('a transaction', () => {
    let tx: Transaction;
    beforeEach(async () => {
      tx = await store.begin({ access: 'write' });
    });

    it('sees its own writes, and others only after it commits', async () => {
      await rowsOf(tx, 'CREATE (:A)');
      const inside = await rowsOf(tx, 'MATCH (n) RETURN count(n)');
      const outside = await count();
      await tx.commit();
      expect([inside, outside, await count()]).toEqual([[[1n]], 0n, 1n]);
    });

    it('gives bookmarks when it commits', async () => {
      await rowsOf(tx, 'CREATE (:A)');
      const bookmarks = await tx.commit();
      expect((await runRead(store, 'MATCH (n) RETURN count(n)', {}, { bookmarks })).rows).toEqual([[1n]]);
    });

    it('that is rolled back leaves nothing', async () => {
      await rowsOf(tx, 'CREATE (:A)');
      await tx.rollback();
      expect(await count()).toBe(0n);
    });

    it('whose statement fails has ended', async () => {
      await rowsOf(tx, 'CREATE (:A)');
      await failure(rowsOf(tx, 'RETURN 1 / 0'));
      const ended = 'Neo.ClientError.Transaction.TransactionNotFound';
      expect([await code(rowsOf(tx, 'RETURN 1')), await code(tx.commit())]).toEqual([ended, ended]);
      await tx.rollback();
      expect(await count()).toBe(0n);
    });

    it('that committed cannot be used', async () => {
      await tx.commit();
      expect(await code(rowsOf(tx, 'RETURN 1'))).toBe('Neo.ClientError.Transaction.TransactionNotFound');
    });

    it('cuts each result at its own bound and goes on, whatever is on its way at the moment of the cut', async () => {
      for (let round = 0; round < 40; round++) {
        const { rows, summary } = await collect(
          tx.run('UNWIND range(1, 5000) AS x RETURN x', undefined, { maxRows: 3 }),
        );
        expect([rows, summary.truncated]).toEqual([[[1n], [2n], [3n]], true]);
      }
      expect(await rowsOf(tx, 'RETURN 1')).toEqual([[1n]]);
      await tx.rollback();
    });

    it('is stopped by the signal of a statement', async () => {
      const reason = new Error('enough');
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 200);
      expect(await failure(collect(tx.run(SILENT, undefined, { signal: controller.signal })))).toBe(reason);
      await tx.rollback();
      expect(await stops(SILENT)).toBe(true);
    });

    it('whose signal is aborted between two statements has ended: nobody waits for what will not come', async () => {
      await tx.rollback();
      for (const next of ['RETURN 1', null]) {
        const controller = new AbortController();
        const aborted = await store.begin({ access: 'write', signal: controller.signal });
        await collect(aborted.run('CREATE (:Aborted)'));
        const reason = new Error('enough');
        controller.abort(reason);
        expect(await failure(next === null ? aborted.commit() : collect(aborted.run(next)))).toBe(reason);
        await aborted.rollback();
      }
      expect((await runRead(store, 'MATCH (n:Aborted) RETURN count(n)')).rows).toEqual([[0n]]);
    });

    it('that reads refuses writes', async () => {
      await tx.rollback();
      const reading = await store.begin();
      expect(await code(rowsOf(reading, 'CREATE (n)'))).toBe('Neo.ClientError.Statement.AccessMode');
      await reading.rollback();
    });
  });

  describe('a plan', () => {
    it('is given by EXPLAIN, which runs nothing', async () => {
      const { fields, rows, summary } = await runWrite(store, 'EXPLAIN CREATE (n:A) RETURN n');
      expect({ fields, rows, profiled: summary.profiled }).toEqual({
        fields: ['n'],
        rows: [],
        profiled: false,
      });
      expect(summary.plan).toMatchObject({
        operatorType: expect.stringMatching(/ProduceResults/),
        children: [{}],
      });
      expect(await count()).toBe(0n);
    });

    it('is given by PROFILE with the rows of every operator', async () => {
      await runWrite(store, 'CREATE (:A), (:A), (:B)');
      const { rows, summary } = await runRead(store, 'PROFILE MATCH (n:A) RETURN n.x');
      expect([rows.length, summary.profiled]).toEqual([2, true]);
      expect(summary.plan?.arguments.Rows).toBe(2n);
    });
  });

  it('tells its health', async () => {
    await runWrite(store, 'CREATE (:A)-[:R]->(:B)');
    expect(await store.health()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+/),
      nodes: 2,
      relationships: 1,
    });
  });
}
