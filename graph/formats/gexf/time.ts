/** When an element is there, as GEXF says it: `start` and `end`, both inclusive, in one format for the whole file. */
import { civilFromDays, DateTime, daysFromCivil, LocalDate, LocalDateTime, NANOS_PER_DAY, NANOS_PER_SECOND } from '../../temporal.ts'; // prettier-ignore
import type { Properties, Value } from '../../model.ts';

export type TimeFormat = 'date' | 'dateTime';

export interface Spell {
  /** Null is open: since ever, for ever. */
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * The spell of an element: its `date` (a whole month or year where `datePrecision` says so), else its `start` and `end`;
 * null where it has neither, which is: always there.
 */
export function spellOf(properties: Properties, format: TimeFormat): Spell | null {
  const date = properties.get('date');
  if (isInstant(date)) {
    const last = date instanceof LocalDate ? lastDay(date, properties.get('datePrecision')) : date;
    return { start: print(date, format, 'first'), end: print(last, format, 'last') };
  }
  const start = properties.get('start');
  const end = properties.get('end');
  if (!isInstant(start) && !isInstant(end)) return null;
  return {
    start: isInstant(start) ? print(start, format, 'first') : null,
    end: isInstant(end) ? print(end, format, 'last') : null,
  };
}

type Instant = LocalDate | LocalDateTime | DateTime;

function isInstant(value: Value | undefined): value is Instant {
  return value instanceof LocalDate || value instanceof LocalDateTime || value instanceof DateTime;
}

function lastDay(date: LocalDate, precision: Value | undefined): LocalDate {
  const { year, month } = civilFromDays(date.epochDay);
  if (precision === 'year') return LocalDate.of(year, 12, 31);
  if (precision === 'month')
    return new LocalDate(daysFromCivil(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1);
  return date;
}

/** A date in a file of moments lasts from its first second to its last; a moment in a file of dates is its day. Moments are given in UTC. */
function print(value: Instant, format: TimeFormat, end: 'first' | 'last'): string {
  if (value instanceof LocalDate) {
    if (format === 'date') return value.toString();
    return `${value.toString()}T${end === 'first' ? '00:00:00' : '23:59:59'}Z`;
  }
  const offset = value instanceof DateTime ? value.offsetSeconds : 0;
  const nanos = value.nanosOfDay - offset * NANOS_PER_SECOND;
  const dayShift = Math.floor(nanos / NANOS_PER_DAY);
  const utc = new LocalDateTime(value.epochDay + dayShift, nanos - dayShift * NANOS_PER_DAY);
  if (format === 'date') return new LocalDate(utc.epochDay).toString();
  // Milliseconds are as fine as every reader goes.
  return `${utc.toString().replace(/(\.\d{3})\d+$/, '$1')}Z`;
}
