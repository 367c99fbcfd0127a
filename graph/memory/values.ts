/** Equality and order of stored values, as far as indexes and constraints need them. */
import { Point, isList, type Value } from '../model.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
  NANOS_PER_SECOND,
} from '../temporal.ts';

/** Cypher's `=` where it gives true or false; null and NaN equal nothing. */
export function equals(a: Value, b: Value): boolean {
  if (a === null || b === null) return false;
  const group = groupOf(a);
  if (group !== groupOf(b)) return false;
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((item, i) => equals(item, b[i] ?? null));
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  }
  if (a instanceof Point && b instanceof Point) {
    return a.srid === b.srid && a.x === b.x && a.y === b.y && a.z === b.z;
  }
  if (a instanceof Duration && b instanceof Duration) {
    return a.months === b.months && a.days === b.days && a.seconds === b.seconds && a.nanos === b.nanos;
  }
  return compare(a, b) === 0;
}

export type ValueGroup =
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'localTime'
  | 'time'
  | 'localDateTime'
  | 'dateTime'
  | 'duration'
  | 'point'
  | 'list'
  | 'bytes'
  | 'other';

/** The values that can be compared with each other. */
export function groupOf(value: Value): ValueGroup {
  switch (typeof value) {
    case 'bigint':
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    default:
      if (isList(value)) return 'list';
      if (value instanceof LocalDate) return 'date';
      if (value instanceof DateTime) return 'dateTime';
      if (value instanceof LocalDateTime) return 'localDateTime';
      if (value instanceof LocalTime) return 'localTime';
      if (value instanceof OffsetTime) return 'time';
      if (value instanceof Duration) return 'duration';
      if (value instanceof Point) return 'point';
      if (value instanceof Uint8Array) return 'bytes';
      return 'other';
  }
}

const sign = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN);

const SECONDS_PER_DAY = 86_400;

/** The day since 1970, the second and the nanosecond in it, in UTC. */
export function instantOf(t: DateTime): readonly [number, number, number] {
  const whole = Math.floor(t.nanosOfDay / NANOS_PER_SECOND);
  const seconds = whole - t.offsetSeconds;
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  return [t.epochDay + days, seconds - days * SECONDS_PER_DAY, t.nanosOfDay - whole * NANOS_PER_SECOND];
}

/**
 * Orders two values of one group: negative, 0 or positive; NaN where Cypher's `<` gives null (NaN, durations,
 * points). Strings are ordered by UTF-16 unit, as Neo4j orders them.
 */
export function compare(a: Value, b: Value): number {
  // a bigint and a number compare exactly in JavaScript
  if ((typeof a === 'bigint' || typeof a === 'number') && (typeof b === 'bigint' || typeof b === 'number')) {
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : NaN; // eslint-disable-line eqeqeq -- 1n == 1
  }
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return sign(Number(a), Number(b));
  if (a instanceof LocalDate && b instanceof LocalDate) return sign(a.epochDay, b.epochDay);
  if (a instanceof LocalTime && b instanceof LocalTime) return sign(a.nanosOfDay, b.nanosOfDay);
  if (a instanceof LocalDateTime && b instanceof LocalDateTime) {
    return sign(a.epochDay, b.epochDay) || sign(a.nanosOfDay, b.nanosOfDay);
  }
  if (a instanceof OffsetTime && b instanceof OffsetTime) {
    const utc = (t: OffsetTime): number => t.nanosOfDay - t.offsetSeconds * NANOS_PER_SECOND;
    return sign(utc(a), utc(b)) || sign(a.nanosOfDay, b.nanosOfDay);
  }
  if (a instanceof DateTime && b instanceof DateTime) {
    const [dayA, secondA, nanoA] = instantOf(a);
    const [dayB, secondB, nanoB] = instantOf(b);
    // the same instant in two zones is two values in Neo4j
    return (
      sign(dayA, dayB) ||
      sign(secondA, secondB) ||
      sign(nanoA, nanoB) ||
      sign(a.offsetSeconds, b.offsetSeconds) ||
      zoneOrder(a.zone, b.zone)
    );
  }
  if (isList(a) && isList(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const order = compare(a[i] ?? null, b[i] ?? null);
      if (order !== 0) return order;
    }
    return sign(a.length, b.length);
  }
  return NaN;
}

function zoneOrder(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
