import type { Value } from '../../model.ts';
import { Point, isList } from '../../model.ts';
import { DateTime, Duration, LocalDate, NANOS_PER_SECOND, OffsetTime } from '../../temporal.ts';

/** What indexes look values up by. Equal values (1 = 1.0) have equal keys; unequal ones nearly always differ. */
export type IndexKey = string | number | bigint | boolean;

/** Strings that begin so stand for values of other types. */
const OTHER = '\u0000';

/** Null where the value equals nothing, not even itself: null and NaN. */
export function keyOf(value: Value): IndexKey | null {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isNaN(value) ? null : value;
    case 'bigint': {
      const number = Number(value);
      return BigInt(number) === value ? number : value;
    }
    default:
      return value === null ? null : OTHER + textOf(value);
  }
}

/** The key of several values together. */
export function compositeKeyOf(values: readonly Value[]): IndexKey | null {
  if (values.length === 1) return keyOf(values[0] ?? null);
  let text = OTHER;
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) return null;
    const own = String(key);
    text += `${typeof key}${own.length}:${own}`;
  }
  return text;
}

function textOf(value: Value): string {
  if (value instanceof LocalDate) return `D${value.epochDay}`;
  if (value instanceof DateTime) {
    // by instant: two zones may fall together, which costs a comparison and no more
    const seconds =
      value.epochDay * 86_400 + Math.floor(value.nanosOfDay / NANOS_PER_SECOND) - value.offsetSeconds;
    return `Z${seconds}.${value.nanosOfDay % NANOS_PER_SECOND}`;
  }
  if (value instanceof OffsetTime) return `T${value.nanosOfDay - value.offsetSeconds * NANOS_PER_SECOND}`;
  if (value instanceof Duration) return `P${value.months} ${value.days} ${value.seconds} ${value.nanos}`;
  if (value instanceof Point) return `@${value.srid} ${value.x} ${value.y} ${value.z}`;
  if (isList(value)) return `[${value.map((item) => String(keyOf(item))).join()}`;
  if (value instanceof Uint8Array) return `B${value.join()}`;
  return `${value?.constructor.name} ${String(value)}`;
}

/** The keys of one group are ordered among themselves; the groups come one after the other. */
export function keyGroup(key: IndexKey): number {
  switch (typeof key) {
    case 'boolean':
      return 0;
    case 'string':
      return key.startsWith(OTHER) ? 3 : 2;
    default:
      return 1;
  }
}

/** Negative, 0 or positive. Values of other types are in one group and have no useful order. */
export function compareKeys(a: IndexKey, b: IndexKey): number {
  const group = keyGroup(a) - keyGroup(b);
  if (group !== 0) return group;
  return a < b ? -1 : a > b ? 1 : 0;
}
