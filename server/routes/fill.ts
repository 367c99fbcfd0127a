/** Two ways to fill a graph from the page: the sample, and a file of events. Both write, and are refused where that is not allowed. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { Filled } from '../contract/api.ts';
import type { LoadEvent } from '../contract/api.ts';
import { BodyTooLarge, Forbidden, problemOf } from '../errors.ts';
import { BadRow } from '../load/event-row.ts';
import { GDELT } from '../load/event-writer.ts';
import { Faults } from '../load/faults.ts';
import { fileBytes } from '../load/lines.ts';
import { loadEvents } from '../load/load-events.ts';
import { ROOT } from '../root.ts';
import { route } from '../route.ts';
import type { Services } from '../route.ts';
import { seedGraph } from '../seed.ts';

const MOST_FILE_BYTES = 2 ** 30;

/** `POST /api/sample` */
export const sampleRoute = route(
  {
    method: 'post',
    path: '/api/sample',
    summary: 'Fills an empty graph with the sample: the claims of two articles on the Moscow talks',
    reply: { schema: Filled },
    problems: [403],
  },
  async ({ store, settings, signal }) => {
    mayWrite(settings);
    const { nodes } = await store.health(signal);
    if (nodes > 0)
      throw new Forbidden(
        `The graph holds ${nodes} nodes already. The sample is loaded into an empty graph only, so that nothing of yours is mixed with it.`,
      );
    await seedGraph(store, join(ROOT, 'cypher', 'seed'), signal);
    const { nodes: all, relationships } = await store.health(signal);
    return { nodes: all, relationships };
  },
);

/** `POST /api/load`: the same as `npm run load`, from the page. */
export const loadRoute = route(
  {
    method: 'post',
    path: '/api/load',
    summary: 'Loads a file of dated events, tab-separated (source, relation, target, date), gzipped or not',
    description:
      'The body is the file. The reply is a line of JSON for each step of the load: `progress`, `fault` (a row that was left out, and why; the first of them), then `done` or `failed`. Going away stops it; what was loaded until then stays, and the same file loaded again adds nothing twice.',
    reply: { mediaType: 'application/jsonl', description: 'One event a line: see LoadEvent' },
    problems: [403, 413],
  },
  async ({ req, res, ...services }) => {
    mayWrite(services.settings);
    const folder = await mkdtemp(join(tmpdir(), 'entente-load-'));
    try {
      // kept first: reading goes on no faster than the store writes, and a browser hears nothing until all is sent
      const file = join(folder, 'events');
      const bytes = await receive(req, file);
      await load(file, bytes, res, services);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return undefined;
  },
);

function mayWrite({ allowWrites }: Services['settings']): void {
  if (!allowWrites)
    throw new Forbidden('This server was started without --allow-writes, so the graph can only be read.');
}

async function receive(req: Request, file: string): Promise<number> {
  let bytes = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= MOST_FILE_BYTES) return done(null, chunk);
      done(new BodyTooLarge('A file may have 1 GB. Larger ones load with `npm run load -- FILE`.'));
    },
  });
  await pipeline(req, bounded, createWriteStream(file));
  return bytes;
}

/** Between two lines about progress. */
const PAUSE_MS = 100;

async function load(
  file: string,
  totalBytes: number,
  res: Response,
  { store, signal, logger }: Services & { readonly signal: AbortSignal },
): Promise<void> {
  res.status(200).type('application/jsonl');
  const say = (event: LoadEvent): void => {
    res.write(`${JSON.stringify(event)}\n`);
    // what compresses the reply would hold it back
    (res as { flush?: () => void }).flush?.();
  };
  const faults = new Faults('line', null, (text) => say({ event: 'fault', text }));
  let told = 0;
  try {
    const report = await loadEvents(store, fileBytes(file), {
      dataSet: GDELT,
      faults,
      signal,
      onProgress: (bytes, rows) => {
        if (Date.now() - told < PAUSE_MS) return;
        told = Date.now();
        say({ event: 'progress', bytes, totalBytes, rows });
      },
    });
    say({ event: 'done', rows: report.rows, actors: report.actorsCreated, claims: report.claimsCreated, faults: faults.count }); // prettier-ignore
  } catch (error) {
    if (signal.aborted) return;
    const isBadFile = error instanceof BadRow;
    const problem = isBadFile ? { title: 'The file cannot be loaded', detail: `It is not a file of events: ${error.message}.` } : problemOf(error); // prettier-ignore
    if (problem === undefined) logger.error({ err: error }, 'a load failed');
    say({
      event: 'failed',
      title: problem?.title ?? 'Something went wrong in the server',
      detail: `${problem?.detail ?? 'Its log has more.'}${isBadFile ? '' : ' What was loaded until then stays; load the file again to go on.'}`,
    });
  }
  res.end();
}
