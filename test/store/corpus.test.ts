/**
 * The same statements on the embedded store and on Neo4j, the LTS release and the current one, give the same columns,
 * rows, types, counters or failure; what differs is listed, and differs still.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Parameters } from '../../graph/model.ts';
import type { Store } from '../../server/store/store.ts';
import { rowsOf, runWrite } from './collect.ts';
import { DIFFERENCES, type Version } from './corpus/differences.ts';
import { GRAPH, PARAMETERS } from './corpus/graph.ts';
import { CORPUS } from './corpus/topics.ts';
import { outcomeOf } from './outcome.ts';
import { EMBEDDED, NEO4J_CURRENT, NEO4J_LTS, type TestedStore } from './stores.ts';

const STORES: readonly (readonly [Version, TestedStore])[] = [
  ['5.26', NEO4J_LTS],
  ['2026.08', NEO4J_CURRENT],
];

/** Neo4j 5.26 speaks Cypher 5 alone. */
const understands = (version: Version) => (statement: string) =>
  version !== '5.26' || !statement.startsWith('CYPHER 25');

describe.each(STORES.filter(([, { missing }]) => !missing))(
  'the embedded store answers as Neo4j %s does',
  (version, tested) => {
    const differing = new Set(
      DIFFERENCES.filter(({ versions }) => versions.includes(version)).flatMap(
        ({ statements }) => statements,
      ),
    );
    let embedded: Store;
    let neo4j: Store;
    let parameters: Parameters;
    beforeAll(async () => {
      [embedded, neo4j] = await Promise.all([EMBEDDED.open(), tested.open()]);
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

    const both = async (statement: string) => ({
      answer: await outcomeOf(embedded, statement, parameters),
      expected: await outcomeOf(neo4j, statement, parameters),
    });

    const asked = Object.entries(CORPUS).map(([topic, statements]) => {
      const alike = statements.filter(
        (statement) => understands(version)(statement) && !differing.has(statement),
      );
      return [topic, alike] as const;
    });
    // a whole topic may be of another version
    describe.each(asked.filter(([, statements]) => statements.length > 0))('%s', (_, statements) => {
      it.each(statements)('%s', async (statement) => {
        const { answer, expected } = await both(statement);
        expect(answer).toEqual(expected);
      });
    });

    it.each([...differing].filter(understands(version)))('except %s', async (statement) => {
      const { answer, expected } = await both(statement);
      expect(answer).not.toEqual(expected);
    });
  },
);
