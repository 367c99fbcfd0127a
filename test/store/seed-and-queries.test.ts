/** The schema, the seed and every named query give the same on the embedded store and on Neo4j. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadNamedQueries } from '../../server/named-queries.ts';
import { ROOT } from '../../server/root.ts';
import { prepareStore } from '../../server/seed.ts';
import type { Store } from '../../server/store/store.ts';
import { ASKED, askedOf } from './asked.ts';
import { runRead, runWrite, rowsOf } from './collect.ts';
import { HELD, comparableRows, comparisonOf } from './compare.ts';
import { EMBEDDED, NEO4J_LTS } from './stores.ts';

const folder = join(ROOT, 'cypher');
const queries = [
  ...(await loadNamedQueries(join(folder, 'queries'))).all,
  ...(await loadNamedQueries(join(folder, 'queries/questions'))).all,
];

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
    const asked = await askedOf(store);
    const results: unknown[] = [];
    for (const given of asked(name)) {
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
