/** How values lie before and after one another: for ORDER BY every value, for `<` only what can be compared. */
import { Point } from '../../model.ts';
import { DateTime, Duration, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../../temporal.ts';
import { compareTemporal } from '../temporal/compare.ts';
import { NodeRef, PathRef, RelationshipRef } from '../runtime.ts';
import type { RunValue } from '../runtime.ts';
import { work } from '../../work.ts';
import { equals, isNumber } from './equality.ts';
import { isList, isMap } from './types.ts';

/** Neo4j's order of the types, ascending; null comes last. */
function rank(value: RunValue): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 15;
    case 'boolean':
      return 14;
    case 'string':
      return 13;
    default:
  }
  if (value === null) return 16;
  if (isMap(value)) return 0;
  if (value instanceof NodeRef) return 1;
  if (value instanceof RelationshipRef) return 2;
  if (isList(value)) return 3;
  if (value instanceof PathRef) return 4;
  if (value instanceof Uint8Array) return 5;
  if (value instanceof Point) return 6;
  if (value instanceof DateTime) return 7;
  if (value instanceof LocalDateTime) return 8;
  if (value instanceof LocalDate) return 9;
  if (value instanceof OffsetTime) return 10;
  if (value instanceof LocalTime) return 11;
  return 12;
}

/**
 * Total order over all values: negative where `a` comes first in ascending order, 0 where they are equivalent.
 * MAP < NODE < RELATIONSHIP < LIST < PATH < … < ZONED DATETIME < LOCAL DATETIME < DATE < ZONED TIME < LOCAL TIME
 * < DURATION < STRING < BOOLEAN < numbers (NaN last) < null.
 * @see https://neo4j.com/docs/cypher-manual/current/values-and-types/ordering-equality-comparison/
 */
export function compareOrder(a: RunValue, b: RunValue): number {
  if (a === b && a !== 0) return 0;
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) || minusZero(b) - minusZero(a);
  if (typeof a === 'boolean') return a ? 1 : -1;
  if (isList(a) && isList(b)) return compareLists(a, b);
  if (isMap(a) && isMap(b)) return compareMaps(a, b);
  if (a instanceof NodeRef && b instanceof NodeRef) return a.id - b.id;
  if (a instanceof RelationshipRef && b instanceof RelationshipRef) return a.id - b.id;
  if (a instanceof PathRef && b instanceof PathRef) {
    return compareIds(a.nodes, b.nodes) || compareIds(a.relationships, b.relationships);
  }
  if (a instanceof Point && b instanceof Point) return comparePoints(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareIds(a, b);
  return compareTemporal(a as object, b as object) ?? 0;
}

/**
 * `a` against `b` for `<`, `<=`, `>`, `>=`: negative, 0, positive; `null` where they cannot be compared (different types,
 * durations, points); NaN where either is NaN, so that every comparison with it is false.
 */
export function compare(a: RunValue, b: RunValue): number | null {
  if (a === null || b === null) return null;
  if (isNumber(a)) {
    if (!isNumber(b)) return null;
    return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : compareNumbers(a, b);
  }
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : null;
  if (typeof a === 'boolean') return typeof b === 'boolean' ? Number(a) - Number(b) : null;
  if (isList(a)) return isList(b) ? compareListsIfKnown(a, b) : null;
  if (isMap(a)) return isMap(b) ? compareMapsIfKnown(a, b) : null;
  if (a instanceof Duration || typeof b !== 'object') return null;
  if (isElement(a)) return rank(a) === rank(b) ? compareOrder(a, b) : null;
  return compareTemporal(a, b);
}

/** Neo4j compares nodes with nodes, and relationships with relationships, by their ids. */
const isElement = (value: RunValue): boolean => value instanceof NodeRef || value instanceof RelationshipRef;

/** By Unicode code point, as Neo4j; JavaScript's own `<` would put 😀 before ｚ. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  // of equal texts V8 knows it sooner
  if (length > 1024 && a === b) return 0;
  for (let i = 0; i < length; i++) {
    if ((i & 1023) === 1023) work(8);
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above all others.
    const xSurrogate = (x & 0xf800) === 0xd800;
    const ySurrogate = (y & 0xf800) === 0xd800;
    return xSurrogate === ySurrogate ? x - y : xSurrogate ? 1 : -1;
  }
  return a.length - b.length;
}

function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** ORDER BY, min and max put -0.0 before 0.0 and 0, as Java does; `<` and `=` do not. */
const minusZero = (value: number | bigint): number => Number(Object.is(value, -0));

function compareLists(a: readonly RunValue[], b: readonly RunValue[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    work();
    const order = compareOrder(a[i] as RunValue, b[i] as RunValue);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The first pair that is not equal decides; where that is unknown, so is the whole. */
function compareListsIfKnown(a: readonly RunValue[], b: readonly RunValue[]): number | null {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i] as RunValue;
    const y = b[i] as RunValue;
    work();
    if (equals(x, y) === true) continue;
    return compare(x, y);
  }
  return a.length - b.length;
}

/** Fewer keys first, then by the keys, then by their values in the order of the keys. */
function compareMapsIfKnown(
  a: ReadonlyMap<string, RunValue>,
  b: ReadonlyMap<string, RunValue>,
): number | null {
  const keys = [...a.keys()].toSorted(compareText);
  if (a.size !== b.size) return a.size - b.size;
  return (
    compareLists(keys, [...b.keys()].toSorted(compareText)) ||
    compareListsIfKnown(
      keys.map((key) => a.get(key) ?? null),
      keys.map((key) => b.get(key) ?? null),
    )
  );
}

function compareMaps(a: ReadonlyMap<string, RunValue>, b: ReadonlyMap<string, RunValue>): number {
  if (a.size !== b.size) return a.size - b.size;
  const keysA = [...a.keys()].toSorted(compareText);
  const keysB = [...b.keys()].toSorted(compareText);
  return (
    compareLists(keysA, keysB) ||
    compareLists(
      keysA.map((key) => a.get(key) ?? null),
      keysB.map((key) => b.get(key) ?? null),
    )
  );
}

function compareIds(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function comparePoints(a: Point, b: Point): number {
  return a.srid - b.srid || a.x - b.x || a.y - b.y || (a.z ?? 0) - (b.z ?? 0);
}
