/** What stands around the routes, over a real store that happens to be out of reach. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { MOST_VIEW_BYTES } from '../../../server/kept-views.ts';
import { createLogger } from '../../../server/logger.ts';
import { loadNamedQueries } from '../../../server/named-queries.ts';
import { ROOT } from '../../../server/root.ts';
import { readSettings } from '../../../server/settings.ts';
import { openNeo4jStore } from '../../../server/store/neo4j.ts';
import type { Store } from '../../../server/store/store.ts';
import { problem, raw } from '../../store/http-client.ts';
import { serve } from '../../store/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-app-'));
let store: Store;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Entente</title>');
  writeFileSync(join(folder, 'assets', 'index-a1b2.js'), 'export {};'.repeat(1000));
  store = await openNeo4jStore({ uri: 'bolt://127.0.0.1:1', username: 'neo4j', password: '' });
});
afterAll(async () => {
  for (const close of closing) await close();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** The address of a server with these flags. It listens on loopback whatever `--host` says. */
async function start(...flags: string[]): Promise<URL> {
  const { settings } = readSettings(flags, {});
  const queries = await loadNamedQueries(join(ROOT, 'cypher', 'queries'));
  const questions = await loadNamedQueries(join(ROOT, 'cypher', 'queries', 'questions'));
  const logger = createLogger({ logLevel: 'silent' });
  const server = await serve(
    createApp({ store, queries, questions, settings, logger, clientFolder: folder }),
  );
  closing.push(server.close);
  return new URL(server.url);
}

const statusWith = async (url: URL | string, headers: Readonly<Record<string, string>>, method = 'GET') =>
  (await raw(String(url), headers, method)).status;

