/** The order of temporal values of one type: by instant, then by what is written on the clock. */
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  NANOS_PER_DAY,
  NANOS_PER_SECOND,
  OffsetTime,
} from '../../temporal.ts';

/** Negative, 0 or positive; null where the two are not temporal values of the same type. */
export function compareTemporal(a: object, b: object): number | null {
  if (a instanceof LocalDate && b instanceof LocalDate) return a.epochDay - b.epochDay;
  if (a instanceof LocalTime && b instanceof LocalTime) return a.nanosOfDay - b.nanosOfDay;
  if (a instanceof LocalDateTime && b instanceof LocalDateTime) return compareLocal(a, b);
  if (a instanceof OffsetTime && b instanceof OffsetTime) {
    return (
      a.nanosOfDay -
        a.offsetSeconds * NANOS_PER_SECOND -
        (b.nanosOfDay - b.offsetSeconds * NANOS_PER_SECOND) || a.nanosOfDay - b.nanosOfDay
    );
  }
  if (a instanceof DateTime && b instanceof DateTime) {
    return compareLocal(toUtc(a), toUtc(b)) || compareLocal(a, b) || compareZones(a.zone, b.zone);
  }
  if (a instanceof Duration && b instanceof Duration) return compareDurations(a, b);
  return null;
}

interface LocalFields {
  readonly epochDay: number;
  readonly nanosOfDay: number;
}

const compareLocal = (a: LocalFields, b: LocalFields): number =>
  a.epochDay - b.epochDay || a.nanosOfDay - b.nanosOfDay;

/** The date and time in UTC. Day and time stay apart: together they do not fit a double. */
export function toUtc(value: DateTime): LocalDateTime {
  const nanos = value.nanosOfDay - value.offsetSeconds * NANOS_PER_SECOND;
  const days = Math.floor(nanos / NANOS_PER_DAY);
  return new LocalDateTime(value.epochDay + days, nanos - days * NANOS_PER_DAY);
}

function compareZones(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

// A month of 365.2425 / 12 days, java.time's estimate.
const SECONDS_PER_MONTH = 2_629_746n;

/** Durations have no true order; ORDER BY takes their average length. */
function compareDurations(a: Duration, b: Duration): number {
  const length = (d: Duration): bigint => d.months * SECONDS_PER_MONTH + d.days * 86_400n + d.seconds;
  return (
    sign(length(a) - length(b)) || a.nanos - b.nanos || sign(a.months - b.months) || sign(a.days - b.days)
  );
}

const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);
