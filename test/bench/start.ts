/** How long a built and seeded Entente takes from the command to its first healthy answer; beside the start of a Neo4j. */
import { launchNeo4j } from '../neo4j/launch.ts';
import { startServer } from '../support/server.ts';
import { printHeader, printLine, quantile } from './report.ts';
import { embeddedPlace } from './stores.ts';

const ROUNDS = 5;

export async function run(): Promise<void> {
  const place = await embeddedPlace();
  const starts: number[] = [];
  try {
    // The first start builds and seeds.
    await (await startServer([], place.environment)).stop();
    for (let round = 0; round < ROUNDS; round++) {
      const begin = performance.now();
      const server = await startServer([], place.environment);
      const { ok } = await fetch(`${server.url}/api/health`);
      if (!ok) throw new Error('not healthy');
      starts.push(performance.now() - begin);
      await server.stop();
    }
  } finally {
    await place.remove();
  }
  const begin = performance.now();
  const neo4j = await launchNeo4j();
  const peer = performance.now() - begin;
  await neo4j.stop();
  printHeader(`Start, median of ${ROUNDS} (Neo4j: one, empty)`);
  printLine({
    what: 'built and seeded: command → healthy',
    ours: quantile(starts, 0.5),
    unit: 'ms',
    peer: { name: 'Neo4j until Bolt answers', figure: peer },
  });
}
