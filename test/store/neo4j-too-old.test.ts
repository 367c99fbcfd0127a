/** What a Neo4j that is too old for us, and what is no Neo4j at all, are told as: no start waits for them to mend. */
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import { launchOrSkip, NEO4J_TOO_OLD } from '../neo4j/launch.ts';
import { entente } from '../support/entente-process.ts';

const CHECK = 'Check NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.';

/** How a start on it ends: exit code, what it printed, and what it said to standard error. */
async function start(
  uri: string,
  password = 'any',
): Promise<readonly [number | null, string | null, string]> {
  const started = await entente([], { NEO4J_URI: uri, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: password });
  return [
    await started.end(started.url === null ? undefined : 'SIGTERM'),
    started.url,
    started.stderr.trim(),
  ];
}

const old = await launchOrSkip(NEO4J_TOO_OLD);
afterAll(async () => {
  if (!('missing' in old)) await old.stop();
});

describe.skipIf('missing' in old)(`Neo4j ${NEO4J_TOO_OLD}`, () => {
  const { uri, username, password } = 'missing' in old ? { uri: '', username: '', password: '' } : old;
  const reason = `This Neo4j is ${NEO4J_TOO_OLD}: 5.0 or later is needed`;

  it.each([
    ['neo4j', undefined],
    ['bolt', undefined],
    ['neo4j', 'neo4j'],
  ])('is refused through %s:// with database %s, and named', async (scheme, database) => {
    const address = uri.replace(/^\w+/, scheme);
    await expect(openNeo4jStore({ uri: address, username, password, database })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      reason,
    });
  });

  it('ends a start with one line', async () => {
    expect(await start(uri, password)).toEqual([1, null, `${reason}. ${CHECK}`]);
  });
});

describe('a server that the driver cannot talk with', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** Its host and port. */
  async function listening(listener: Server): Promise<string> {
    server = listener.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }
  const answering = (answer: (socket: Socket) => void): Server =>
    createServer((socket) => {
      socket.on('error', () => {}).once('data', () => answer(socket));
    });

  const TOO_OLD = 'This Neo4j is too old: 5.0 or later is needed';
  const NO_NEO4J = 'What answers at the Neo4j address is not a Neo4j';
  const HTTP = 'The Neo4j address is that of its HTTP port; the one for Bolt is needed (usually 7687)';
  // as Neo4j 3.4 does: none of the protocol's versions that were offered, and goodbye
  const noVersion = (): Server => answering((socket) => socket.end(Buffer.alloc(4)));
  const redis = (): Server => answering((socket) => socket.write('-ERR unknown command\r\n'));
  const http = (): Server => createHttpServer((_, response) => response.end());

  it.each([
    ['speaks only an older Bolt', noVersion, TOO_OLD],
    ['speaks another protocol', redis, NO_NEO4J],
    ['speaks HTTP', http, HTTP],
  ])('because it %s ends a start with one line', async (_, make, reason) => {
    const address = await listening(make());
    for (const scheme of ['neo4j', 'bolt'])
      await expect(
        openNeo4jStore({ uri: `${scheme}://${address}`, username: 'neo4j', password: 'any' }),
      ).rejects.toMatchObject({ name: 'StoreUnavailable', reason });
    expect(await start(`neo4j://${address}`)).toEqual([1, null, `${reason}. ${CHECK}`]);
  });
});
