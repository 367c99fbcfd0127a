/** What a Neo4j that cannot be reached, or refuses us, is told as. */
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openNeo4jStore, type Neo4jOptions } from '../../server/store/neo4j.ts';
import { StoreUnavailable, type Store } from '../../server/store/store.ts';
import { rowsOf, runWrite } from './collect.ts';
import { found } from './provided.ts';
import { TcpProxy } from './tcp-proxy.ts';

const provided = inject('neo4jLts');

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.reason;
    throw error;
  }
  throw new Error('nothing failed');
}

/** What health says; opening itself must not fail. */
async function healthReason(options: Neo4jOptions): Promise<string> {
  const store = await openNeo4jStore(options);
  try {
    return await reasonOf(store.health());
  } finally {
    await store.close();
  }
}

describe.skipIf('missing' in provided)('a Neo4j that refuses us', () => {
  const { uri, httpUri, username, password } =
    'missing' in provided ? { uri: '', httpUri: '', username: '', password: '' } : provided;
  const known = { username, password };
  let admin: Store;
  beforeAll(async () => {
    admin = await openNeo4jStore({ uri, ...known });
    await runWrite(admin, "CREATE OR REPLACE USER guest SET PASSWORD 'guest-password' CHANGE NOT REQUIRED");
  });
  afterAll(async () => {
    await runWrite(admin, 'DROP USER guest');
    await admin.close();
  });

  it('for a wrong password is told when it is opened, and after a few tries as what it then is', async () => {
    const wrong = (): Promise<string> =>
      reasonOf(openNeo4jStore({ uri, username: 'guest', password: 'wrong' }));
    expect(await wrong()).toBe('Neo4j refused the user name or the password');
    const reasons = [await wrong(), await wrong(), await wrong(), await wrong()];
    expect(reasons.at(-1)).toBe(
      'Neo4j was given a wrong password too often and refuses this user for some seconds',
    );
  });

  it('for an unknown database is told when it is opened', async () => {
    expect(await reasonOf(openNeo4jStore({ uri, ...known, database: 'nope' }))).toBe(
      'Neo4j has no database of this name',
    );
  });

  it('for its address being none is told when it is opened', async () => {
    expect(await reasonOf(openNeo4jStore({ uri: 'http://localhost', ...known }))).toBe(
      '"http://localhost" is not the address of a Neo4j',
    );
  });

  it('for the address of its HTTP port is told when it is opened', async () => {
    const address = `bolt://127.0.0.1:${new URL(httpUri).port}`;
    expect(await reasonOf(openNeo4jStore({ uri: address, ...known }))).toMatch(/HTTP port/);
  });

  it.each(['bolt+s', 'neo4j+s', 'neo4j+ssc'])('for %s without a certificate is told', async (scheme) => {
    expect(await healthReason({ uri: uri.replace(/^\w+/, scheme), ...known })).toMatch(/encryption/);
  });

  it.each([
    ['a port where nobody is', 'neo4j://127.0.0.1:1', 'Nothing answers at the Neo4j address'],
    ['a host that is not known', 'bolt://nowhere.invalid', 'The host of the Neo4j address is not known'],
  ])('for %s is told', async (_, address, reason) => {
    expect(await healthReason({ uri: address, ...known })).toBe(reason);
  });

  it('for a server that says nothing is told within seconds', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    const address = await new Promise<ReturnType<typeof silent.address>>((resolve) =>
      silent.once('listening', () => resolve(silent.address())),
    );
    const port = typeof address === 'object' ? address?.port : 0;
    const began = Date.now();
    expect(await healthReason({ uri: `bolt://127.0.0.1:${port}`, ...known })).toMatch(/in time|in use/);
    expect(Date.now() - began).toBeLessThan(10_000);
    silent.close();
  });

  it.each(['bolt', 'neo4j'])('is reached through %s://', async (scheme) => {
    const store = await openNeo4jStore({ uri: uri.replace(/^\w+/, scheme), ...known });
    expect(await rowsOf(store, 'RETURN 1')).toEqual([[1n]]);
    expect(store.database).toBe('neo4j');
    await store.close();
  });
});

describe.skipIf('missing' in provided)('a Neo4j that goes away', () => {
  let proxy: TcpProxy;
  let store: Store;
  beforeAll(async () => {
    const { uri, username, password } = found(provided);
    proxy = new TcpProxy(uri);
    await proxy.start();
    store = await openNeo4jStore({ uri: `bolt://127.0.0.1:${proxy.port}`, username, password });
  });
  afterAll(async () => {
    await store?.close();
    await proxy?.stop();
  });

  it('is told within seconds, and is there again when it comes back', async () => {
    for (let turn = 0; turn < 3; turn++) {
      expect(await rowsOf(store, 'RETURN 1')).toEqual([[1n]]);
      await proxy.stop();
      const began = Date.now();
      expect(await reasonOf(store.health())).toBe('Nothing answers at the Neo4j address');
      expect(await reasonOf(rowsOf(store, 'RETURN 1'))).toBe('Nothing answers at the Neo4j address');
      expect(Date.now() - began).toBeLessThan(5_000);
      await proxy.start();
      expect(await store.health()).toMatchObject({ version: expect.any(String) });
    }
  });

  it('in the middle of a result is told after the rows that came', async () => {
    let rows = 0;
    const read = async (): Promise<void> => {
      for await (const event of store.run('UNWIND range(1, 10000000) AS x RETURN x')) {
        if (event.event !== 'rows') continue;
        if (rows === 0) await proxy.stop();
        rows += event.rows.length;
      }
    };
    expect(await reasonOf(read())).toMatch(/Neo4j/);
    expect(rows).toBeGreaterThan(0);
    await proxy.start();
    expect(await rowsOf(store, 'RETURN 1')).toEqual([[1n]]);
  });
});
