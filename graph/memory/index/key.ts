import type { Value } from '../../model.ts';
import { Point, isList } from '../../model.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  NANOS_PER_SECOND,
  OffsetTime,
} from '../../temporal.ts';
import { instantOf } from '../values.ts';

/**
 * What indexes look values up by. Equal values (1 = 1.0) have equal keys; unequal ones nearly always differ. Where values of one type have an
 * order, it is that of their keys, except that a few neighbours may have one key.
 */
export type IndexKey = string | number | bigint | boolean;

/** Strings that begin so stand for values of other types; the next character says which, see `typeOfKey`. */
const OTHER = '\u0000';
/** For a text that begins with the mark itself. */
const MARKED_TEXT = `${OTHER}S`;

/** Null where the value equals nothing, not even itself: null and NaN. */
export function keyOf(value: Value): IndexKey | null {
  switch (typeof value) {
    case 'string':
      return value.startsWith(OTHER) ? MARKED_TEXT + value : value;
    case 'boolean':
      return value;
    case 'number':
      return Number.isNaN(value) ? null : value;
    case 'bigint': {
      const number = Number(value);
      return BigInt(number) === value ? number : value;
    }
    default:
      return value === null ? null : OTHER + orderedText(value);
  }
}

/** What the keys begin with that stand for values of the type of this one. */
export const typeOfKey = (key: string): string => key.slice(0, 2);

/** What the keys begin with of the texts that begin with the mark of other types. */
export const markedTextKeys = MARKED_TEXT;

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

function orderedText(value: Exclude<Value, null>): string {
  if (value instanceof LocalDate) return `D${signed(value.epochDay)}`;
  if (value instanceof LocalTime) return `L${signed(value.nanosOfDay)}`;
  if (value instanceof DateTime) {
    // an instant in two zones is two values: in a list the next item does not decide between them
    return `Z${[...instantOf(value), value.offsetSeconds].map(signed).join('')}${value.zone ?? ''}\0`;
  }
  if (value instanceof LocalDateTime) return `M${signed(value.epochDay)}${signed(value.nanosOfDay)}`;
  if (value instanceof OffsetTime) {
    const utc = value.nanosOfDay - value.offsetSeconds * NANOS_PER_SECOND;
    return `T${signed(utc)}${signed(value.nanosOfDay)}`;
  }
  if (isList(value)) return `[${value.map(orderedItem).join('')}`;
  // these have no order
  if (value instanceof Duration) return `P${value.months} ${value.days} ${value.seconds} ${value.nanos}`;
  if (value instanceof Point) return `@${value.srid} ${value.x} ${value.y} ${value.z}`;
  if (value instanceof Uint8Array) return `B${value.join()}`;
  return `?${value.constructor.name} ${String(value)}`;
}

/** An item of a list: none is the beginning of another, so that the first ones that differ decide. */
function orderedItem(value: Value): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'b1' : 'b0';
    case 'number':
      return `n${orderedNumber(value)}${signed(0)}`;
    case 'bigint': {
      // the nearest number, and how far from it
      const number = Number(value);
      return `n${orderedNumber(number)}${signed(Number(value - BigInt(number)))}`;
    }
    case 'string':
      return `s${value.replaceAll('\0', '\0\u0001')}\0\0`;
    default:
      return value === null ? 'z' : orderedText(value);
  }
}

const SMALLEST = 2 ** 52;

/** An integer between ±2^52 as a text of 14 characters; the texts are in the order of the integers. */
function signed(integer: number): string {
  return (integer + SMALLEST).toString(16).padStart(14, '0');
}

const float = new DataView(new ArrayBuffer(8));

/** A text of 16 characters; the texts are in the order of the numbers. */
function orderedNumber(number: number): string {
  // 0 and -0 are equal
  float.setFloat64(0, number + 0);
  const bits = float.getBigUint64(0);
  const ordered = bits >> 63n === 0n ? bits | (1n << 63n) : ~bits & 0xffff_ffff_ffff_ffffn;
  return ordered.toString(16).padStart(16, '0');
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

/** Negative, 0 or positive. */
export function compareKeys(a: IndexKey, b: IndexKey): number {
  const group = keyGroup(a) - keyGroup(b);
  if (group !== 0) return group;
  return a < b ? -1 : a > b ? 1 : 0;
}
