/** Functions over lists. */
import type { Context, RunValue } from '../runtime.ts';
import { CypherError } from '../../errors.ts';
import { argumentError } from '../temporal/errors.ts';
import { mismatch } from '../values/errors.ts';
import { reserve, reserveList } from '../values/memory.ts';
import { isList } from '../values/types.ts';
import { category, invalidInput } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const scalar = category('Scalar');
const list = category('List');

function listArgument(name: string, value: RunValue): readonly RunValue[] {
  if (isList(value)) return value;
  throw invalidInput(name, 'a List', value);
}

// A bigint and the slot that points at it.
const BYTES_PER_INTEGER = 32;
const MAX_LENGTH = 2 ** 32 - 2;

/**
 * How many integers `range` gives.
 * @throws CypherError the step is 0, or an argument no INTEGER
 * @see TCK expressions/list/List11 [5]: an ArgumentError, where other functions give a TypeError
 */
export function rangeLength(start: RunValue, end: RunValue, step: RunValue): bigint {
  for (const value of [start, end, step]) if (value === null) throw mismatch('an Integer', null);
  if (typeof start !== 'bigint') throw notAnInteger(start);
  if (typeof end !== 'bigint') throw notAnInteger(end);
  if (typeof step !== 'bigint') throw notAnInteger(step);
  if (step === 0n) throw argumentError("Step argument to 'range()' cannot be zero", ['22N38', '22N03']);
  const span = end - start;
  return span !== 0n && span < 0n !== step < 0n ? 0n : span / step + 1n;
}

function notAnInteger(value: RunValue): CypherError {
  return argumentError(mismatch('an Integer', value).message, ['22G03', '22N27']);
}

function range(context: Context, start: RunValue, end: RunValue, step: RunValue): RunValue {
  const length = rangeLength(start, end, step);
  if (length > BigInt(MAX_LENGTH)) throw tooLong(length);
  // Asked for before anything is made: the bound may be far below what was typed.
  reserve(context, Number(length) * BYTES_PER_INTEGER);
  const items: bigint[] = [];
  let value = start as bigint;
  for (let i = 0; i < Number(length); i++) {
    context.tick();
    items.push(value);
    value += step as bigint;
  }
  return items;
}

function tooLong(length: bigint): CypherError {
  return new CypherError(
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    `A list of ${length} items is beyond the memory of a statement`,
  );
}

export const listFunctions: readonly FunctionDefinition[] = [
  list.open(
    'range(start :: INTEGER, end :: INTEGER, step = 1 :: INTEGER) :: LIST<INTEGER>',
    'Returns a LIST comprising all INTEGER values within a specified range, both ends included.',
    (context, start = null, end = null, step = 1n) => range(context, start, end, step),
  ),
  list.strict(
    'reverse(input :: STRING | LIST<ANY>) :: STRING | LIST<ANY>',
    'Returns a STRING or LIST in which the order of all characters or elements is reversed.',
    (context, value = null) => {
      // By code point: a pair of surrogates must stay in its order.
      if (typeof value === 'string') return [...value].toReversed().join('');
      if (!isList(value)) throw invalidInput('reverse', 'a String or List', value);
      reserveList(context, value.length);
      return value.toReversed();
    },
  ),
  list.strict(
    'tail(input :: LIST<ANY>) :: LIST<ANY>',
    'Returns all but the first element in a LIST.',
    (context, value = null) => {
      const items = listArgument('tail', value);
      reserveList(context, items.length);
      return items.slice(1);
    },
  ),
  scalar.strict(
    'head(list :: LIST<ANY>) :: ANY',
    'Returns the first element in a LIST.',
    (_context, value = null) => listArgument('head', value)[0] ?? null,
  ),
  scalar.strict(
    'last(list :: LIST<ANY>) :: ANY',
    'Returns the last element in a LIST.',
    (_context, value = null) => listArgument('last', value).at(-1) ?? null,
  ),
];
