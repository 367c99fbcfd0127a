/** Entente with 238,765 GDELT relationships, on the embedded store and, beside it in the same run, on Neo4j: load, expand, stream, export. */
import { gdeltFile, GDELT_RELATIONSHIPS } from '../support/gdelt.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { askedAhead } from './asked-ahead.ts';
import { residentMb, usageDuring, usageOf } from './process.ts';
import { printHeader, printLine, quantile } from './report.ts';
import { embeddedPlace, neo4jPlace } from './stores.ts';
import type { Place } from './stores.ts';

const EXPANSIONS = 300;

interface Figures {
  loadMs: number;
  loadCpuMs: number;
  loadPeakMb: number;
  idleMb: number;
  neighboursP50: number;
  neighboursP99: number;
  streamMs: number;
  streamCpuMs: number;
  streamGrowthMb: number;
  exportMs: number;
  exportCpuMs: number;
  exportGrowthMb: number;
}

export async function run(): Promise<void> {
  if (gdeltFile === null)
    return console.log(
      'gdelt: skipped, there is no GDELT data beside the checkout (set ENTENTE_GDELT to its file)',
    );
  const embedded = await measure(await embeddedPlace(), gdeltFile);
  const neo4j = await measure(await neo4jPlace(), gdeltFile);
  printHeader(
    'GDELT, 238,765 relationships: the embedded store (ours) beside Neo4j, both behind our server, one run each',
  );
  const line = (what: string, key: keyof Figures, unit: 'ms' | 'MB', goal?: string) =>
    printLine({
      what,
      unit,
      ours: embedded[key],
      peer: { name: 'Neo4j', figure: neo4j[key] },
      ...(goal === undefined ? {} : { goal }),
    });
  line('load: wall', 'loadMs', 'ms');
  line('load: our processor time', 'loadCpuMs', 'ms');
  line('load: our peak memory', 'loadPeakMb', 'MB');
  line('idle server after loading: resident', 'idleMb', 'MB');
  line(`neighbours, p50 of ${EXPANSIONS}`, 'neighboursP50', 'ms');
  line(`neighbours, p99 of ${EXPANSIONS}`, 'neighboursP99', 'ms');
  line('all relationships as JSON lines: wall', 'streamMs', 'ms');
  line('all relationships as JSON lines: our processor time', 'streamCpuMs', 'ms');
  line('all relationships as JSON lines: memory growth', 'streamGrowthMb', 'MB');
  line('GEXF of everything: wall', 'exportMs', 'ms');
  line('GEXF of everything: our processor time', 'exportCpuMs', 'ms');
  line('GEXF of everything: memory growth', 'exportGrowthMb', 'MB', '≤ 64 MB');
}

async function measure(place: Place, file: string): Promise<Figures> {
  try {
    const load = await usageOf(process.execPath, ['scripts/start.mjs', 'load', file], place.environment);
    const server = await startServer(['--no-seed', '--max-rows', '1000000'], place.environment);
    try {
      const { pid } = server;
      await askedAhead(server);
      const times = await expansions(server);
      const idleMb = await residentMb(pid);
      const stream = await usageDuring(pid, () => streamEverything(server));
      const gexf = await usageDuring(pid, () => exportEverything(server));
      return {
        loadMs: load.wallMs,
        loadCpuMs: load.cpuMs,
        loadPeakMb: load.peakMb,
        idleMb,
        neighboursP50: quantile(times, 0.5),
        neighboursP99: quantile(times, 0.99),
        streamMs: stream.wallMs,
        streamCpuMs: stream.cpuMs,
        streamGrowthMb: stream.growthMb,
        exportMs: gexf.wallMs,
        exportCpuMs: gexf.cpuMs,
        exportGrowthMb: gexf.growthMb,
      };
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}

/** Expands actors chosen evenly over all of them, from hubs to loners, one after another, as a user's clicks are. */
async function expansions(server: RunningServer): Promise<number[]> {
  const statement = 'MATCH (n:Actor)--() RETURN n.id AS id, count(*) AS degree ORDER BY degree DESC, id';
  const reply = await query(server, statement, 'application/json');
  const { data } = (await reply.json()) as { data: { values: [string, number][] } };
  const step = Math.max(1, Math.floor(data.values.length / EXPANSIONS));
  const ids = data.values.filter((_, at) => at % step === 0).map(([id]) => id);
  const expand = async (id: string) => {
    const begin = performance.now();
    const { ok } = await (
      await fetch(`${server.url}/api/nodes/${encodeURIComponent(id)}/neighbours?limit=100`)
    )
      .json()
      .then(() => ({ ok: true }));
    if (!ok) throw new Error(`no neighbours of ${id}`);
    return performance.now() - begin;
  };
  for (const id of ids.slice(0, 20)) await expand(id);
  const times: number[] = [];
  for (const id of ids.slice(0, EXPANSIONS)) times.push(await expand(id));
  return times;
}

async function streamEverything(server: RunningServer): Promise<void> {
  const records = await drain(
    await query(server, 'MATCH ()-[r]->() RETURN r', 'application/jsonl'),
    '"Record"',
  );
  if (records < GDELT_RELATIONSHIPS) throw new Error(`only ${records} records`);
}

async function exportEverything(server: RunningServer): Promise<void> {
  const statement = encodeURIComponent('MATCH ()-[r]->() RETURN r');
  const edges = await drain(
    await fetch(`${server.url}/api/export?format=gexf&statement=${statement}`),
    '<edge ',
  );
  if (edges < GDELT_RELATIONSHIPS) throw new Error(`only ${edges} edges`);
}

function query({ url }: RunningServer, statement: string, accept: string): Promise<Response> {
  return fetch(`${url}/db/neo4j/query/v2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ statement }),
  });
}

/** Reads a reply to its end without keeping it; how often a word is in it (give or take those cut by a chunk). */
async function drain(reply: Response, word: string): Promise<number> {
  if (!reply.ok || reply.body === null) throw new Error(`${reply.status} ${await reply.text()}`);
  let found = 0;
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of reply.body) {
    const text = rest + decoder.decode(chunk, { stream: true });
    found += text.split(word).length - 1;
    rest = text.slice(-(word.length - 1));
  }
  return found;
}
