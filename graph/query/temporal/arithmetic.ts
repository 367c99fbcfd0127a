/** Moving dates and times by a duration: months first, then days, then seconds (java.time's order). */
import {
  DateTime,
  LocalDate,
  LocalDateTime,
  LocalTime,
  NANOS_PER_DAY,
  NANOS_PER_SECOND,
  OffsetTime,
} from '../../temporal.ts';
import type { Duration } from '../../temporal.ts';
import { addMonths, checkDay } from './calendar.ts';
import { atZone, withZone, zoneOf } from './zones.ts';

export type Temporal = LocalDate | LocalTime | OffsetTime | LocalDateTime | DateTime;

export function isTemporal(value: unknown): value is Temporal {
  return (
    value instanceof LocalDate ||
    value instanceof DateTime ||
    value instanceof LocalDateTime ||
    value instanceof LocalTime ||
    value instanceof OffsetTime
  );
}

/**
 * `value + duration`. A date leaves out what is less than a day, a time what is more. In a zone, months and days move
 * the calendar and keep the clock, seconds move the instant.
 * @throws CypherError the year goes beyond ±999,999,999
 */
export function plusDuration(value: Temporal, duration: Duration): Temporal {
  if (value instanceof LocalDate) {
    const days = duration.days + wholeSeconds(duration) / 86_400n;
    return new LocalDate(moveDay(value.epochDay, duration.months, days));
  }
  if (value instanceof LocalTime) return new LocalTime(addToClock(0, value.nanosOfDay, duration).nanosOfDay);
  if (value instanceof OffsetTime) {
    return new OffsetTime(addToClock(0, value.nanosOfDay, duration).nanosOfDay, value.offsetSeconds);
  }
  const day = moveDay(value.epochDay, duration.months, duration.days);
  if (value instanceof LocalDateTime) {
    const moved = addToClock(day, value.nanosOfDay, duration);
    return new LocalDateTime(checkDay(moved.epochDay), moved.nanosOfDay);
  }
  const zone = zoneOf(value);
  const shifted = atZone(day, value.nanosOfDay, zone, value.offsetSeconds);
  const moved = addToClock(shifted.epochDay, shifted.nanosOfDay, duration);
  return withZone(new DateTime(checkDay(moved.epochDay), moved.nanosOfDay, shifted.offsetSeconds), zone);
}

/** Seconds without their fraction, towards zero. */
function wholeSeconds(duration: Duration): bigint {
  return duration.seconds < 0n && duration.nanos > 0 ? duration.seconds + 1n : duration.seconds;
}

function moveDay(epochDay: number, months: bigint, days: bigint): number {
  const day = months === 0n ? epochDay : addMonths(epochDay, Number(months));
  return checkDay(day + Number(days));
}

/** Seconds and nanoseconds later, on a clock without a zone. */
function addToClock(
  epochDay: number,
  nanosOfDay: number,
  duration: Duration,
): { epochDay: number; nanosOfDay: number } {
  const days = duration.seconds / 86_400n;
  const seconds = Number(duration.seconds - days * 86_400n);
  const nanos = nanosOfDay + seconds * NANOS_PER_SECOND + duration.nanos;
  const over = Math.floor(nanos / NANOS_PER_DAY);
  return { epochDay: epochDay + Number(days) + over, nanosOfDay: nanos - over * NANOS_PER_DAY };
}
