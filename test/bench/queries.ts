/** The named queries of `cypher/queries/` on the seed graph: the embedded store beside Neo4j over Bolt, in turn, through the store port. */
import { join } from 'node:path';
import type { Parameters, Value } from '../../graph/model.ts';
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

/** Parameters with which every query finds something; a query takes those it names. Element ids are the store's own. */
async function parametersFor(store: Store): Promise<Parameters> {
  const statement = `MATCH (from:Actor {id: 'russia'}), (to:Actor {id: 'osama-bin-laden'}), ()-[claim {id: 'russia-banned-taliban'}]->()
    RETURN elementId(from), elementId(to), elementId(claim)`;
  const [row = []] = await rows(store, statement, new Map());
  const [from = null, to = null, claim = null] = row;
  return new Map<string, Value>([
    ['id', 'russia'],
    ['ids', ['russia', 'taliban', 'united-states']],
    ['elementId', from],
    ['claim', claim],
    ['q', 'taliban'],
    ['words', ['froze']],
    ['limit', 100n],
    ['after', null],
    ['types', null],
    ['direction', 'both'],
    ['from', from],
    ['to', to],
    ['maxHops', 6n],
  ]);
}

export async function run(): Promise<void> {
  const place = await embeddedPlace();
  const server = await launchNeo4j();
  const embedded = await openEmbeddedStore({ folder: place.environment['ENTENTE_DATA'] ?? '' });
  const neo4j = await openNeo4jStore(server);
  try {
    const signal = new AbortController().signal;
    for (const store of [embedded, neo4j]) await prepareStore(store, join(ROOT, 'cypher'), 'always', signal);
    const queries = await loadNamedQueries(join(ROOT, 'cypher', 'queries'));
    const ours = await parametersFor(embedded);
    const theirs = await parametersFor(neo4j);
    printHeader(`Named queries on the seed graph, median of ${ROUNDS} in turn`);
    for (const { name, statement } of queries.all) {
      const times: Record<'embedded' | 'neo4j', number[]> = { embedded: [], neo4j: [] };
      for (let round = -10; round < ROUNDS; round++) {
        const figures = [
          await time(embedded, statement, ours),
          await time(neo4j, statement, theirs),
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

async function time(store: Store, statement: string, parameters: Parameters): Promise<number> {
  const begin = performance.now();
  await rows(store, statement, parameters);
  return performance.now() - begin;
}

async function rows(store: Store, statement: string, parameters: Parameters): Promise<(readonly Value[])[]> {
  const found: (readonly Value[])[] = [];
  for await (const event of store.run(statement, parameters))
    if (event.event === 'rows') found.push(...event.rows);
  return found;
}
