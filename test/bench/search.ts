/** Finding what people look for, over HTTP at GDELT size: names, aliases, misspellings, beginnings, words of claims, types. */
import { gdeltFile } from '../support/gdelt.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { askedAhead } from './asked-ahead.ts';
import { cpuMs, usageOf } from './process.ts';
import { printHeader, printLine, quantile } from './report.ts';
import { embeddedPlace, neo4jPlace } from './stores.ts';
import type { Place } from './stores.ts';

/** Queries of each kind that are measured; 40 × 5 kinds are 200 in all. As many others are asked before. */
const OF_EACH = 40;

interface Figures {
  readonly p50: number;
  readonly p99: number;
  /** Of our server, for each query. */
  readonly cpuMs: number;
}

export async function run(): Promise<void> {
  if (gdeltFile === null)
    return console.log(
      'search: skipped, there is no GDELT data beside the checkout (set ENTENTE_GDELT to its file)',
    );
  const embedded = await measure(await embeddedPlace(), gdeltFile);
  const neo4j = await measure(await neo4jPlace(), gdeltFile);
  printHeader(
    'Search over HTTP, 238,765 GDELT relationships: the embedded store (ours) beside Neo4j, both behind our server',
  );
  for (const [kind, ours] of embedded) {
    const peer = neo4j.get(kind);
    if (peer === undefined) continue;
    const line = (what: string, key: keyof Figures, goal?: string) =>
      printLine({
        what: `${kind}, ${what}`,
        unit: 'ms',
        ours: ours[key],
        peer: { name: 'Neo4j', figure: peer[key] },
        ...(goal === undefined ? {} : { goal }),
      });
    line('p50', 'p50');
    line('p99', 'p99', '≤ 100 ms');
    line('our processor time a query', 'cpuMs');
  }
}

/** By kind of query, in one order; the last, `all`, is of all of them. */
async function measure(place: Place, file: string): Promise<ReadonlyMap<string, Figures>> {
  try {
    await usageOf(process.execPath, ['scripts/start.mjs', 'load', file], place.environment);
    const server = await startServer(['--no-seed'], place.environment);
    try {
      await askedAhead(server);
      const kinds = await queriesOf(server);
      // code is compiled and pages are read by others: what is measured is asked for the first time
      for (const queries of kinds.values()) for (const q of second(queries, 1)) await search(server, q);
      const figures = new Map<string, Figures>();
      const all: number[] = [];
      const begin = await cpuMs(server.pid);
      for (const [kind, queries] of kinds) {
        const before = await cpuMs(server.pid);
        const times: number[] = [];
        for (const q of second(queries, 0)) times.push(await search(server, q));
        figures.set(kind, figuresOf(times, (await cpuMs(server.pid)) - before));
        all.push(...times);
      }
      return figures.set('all', figuresOf(all, (await cpuMs(server.pid)) - begin));
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}

const figuresOf = (times: readonly number[], cpu: number): Figures => ({
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  cpuMs: cpu / times.length,
});

/** Milliseconds of one search as the page asks it, its reply read. @throws where it fails */
async function search({ url }: RunningServer, q: string): Promise<number> {
  const begin = performance.now();
  await text(await fetch(`${url}/api/search?limit=24&q=${encodeURIComponent(q)}`));
  return performance.now() - begin;
}

/** A reply's body, read to its end. @throws where it tells of a problem */
async function text(reply: Response): Promise<string> {
  const body = await reply.text();
  if (!reply.ok) throw new Error(`${reply.url}: ${body}`);
  return body;
}

/** Every second one, from the first or from the next. */
const second = (queries: readonly string[], from: 0 | 1): readonly string[] =>
  queries.filter((_, at) => at % 2 === from);

/** The same on either store: actors evenly from hubs to loners, and every type in turn. */
async function queriesOf(server: RunningServer): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = await column(
    server,
    'MATCH (n:Actor)--() WHERE size(n.name) > 5 RETURN n.name AS name, count(*) AS degree ORDER BY degree DESC, name',
  );
  const types = await column(server, 'MATCH ()-[r]->() RETURN DISTINCT type(r) AS type ORDER BY type');
  const step = Math.max(1, Math.floor(names.length / (2 * OF_EACH)));
  const chosen = names.filter((_, at) => at % step === 0).slice(0, 2 * OF_EACH);
  const spoken = chosen.map((_, at) => (types[at % types.length] ?? '').replaceAll('_', ' ').toLowerCase());
  return new Map([
    ['names', chosen],
    ['beginnings', chosen.map((name) => name.slice(0, 4))],
    ['misspellings', chosen.map(misspelt)],
    ['words of claims', spoken.map((words) => words.split(' ').slice(-2).join(' '))],
    ['kinds of claim', spoken],
  ]);
}

/** Two letters in the middle change places. */
function misspelt(name: string): string {
  const at = Math.floor(name.length / 2);
  return `${name.slice(0, at - 1)}${name.charAt(at)}${name.charAt(at - 1)}${name.slice(at + 1)}`;
}

/** The first column of what a statement returns. */
async function column({ url }: RunningServer, statement: string): Promise<string[]> {
  const reply = await fetch(`${url}/db/neo4j/query/v2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ statement }),
  });
  const { data } = (await reply.json()) as { data: { values: [string][] } };
  return data.values.map(([value]) => value);
}
