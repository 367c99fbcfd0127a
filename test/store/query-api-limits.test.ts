/** What our Query API adds to Neo4j's: bounds, refused writes, and statements that end with their client. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESULT_TRUNCATED } from '../../server/contract/query-api.ts';
import type { QueryApiServices } from '../../server/routes/query-api.ts';
import type { Store } from '../../server/store/store.ts';
import { rowsOf, runWrite } from './collect.ts';
import { serveQueryApi, type QueryApiServer } from './query-api-app.ts';
import { EMBEDDED, NEO4J_LTS } from './stores.ts';

const SILENT = 'UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN count(x) AS n';
const ENDLESS = 'UNWIND range(1, 1000000000000) AS x RETURN x, "some text to fill the buffers" AS text';

describe.each([EMBEDDED, NEO4J_LTS].filter(({ missing }) => !missing))(
  'our Query API over $name',
  ({ open, running }) => {
    let store: Store;
    const servers: QueryApiServer[] = [];
    beforeAll(async () => {
      store = await open();
      await runWrite(store, 'MATCH (n) DETACH DELETE n');
    });
    afterAll(async () => {
      await Promise.all(servers.map((started) => started.close()));
      await store?.close();
    });

    /** Serves with these settings and gives what to ask it with. */
    async function server(
      settings: Partial<QueryApiServices['settings']>,
      idleMs?: number,
      over: Store = store,
    ) {
      const started = await serveQueryApi(over, settings, idleMs);
      servers.push(started);
      return async (body: object | string, path = '', init: RequestInit = {}) =>
        fetch(`${started.url}/db/${store.database}/query/v2${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
          ...init,
        });
    }
    const stops = async (statement: string): Promise<boolean> => {
      for (let tries = 0; tries < 100; tries++) {
        if (!(await running(store)).includes(statement)) return true;
        await sleep(20);
      }
      return false;
    };

    it.each([
      ['asked for', { statement: 'RETURN 1', accessMode: 'Write' }, ''],
      ['hidden in a read', { statement: 'CREATE (n)' }, ''],
      ['of a transaction', { accessMode: 'Write' }, '/tx'],
    ])('refuses a write %s, unless writes are allowed', async (_, body, path) => {
      const ask = await server({ allowWrites: false });
      const reply = await ask(body, path);
      expect([reply.status, await reply.json()]).toEqual([
        403,
        {
          errors: [
            {
              code: 'Neo.ClientError.Security.Forbidden',
              message: 'Writing is not allowed: the server was started without --allow-writes.',
            },
          ],
        },
      ]);
      expect(await rowsOf(store, 'MATCH (n) RETURN count(n)')).toEqual([[0n]]);
    });

    it('cuts a result at its row bound and says so', async () => {
      const ask = await server({ maxRows: 3 });
      const reply = await ask({ statement: 'UNWIND range(1, 100) AS x RETURN x' });
      expect(await reply.json()).toMatchObject({
        data: { fields: ['x'], values: [[1], [2], [3]] },
        notifications: [{ code: RESULT_TRUNCATED, severity: 'WARNING' }],
      });
    });

    it('bounds the time of a statement by its own setting', async () => {
      const ask = await server({ queryTimeoutMs: 300 });
      const reply = await ask({ statement: SILENT, maxExecutionTime: 3600 });
      expect(await reply.json()).toMatchObject({
        errors: [{ code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration' }],
      });
    });

    it('refuses a body that is too large, in its own shape', async () => {
      const ask = await server({ maxBodyBytes: 1000 });
      const reply = await ask({ statement: 'RETURN $x', parameters: { x: 'x'.repeat(1000) } });
      expect([reply.status, await reply.json()]).toEqual([
        413,
        { errors: [{ code: 'Neo.ClientError.Request.Invalid', message: expect.stringMatching(/larger/) }] },
      ]);
    });

    it('says where a body stops being JSON, and which member is unknown', async () => {
      const ask = await server({});
      const messages: unknown[] = [];
      for (const body of ['{"statement": RETURN 1}', '{"statment": "RETURN 1"}', '{"statement": 5}'])
        messages.push(await (await ask(body)).json());
      expect(messages).toMatchObject([
        { errors: [{ message: expect.stringMatching(/not JSON.*position|not JSON.*token/) }] },
        { errors: [{ message: expect.stringMatching(/statment/) }] },
        { errors: [{ message: expect.stringMatching(/statement: .*string/) }] },
      ]);
    });

    it.each([
      ['before its first row', SILENT],
      ['in the middle of its rows', ENDLESS],
    ])('stops a statement whose client goes away %s', async (_, statement) => {
      const ask = await server({ maxRows: Number.MAX_SAFE_INTEGER });
      const gone = new AbortController();
      const reply = await ask({ statement }, '', { signal: gone.signal });
      await (statement === ENDLESS ? reply.body?.getReader().read() : sleep(200));
      gone.abort();
      expect(await stops(statement)).toBe(true);
      expect(await rowsOf(store, 'RETURN 1')).toEqual([[1n]]);
    });

    it('reads from the store no faster than its client reads', async () => {
      let rows = 0;
      const counting: Store = Object.assign(Object.create(store) as Store, {
        database: store.database,
        kind: store.kind,
        async *run(...given: Parameters<Store['run']>) {
          for await (const event of store.run(...given)) {
            if (event.event === 'rows') rows += event.rows.length;
            yield event;
          }
        },
      });
      const ask = await server({ maxRows: Number.MAX_SAFE_INTEGER }, undefined, counting);
      const gone = new AbortController();
      const reply = await ask({ statement: ENDLESS }, '', {
        signal: gone.signal,
        headers: { 'content-type': 'application/json', accept: 'application/jsonl' },
      });
      expect(reply.status).toBe(202);
      // the buffers of both sockets fill, and then nothing moves
      let before = -1;
      for (let tries = 0; rows !== before && tries < 50; tries++) {
        before = rows;
        await sleep(200);
      }
      expect(rows).toBe(before);
      gone.abort();
      expect(await stops(ENDLESS)).toBe(true);
    });

    it('rolls back a transaction that is not used', async () => {
      const ask = await server({}, 300);
      const begun = (await (
        await ask({ statement: 'CREATE (:Idle)', accessMode: 'Write' }, '/tx')
      ).json()) as {
        transaction: { id: string; expires: string };
      };
      const { id, expires } = begun.transaction;
      expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      await sleep(200);
      const used = await ask({ statement: 'RETURN 1' }, `/tx/${id}`);
      await sleep(700);
      const late = await ask({ statement: 'RETURN 1' }, `/tx/${id}`);
      expect([used.status, late.status]).toEqual([202, 404]);
      expect(await rowsOf(store, 'MATCH (n:Idle) RETURN count(n)')).toEqual([[0n]]);
    });

    it('lets one request at a time use a transaction', async () => {
      const ask = await server({ queryTimeoutMs: 1_000 });
      const begun = (await (await ask({}, '/tx')).json()) as { transaction: { id: string } };
      const path = `/tx/${begun.transaction.id}`;
      const first = ask({ statement: SILENT }, path);
      await sleep(200);
      const second = await ask({ statement: 'RETURN 1' }, path);
      expect([second.status, await second.json()]).toMatchObject([
        400,
        { errors: [{ code: 'Neo.ClientError.Transaction.TransactionAccessedConcurrently' }] },
      ]);
      await (await first).text();
    });

    it('opens only so many transactions', async () => {
      const ask = await server({ allowWrites: false });
      const statuses: number[] = [];
      for (let opened = 0; opened < 65; opened++) statuses.push((await ask({}, '/tx')).status);
      expect([statuses.slice(0, 64).every((status) => status === 202), statuses[64]]).toEqual([true, 503]);
    });
  },
);
