/** `duration.between` and its like: what lies between two temporal values, which may be of different types. */
import {
  civilFromDays,
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../temporal.ts';
import { isTemporal, plusDuration } from './arithmetic.ts';
import type { Temporal } from './arithmetic.ts';
import { toUtc } from './compare.ts';
import { durationOf } from './duration.ts';
import { typeError } from './errors.ts';
import { atZone, withZone, zoneOf } from './zones.ts';

export type BetweenUnit = 'all' | 'months' | 'days' | 'seconds';

type Clock = LocalTime | OffsetTime;
type Moment = LocalDateTime | DateTime;

/**
 * From `from` to `to`, negative where `to` is earlier: in months, then days, then seconds (`all`), or in one of them.
 * A side without a time is at midnight; one without a date, or a zone, takes the other's.
 * @throws CypherError neither has a date, and months or days were asked for
 */
export function durationBetween(from: Temporal, to: Temporal, unit: BetweenUnit): Duration {
  const [start, end] = align(from, to);
  if (!isMoment(start) || !isMoment(end)) {
    if (unit === 'months' || unit === 'days') {
      throw typeError(`Unsupported unit: ${unit === 'months' ? 'Months' : 'Days'}`);
    }
    return nanosBetween(start, end);
  }
  // Neo4j counts months and days only where both sides had a date of their own.
  const dated = hasDate(from) && hasDate(to);
  let at = start;
  let months = 0;
  let days = 0;
  if (dated && (unit === 'all' || unit === 'months')) {
    months = monthsBetween(at, end);
    at = move(at, new Duration(BigInt(months), 0n, 0n, 0));
  }
  if (dated && (unit === 'all' || unit === 'days')) {
    days = daysBetween(at, end);
    at = move(at, new Duration(0n, BigInt(days), 0n, 0));
  }
  const date = durationOf(BigInt(months), BigInt(days), 0n, 0n);
  if (unit === 'months' || unit === 'days') return date;
  const time = nanosBetween(at, end);
  return new Duration(date.months, date.days, time.seconds, time.nanos);
}

const isMoment = (value: Clock | Moment): value is Moment =>
  value instanceof LocalDateTime || value instanceof DateTime;
const hasDate = (value: Temporal): boolean => !(value instanceof LocalTime || value instanceof OffsetTime);

function move(value: Moment, by: Duration): Moment {
  const moved = plusDuration(value, by);
  return moved instanceof DateTime || moved instanceof LocalDateTime ? moved : value;
}

/** Gives both sides what only the other has: time, date, zone. */
function align(from: Temporal, to: Temporal): [Clock | Moment, Clock | Moment] {
  const start = withDate(withTime(from), to);
  const end = withDate(withTime(to), from);
  return [withZoneOf(start, end), withZoneOf(end, start)];
}

const withTime = (value: Temporal): Clock | Moment =>
  value instanceof LocalDate ? new LocalDateTime(value.epochDay, 0) : value;

function withDate(value: Clock | Moment, other: Temporal): Clock | Moment {
  if (isMoment(value) || !isTemporal(other) || other instanceof LocalTime || other instanceof OffsetTime) {
    return value;
  }
  return value instanceof OffsetTime
    ? new DateTime(other.epochDay, value.nanosOfDay, value.offsetSeconds)
    : new LocalDateTime(other.epochDay, value.nanosOfDay);
}

function withZoneOf(value: Clock | Moment, other: Clock | Moment): Clock | Moment {
  if (value instanceof LocalDateTime && other instanceof DateTime) {
    return atZone(value.epochDay, value.nanosOfDay, zoneOf(other));
  }
  if (value instanceof LocalTime && other instanceof OffsetTime) {
    return new OffsetTime(value.nanosOfDay, other.offsetSeconds);
  }
  return value;
}

/** Whole days the calendar moves; a day that the clock has not completed does not count. */
function completeEnd(from: Moment, to: Moment): { start: number; end: number } {
  const shown = from instanceof DateTime && to instanceof DateTime ? withZone(to, zoneOf(from)) : to;
  let end = shown.epochDay;
  if (end > from.epochDay && shown.nanosOfDay < from.nanosOfDay) end -= 1;
  else if (end < from.epochDay && shown.nanosOfDay > from.nanosOfDay) end += 1;
  return { start: from.epochDay, end };
}

function daysBetween(from: Moment, to: Moment): number {
  const { start, end } = completeEnd(from, to);
  return end - start;
}

function monthsBetween(from: Moment, to: Moment): number {
  const { start, end } = completeEnd(from, to);
  const a = civilFromDays(start);
  const b = civilFromDays(end);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return months - 1;
  if (months < 0 && b.day > a.day) return months + 1;
  return months;
}

function nanosBetween(from: Clock | Moment, to: Clock | Moment): Duration {
  return durationOf(0n, 0n, 0n, totalNanos(to) - totalNanos(from));
}

function totalNanos(value: Clock | Moment): bigint {
  if (value instanceof LocalTime) return BigInt(value.nanosOfDay);
  if (value instanceof OffsetTime)
    return BigInt(value.nanosOfDay) - BigInt(value.offsetSeconds) * 1_000_000_000n;
  const utc = value instanceof DateTime ? toUtc(value) : value;
  return BigInt(utc.epochDay) * 86_400_000_000_000n + BigInt(utc.nanosOfDay);
}
