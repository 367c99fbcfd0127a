/**
 * Equivalence, which DISTINCT and grouping use: two values are the same when their keys are.
 * It is equality but that null ≡ null; 1 ≡ 1.0 as before, and NaN is no other NaN, as in Neo4j.
 */
import { Point } from '../../model.ts';
import { DateTime, Duration, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../../temporal.ts';
import { NodeRef, PathRef, RelationshipRef } from '../runtime.ts';
import type { RunValue } from '../runtime.ts';
import { CypherError } from '../../errors.ts';
import { work } from '../../work.ts';
import { isList, isMap } from './types.ts';

/** Made to be the key of a JavaScript `Map` or `Set`. */
export type GroupKey = null | boolean | number | bigint | string;

// Text is its own key, since hashing it again would cost a copy; every other key that is text begins with this.
const MARK = '\u0001';

export function groupKey(value: RunValue): GroupKey {
  switch (typeof value) {
    case 'string':
      return value.charCodeAt(0) === 1 ? `${MARK}s${value}` : value;
    case 'boolean':
      return value;
    case 'number':
    case 'bigint':
      return numberKey(value);
    default:
      if (value === null) return null;
      return isList(value) ? listKey(value) : MARK + encodeObject(value);
  }
}

/** Short lists of texts, as of labels, come again and again as the same list; nobody changes a list. */
const listKeys = new WeakMap<readonly RunValue[], string>();
const LONGEST_KEPT = 8;

function listKey(list: readonly RunValue[]): string {
  const known = listKeys.get(list);
  if (known !== undefined) return known;
  const key = MARK + encodeObject(list);
  if (list.length <= LONGEST_KEPT) listKeys.set(list, key);
  return key;
}

/** One key for several values, as of the columns that a row is grouped by. */
export function groupKeyOf(values: readonly RunValue[]): GroupKey {
  if (values.length === 1) return groupKey(values[0] as RunValue);
  let key = MARK;
  for (const value of values) key += encode(value);
  return key;
}

let notANumbers = 0;

/** Small integers and floats meet as `number`; whole numbers beyond 2^53 as `bigint`, where nothing is rounded. */
function numberKey(value: number | bigint): GroupKey {
  if (typeof value === 'bigint') {
    return value <= 9_007_199_254_740_991n && value >= -9_007_199_254_740_991n ? Number(value) : value;
  }
  if (Number.isNaN(value)) return `${MARK}NaN${notANumbers++}`;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return BigInt(value);
  // -0 becomes 0, whether keys are compared as they are or as text.
  return value + 0;
}

/** Self-delimiting text: no two different sequences of values run together to the same text. */
function encode(value: RunValue): string {
  switch (typeof value) {
    case 'string':
      return `s${value.length}:${value}`;
    case 'boolean':
      return value ? 't' : 'f';
    case 'number':
    case 'bigint':
      return `i${String(numberKey(value))};`;
    default:
      return value === null ? '_' : encodeObject(value);
  }
}

function encodeObject(value: object): string {
  if (value instanceof NodeRef) return `n${value.id};`;
  if (value instanceof RelationshipRef) return `r${value.id};`;
  if (value instanceof PathRef) return `p${value.nodes.join(',')}/${value.relationships.join(',')};`;
  if (value instanceof LocalDate) return `D${value.epochDay};`;
  if (value instanceof LocalTime) return `L${value.nanosOfDay};`;
  if (value instanceof OffsetTime) return `O${value.nanosOfDay}/${value.offsetSeconds};`;
  if (value instanceof LocalDateTime) return `W${value.epochDay}/${value.nanosOfDay};`;
  if (value instanceof DateTime) {
    return `Z${value.epochDay}/${value.nanosOfDay}/${value.offsetSeconds}/${value.zone ?? ''};`;
  }
  if (value instanceof Duration) return `P${value.months}/${value.days}/${value.seconds}/${value.nanos};`;
  if (value instanceof Point) return `X${value.srid}/${value.x}/${value.y}/${value.z ?? ''};`;
  if (value instanceof Uint8Array) return `B${value.join(',')};`;
  return encodeContainer(value as RunValue);
}

/** A key is held as long as what it is the key of: one that long would be most of what a statement may hold. */
const LONGEST_KEY = 2 ** 26;

function longer(text: string, more: string): string {
  work();
  if (text.length + more.length <= LONGEST_KEY) return text + more;
  throw new CypherError(
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    'A value that is grouped by, or made distinct, is too large.',
  );
}

function encodeContainer(value: RunValue): string {
  let text = '';
  if (isList(value)) {
    for (const item of value) text = longer(text, encode(item));
    return `[${text}]`;
  }
  if (!isMap(value)) throw new TypeError('a value of no Cypher type');
  // Sorted, since the order of a map's keys says nothing.
  for (const key of [...value.keys()].toSorted())
    text = longer(text, encode(key) + encode(value.get(key) ?? null));
  return `{${text}}`;
}
