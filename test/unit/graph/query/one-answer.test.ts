/**
 * Random statements must not depend on how the graph is kept or how they are worded: with and without indexes, with
 * literals for parameters, with patterns written from their other end and predicates in a clause of their own, and on
 * a store that was closed and opened again, each has one answer. The grammar is that of test/store/random.
 */
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CypherError } from '../../../../graph/errors.ts';
import type { Parameters, Value } from '../../../../graph/model.ts';
import { prepare } from '../../../../graph/query/engine.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import type { Store } from '../../../../server/store/store.ts';
import { runRead, runWrite } from '../../../store/collect.ts';
import { comparableRows } from '../../../store/compare.ts';
import { Choices, decisions } from '../../../store/random/choices.ts';
import { GRAPH, PARAMETER_TEXTS, PARAMETERS } from '../../../store/random/graph.ts';
import { statement, type RandomStatement } from '../../../store/random/statement.ts';
import { Database } from './statements.ts';

const STATEMENTS = 400;
const SEED = 4;
/** Fourteen seconds with much else running; a busy machine may need far more. */
const TIMEOUT_MS = 180_000;

const INDEXES = [
  'CREATE INDEX FOR (n:A) ON (n.n)',
  'CREATE INDEX FOR (n:B) ON (n.name)',
  'CREATE INDEX FOR (n:C) ON (n.id)',
  'CREATE INDEX FOR (n:A) ON (n.day)',
  'CREATE INDEX FOR (n:B) ON (n.mixed)',
  'CREATE TEXT INDEX FOR (n:A) ON (n.name)',
  'CREATE INDEX FOR ()-[r:R]-() ON (r.w)',
  'CREATE INDEX FOR ()-[r:S]-() ON (r.note)',
];

type Ask = (text: string) => Promise<readonly (readonly Value[])[]>;

let plain: Ask;
let indexed: Ask;
let reopened: Ask;
let store: Store;
let folder: string;

async function holding(schema: readonly string[]): Promise<Ask> {
  const database = new Database();
  for (const each of [...schema, GRAPH]) await database.run(each);
  const parameters = await parametersOf(async (text) => (await database.run(text)).rows);
  return async (text) => (await database.run(text, Object.fromEntries(parameters))).rows;
}

async function parametersOf(ask: Ask): Promise<Parameters> {
  const [row] = await ask(`RETURN ${PARAMETERS}`);
  return row?.[0] as Parameters;
}

beforeAll(async () => {
  [plain, indexed] = await Promise.all([holding([]), holding(INDEXES)]);
  folder = await mkdtemp(join(tmpdir(), 'entente-one-answer-'));
  store = await openEmbeddedStore({ folder });
  for (const each of [...INDEXES, GRAPH]) await runWrite(store, each);
  await store.close();
  store = await openEmbeddedStore({ folder });
  const parameters = Object.fromEntries(
    await parametersOf(async (text) => (await runRead(store, text)).rows),
  );
  reopened = async (text) => (await runRead(store, text, parameters)).rows;
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** The rows; null where the statement fails: another plan may come upon the failure, or on none, where no row is needed. */
async function answer(ask: Ask, text: string, comparison: RandomStatement): Promise<string[] | null> {
  try {
    return comparableRows(comparison, await ask(text));
  } catch (error) {
    if (error instanceof CypherError) return null;
    throw error;
  }
}

const withLiterals = (text: string): string =>
  text.replace(/\$(\w+)/g, (whole, name: string) => PARAMETER_TEXTS[name] ?? whole);

/** What cannot be read, or writes, is not asked. */
function isReading(text: string): boolean {
  try {
    return prepare(text).access === 'read';
  } catch (error) {
    if (error instanceof CypherError) return false;
    throw error;
  }
}

it(
  `${STATEMENTS} random statements have one answer, whatever the plan, the words and the store`,
  async () => {
    let asked = 0;
    const property = fc.asyncProperty(decisions, async (numbers) => {
      const said = statement(new Choices(numbers));
      if (!isReading(said.text)) return;
      const expected = await answer(plain, said.text, said);
      if (expected === null) return;
      asked++;
      const others: readonly (readonly [how: string, ask: Ask, text: string])[] = [
        ['with indexes', indexed, said.text],
        ['opened again', reopened, said.text],
        ['with literals', plain, withLiterals(said.text)],
        ['in other words', plain, statement(new Choices(numbers), true).text],
      ];
      for (const [how, ask, text] of others) {
        const rows = await answer(ask, text, said);
        if (rows !== null) expect(rows, `${how}: ${text}\nbeside: ${said.text}`).toEqual(expected);
      }
    });
    await fc.assert(property, { numRuns: STATEMENTS, seed: SEED });
    expect(asked).toBeGreaterThan(STATEMENTS / 2);
  },
  TIMEOUT_MS,
);
