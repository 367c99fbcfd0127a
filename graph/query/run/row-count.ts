import { CypherError } from '../../errors.ts';
import type { Evaluate } from '../runtime.ts';
import { SYNTAX_ERROR } from '../syntax-error.ts';
import type { RunContext } from './context.ts';

/** The argument of SKIP or LIMIT, which no row can change. */
export type RowCount = Evaluate;

/**
 * @throws CypherError it is no INTEGER, or negative: a syntax error, though only known when it runs
 * @see TCK clauses/return-skip-limit/ReturnSkipLimit1 [6], [8], ReturnSkipLimit2 [10], [11], [14], [15]
 */
export function rowCount(count: RowCount, context: RunContext): number {
  const value = count([], context);
  if (typeof value !== 'bigint' || value < 0n) {
    const shown = typeof value === 'string' ? `'${value}'` : String(value);
    throw new CypherError(
      SYNTAX_ERROR,
      `Invalid input. '${shown}' is not a valid value. Must be a non-negative integer.`,
      { gql: ['22003', '22N03'] },
    );
  }
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}
