/** Runs the benchmarks named on the command line, or all; one file each beside this one. */
import { cpus, totalmem } from 'node:os';

const benchmarks: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  gexf: () => import('./gexf.ts'),
  start: () => import('./start.ts'),
  queries: () => import('./queries.ts'),
  gdelt: () => import('./gdelt.ts'),
  search: () => import('./search.ts'),
  bounded: () => import('./bounded.ts'),
  'first-visit': () => import('./first-visit.ts'),
  interaction: () => import('./interaction.ts'),
  layout: () => import('./layout.ts'),
  measures: () => import('./measures.ts'),
  cypher: () => import('./cypher.ts'),
  drawing: () => import('./drawing.ts'),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
);
for (const [name, load] of Object.entries(benchmarks)) {
  if (names.length > 0 && !names.includes(name)) continue;
  await (await load()).run();
}
