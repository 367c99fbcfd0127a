/** Starting and stopping, as a user does it, and what a user is told where that fails. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Health } from '../../server/contract/api.ts';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { runWrite } from './collect.ts';
import { entente } from '../support/entente-process.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { get, postJson } from './http-client.ts';
import { found } from './provided.ts';
import { TcpProxy } from './tcp-proxy.ts';

/** Exit code, and what was said to standard error. */
async function failure(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const started = await entente(args, env);
  const code = await started.end(started.url === null ? undefined : 'SIGTERM');
  return [code, started.stderr.trim()] as const;
}

describe('a start on an empty folder', () => {
  const data = temporaryFolder();

  it('seeds and prints one line; the next start finds the graph as it was left and seeds nothing', async () => {
    const first = await entente(['--data', data, '--allow-writes']);
    expect(first.stdout.replace(/^Building.*\n/, '')).toMatch(
      /^Entente is ready at http:\/\/127\.0\.0\.1:\d+\/ \(embedded store in .*: \d+ nodes, \d+ relationships\)\n$/,
    );
    const seeded = (await get(`${first.url}/api/health`, Health)).store;
    expect(seeded.relationships).toBeGreaterThan(90);
    const write = await fetch(
      `${first.url}/db/neo4j/query/v2`,
      postJson({ statement: "MATCH (n {id: 'taliban'}) DETACH DELETE n", accessMode: 'Write' }),
    );
    expect(write.status).toBe(202);
    // The reply streams: it ends when the transaction is committed.
    await write.text();
    const left = (await get(`${first.url}/api/health`, Health)).store;
    expect(left.nodes).toBe((seeded.nodes ?? 0) - 1);
    expect(await first.end('SIGTERM')).toBe(0);

    const second = await entente(['--data', data]);
    expect((await get(`${second.url}/api/health`, Health)).store).toEqual(left);
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('is refused while another process has the folder, and says which', async () => {
    const running = await entente(['--data', data]);
    expect(await failure(['--data', data])).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`^The data folder ${data} is in use by process ${running.pid} .*ENTENTE_DATA`),
      ),
    ]);
    expect(await running.end('SIGTERM')).toBe(0);
  });

  it('can be without the seed', async () => {
    const empty = await entente(['--data', join(data, 'empty'), '--no-seed']);
    expect((await get(`${empty.url}/api/health`, Health)).store).toMatchObject({
      nodes: 0,
      relationships: 0,
    });
    expect(await empty.end('SIGTERM')).toBe(0);
  });
});

describe('a stop', () => {
  const data = temporaryFolder();

  it('ends replies that are under way, closes the store and gives 0', async () => {
    const running = await entente(['--data', data]);
    const statement =
      'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN a';
    const reply = fetch(`${running.url}/db/neo4j/query/v2`, postJson({ statement })).then(
      (response) => response.text(),
      (error: unknown) => error,
    );
    await sleep(500);
    const began = Date.now();
    expect(await running.end('SIGTERM')).toBe(0);
    expect(Date.now() - began).toBeLessThan(5000);
    await reply;
    // What a lock or a torn file would show.
    const again = await entente(['--data', data]);
    expect(again.url).not.toBeNull();
    expect(await again.end('SIGTERM')).toBe(0);
  });
});

