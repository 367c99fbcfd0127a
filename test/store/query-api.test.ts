/** Our Query API and a real Neo4j's own are asked the same, and must answer the same. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { runWrite } from './collect.ts';
import { found } from './provided.ts';
import { CASES, type Case, type Step } from './query-api-requests.ts';
import { serveQueryApi } from './query-api-app.ts';

const neo4j = inject('neo4jCurrent');

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
function comparable(json: unknown, key = ''): unknown {
  if (/^(resultAvailableAfter|resultConsumedAfter|expires|bookmarks)$/.test(key)) return `<${key}>`;
  if (typeof json === 'string') {
    if (/element_?id$/i.test(key) || key === 'id') return json.replace(/^.+$/, '<id>');
    if (key === 'message') return /\(line \d+, column \d+ \(offset: \d+\)\)/.exec(json)?.[0] ?? '<message>';
    return json;
  }
  if (Array.isArray(json)) return json.map((item) => comparable(item));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      // wording and choice of notifications is each planner's own
      .filter(([name]) => name !== 'notifications')
      .map(([name, value]) => [name, comparable(value, name)]),
  );
}

const replyOf = ({ status, contentType, body }: Reply): Reply => ({
  status,
  contentType: contentType.replace(/; ?charset=utf-8$/i, ''),
  body: comparable(body),
});

describe.skipIf('missing' in neo4j)('the Query API', () => {
  let real: Target;
  let overNeo4j: Target;

  beforeAll(async () => {
    const { uri, httpUri, username, password } = found(neo4j);
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const store = await openNeo4jStore({ uri, username, password });
    real = { url: httpUri, authorization, store, close: () => store.close() };
    overNeo4j = await ours(await openNeo4jStore({ uri, username, password }));
  });
  afterAll(() => Promise.all([real?.close(), overNeo4j?.close()]));

  it.each(CASES)('over Neo4j, answers as Neo4j does: $title', async (asked) => {
    const expected = await answers(real, asked);
    const given = await answers(overNeo4j, asked);
    expect(given.map(replyOf)).toEqual(expected.map(replyOf));
  });
});
