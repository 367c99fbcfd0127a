/** When an element is there, as GEXF says it: `start` and `end`, both inclusive; dates as dates, moments in UTC. */
import { civilFromDays, DateTime, daysFromCivil, LocalDate, LocalDateTime, NANOS_PER_DAY, NANOS_PER_SECOND } from '../../temporal.ts'; // prettier-ignore
import type { Properties, Value } from '../../model.ts';

export interface Spell {
  /** Null is open: since ever, for ever. */
  readonly start: string | null;
  readonly end: string | null;
}

/** The properties that `spellOf` looks at. */
export const TIME_KEYS: readonly string[] = ['date', 'start', 'end'];

/**
 * The spell of an element: from its `date` to its `end`, where it has none to the end of that day (or month or year, where
 * `datePrecision` says so); without a date its `start` and `end`; null where it has none of them, which is: always there.
 */
export function spellOf(properties: Properties): Spell | null {
  const date = properties.get('date');
  const end = properties.get('end');
  if (isInstant(date)) {
    const known = date instanceof LocalDate ? lastDay(date, properties.get('datePrecision')) : date;
    const last = isInstant(end) ? end : known;
    const first = print(date);
    return { start: first, end: last === date ? first : print(last) };
  }
  const start = properties.get('start');
  if (!isInstant(start) && !isInstant(end)) return null;
  return { start: isInstant(start) ? print(start) : null, end: isInstant(end) ? print(end) : null };
}

const MILLISECONDS_LENGTH = '2021-10-20T10:00:00.000'.length;

type Instant = LocalDate | LocalDateTime | DateTime;

function isInstant(value: Value | undefined): value is Instant {
  return value instanceof LocalDate || value instanceof LocalDateTime || value instanceof DateTime;
}

function lastDay(date: LocalDate, precision: Value | undefined): LocalDate {
  const { year, month } = civilFromDays(date.epochDay);
  if (precision === 'year') return LocalDate.of(year, 12, 31);
  if (precision !== 'month') return date;
  const firstOfNext = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return new LocalDate(firstOfNext - 1);
}

function print(value: Instant): string {
  if (value instanceof LocalDate) return value.toString();
  const text = inUtc(value).toString();
  // Milliseconds are as fine as every reader goes.
  return `${text.length > MILLISECONDS_LENGTH ? text.replace(/(\.\d{3})\d+$/, '$1') : text}Z`;
}

function inUtc(value: LocalDateTime | DateTime): LocalDateTime {
  const offset = value instanceof DateTime ? value.offsetSeconds : 0;
  const nanos = value.nanosOfDay - offset * NANOS_PER_SECOND;
  const dayShift = Math.floor(nanos / NANOS_PER_DAY);
  return new LocalDateTime(value.epochDay + dayShift, nanos - dayShift * NANOS_PER_DAY);
}
