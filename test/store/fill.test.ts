/** Filling a graph over HTTP: the sample, and a file of events. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LoadEvent } from '../../server/contract/api.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

const HEADER = 'source\trelation\ttarget\tdate\n';
const ROWS = [
  'Russia\tMake a visit\tAfghanistan\t2018-01-25',
  'Russia\tMake a visit\tAfghanistan\t2018-01-25',
  'Iran\tThreaten\tUnited States\t2018-01-26T00:15:00Z',
].join('\n');

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(['--no-seed', '--allow-writes']);
});
afterAll(() => server.stop());

const post = (path: string, body: string | Uint8Array<ArrayBuffer> = '', url = server.url) =>
  fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } });

async function load(body: string | Uint8Array<ArrayBuffer>): Promise<LoadEvent[]> {
  const reply = await post('/api/load', body);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/jsonl']);
  const lines = (await reply.text()).trim().split('\n');
  return lines.map((line) => LoadEvent.parse(JSON.parse(line)));
}

const last = async (body: string | Uint8Array<ArrayBuffer>): Promise<LoadEvent | undefined> =>
  (await load(body)).at(-1);

describe('a file of events', () => {
  it('that is none is refused with what it would have to be', async () => {
    const missing = 'the first line must name the columns, separated by tabs: source, relation, target, date; missing: source, relation, target, date'; // prettier-ignore
    expect(await last('a;b;c\n1;2;3\n')).toEqual({
      event: 'failed',
      title: 'The file cannot be loaded',
      detail: `It is not a file of events: ${missing}.`,
    });
    expect(await last('')).toMatchObject({ event: 'failed', detail: expect.stringContaining('empty') });
  });

  it('is loaded once, bad rows told; the same again adds nothing', async () => {
    const file = `${HEADER}${ROWS}\nIran\tThreaten\tUnited States\tsome day\n`;
    const events = await load(file);
    expect(events.filter(({ event }) => event === 'fault')).toEqual([
      { event: 'fault', text: expect.stringMatching(/^line:5: date "some day" is no date/) },
    ]);
    expect(events.at(-1)).toEqual({ event: 'done', rows: 3, actors: 4, claims: 3, faults: 1 });
    expect(await last(gzipSync(file))).toEqual({ event: 'done', rows: 3, actors: 0, claims: 0, faults: 1 });
  });

  it('that breaks off is loaded as far as it goes, and says where it ends', async () => {
    const many =
      HEADER + Array.from({ length: 20_000 }, (_, row) => `A${row}\tMeet\tB\t2018-01-25`).join('\n');
    const packed = gzipSync(many);
    const events = await load(packed.subarray(0, packed.length / 2));
    expect(events.find(({ event }) => event === 'fault')).toMatchObject({
      text: expect.stringContaining('the compressed file is damaged or broken off here'),
    });
    expect(events.at(-1)).toMatchObject({ event: 'done', faults: 1 });
  });
});

describe('the sample', () => {
  it('is not mixed with a graph that holds something', async () => {
    const reply = await post('/api/sample');
    expect([reply.status, (await reply.json()) as unknown]).toEqual([
      403,
      expect.objectContaining({ detail: expect.stringMatching(/^The graph holds \d+ nodes already\./) }),
    ]);
  });

  it('fills an empty graph', async () => {
    const empty = await startServer(['--no-seed', '--allow-writes']);
    try {
      const filled = (await (await post('/api/sample', '', empty.url)).json()) as { nodes: number };
      expect(filled.nodes).toBeGreaterThan(150);
      const overview = (await (await fetch(`${empty.url}/api/overview`)).json()) as {
        nodes: { id: string }[];
      };
      expect(overview.nodes.map(({ id }) => id)).toContain('taliban');
    } finally {
      await empty.stop();
    }
  });
});

it('is refused where the graph may only be read', async () => {
  const readOnly = await startServer(['--no-seed']);
  try {
    for (const path of ['/api/sample', '/api/load']) {
      const reply = await post(path, HEADER + ROWS, readOnly.url);
      expect([path, reply.status, (await reply.json()) as unknown]).toEqual([
        path,
        403,
        expect.objectContaining({ detail: expect.stringContaining('--allow-writes') }),
      ]);
    }
    const health = (await (await fetch(`${readOnly.url}/api/health`)).json()) as { store: { nodes: number } };
    expect(health.store.nodes).toBe(0);
  } finally {
    await readOnly.stop();
  }
});
