/** The same statements on the embedded store and on Neo4j give the same columns, rows, counters or failure. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CypherError } from '../../graph/errors.ts';
import type { Parameters } from '../../graph/model.ts';
import type { Store, Transaction } from '../../server/store/store.ts';
import { collect, rowsOf, runWrite } from './collect.ts';
import { comparableRows, HELD } from './compare.ts';
import { CORPUS, DIFFERENCES, GRAPH, PARAMETERS } from './corpus.ts';
import { EMBEDDED, NEO4J_LTS } from './stores.ts';

async function outcome(store: Store, statement: string, parameters: Parameters): Promise<object> {
  const tx = await store.begin({ access: 'write' });
  try {
    const { fields, rows, summary } = await collect(tx.run(statement, parameters));
    const { counters, queryType } = summary;
    return { fields, rows: comparableRows(statement, rows), counters, queryType, held: await held(tx) };
  } catch (error) {
    if (error instanceof CypherError) return { code: error.code };
    throw error;
  } finally {
    await tx.rollback();
  }
}

const held = async (tx: Transaction): Promise<string[]> => comparableRows(HELD, await rowsOf(tx, HELD));

describe.skipIf(NEO4J_LTS.missing)('the embedded store answers as Neo4j does', () => {
  let embedded: Store;
  let neo4j: Store;
  let parameters: Parameters;
  beforeAll(async () => {
    [embedded, neo4j] = await Promise.all([EMBEDDED.open(), NEO4J_LTS.open()]);
    for (const store of [embedded, neo4j]) {
      await runWrite(store, 'MATCH (n) DETACH DELETE n');
      await runWrite(store, GRAPH);
    }
    const [row] = await rowsOf(neo4j, `RETURN ${PARAMETERS}`);
    parameters = row?.[0] as Parameters;
  });
  afterAll(async () => {
    await Promise.all([embedded?.close(), neo4j?.close()]);
  });

  describe.each(Object.entries(CORPUS))('%s', (_, statements) => {
    it.each(statements.filter((statement) => !(statement in DIFFERENCES)))('%s', async (statement) => {
      const expected = await outcome(neo4j, statement, parameters);
      expect(await outcome(embedded, statement, parameters)).toEqual(expected);
    });
  });

  it.each(Object.entries(DIFFERENCES))('except %s: %s', async (statement) => {
    const expected = await outcome(neo4j, statement, parameters);
    expect(await outcome(embedded, statement, parameters)).not.toEqual(expected);
  });
});
