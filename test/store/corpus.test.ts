/** The same statements on the embedded store and on Neo4j give the same columns, rows, counters or failure. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Parameters } from '../../graph/model.ts';
import type { Store } from '../../server/store/store.ts';
import { rowsOf, runWrite } from './collect.ts';
import { CORPUS, DIFFERENCES, GRAPH, PARAMETERS } from './corpus.ts';
import { outcomeOf } from './outcome.ts';
import { EMBEDDED, NEO4J_LTS } from './stores.ts';

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
      const expected = await outcomeOf(neo4j, statement, parameters);
      expect(await outcomeOf(embedded, statement, parameters)).toEqual(expected);
    });
  });

  it.each(Object.entries(DIFFERENCES))('except %s: %s', async (statement) => {
    const expected = await outcomeOf(neo4j, statement, parameters);
    expect(await outcomeOf(embedded, statement, parameters)).not.toEqual(expected);
  });
});
