/** Cypher's numbers: INTEGER is a 64-bit `bigint`, FLOAT a `number`; how they overflow, are read and are printed. */
import { CypherError } from '../../errors.ts';
import type { GqlCondition } from '../../gql-status.ts';
import { printFloat } from '../../float.ts';

export const MIN_INTEGER = -(2n ** 63n);
export const MAX_INTEGER = 2n ** 63n - 1n;

/** @param gql its condition; default: the result does not fit */
export function arithmeticError(message: string, gql: GqlCondition = ['22003', '22N28']): CypherError {
  return new CypherError('Neo.ClientError.Statement.ArithmeticError', message, { gql });
}

/** The same number where it fits 64 bits. @throws CypherError "long overflow", Java's words, which Neo4j passes on */
export function checkInteger(value: bigint): bigint {
  if (value > MAX_INTEGER || value < MIN_INTEGER) throw arithmeticError('long overflow');
  return value;
}

export const printNumber = (value: bigint | number): string =>
  typeof value === 'bigint' ? String(value) : printFloat(value);

/** Reads a FLOAT from text (`1`, `.5`, `1e3`, `NaN`, `Infinity`), or null where it is none. */
export function readFloat(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[fFdD]?$/.test(trimmed)) return Number.parseFloat(trimmed);
  const word = /^([+-]?)(NaN|Infinity)$/.exec(trimmed);
  if (word === null) return null;
  return word[2] === 'NaN' ? Number.NaN : word[1] === '-' ? -Infinity : Infinity;
}

/**
 * Reads an INTEGER from text; a fraction is cut off (`'1.7'` is 1). Null where the text is no number.
 * @throws CypherError the number does not fit 64 bits
 */
export function readInteger(text: string): bigint | null {
  if (/^[+-]?\d+$/.test(text)) return fit(BigInt(text.replace('+', '')), text);
  const float = /\s/.test(text) ? null : readFloat(text);
  return float === null || !Number.isFinite(float) ? null : fit(BigInt(Math.trunc(float)), text);
}

/** A FLOAT without its fraction, as an INTEGER: NaN is 0, and what is too large the largest (Java's cast). */
export function truncateFloat(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return MAX_INTEGER;
  return value <= -(2 ** 63) ? MIN_INTEGER : BigInt(Math.trunc(value));
}

function fit(value: bigint, text: string): bigint {
  if (value > MAX_INTEGER || value < MIN_INTEGER) {
    throw new CypherError('Neo.ClientError.Statement.TypeError', `integer, ${text}, is too large`, {
      gql: ['22003', '22N03'],
    });
  }
  return value;
}
