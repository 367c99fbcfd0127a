/** The parts of a temporal value that `value.part` gives. */
import {
  civilFromDays,
  DateTime,
  daysFromCivil,
  Duration,
  LocalDate,
  LocalTime,
  OffsetTime,
  printOffset,
} from '../../temporal.ts';
import type { LocalDateTime } from '../../temporal.ts';
import type { Temporal } from './arithmetic.ts';
import { dayOfWeek, quarterOf, quarterStart, weekOf } from './calendar.ts';
import { toUtc } from './compare.ts';
import { durationComponent } from './duration.ts';
import { typeError } from './errors.ts';

/** @throws CypherError a value of this type has no such part */
export function component(value: Temporal | Duration, name: string): bigint | string {
  const found = value instanceof Duration ? durationComponent(value, name) : read(value, name);
  if (found === null) throw typeError(`No such field: ${name}`);
  return typeof found === 'number' ? BigInt(found) : found;
}

function read(value: Temporal, name: string): bigint | number | string | null {
  if (value instanceof LocalDate) return datePart(value.epochDay, name);
  if (value instanceof LocalTime) return timePart(value.nanosOfDay, name);
  if (value instanceof OffsetTime) {
    return timePart(value.nanosOfDay, name) ?? offsetPart(value.offsetSeconds, null, name);
  }
  const local = datePart(value.epochDay, name) ?? timePart(value.nanosOfDay, name);
  if (local !== null || !(value instanceof DateTime)) return local;
  return offsetPart(value.offsetSeconds, value.zone, name) ?? epochPart(toUtc(value), name);
}

function datePart(epochDay: number, name: string): number | null {
  const { year, month, day } = civilFromDays(epochDay);
  switch (name) {
    case 'year':
      return year;
    case 'quarter':
      return quarterOf(month);
    case 'month':
      return month;
    case 'week':
      return weekOf(epochDay).week;
    case 'weekYear':
      return weekOf(epochDay).weekYear;
    case 'dayOfQuarter':
    case 'quarterDay':
      return epochDay - quarterStart(year, quarterOf(month)) + 1;
    case 'day':
      return day;
    case 'ordinalDay':
      return epochDay - daysFromCivil(year, 1, 1) + 1;
    case 'dayOfWeek':
    case 'weekDay':
      return dayOfWeek(epochDay);
    default:
      return null;
  }
}

function timePart(nanosOfDay: number, name: string): number | null {
  switch (name) {
    case 'hour':
      return Math.floor(nanosOfDay / 3.6e12);
    case 'minute':
      return Math.floor(nanosOfDay / 6e10) % 60;
    case 'second':
      return Math.floor(nanosOfDay / 1e9) % 60;
    case 'millisecond':
      return Math.floor((nanosOfDay % 1e9) / 1e6);
    case 'microsecond':
      return Math.floor((nanosOfDay % 1e9) / 1000);
    case 'nanosecond':
      return nanosOfDay % 1e9;
    default:
      return null;
  }
}

function offsetPart(offsetSeconds: number, zone: string | null, name: string): number | string | null {
  switch (name) {
    case 'timezone':
      return zone ?? printOffset(offsetSeconds);
    case 'offset':
      return printOffset(offsetSeconds);
    case 'offsetMinutes':
      return Math.trunc(offsetSeconds / 60);
    case 'offsetSeconds':
      return offsetSeconds;
    default:
      return null;
  }
}

function epochPart(utc: LocalDateTime, name: string): bigint | null {
  switch (name) {
    case 'epochSeconds':
      // Towards zero, unlike the milliseconds below: what Neo4j gives before 1970.
      return (BigInt(utc.epochDay) * 86_400_000_000_000n + BigInt(utc.nanosOfDay)) / 1_000_000_000n;
    case 'epochMillis':
      return BigInt(utc.epochDay) * 86_400_000n + BigInt(Math.floor(utc.nanosOfDay / 1e6));
    default:
      return null;
  }
}
