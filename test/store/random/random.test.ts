/**
 * Random statements: the embedded store and Neo4j give the same columns, rows, counters or failure, and leave the same graph.
 *
 * The seeds are fixed, so that a change of the engine, not the day, is what makes this fail. New seeds are for whoever
 * looks for differences: `SEED=7 STATEMENTS=20000 npx vitest run --project store random`; `SEED=new` takes any. What
 * they find becomes a fix with a unit test, or an oddity with its reason.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { EMBEDDED, NEO4J_LTS } from '../stores.ts';
import { compareRandom, Pair, shown } from './differences.ts';

const COUNT = Number(process.env.STATEMENTS ?? 2_000);
const SEED = process.env.SEED === 'new' ? Date.now() % 1e9 : Number(process.env.SEED ?? 1);
/** Thirty times what one takes with little else running: 20 others on two cores made it 320 ms. */
const MS_EACH = 1_000;

describe.skipIf(NEO4J_LTS.missing)('random statements', () => {
  let embedded: Store;
  let neo4j: Store;
  let pair: Pair;
  beforeAll(async () => {
    [embedded, neo4j] = await Promise.all([EMBEDDED.open(), NEO4J_LTS.open()]);
    pair = await Pair.of(embedded, neo4j);
  });
  afterAll(async () => {
    await Promise.all([embedded?.close(), neo4j?.close()]);
  });

  it(
    `${COUNT} of them, from seed ${SEED}, are answered as Neo4j answers them`,
    async () => {
      const { differences, ...counts } = await compareRandom(pair, SEED, COUNT);
      console.info(`random statements from seed ${SEED}:`, counts);
      expect(differences.map(shown).join('\n\n')).toBe('');
      // most of them mean something
      expect(counts.failed).toBeLessThan(COUNT / 4);
      expect(counts.withRows).toBeGreaterThan(COUNT / 2);
    },
    60_000 + COUNT * MS_EACH,
  );
});
