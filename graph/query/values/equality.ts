/**
 * Cypher's `=`: three-valued, since a null inside may make the answer unknown.
 * For DISTINCT and grouping, where null is the same as null, see group-key.ts.
 */
import { Point } from '../../model.ts';
import { DateTime, Duration, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../../temporal.ts';
import { NodeRef, PathRef, RelationshipRef } from '../runtime.ts';
import type { RunValue } from '../runtime.ts';
import { bulkWork, work } from '../../work.ts';
import { isList, isMap } from './types.ts';

/**
 * True, false, or null for unknown. 1 = 1.0; NaN equals nothing; values of different types are not equal.
 * @see https://neo4j.com/docs/cypher-manual/current/values-and-types/ordering-equality-comparison/
 */
export function equals(a: RunValue, b: RunValue): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a !== 'object' || typeof b !== 'object') {
    if (typeof a === typeof b) return a === b;
    // Loose equality compares a bigint with a number by mathematical value, without rounding either.
    // oxlint-disable-next-line eqeqeq
    return isNumber(a) && isNumber(b) && a == b;
  }
  if (isList(a)) return isList(b) && listEquals(a, b);
  if (isMap(a)) return isMap(b) && mapEquals(a, b);
  return sameObject(a, b);
}

export const isNumber = (value: RunValue): value is bigint | number =>
  typeof value === 'bigint' || typeof value === 'number';

function listEquals(a: readonly RunValue[], b: readonly RunValue[]): boolean | null {
  if (a.length !== b.length) return false;
  let unknown = false;
  for (let i = 0; i < a.length; i++) {
    work();
    const same = equals(a[i] as RunValue, b[i] as RunValue);
    if (same === false) return false;
    if (same === null) unknown = true;
  }
  return unknown ? null : true;
}

function mapEquals(a: ReadonlyMap<string, RunValue>, b: ReadonlyMap<string, RunValue>): boolean | null {
  if (a.size !== b.size) return false;
  bulkWork(a.size * 16);
  for (const key of a.keys()) if (!b.has(key)) return false;
  let unknown = false;
  for (const [key, value] of a) {
    work();
    const same = equals(value, b.get(key) ?? null);
    if (same === false) return false;
    if (same === null) unknown = true;
  }
  return unknown ? null : true;
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  bulkWork(a.length);
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Unlike in numbers 0.0 and -0.0 differ, as in Neo4j. */
const samePlace = (a: Point, b: Point): boolean =>
  Object.is(a.x, b.x) && Object.is(a.y, b.y) && Object.is(a.z, b.z);

/** Equality of what is neither number, text, list nor map; two zoned times are equal only in the same zone. */
function sameObject(a: object, b: object): boolean {
  if (a === b) return true;
  if (a instanceof NodeRef) return b instanceof NodeRef && a.id === b.id;
  if (a instanceof RelationshipRef) return b instanceof RelationshipRef && a.id === b.id;
  if (a instanceof PathRef) {
    return (
      b instanceof PathRef && sameNumbers(a.nodes, b.nodes) && sameNumbers(a.relationships, b.relationships)
    );
  }
  if (a instanceof LocalDate) return b instanceof LocalDate && a.epochDay === b.epochDay;
  if (a instanceof LocalTime) return b instanceof LocalTime && a.nanosOfDay === b.nanosOfDay;
  if (a instanceof OffsetTime) {
    return b instanceof OffsetTime && a.nanosOfDay === b.nanosOfDay && a.offsetSeconds === b.offsetSeconds;
  }
  if (a instanceof LocalDateTime) {
    return b instanceof LocalDateTime && a.epochDay === b.epochDay && a.nanosOfDay === b.nanosOfDay;
  }
  if (a instanceof DateTime) {
    return (
      b instanceof DateTime &&
      a.epochDay === b.epochDay &&
      a.nanosOfDay === b.nanosOfDay &&
      a.offsetSeconds === b.offsetSeconds &&
      a.zone === b.zone
    );
  }
  if (a instanceof Duration) {
    return (
      b instanceof Duration &&
      a.months === b.months &&
      a.days === b.days &&
      a.seconds === b.seconds &&
      a.nanos === b.nanos
    );
  }
  if (a instanceof Point) {
    return b instanceof Point && a.srid === b.srid && samePlace(a, b);
  }
  return a instanceof Uint8Array && b instanceof Uint8Array && sameNumbers(a, b);
}