describe('a server on loopback', () => {
  it('answers to the names of loopback with its own port, and to no other', async () => {
    const url = await start();
    const api = new URL('/api/queries', url);
    for (const host of [`127.0.0.1:${url.port}`, `localhost:${url.port}`, `[::1]:${url.port}`])
      expect([host, await statusWith(api, { Host: host })]).toEqual([host, 200]);
    for (const host of [
      'localhost',
      'localhost:1',
      `evil.example:${url.port}`,
      `127.0.0.1.evil.example:${url.port}`,
      `192.168.1.9:${url.port}`,
      '@',
      `localhost:${url.port}@evil.example`,
    ])
      expect([host, await statusWith(api, { Host: host })]).toEqual([host, 403]);
  });

  it('answers its own pages and programs, and no page of another origin', async () => {
    const url = await start();
    const api = new URL('/api/queries', url);
    expect(await statusWith(api, { Origin: url.origin })).toBe(200);
    for (const origin of [
      'http://evil.example',
      `https://127.0.0.1:1`,
      `http://localhost:${url.port}`,
      'null',
      'file://',
    ])
      expect([origin, await statusWith(api, { Origin: origin })]).toEqual([origin, 403]);
    expect(await statusWith(api, { 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await statusWith(api, { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' })).toBe(200);
    expect(await statusWith(api, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).toBe(403);
    // a link from elsewhere may lead here
    expect(await statusWith(url, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })).toBe(200);
    expect(
      await statusWith(api, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }, 'POST'),
    ).toBe(403);
  });

  it('may be addressed by the names it is told', async () => {
    const url = await start('--allow-host', 'graph.example, other.example');
    expect(await statusWith(new URL('/api/queries', url), { Host: 'graph.example' })).toBe(200);
    expect(await statusWith(new URL('/api/queries', url), { Host: 'evil.example' })).toBe(403);
  });
});

describe('a reply', () => {
  it('tells how long its text is, which compression hides', async () => {
    const url = await start();
    const reply = await fetch(new URL('/api/queries', url), { headers: { 'accept-encoding': 'gzip' } });
    expect(reply.headers.get('content-encoding')).toBe('gzip');
    const text = await reply.arrayBuffer();
    expect(text.byteLength).toBeGreaterThan(10_000);
    expect(Number(reply.headers.get('x-uncompressed-length'))).toBe(text.byteLength);
  });
});

describe('a server with a token', () => {
  const TOKEN = 'open sesame';
  const bearer = { Authorization: `Bearer ${encodeURIComponent(TOKEN)}` };

  it('gives nothing without it, in the shape of each part', async () => {
    const url = await start('--token', 'sesame');
    expect(await problem(`${url.origin}/api/health`)).toMatchObject({ status: 401 });
    const refused = await raw(`${url.origin}/api/queries`, {});
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Entente"']);
    const query = await raw(`${url.origin}/db/neo4j/query/v2`, {}, 'POST');
    expect([query.status, JSON.parse(query.body)]).toMatchObject([401, { errors: [{}] }]);
    const page = await raw(url.origin, { Accept: 'text/html' });
    expect([page.status, page.body]).toEqual([401, expect.stringContaining('asks for a token')]);
    expect(await statusWith(`${url.origin}/assets/index-a1b2.js`, {})).toBe(401);
    for (const wrong of ['Bearer open', 'Bearer sesame2', 'Bearer', 'Basic sesame', 'sesame'])
      expect(await statusWith(`${url.origin}/api/queries`, { Authorization: wrong })).toBe(401);
  });

  it('takes it as a bearer token, or as the password of the Query API’s clients', async () => {
    const url = await start('--token', encodeURIComponent(TOKEN));
    expect(await statusWith(`${url.origin}/api/queries`, bearer)).toBe(200);
    const basic = Buffer.from(`neo4j:${encodeURIComponent(TOKEN)}`).toString('base64');
    expect(await statusWith(`${url.origin}/api/queries`, { Authorization: `Basic ${basic}` })).toBe(200);
  });

  it('turns it into a cookie for the browser, which leads away from the address that held it', async () => {
    const url = await start('--token', TOKEN);
    const entered = await raw(`${url.origin}//evil.example/?token=${encodeURIComponent(TOKEN)}&view=1`, {});
    expect([entered.status, entered.headers['location']]).toEqual([303, '/?view=1']);
    const [cookie = ''] = entered.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^entente_session=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain('sesame');
    expect(await statusWith(`${url.origin}/api/queries`, { Cookie: `a=b; ${cookie.split(';')[0]}` })).toBe(
      200,
    );
    expect(await statusWith(`${url.origin}/api/queries`, { Cookie: 'entente_session=x' })).toBe(401);
    expect(await statusWith(`${url.origin}/?token=wrong`, { Accept: 'text/html' })).toBe(401);
  });
});

describe('the client’s files', () => {
  it('are kept for ever where their name has a hash, and asked for again where not', async () => {
    const url = await start();
    const asset = await fetch(`${url.origin}/assets/index-a1b2.js`);
    expect([asset.status, asset.headers.get('cache-control'), asset.headers.get('content-encoding')]).toEqual(
      [200, 'public, max-age=31536000, immutable', 'gzip'],
    );
    const page = await fetch(url.origin);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  it('may run only their own scripts', async () => {
    const url = await start();
    const policy = (await fetch(url.origin)).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toContain('upgrade-insecure-requests');
  });

  it('answer an address of a view with the page, and a missing file with 404', async () => {
    const url = await start();
    const view = await raw(`${url.origin}/view/1`, { Accept: 'text/html' });
    expect([view.status, view.body]).toEqual([200, '<!doctype html><title>Entente</title>']);
    for (const path of ['/assets/gone.js', '/gone.png', '/../package.json'])
      expect([path, await statusWith(url.origin + path, { Accept: 'text/html' })]).toEqual([path, 404]);
  });
});

describe('views', () => {
  const keep = (url: URL, view: unknown) =>
    fetch(`${url.origin}/api/views`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ view }),
    });

  it('are kept and given back while the store is away, and may be kept by the browser for ever', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const url = await start('--data', data);
    const kept = await keep(url, 'a-view_1');
    expect(kept.status).toBe(200);
    const { id } = (await kept.json()) as { id: string };
    const given = await fetch(`${url.origin}/api/views/${id}`);
    expect([given.status, given.headers.get('cache-control'), await given.json()]).toEqual([
      200,
      'private, max-age=31536000, immutable',
      { view: 'a-view_1' },
    ]);
    expect(await (await keep(url, 'a-view_1')).json()).toEqual({ id });
    expect(readdirSync(data)).toEqual(['views']);
  });

  it('that are none, too large, not there or cut short are told as that', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const url = await start('--data', data);
    const refused = async (view: unknown) => (await keep(url, view)).status;
    expect(await refused('a view')).toBe(400);
    expect(await refused('')).toBe(400);
    expect(await refused(1)).toBe(400);
    expect(await refused('a'.repeat(MOST_VIEW_BYTES + 1))).toBe(413);
    expect(await refused('a'.repeat(17 * 2 ** 20))).toBe(413);
    expect(existsSync(join(data, 'views'))).toBe(false);
    for (const id of ['nothing', '..%2f..%2fetc%2fpasswd', '%2e%2e', '0'.repeat(19)])
      expect([id, (await fetch(`${url.origin}/api/views/${id}`)).status]).toEqual([id, 404]);
    const { id } = (await (await keep(url, 'a'.repeat(MOST_VIEW_BYTES))).json()) as { id: string };
    truncateSync(join(data, 'views', id), 100);
    expect(await problem(`${url.origin}/api/views/${id}`)).toMatchObject({
      status: 500,
      title: 'The view cannot be read',
      detail: expect.stringContaining('The graph is safe'),
    });
  });

  it('for which there is no room, or no folder, are refused with what to do', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const full = await start('--data', data, '--max-views', '10b');
    expect((await keep(full, 'a'.repeat(11))).status).toBe(507);
    const body = JSON.stringify({ view: 'a'.repeat(11) });
    const headers = { 'content-type': 'application/json' };
    expect(await problem(`${full.origin}/api/views`, { method: 'POST', headers, body })).toMatchObject({
      title: 'The view could not be kept',
      detail: expect.stringContaining('ENTENTE_MAX_VIEWS'),
    });
    writeFileSync(join(data, 'file'), '');
    const nowhere = await start('--data', join(data, 'file'));
    expect(await problem(`${nowhere.origin}/api/views`, { method: 'POST', headers, body })).toMatchObject({
      status: 507,
      detail: expect.stringContaining('a file that is not a folder'),
    });
  });

  it('are guarded like the rest', async () => {
    const data = mkdtempSync(join(folder, 'data-'));
    const url = await start('--data', data, '--token', 'sesame');
    const headers = { 'content-type': 'application/json', authorization: 'Bearer sesame' };
    expect((await keep(url, 'view')).status).toBe(401);
    expect(await statusWith(`${url.origin}/api/views/${'0'.repeat(19)}`, {})).toBe(401);
    expect(
      await statusWith(`${url.origin}/api/views`, { ...headers, Origin: 'http://evil.example' }, 'POST'),
    ).toBe(403);
    expect(await statusWith(`${url.origin}/api/views`, { ...headers, Host: 'evil.example' }, 'POST')).toBe(
      403,
    );
    expect(existsSync(join(data, 'views'))).toBe(false);
  });
});

describe('a store out of reach', () => {
  it('is told as 503 with a reason and when to try again, and the rest goes on', async () => {
    const url = await start();
    const response = await raw(`${url.origin}/api/search?q=russia`, {});
    expect([response.status, response.headers['retry-after'], JSON.parse(response.body)]).toEqual([
      503,
      '5',
      {
        type: 'about:blank',
        status: 503,
        title: 'The store cannot be reached',
        detail: 'Nothing answers at the Neo4j address',
      },
    ]);
    expect(await statusWith(`${url.origin}/api/docs`, {})).toBe(200);
  });
});
