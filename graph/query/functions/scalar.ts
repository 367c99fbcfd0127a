/** Functions that give one value, or ask about one. */
import type { Evaluate, RunValue } from '../runtime.ts';
import { PathRef } from '../runtime.ts';
import { epochNanos } from '../temporal/clock.ts';
import { equals } from '../values/equality.ts';
import { isList, isMap, valueType } from '../values/types.ts';
import { category, invalidInput } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const { strict, open, lazy } = category('Scalar');
const since25 = category('Scalar', 25);

function coalesce(args: readonly Evaluate[]): Evaluate {
  return (row, context) => {
    for (const argument of args) {
      const value = argument(row, context);
      if (value !== null) return value;
    }
    return null;
  };
}

/** In characters, as people count them: code points, so that 😀 is one. */
export function characterLength(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) count--;
  }
  return count;
}

function size(value: RunValue): bigint {
  if (typeof value === 'string') return BigInt(characterLength(value));
  if (isList(value)) return BigInt(value.length);
  throw invalidInput('size', 'a String or List', value);
}

function textLength(name: string, value: RunValue): bigint {
  if (typeof value === 'string') return BigInt(characterLength(value));
  throw invalidInput(name, 'a String', value);
}

const pathLength = (name: string, value: RunValue): bigint => {
  if (value instanceof PathRef) return BigInt(value.relationships.length);
  throw invalidInput(name, 'a Path', value);
};

function cardinality(value: RunValue): bigint {
  if (value instanceof PathRef) return BigInt(value.nodes.length + value.relationships.length);
  if (isList(value)) return BigInt(value.length);
  if (isMap(value)) return BigInt(value.size);
  throw invalidInput('cardinality', 'a Map, Path or List', value);
}

function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // RFC 9562: version 4, variant 10.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const scalarFunctions: readonly FunctionDefinition[] = [
  lazy(
    'coalesce(input :: ANY, ...) :: ANY',
    'Returns the first non-null value in a list of expressions.',
    coalesce,
  ),
  open(
    'nullIf(v1 :: ANY, v2 :: ANY) :: ANY',
    'Returns null if the two given parameters are equivalent, otherwise returns the value of the first parameter.',
    (_context, a = null, b = null) => (equals(a, b) === true ? null : a),
  ),
  strict(
    'size(input :: STRING | LIST<ANY>) :: INTEGER',
    'Returns the number of items in a LIST or characters in a STRING.',
    (_context, value = null) => size(value),
  ),
  strict('length(input :: PATH) :: INTEGER', 'Returns the length of a PATH.', (_context, value = null) =>
    pathLength('length', value),
  ),
  since25.strict(
    'path_length(input :: PATH) :: INTEGER',
    'Returns the length of a PATH.',
    (_context, value = null) => pathLength('path_length', value),
  ),
  since25.strict(
    'cardinality(input :: MAP | LIST<ANY> | PATH) :: INTEGER',
    'Returns the number of keys in a MAP, the number of elements in a LIST, or the number of nodes and relationships in a PATH.',
    (_context, value = null) => cardinality(value),
  ),
  strict(
    'char_length(input :: STRING) :: INTEGER',
    'Returns the number of Unicode characters in a STRING.',
    (_context, value = null) => textLength('char_length', value),
  ),
  strict(
    'character_length(input :: STRING) :: INTEGER',
    'Returns the number of Unicode characters in a STRING.',
    (_context, value = null) => textLength('character_length', value),
  ),
  // compiled where they stand, to what LOAD CSV put into the row
  open('file() :: STRING', 'Returns the absolute path of the file that LOAD CSV is using.', () => null),
  open('linenumber() :: INTEGER', 'Returns the line number that LOAD CSV is currently using.', () => null),
  open('randomUUID() :: STRING', 'Generates a random UUID.', uuid),
  open(
    'timestamp() :: INTEGER',
    'Returns the difference, measured in milliseconds, between the current time and midnight, January 1, 1970 UTC.',
    (context) => epochNanos('statement', context) / 1_000_000n,
  ),
  open(
    'valueType(input :: ANY) :: STRING',
    'Returns a STRING representation of the most precise value type that the given expression evaluates to.',
    (_context, value = null) => valueType(value),
  ),
  strict(
    'isEmpty(input :: STRING | MAP | LIST<ANY>) :: BOOLEAN',
    'Checks whether a STRING, MAP or LIST is empty.',
    (_context, value = null) => {
      if (typeof value === 'string' || isList(value)) return value.length === 0;
      if (isMap(value)) return value.size === 0;
      throw invalidInput('isEmpty', 'a String, Map or List', value);
    },
  ),
  open(
    'exists(input :: ANY) :: BOOLEAN',
    'Returns true if a match for the pattern exists in the graph, or if the property exists.',
    (_context, value = null) => value === true || (value !== null && value !== false),
  ),
  strict(
    'isNaN(input :: INTEGER | FLOAT) :: BOOLEAN',
    'Returns true if the floating point number is NaN.',
    (_context, value = null) => {
      if (typeof value === 'number' || typeof value === 'bigint') return Number.isNaN(value);
      throw invalidInput('isNaN', 'a Number', value);
    },
  ),
];
