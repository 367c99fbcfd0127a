/** The named queries of `cypher/queries/` on the seed graph: the embedded store beside Neo4j over Bolt, in turn, through the store port. */
import { join } from 'node:path';
import type { Value } from '../../graph/model.ts';
import { loadNamedQueries } from '../../server/named-queries.ts';
import { ROOT } from '../../server/root.ts';
import { prepareStore } from '../../server/seed.ts';
import { openEmbeddedStore } from '../../server/store/embedded.ts';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { launchNeo4j } from '../neo4j/launch.ts';
import { printHeader, printLine, quantile } from './report.ts';
import { embeddedPlace } from './stores.ts';

const ROUNDS = 100;

const ids: readonly Value[] = ['russia', 'taliban', 'united-states'];
/** Parameters that every query finds something with; a query takes those it names. */
const parameters = new Map<string, Value>([
  ['id', 'russia'],
  ['ids', ids],
  ['q', 'taliban'],
  ['limit', 100n],
  ['after', null],
  ['types', null],
  ['direction', 'both'],
  ['from', 'russia'],
  ['to', 'osama-bin-laden'],
  ['maxHops', 6n],
  ['nodes', ids],
  ['relationships', []],
]);

export async function run(): Promise<void> {
  const place = await embeddedPlace();
  const server = await launchNeo4j();
  const embedded = await openEmbeddedStore({ folder: place.environment['ENTENTE_DATA'] ?? '' });
  const neo4j = await openNeo4jStore(server);
  try {
    const signal = new AbortController().signal;
    for (const store of [embedded, neo4j]) await prepareStore(store, join(ROOT, 'cypher'), 'always', signal);
    const queries = await loadNamedQueries(join(ROOT, 'cypher', 'queries'));
    printHeader(`Named queries on the seed graph, median of ${ROUNDS} in turn`);
    for (const { name, statement } of queries.all) {
      const times: Record<'embedded' | 'neo4j', number[]> = { embedded: [], neo4j: [] };
      for (let round = -10; round < ROUNDS; round++) {
        const [ours, theirs] = [await time(embedded, statement), await time(neo4j, statement)];
        if (round < 0) continue;
        times.embedded.push(ours);
        times.neo4j.push(theirs);
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

async function time(store: Store, statement: string): Promise<number> {
  const begin = performance.now();
  for await (const event of store.run(statement, parameters)) if (event.event === 'summary') break;
  return performance.now() - begin;
}
