/**
 * One engine on one data set, in a process of its own so that its memory can be told.
 * `engine-process.ts ENGINE DATASET PHASE PLACE`: prints the outcome as one line of JSON, the last of its output.
 */
import { gdeltFile } from '../../support/gdelt.ts';
import type { Engine, EngineName } from './engine.ts';
import { openEntente } from './entente.ts';
import { gdeltGraph } from './gdelt-rows.ts';
import { openGrafeo } from './grafeo.ts';
import { syntheticGraph } from './graph.ts';
import { openNeo4j } from './neo4j.ts';
import { firstAnswer, gdelt, load, synthetic, type Outcome } from './work.ts';

const engines: Record<EngineName, (place: string) => Promise<Engine>> = {
  Entente: openEntente,
  Grafeo: openGrafeo,
  Neo4j: openNeo4j,
};

const [name, dataSet, phase, place = ''] = process.argv.slice(2);
const open = engines[name as EngineName];

async function run(): Promise<Outcome> {
  if (phase === 'load') {
    const graph = dataSet === 'gdelt' ? gdeltGraph(gdeltFile ?? '') : syntheticGraph;
    const engine = await open(place);
    const loaded = await load(engine, graph);
    await engine.close();
    return loaded;
  }
  const begin = performance.now();
  const engine = await open(place);
  const first = await firstAnswer(engine);
  const reopenMs = performance.now() - begin;
  const { figures, answers } = await (dataSet === 'gdelt' ? gdelt : synthetic)(engine);
  await engine.close();
  return {
    figures: { ...figures, reopen: reopenMs },
    answers: { ...first.answers, ...answers },
  };
}

const outcome = await run();
console.log(JSON.stringify(outcome));
