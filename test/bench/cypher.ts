/**
 * The Cypher engine (in this process, durable) beside @grafeo-db/js and beside Neo4j over Bolt, each in a process of its own, in turn:
 * 100,000 nodes with 500,000 relationships, then GDELT. Ratios say how often the peer's figure is ours, beside what was agreed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../server/root.ts';
import { launchNeo4j, type Neo4jServer } from '../neo4j/launch.ts';
import { gdeltFile } from '../support/gdelt.ts';
import type { EngineName } from './cypher/engine.ts';
import { fetchGrafeo } from './cypher/grafeo.ts';
import type { Outcome } from './cypher/work.ts';
import { usageOf } from './process.ts';
import { differences, printComparison, type Goal } from './cypher/comparison.ts';

const BUILT = join(ROOT, 'dist', 'bench');

type DataSetName = 'synthetic' | 'gdelt';
type Outcomes = Partial<Record<EngineName, Outcome>>;

/** Issue 4, point 7: how many times the peer's figure must be ours. Null: nothing was agreed. */
const GOALS: readonly Goal[] = [
  { what: 'load', title: 'load by `UNWIND $rows … MERGE`, durable', grafeo: 3, neo4j: 10 },
  { what: '1-hop p50', grafeo: 3, neo4j: 10 },
  { what: '1-hop p99', grafeo: 5, neo4j: 10 },
  { what: '2-hop distinct count p50', grafeo: 2, neo4j: 2 },
  { what: '2-hop distinct count p99', grafeo: 2, neo4j: 2 },
  { what: 'filter over all nodes', grafeo: 2, neo4j: 2 },
  { what: 'aggregation over all nodes', grafeo: 2, neo4j: 2 },
  { what: 'shortestPath p50', grafeo: 10, neo4j: 3 },
  { what: 'shortestPath p99', grafeo: 10, neo4j: 3 },
  { what: 'all relationships to JavaScript', grafeo: 8, neo4j: 8 },
  { what: 'resident after load', grafeo: 2, neo4j: null },
  { what: 'resident after a full scan', grafeo: 2, neo4j: null },
  { what: 'reopen', grafeo: 2, neo4j: null },
];
const ANALYSIS = { grafeo: 1, neo4j: 1 };

export async function run(): Promise<void> {
  await fetchGrafeo();
  await buildEngineProcess();
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  try {
    const synthetic = await measure('synthetic', folder);
    printComparison('Cypher, 100,000 nodes and 500,000 relationships', GOALS, synthetic);
    for (const line of differences(synthetic)) console.log(line);
    if (gdeltFile === null)
      return console.log('\ngdelt: skipped, there is no GDELT data beside the checkout');
    const gdelt = await measure('gdelt', folder);
    const asked = Object.keys(gdelt.Entente?.answers ?? {}).filter((name) => name !== 'nodes');
    const goals = asked.map((what): Goal => ({ what, ...ANALYSIS }));
    printComparison('Cypher, analytical questions over GDELT', goals, gdelt);
    for (const line of differences(gdelt)) console.log(line);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One engine after another, so that none takes time from another. */
async function measure(dataSet: DataSetName, folder: string): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const both = async (engine: EngineName, place: string): Promise<void> => {
    const loaded = await inProcess(engine, dataSet, 'load', place);
    const worked = await inProcess(engine, dataSet, 'work', place);
    outcomes[engine] = { ...worked, figures: { ...loaded.figures, ...worked.figures } };
  };
  await both('Entente', join(folder, dataSet));
  await both('Grafeo', join(folder, `${dataSet}.db`));
  const server = await launchNeo4j();
  try {
    await both('Neo4j', addressOf(server));
  } finally {
    await server.stop();
  }
  return outcomes;
}

/** As the server is built, since loaders for TypeScript keep the names of functions at a cost. */
async function buildEngineProcess(): Promise<void> {
  const ssr = join(ROOT, 'test', 'bench', 'cypher', 'engine-process.ts');
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { ssr, outDir: BUILT, emptyOutDir: true, target: 'node20' },
  });
}

const addressOf = ({ uri, username, password }: Neo4jServer): string => `${uri} ${username} ${password}`;

async function inProcess(
  engine: EngineName,
  dataSet: DataSetName,
  phase: 'load' | 'work',
  place: string,
): Promise<Outcome> {
  console.error(`${engine}: ${dataSet}, ${phase} …`);
  const script = join(BUILT, 'engine-process.js');
  const { output } = await usageOf(process.execPath, [script, engine, dataSet, phase, place]);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Outcome;
}
