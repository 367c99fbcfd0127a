/** From one type to another: `toInteger`, `toFloatOrNull`, `toStringList` … */
import { CypherError } from '../../errors.ts';
import type { RunValue } from '../runtime.ts';
import { describe, typeError } from '../values/errors.ts';
import { readFloat, readInteger, truncateFloat } from '../values/numbers.ts';
import { printScalar } from '../values/print.ts';
import { isList } from '../values/types.ts';
import { category, invalidInput } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

/** The converted value; null where text cannot be read so; undefined where the type cannot be converted at all. */
type Convert = (value: RunValue) => RunValue | undefined;

function toInteger(value: RunValue): RunValue | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return truncateFloat(value);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'string' ? readInteger(value) : undefined;
}

function toFloat(value: RunValue): RunValue | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' ? readFloat(value) : undefined;
}

function toBoolean(value: RunValue): RunValue | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value !== 0n;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

const toText = (value: RunValue): RunValue | undefined => printScalar(value) ?? undefined;

interface Conversion {
  readonly type: string;
  readonly to: string;
  readonly takes: string;
  readonly convert: Convert;
}

const CONVERSIONS: readonly Conversion[] = [
  { type: 'INTEGER', to: 'toInteger', takes: 'a String, Float, Integer or Boolean', convert: toInteger },
  { type: 'FLOAT', to: 'toFloat', takes: 'a String, Float or Integer', convert: toFloat },
  { type: 'BOOLEAN', to: 'toBoolean', takes: 'a Boolean, Integer or String', convert: toBoolean },
  {
    type: 'STRING',
    to: 'toString',
    takes: 'a String, Float, Integer, Boolean, Temporal or Duration',
    convert: toText,
  },
];

/** A number beyond 64 bits cannot be converted either. */
function orNull(convert: () => RunValue | undefined): RunValue {
  try {
    return convert() ?? null;
  } catch (error) {
    if (error instanceof CypherError) return null;
    throw error;
  }
}

const scalar = category('Scalar');
const list = category('List');

/** Each conversion comes in three forms: one that fails on the wrong type, one that gives null, one over a list. */
export const conversionFunctions: readonly FunctionDefinition[] = CONVERSIONS.flatMap(
  ({ type, to, takes, convert }) => [
    scalar.strict(
      `${to}(input :: ANY) :: ${type}`,
      `Converts a value to ${type}.`,
      (_context, value = null) => {
        const converted = convert(value);
        if (converted === undefined) throw invalidInput(to, takes, value);
        return converted;
      },
    ),
    scalar.strict(
      `${to}OrNull(input :: ANY) :: ${type}`,
      `Converts a value to ${type}, or null if the value cannot be converted.`,
      (_context, value = null) => orNull(() => convert(value)),
    ),
    list.strict(
      `${to}List(input :: LIST<ANY>) :: LIST<${type}>`,
      `Converts a LIST of values to ${type} values; what cannot be converted becomes null.`,
      (context, value = null) => {
        if (!isList(value))
          throw typeError(
            `Invalid input for function '${to}List()': Expected a List, got: ${describe(value)}`,
          );
        return value.map((item) => {
          context.tick();
          return item === null ? null : orNull(() => convert(item));
        });
      },
    ),
  ],
);
