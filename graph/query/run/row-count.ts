import { CypherError } from '../../errors.ts';
import type { Evaluate } from '../runtime.ts';
import type { RunContext } from './context.ts';

/** The argument of SKIP or LIMIT, which no row can change. */
export type RowCount = Evaluate;

/** @throws CypherError it is no INTEGER, or negative */
export function rowCount(count: RowCount, context: RunContext): number {
  const value = count([], context);
  if (typeof value !== 'bigint' || value < 0n) {
    const shown = typeof value === 'string' ? `'${value}'` : String(value);
    throw new CypherError(
      'Neo.ClientError.Statement.ArgumentError',
      `Invalid input. '${shown}' is not a valid value. Must be a non-negative integer.`,
    );
  }
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}
