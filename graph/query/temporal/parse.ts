/** Dates and times from text, in every ISO 8601 form that Cypher takes, extended (`-`, `:`) and basic. */
import type { DateTime } from '../../temporal.ts';
import { LocalDate, LocalDateTime, LocalTime, NANOS_PER_SECOND, OffsetTime } from '../../temporal.ts';
import { dayFromCalendar, dayFromOrdinal, dayFromQuarterExactly, dayFromWeek } from './calendar.ts';
import { argumentError, asSyntax, checkRange, unparsable } from './errors.ts';
import { atZone, readOffset, readZone } from './zones.ts';
import type { Zone } from './zones.ts';

const YEAR = '(?<year>[+-]\\d{1,9}|\\d{4})';
/** More than four digits need a sign, so that the basic forms stay readable. */
const DATE_FORMS: readonly RegExp[] = [
  `${YEAR}-(?<month>\\d{1,2})-(?<day>\\d{1,2})`,
  `(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})`,
  `${YEAR}-W(?<week>\\d{1,2})(?:-(?<weekDay>\\d))?`,
  `(?<year>\\d{4})W(?<week>\\d{2})(?<weekDay>\\d)?`,
  `${YEAR}-Q(?<quarter>\\d)(?:-(?<quarterDay>\\d{1,2}))?`,
  `(?<year>\\d{4})Q(?<quarter>\\d)(?<quarterDay>\\d{2})?`,
  `${YEAR}-(?<ordinal>\\d{3})`,
  `(?<year>\\d{4})(?<ordinal>\\d{3})`,
  `${YEAR}-(?<month>\\d{1,2})`,
  `(?<year>\\d{4})(?<month>\\d{2})`,
  YEAR,
].map((form) => new RegExp(`^${form}$`));

const TIME =
  /^(?:(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?|(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?)?)$/;

/** Days since 1970-01-01, or null where the text has none of the forms. @throws CypherError no such day */
const readDay = (text: string): number | null => asSyntax(() => matchDay(text));

function matchDay(text: string): number | null {
  for (const form of DATE_FORMS) {
    const fields = form.exec(text)?.groups;
    if (fields === undefined) continue;
    const year = Number(fields.year);
    if (fields.week !== undefined) return dayFromWeek(year, Number(fields.week), Number(fields.weekDay ?? 1));
    if (fields.quarter !== undefined) {
      return dayFromQuarterExactly(year, Number(fields.quarter), Number(fields.quarterDay ?? 1));
    }
    if (fields.ordinal !== undefined) return dayFromOrdinal(year, Number(fields.ordinal));
    return dayFromCalendar(year, Number(fields.month ?? 1), Number(fields.day ?? 1));
  }
  return null;
}

/** Nanoseconds of the day, or null where the text has none of the forms. @throws CypherError no such time */
const readTime = (text: string): number | null => asSyntax(() => matchTime(text));

function matchTime(text: string): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const hour = checkRange('HourOfDay', Number(match[1] ?? match[5]), 0, 23);
  const minute = checkRange('MinuteOfHour', Number(match[2] ?? match[6] ?? 0), 0, 59);
  const second = checkRange('SecondOfMinute', Number(match[3] ?? match[7] ?? 0), 0, 59);
  const fraction = Number((match[4] ?? match[8] ?? '').padEnd(9, '0'));
  return (hour * 3600 + minute * 60 + second) * NANOS_PER_SECOND + fraction;
}

interface ZoneText {
  /** The text before the zone. */
  readonly rest: string;
  /** The offset that was written. */
  readonly offset: number | null;
  readonly zone: string | null;
}

/** Takes `+01:00`, `Z`, `[Europe/Stockholm]` or both off the end of a time. */
function splitZone(text: string, what: string): ZoneText {
  const named = /^(.*)\[([^\]]*)\]$/.exec(text);
  const zone = named?.[2] ?? null;
  // brackets name a zone; an offset stands without them
  if (/^[+-]/.test(zone ?? '')) throw unparsable(text, what);
  const rest = named?.[1] ?? text;
  const match = /^([\d:.,]*)([Zz]|[+-][\d:]+)?$/.exec(rest);
  if (match === null) throw unparsable(text, what);
  const written = match[2];
  if (written === undefined) return { rest, offset: null, zone };
  const offset = readOffset(written);
  if (offset === null) throw argumentError(`Invalid time zone offset '${written}' in '${text}'`);
  return { rest: match[1] ?? '', offset, zone };
}

export function parseDate(text: string): LocalDate {
  const day = readDay(text);
  if (day === null) throw unparsable(text, 'Date');
  return new LocalDate(day);
}

export function parseLocalTime(text: string): LocalTime {
  const nanos = readTime(text.replace(/^T/, ''));
  if (nanos === null) throw unparsable(text, 'LocalTime');
  return new LocalTime(nanos);
}

/** @param defaultOffset taken where the text says none */
export function parseTime(text: string, defaultOffset: number): OffsetTime {
  const { rest, offset, zone } = splitZone(text.replace(/^T/, ''), 'Time');
  if (zone !== null) {
    throw argumentError(
      'Using a named time zone e.g. [UTC] is not valid for a time without a date. Instead, use a specific time zone string e.g. +00:00.',
    );
  }
  const nanos = readTime(rest);
  if (nanos === null) throw unparsable(text, 'Time');
  return new OffsetTime(nanos, offset ?? defaultOffset);
}

export function parseLocalDateTime(text: string): LocalDateTime {
  const { date, time } = splitDateTime(text);
  const day = readDay(date);
  const nanos = time === null ? 0 : readTime(time);
  if (day === null || nanos === null) throw unparsable(text, 'LocalDateTime');
  return new LocalDateTime(day, nanos);
}

/** @param defaultZone taken where the text says none */
export function parseDateTime(text: string, defaultZone: Zone): DateTime {
  const { date, time } = splitDateTime(text);
  const day = readDay(date);
  if (day === null) throw unparsable(text, 'DateTime');
  const { rest, offset, zone } = splitZone(time ?? '', 'DateTime');
  const nanos = time === null ? 0 : readTime(rest);
  if (nanos === null) throw unparsable(text, 'DateTime');
  if (zone === null) return atZone(day, nanos, offset ?? defaultZone);
  const local = atZone(
    day,
    nanos,
    asSyntax(() => readZone(zone)),
    offset ?? undefined,
  );
  if (offset !== null && local.offsetSeconds !== offset) {
    throw argumentError(`Timezone and offset do not match: ${text}`);
  }
  return local;
}

function splitDateTime(text: string): { date: string; time: string | null } {
  const at = text.indexOf('T');
  return at === -1 ? { date: text, time: null } : { date: text.slice(0, at), time: text.slice(at + 1) };
}
