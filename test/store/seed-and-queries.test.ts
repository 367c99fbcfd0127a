/** The schema, the seed and every named query give the same on the embedded store and on Neo4j. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../graph/model.ts';
import { loadNamedQueries } from '../../server/named-queries.ts';
import { ROOT } from '../../server/root.ts';
import { prepareStore } from '../../server/seed.ts';
import type { Store } from '../../server/store/store.ts';
import { runRead, runWrite, rowsOf } from './collect.ts';
import { HELD, comparableRows, comparisonOf } from './compare.ts';
import { EMBEDDED, NEO4J_LTS } from './stores.ts';

const folder = join(ROOT, 'cypher');
const queries = [
  ...(await loadNamedQueries(join(folder, 'queries'))).all,
  ...(await loadNamedQueries(join(folder, 'queries/questions'))).all,
];

type Given = Record<string, Value>;
/** What each query with parameters is asked; `elementId` gives a node's or relationship's own in the store. */
const ASKED: Readonly<Record<string, (elementId: (id: string) => Value) => readonly Given[]>> = {
  between: (elementId) => {
    const ids = ['russia', 'taliban', 'moscow', 'ten-countries'].map(elementId);
    return [
      { ids, known: [], limit: 100n },
      { ids, known: ['russia-banned-taliban', 'nope'], limit: 2n },
    ];
  },
  'common-neighbours': (elementId) => [
    { ids: ['russia', 'taliban'].map(elementId), limit: 100n },
    { ids: ['russia', 'taliban', 'china'].map(elementId), limit: 1n },
  ],
  citations: () => [{ ids: ['afp-2021-10-20'] }, { ids: ['nope'] }],
  answers: (elementId) => [{ elementId: elementId('relationship'), limit: 50n }],
  'quotes-by-id': () => [{ ids: ['afp-p10-moderate-policies', 'nope', 'afp-p10-moderate-policies'] }],
  'claims-on-quotes': () => [
    { ids: ['afp-p05-ten-countries', 'nope'], limit: 100n },
    { ids: ['afp-p05-ten-countries', 'report-p02-ten-countries'], limit: 3n },
  ],
  evidence: (elementId) => [{ elementId: elementId('relationship') }],
  neighbours: (elementId) => {
    const all = { elementId: elementId('russia'), types: null, direction: 'both', after: null, limit: 1000n };
    return [
      all,
      { ...all, direction: 'out', limit: 5n },
      { ...all, direction: 'in' },
      { ...all, after: 'm', limit: 3n },
      { ...all, types: ['URGED', 'HOSTED'] },
    ];
  },
  'node-degrees': (elementId) => [{ elementId: elementId('taliban') }],
  node: () => [{ id: 'russia' }, { id: 'nope' }],
  'nodes-by-id': () => [{ ids: ['russia', 'taliban', 'nope'] }],
  overview: () => [{ limit: 1000n }, { limit: 7n }],
  paths: (elementId) => [
    { from: elementId('russia'), to: elementId('taliban'), maxHops: 5n, limit: 10n },
    { from: elementId('russia'), to: elementId('russia'), maxHops: 3n, limit: 10n },
  ],
  relationship: () => [{ id: 'nope' }],
  'relationships-by-id': () => [{ ids: ['nope'] }],
  'relationships-from': (elementId) => [{ ids: [elementId('russia'), elementId('taliban')] }],
  'search-claims': () => [{ q: 'inclusive', limit: 50n }],
  'search-nodes': () => [
    { q: 'Russia', limit: 50n },
    { q: 'tal*', limit: 50n },
  ],
  'search-quotes': () => [{ q: 'government', limit: 50n }],
  'source-quotes': (elementId) => [
    { elementId: elementId('afp-2021-10-20'), limit: 100n },
    { elementId: elementId('report-2021-10-20'), limit: 4n },
  ],
  sources: () => [{ limit: 100n }, { limit: 1n }],
  'unquoted-claims': () => [{ id: 'afp-2021-10-20' }, { id: 'nope' }],
};

describe.skipIf(NEO4J_LTS.missing)('the embedded store and Neo4j', () => {
  let embedded: Store;
  let neo4j: Store;

  async function dropSchema(store: Store): Promise<void> {
    for (const [name] of await rowsOf(store, 'SHOW CONSTRAINTS YIELD name')) {
      await runWrite(store, `DROP CONSTRAINT \`${String(name)}\``);
    }
    for (const [name] of await rowsOf(
      store,
      "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name",
    ))
      await runWrite(store, `DROP INDEX \`${String(name)}\``);
  }

  beforeAll(async () => {
    [embedded, neo4j] = await Promise.all([EMBEDDED.open(), NEO4J_LTS.open()]);
    await runWrite(neo4j, 'MATCH (n) DETACH DELETE n');
    for (const store of [embedded, neo4j]) await prepareStore(store, folder, 'auto');
  });
  afterAll(async () => {
    if (neo4j !== undefined) {
      await runWrite(neo4j, 'MATCH (n) DETACH DELETE n');
      await dropSchema(neo4j);
    }
    await Promise.all([embedded?.close(), neo4j?.close()]);
  });

  const held = async (store: Store): Promise<string[]> =>
    comparableRows(comparisonOf(HELD), await rowsOf(store, HELD));

  it('hold the same graph after the seed', async () => {
    const expected = await held(neo4j);
    expect(expected.length).toBeGreaterThan(200);
    expect(await held(embedded)).toEqual(expected);
  });

  it('hold the same graph after they were seeded again', async () => {
    for (const store of [embedded, neo4j]) {
      const before = await held(store);
      await prepareStore(store, folder, 'always');
      expect(await held(store)).toEqual(before);
    }
  });

  async function answers(store: Store, name: string, statement: string): Promise<unknown> {
    const [nodes, [relationship]] = [
      await rowsOf(store, 'MATCH (n) WHERE n.id IS NOT NULL RETURN n.id, elementId(n)'),
      await rowsOf(store, 'MATCH (:Actor)-[r]->(:Actor) RETURN elementId(r) ORDER BY r.id LIMIT 1'),
    ];
    const elementIds = new Map(nodes.map(([id, elementId]) => [id, elementId ?? null]));
    const elementId = (id: string): Value =>
      id === 'relationship' ? (relationship?.[0] ?? null) : (elementIds.get(id) ?? null);
    const results: unknown[] = [];
    for (const given of ASKED[name]?.(elementId) ?? [{}]) {
      const { fields, rows } = await runRead(store, statement, given);
      // how well a text fits is each full-text index's own opinion
      const score = fields.indexOf('score');
      const told = rows.map((row) => row.filter((_, column) => column !== score));
      results.push({ fields, rows: comparableRows(comparisonOf(score < 0 ? statement : HELD), told) });
    }
    return results;
  }

  it.each(queries.map(({ name, statement }) => ({ name, statement })))(
    'answer $name alike',
    async ({ name, statement }) => {
      const expected = await answers(neo4j, name, statement);
      expect(await answers(embedded, name, statement)).toEqual(expected);
    },
  );

  it('are asked every query that has parameters', () => {
    const named = queries.filter(({ parameters }) => parameters.length > 0).map(({ name }) => name);
    expect(Object.keys(ASKED).toSorted()).toEqual(named.toSorted());
  });
});
