/** The seed and the named queries over every store: one graph, and the same answers. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Node, Path, Relationship, type Value } from '../../graph/model.ts';
import { loadNamedQueries } from '../../server/named-queries.ts';
import { ROOT } from '../../server/root.ts';
import { prepareStore, seedGraph } from '../../server/seed.ts';
import type { Store } from '../../server/store/store.ts';
import { runRead, runWrite } from './collect.ts';
import { EMBEDDED, NEO4J_CURRENT, NEO4J_LTS, openTemporaryStore } from './stores.ts';

const CYPHER = join(ROOT, 'cypher');

/** What stores name as they like is left out: element ids, and how well a hit fits. */
function comparable(value: Value): unknown {
  if (value instanceof Node) return { labels: value.labels, ...propertiesOf(value) };
  if (value instanceof Relationship) return { type: value.type, ...propertiesOf(value) };
  if (value instanceof Path) return value.nodes.map((node) => node.properties.get('id'));
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, each]) => [key, comparable(each)]));
  if (Array.isArray(value)) return value.map(comparable);
  // temporal values by what they print; integers so that 1 and 1.0 differ
  if (typeof value === 'bigint') return `${value}n`;
  return typeof value === 'object' && value !== null ? String(value) : value;
}

const propertiesOf = (element: Node | Relationship) =>
  Object.fromEntries(
    [...element.properties]
      .map(([key, value]) => [key, comparable(value)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

async function wholeGraph(store: Store): Promise<unknown> {
  const nodes = await runRead(store, 'MATCH (node) RETURN node ORDER BY node.id');
  const relationships = await runRead(
    store,
    `MATCH (source)-[relationship]->(target)
     RETURN source.id, relationship, target.id ORDER BY source.id, relationship.id, target.id`,
  );
  return [nodes.rows.map(comparable), relationships.rows.map(comparable)];
}

async function seeded(store: Store): Promise<Store> {
  await runWrite(store, 'MATCH (n) DETACH DELETE n');
  await prepareStore(store, CYPHER, 'always');
  return store;
}

/** So that other suites find the database as they expect it. */
async function clear(store: Store): Promise<void> {
  await runWrite(store, 'MATCH (n) DETACH DELETE n');
  for (const [what, list] of [
    ['CONSTRAINT', 'SHOW CONSTRAINTS YIELD name'],
    ['INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"],
  ] as const)
    for (const [name] of (await runRead(store, list)).rows)
      await runWrite(store, `DROP ${what} ${String(name)}`);
}

/** Parameters of the named queries, by query. */
async function questionsAbout(store: Store): Promise<Readonly<Record<string, Record<string, Value>>>> {
  const { rows } = await runRead(
    store,
    `MATCH (from {id: 'taliban'}), (to {id: 'france'}), (source {id: 'afp-2021-10-20'}), ()-[claim {id: 'ten-countries-assigned-burden'}]->()
     RETURN elementId(from), elementId(to), elementId(claim), elementId(source)`,
  );
  const [from = null, to = null, claim = null, source = null] = rows[0] ?? [];
  const ids = ['taliban', 'russia', 'moscow', 'afp-2021-10-20', 'nobody'];
  return {
    overview: { limit: 30n },
    // one hit each: the stores rank by formulas of their own
    'search-nodes': { q: 'kremlin', limit: 5n },
    'search-claims': { q: 'stoning', limit: 5n },
    'search-quotes': { q: '"public stoning"', limit: 5n },
    node: { id: 'taliban' },
    'node-degrees': { elementId: from },
    neighbours: { elementId: from, types: null, direction: 'both', after: 'china', limit: 5n },
    relationship: { id: 'ten-countries-assigned-burden' },
    evidence: { elementId: claim },
    answers: { elementId: claim, limit: 50n },
    paths: { from, to, maxHops: 6n, limit: 100n },
    'nodes-by-id': { ids },
    'relationships-by-id': { ids: ['taliban-rules-afghanistan', 'russia-banned-taliban'] },
    'relationships-from': { ids: [from] },
    sources: { limit: 10n },
    between: { ids: [from, to, source], known: [], limit: 5n },
    'common-neighbours': { ids: [from, to], limit: 5n },
    'source-quotes': { elementId: source, limit: 10n },
    'claims-on-quotes': { ids: ['afp-p05-ten-countries', 'report-p02-ten-countries'], limit: 7n },
    'unquoted-claims': { id: 'afp-2021-10-20' },
    citations: { ids: ['afp-p10-moderate-policies', 'report-p05-next-rounds'] },
    'quotes-by-id': { ids: ['afp-p10-moderate-policies', 'report-p05-next-rounds'] },
  };
}

/** Every named query's rows without scores; those of a query without an order are sorted. */
async function answers(store: Store): Promise<Record<string, unknown>> {
  const parameters = await questionsAbout(store);
  const given: Record<string, unknown> = {};
  for (const folder of ['queries', 'queries/questions'])
    for (const { name, order, statement } of (await loadNamedQueries(join(CYPHER, folder))).all) {
      const { fields, rows } = await runRead(store, statement, parameters[name]);
      const kept = rows.map((row) =>
        Object.fromEntries(
          fields.flatMap((field, index) =>
            field === 'score' ? [] : [[field, comparable(row[index] ?? null)]],
          ),
        ),
      );
      given[name] = order.startsWith('none') ? kept.map((row) => JSON.stringify(row)).toSorted() : kept;
    }
  return given;
}

let embedded: Store;
beforeAll(async () => {
  embedded = await seeded(await openTemporaryStore());
});
afterAll(() => embedded.close());

for (const tested of [EMBEDDED, NEO4J_LTS, NEO4J_CURRENT])
  describe.skipIf(tested.missing)(`the seed on ${tested.name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await seeded(await tested.open());
    });
    afterAll(async () => {
      await clear(store);
      await store.close();
    });

    it('is the same graph as on the embedded store', async () => {
      expect(await wholeGraph(store)).toEqual(await wholeGraph(embedded));
    });

    it('is the same graph after seeding twice', async () => {
      const once = await wholeGraph(store);
      await seedGraph(store, join(CYPHER, 'seed'));
      expect(await wholeGraph(store)).toEqual(once);
    });

    it('answers every named query as the embedded store does', async () => {
      expect(await answers(store)).toEqual(await answers(embedded));
    });
  });
