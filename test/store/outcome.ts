/** What a statement does to a store, in a form that two stores can be compared by. */
import { CypherError } from '../../graph/errors.ts';
import type { Parameters } from '../../graph/model.ts';
import type { Counters, Summary } from '../../graph/result.ts';
import type { Store, Transaction } from '../../server/store/store.ts';
import { collect, rowsOf } from './collect.ts';
import { comparableRows, comparisonOf, HELD, type Comparison } from './compare.ts';

export interface Answer {
  readonly fields: readonly string[];
  /** Comparable texts, in the order of the rows where they have one. */
  readonly rows: readonly string[];
  readonly counters: Counters;
  readonly queryType: Summary['queryType'];
  /** All that the graph holds afterwards; empty where nothing was changed. */
  readonly held: readonly string[];
}

export type Outcome = Answer | { readonly code: string };

/**
 * Runs a statement in a transaction that is rolled back.
 * @param comparison default: what its text tells
 * @param timeoutMs default: the store's own bound
 */
export async function outcomeOf(
  store: Store,
  statement: string,
  parameters: Parameters,
  comparison: Comparison = comparisonOf(statement),
  timeoutMs?: number,
): Promise<Outcome> {
  const tx = await store.begin({ access: 'write', ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  try {
    const { fields, rows, summary } = await collect(tx.run(statement, parameters));
    const { counters, queryType } = summary;
    const changed = Object.values(counters).some((count) => count > 0);
    const held = changed ? await heldBy(tx) : [];
    return { fields, rows: comparableRows(comparison, rows), counters, queryType, held };
  } catch (error) {
    if (error instanceof CypherError) return { code: error.code };
    throw error;
  } finally {
    await tx.rollback();
  }
}

const heldBy = async (tx: Transaction): Promise<string[]> =>
  comparableRows(comparisonOf(HELD), await rowsOf(tx, HELD));
