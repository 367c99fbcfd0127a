/**
 * `format(value, pattern)`: the letters of java.time's patterns that need no locale but English. The others, and what
 * belongs to a locale's calendar (`w`, `W`, `e`, `c`), are refused by name.
 *
 * @see https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/time/format/DateTimeFormatter.html#patterns
 */
import {
  DateTime,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
  civilFromDays,
  daysFromCivil,
} from '../../temporal.ts';
import type { Temporal } from './arithmetic.ts';
import { dayOfWeek, quarterOf } from './calendar.ts';
import { argumentError } from './errors.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** A run of one letter, a quoted literal, or any other character. */
const PIECES = /([A-Za-z])\1*|'((?:[^']|'')*)'|[^A-Za-z']/g;

const pad = (value: number, width: number): string =>
  value < 0 ? `-${String(-value).padStart(width, '0')}` : String(value).padStart(width, '0');

/** @throws CypherError a letter of the pattern says nothing of such a value, or is not supported */
export function formatInstant(value: Temporal, pattern: string): string {
  const rest = pattern.replaceAll(PIECES, '');
  if (rest !== '') throw argumentError('Pattern ends with an incomplete string literal');
  return pattern.replaceAll(PIECES, (piece, letter: string | undefined, literal: string | undefined) => {
    if (literal !== undefined) return literal === '' ? "'" : literal.replaceAll("''", "'");
    return letter === undefined ? piece : formatField(value, letter, piece.length);
  });
}

function formatField(value: Temporal, letter: string, count: number): string {
  const field =
    dateField(value, letter, count) ?? timeField(value, letter, count) ?? zoneField(value, letter, count);
  if (field !== null) return field;
  throw argumentError(
    `An invalid character is used in the pattern. Verify that all characters are supported by \`${typeOf(value)}\`: \`${letter.repeat(count)}\` is not, or not here.`,
  );
}

function typeOf(value: Temporal): string {
  if (value instanceof LocalDate) return 'DATE';
  if (value instanceof LocalTime) return 'LOCAL TIME';
  if (value instanceof OffsetTime) return 'ZONED TIME';
  return value instanceof LocalDateTime ? 'LOCAL DATETIME' : 'ZONED DATETIME';
}

/** As text for three letters, in full for four and by the first character for five. */
function named(name: string, count: number): string {
  return count === 4 ? name : name.slice(0, count === 5 ? 1 : 3);
}

function dateField(value: Temporal, letter: string, count: number): string | null {
  if (value instanceof LocalTime || value instanceof OffsetTime) return null;
  const { year, month, day } = civilFromDays(value.epochDay);
  switch (letter) {
    case 'u':
    case 'y': {
      const shown = letter === 'u' || year > 0 ? year : 1 - year;
      return count === 2 ? pad(((shown % 100) + 100) % 100, 2) : pad(shown, count);
    }
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'M':
    case 'L':
      return count < 3 ? pad(month, count) : named(MONTHS[month - 1] ?? '', count);
    case 'd':
      return pad(day, count);
    case 'D':
      return pad(value.epochDay - daysFromCivil(year, 1, 1) + 1, count);
    case 'Q':
    case 'q':
      return count < 3 ? pad(quarterOf(month), count) : count === 3 ? `Q${quarterOf(month)}` : null;
    case 'E':
      return named(DAYS[dayOfWeek(value.epochDay) - 1] ?? '', Math.max(count, 3));
    default:
      return null;
  }
}

function timeField(value: Temporal, letter: string, count: number): string | null {
  if (value instanceof LocalDate) return null;
  const nano = value.nanosOfDay % 1e9;
  const second = Math.floor(value.nanosOfDay / 1e9);
  const hour = Math.floor(second / 3600);
  switch (letter) {
    case 'H':
      return pad(hour, count);
    case 'h':
      return pad(((hour + 11) % 12) + 1, count);
    case 'K':
      return pad(hour % 12, count);
    case 'k':
      return pad(((hour + 23) % 24) + 1, count);
    case 'm':
      return pad(Math.floor(second / 60) % 60, count);
    case 's':
      return pad(second % 60, count);
    case 'S':
      return pad(nano, 9).slice(0, count);
    case 'n':
      return pad(nano, count);
    case 'A':
      return pad(Math.floor(value.nanosOfDay / 1e6), count);
    case 'N':
      return pad(value.nanosOfDay, count);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    default:
      return null;
  }
}

function zoneField(value: Temporal, letter: string, count: number): string | null {
  if (!(value instanceof DateTime) && !(value instanceof OffsetTime)) return null;
  const { offsetSeconds } = value;
  switch (letter) {
    case 'V':
      return value instanceof DateTime && count === 2 ? (value.zone ?? offset(offsetSeconds, 3, 'Z')) : null;
    case 'X':
      return offset(offsetSeconds, count, 'Z');
    case 'x':
      return offset(offsetSeconds, count, '');
    case 'Z':
      return count < 4 ? offset(offsetSeconds, 2, '') : count === 5 ? offset(offsetSeconds, 3, 'Z') : null;
    default:
      return null;
  }
}

/** `+01` for one letter, `+0100` for two, `+01:00` for three; minutes of one letter only where there are some. */
function offset(seconds: number, count: number, zero: string): string {
  if (seconds === 0 && zero !== '') return zero;
  const sign = seconds < 0 ? '-' : '+';
  const hours = pad(Math.floor(Math.abs(seconds) / 3600), 2);
  const minutes = pad(Math.floor(Math.abs(seconds) / 60) % 60, 2);
  if (count === 1) return `${sign}${hours}${minutes === '00' ? '' : minutes}`;
  return `${sign}${hours}${count % 2 === 0 ? '' : ':'}${minutes}`;
}
