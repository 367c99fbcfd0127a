/** Our Query API and a real Neo4j's own are asked the same, and must answer the same. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { runWrite } from './collect.ts';
import { found } from './provided.ts';
import { CASES, type Case, type Step } from './query-api-requests.ts';
import { EMBEDDED, NEO4J_CURRENT } from './stores.ts';
import { serveQueryApi } from './query-api-app.ts';

/** A Query API somewhere, and the store behind it, to prepare each case. */
interface Target {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly store: Store;
  close(): Promise<void>;
}

async function ours(store: Store): Promise<Target> {
  const server = await serveQueryApi(store);
  const close = async (): Promise<void> => {
    await server.close();
    await store.close();
  };
  return { url: server.url, authorization: undefined, store, close };
}

interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

async function send({ url, authorization, store }: Target, step: Step, tx: string): Promise<Reply> {
  const { method = 'POST', path = '', database = store.database, accept = 'application/json', body } = step;
  const { contentType = 'application/json' } = step;
  const headers = new Headers({ accept });
  if (contentType !== null) headers.set('content-type', contentType);
  if (authorization !== undefined) headers.set('authorization', authorization);
  const sent = typeof body === 'object' ? JSON.stringify(body) : body;
  const reply = await fetch(`${url}/db/${database}/query/v2${path.replace('{tx}', tx)}`, {
    method,
    headers,
    // bytes, since fetch gives a string a content type of its own
    ...(sent === undefined || method === 'GET' ? {} : { body: new TextEncoder().encode(sent) }),
  });
  const text = await reply.text();
  const type = reply.headers.get('content-type') ?? '';
  // integers beyond 2^53 and the difference of 1 and 1.0 would be lost: numbers are compared as they are written
  const parse = (json: string): unknown =>
    JSON.parse(
      json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
        token.startsWith('"') ? token : `"#${token}"`,
      ),
    );
  return {
    status: reply.status,
    contentType: type,
    body: type.includes('jsonl') ? text.trim().split('\n').map(parse) : text === '' ? '' : parse(text),
  };
}

const transactionIn = (reply: Reply): string | undefined =>
  /"transaction":\{"id":"(\w+)"/.exec(JSON.stringify(reply.body))?.[1];

async function answers(target: Target, { given, steps }: Case): Promise<Reply[]> {
  await runWrite(target.store, 'MATCH (n) DETACH DELETE n');
  if (given !== undefined) await runWrite(target.store, given);
  const replies: Reply[] = [];
  let tx = 'none';
  for (const step of steps) {
    const reply = await send(target, step, tx);
    tx = transactionIn(reply) ?? tx;
    replies.push(reply);
  }
  return replies;
}

/** Without what differs from run to run: ids, times, bookmarks, and of messages all but the place they tell. */
function comparable(json: unknown, placeAside: boolean, key = ''): unknown {
  if (/^(resultAvailableAfter|resultConsumedAfter|expires|bookmarks)$/.test(key)) return `<${key}>`;
  if (typeof json === 'string') {
    if (/element_?id$/i.test(key) || key === 'id') return '<id>';
    if (key !== 'message') return json;
    const place = /\(line \d+, column \d+ \(offset: \d+\)\)/.exec(json)?.[0];
    return (placeAside ? undefined : place) ?? '<message>';
  }
  if (Array.isArray(json)) return json.map((item) => comparable(item, placeAside));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      // wording and choice of notifications is each planner's own
      .filter(([name]) => name !== 'notifications')
      .map(([name, value]) => [name, comparable(value, placeAside, name)]),
  );
}

const replyOf = ({ status, contentType, body }: Reply, placeAside: boolean): Reply => ({
  status,
  contentType: contentType.replace(/; ?charset=utf-8$/i, ''),
  body: comparable(body, placeAside),
});

describe.skipIf(NEO4J_CURRENT.missing).each([EMBEDDED, NEO4J_CURRENT])(
  'our Query API over $name',
  ({ open }) => {
    let real: Target;
    let own: Target;

    beforeAll(async () => {
      const { httpUri, username, password } = found(inject('neo4jCurrent'));
      const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
      const store = await NEO4J_CURRENT.open();
      real = { url: httpUri, authorization, store, close: () => store.close() };
      own = await ours(await open());
    });
    afterAll(() => Promise.all([real?.close(), own?.close()]));

    it.each(CASES)('answers as Neo4j does: $title', async (asked) => {
      const expected = await answers(real, asked);
      const given = await answers(own, asked);
      const compared = (reply: Reply): Reply => replyOf(reply, asked.placeAside === true);
      expect(given.map(compared)).toEqual(expected.map(compared));
    });
  },
);
