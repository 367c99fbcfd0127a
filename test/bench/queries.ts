/** The named queries of `cypher/queries/` on the seed graph: the embedded store beside Neo4j over Bolt, in turn, through the store port. */
import { join } from 'node:path';
import { loadNamedQueries } from '../../server/named-queries.ts';
import { ROOT } from '../../server/root.ts';
import { prepareStore } from '../../server/seed.ts';
import { openEmbeddedStore } from '../../server/store/embedded.ts';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { launchNeo4j } from '../neo4j/launch.ts';
import { askedOf } from '../store/asked.ts';
import type { Given } from '../store/asked.ts';
import { rowsOf } from '../store/collect.ts';
import { printHeader, printLine, quantile } from './report.ts';
import { embeddedPlace } from './stores.ts';

const ROUNDS = 100;

export async function run(): Promise<void> {
  const place = await embeddedPlace();
  const server = await launchNeo4j();
  const embedded = await openEmbeddedStore({ folder: place.environment['ENTENTE_DATA'] ?? '' });
  const neo4j = await openNeo4jStore(server);
  try {
    const signal = new AbortController().signal;
    for (const store of [embedded, neo4j]) await prepareStore(store, join(ROOT, 'cypher'), 'always', signal);
    const queries = await loadNamedQueries(join(ROOT, 'cypher', 'queries'));
    const [ours, theirs] = [await askedOf(embedded), await askedOf(neo4j)];
    printHeader(`Named queries on the seed graph, median of ${ROUNDS} in turn`);
    for (const { name, statement } of queries.all) {
      const times: Record<'embedded' | 'neo4j', number[]> = { embedded: [], neo4j: [] };
      for (let round = -10; round < ROUNDS; round++) {
        const figures = [
          await time(embedded, statement, ours(name)),
          await time(neo4j, statement, theirs(name)),
        ] as const;
        if (round < 0) continue;
        times.embedded.push(figures[0]);
        times.neo4j.push(figures[1]);
      }
      printLine({
        what: name,
        unit: 'ms',
        ours: quantile(times.embedded, 0.5),
        peer: { name: 'Neo4j', figure: quantile(times.neo4j, 0.5) },
      });
    }
  } finally {
    await Promise.all([embedded.close(), neo4j.close()]);
    await Promise.all([server.stop(), place.remove()]);
  }
}

/** Milliseconds of the first that a query is asked. */
async function time(store: Store, statement: string, [given = {}]: readonly Given[]): Promise<number> {
  const begin = performance.now();
  await rowsOf(store, statement, given);
  return performance.now() - begin;
}