describe('a start that fails', () => {
  const data = temporaryFolder();

  it('because its port is in use says which, and how to take another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const [code, words] = await failure(['--data', data, '--port', String(port)]);
    other.close();
    expect([code, words]).toEqual([1, expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`)]);
    expect(words).toContain('--port');
  });

  it('because its folder cannot be made says so', async () => {
    const file = join(data, 'a-file');
    writeFileSync(file, 'not a folder');
    const [code, words] = await failure(['--data', join(file, 'data')]);
    expect([code, words.split('\n')]).toEqual([
      1,
      [expect.stringContaining(`The data folder ${file}/data cannot be used`)],
    ]);
  });

  it('because of its settings has a line for each', async () => {
    expect(await failure(['--data', data, '--port', 'x', '--max-rows', '0'])).toEqual([
      1,
      '--port: "x" is not a whole number\n--max-rows: "0" is not between 1 and 1000000000\nSee --help for every setting.',
    ]);
    expect(await failure(['--data', data], { HOST: '0.0.0.0' })).toEqual([
      1,
      expect.stringContaining('a token is needed'),
    ]);
  });

  it('is none where only help is asked for', async () => {
    const help = await entente(['--help']);
    expect([await help.end(), help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('ENTENTE_DATA');
  });
});

const lts = inject('neo4jLts');
describe.skipIf('missing' in lts)('a start on Neo4j', () => {
  let admin: Store;
  beforeAll(async () => {
    admin = await openNeo4jStore(found(lts));
    await runWrite(admin, 'MATCH (n) DETACH DELETE n');
    await runWrite(
      admin,
      "CREATE OR REPLACE USER visitor SET PASSWORD 'visitor-password' CHANGE NOT REQUIRED",
    );
  });
  afterAll(async () => {
    await runWrite(admin, 'MATCH (n) DETACH DELETE n');
    await runWrite(admin, 'DROP USER visitor');
    await admin.close();
  });
  const settings = (uri: string) => ({
    NEO4J_URI: uri,
    NEO4J_USERNAME: found(lts).username,
    NEO4J_PASSWORD: found(lts).password,
  });

  it('with a wrong password fails and names the settings', async () => {
    const env = { NEO4J_URI: found(lts).uri, NEO4J_USERNAME: 'visitor', NEO4J_PASSWORD: 'wrong' };
    expect(await failure([], env)).toEqual([
      1,
      'Neo4j refused the user name or the password. Check NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.',
    ]);
  });

  it('that holds other data leaves it alone, unless the seed is asked for', async () => {
    await runWrite(admin, "CREATE (:Other {id: 'theirs'})");
    const { uri } = found(lts);
    const first = await entente([], settings(uri));
    expect((await get(`${first.url}/api/health`, Health)).store).toMatchObject({ kind: 'neo4j', nodes: 1 });
    expect(first.stderr).toContain('--seed');
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await entente(['--seed'], settings(uri));
    expect((await get(`${second.url}/api/health`, Health)).store.nodes).toBeGreaterThan(100);
    expect(await second.end('SIGTERM')).toBe(0);
    await runWrite(admin, 'MATCH (n) DETACH DELETE n');
  });

  it('that cannot be reached serves 503 with a reason, and is healthy and seeded once it can', async () => {
    const proxy = new TcpProxy(found(lts).uri);
    await proxy.start();
    await proxy.stop();
    const server = await entente([], settings(`bolt://127.0.0.1:${proxy.port}`));
    expect(server.stderr).toContain('Starting all the same');
    const away = await fetch(`${server.url}/api/health`);
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect(Health.parse(await away.json())).toMatchObject({
      status: 'unavailable',
      reason: 'Nothing answers at the Neo4j address',
      store: { kind: 'neo4j', version: null, nodes: null, relationships: null },
    });
    expect((await fetch(`${server.url}/api/overview`)).status).toBe(503);

    await proxy.start();
    const nodes = async () => {
      const response = await fetch(`${server.url}/api/health`);
      return Health.parse(await response.json()).store.nodes ?? 0;
    };
    await expect.poll(nodes, { timeout: 20_000, interval: 200 }).toBeGreaterThan(100);

    await proxy.stop();
    await expect.poll(async () => (await fetch(`${server.url}/api/search?q=russia`)).status).toBe(503);
    await proxy.start();
    await expect
      .poll(async () => (await fetch(`${server.url}/api/search?q=russia`)).status, { timeout: 20_000 })
      .toBe(200);
    expect(await server.end('SIGTERM')).toBe(0);
    await proxy.stop();
  });
});
