/** `date(…)`, `localtime(…)`, `time(…)`, `localdatetime(…)`, `datetime(…)`: from text, from maps, from one another. */
import { DateTime, LocalDate, LocalDateTime, LocalTime, NANOS_PER_DAY, OffsetTime } from '../../temporal.ts';
import { isTemporal } from './arithmetic.ts';
import type { Temporal } from './arithmetic.ts';
import { componentError, typeError } from './errors.ts';
import { DATE_KEYS, Fields, readDay, readNanosOfDay, TIME_KEYS } from './fields.ts';
import { parseDate, parseDateTime, parseLocalDateTime, parseLocalTime, parseTime } from './parse.ts';
import { atZone, fromUtc, readZone, withZone, zoneOf } from './zones.ts';
import type { Zone } from './zones.ts';

export type TemporalType = 'date' | 'localtime' | 'time' | 'localdatetime' | 'datetime';

const UTC: Zone = 0;

const DATE_FIELDS = new Set<string>(['date', ...DATE_KEYS]);
const LOCAL_TIME_FIELDS = new Set<string>(['time', ...TIME_KEYS]);
const TIME_FIELDS = new Set<string>(['timezone', ...LOCAL_TIME_FIELDS]);
const LOCAL_DATE_TIME_FIELDS = new Set<string>(['datetime', ...DATE_FIELDS, ...LOCAL_TIME_FIELDS]);
const DATE_TIME_FIELDS = new Set<string>([
  'timezone',
  'epochSeconds',
  'epochMillis',
  ...LOCAL_DATE_TIME_FIELDS,
]);

/** What a constructor is given: text, a map of fields or a temporal value. */
export type Source = string | ReadonlyMap<string, unknown> | Temporal;

/** Tells a map of fields, text or temporal value from what no constructor takes. */
export function isSource(value: unknown): value is Source {
  return typeof value === 'string' || value instanceof Map || isTemporal(value);
}

/**
 * Makes a temporal value of a type. A map holds fields (`year`, `week`, `hour` …) and may hold values that give those
 * left out (`date`, `time`, `datetime`).
 * @param now the instant for a map that holds nothing but a time zone, and for the offset of a zone that is given to a
 *   time without a date
 * @throws CypherError the text cannot be read, a field is unknown, missing or out of range
 */
export function construct(type: TemporalType, source: Source, now: DateTime): Temporal {
  switch (type) {
    case 'date':
      return toDate(source, now);
    case 'localtime':
      return toLocalTime(source, now);
    case 'time':
      return toTime(source, now);
    case 'localdatetime':
      return toLocalDateTime(source, now);
    case 'datetime':
      return toDateTime(source, now);
  }
}

/** The part of an instant that a type holds. */
export function ofInstant(type: TemporalType, at: DateTime): Temporal {
  switch (type) {
    case 'date':
      return new LocalDate(at.epochDay);
    case 'localtime':
      return new LocalTime(at.nanosOfDay);
    case 'time':
      return new OffsetTime(at.nanosOfDay, at.offsetSeconds);
    case 'localdatetime':
      return new LocalDateTime(at.epochDay, at.nanosOfDay);
    case 'datetime':
      return at;
  }
}

/** `{timezone: …}` alone means: now, on the clocks of that zone. */
function nowIn(source: ReadonlyMap<string, unknown>, now: DateTime): DateTime | null {
  if (source.size !== 1) return null;
  const zone = source.get('timezone');
  return typeof zone === 'string' ? withZone(now, readZone(zone)) : null;
}

function toDate(source: Source, now: DateTime): LocalDate {
  if (typeof source === 'string') return parseDate(source);
  if (isTemporal(source)) return new LocalDate(dayOf(source));
  const here = nowIn(source, now);
  if (here !== null) return new LocalDate(here.epochDay);
  const fields = new Fields(source, DATE_FIELDS);
  return new LocalDate(readDay(fields, baseDay(fields)));
}

function toLocalTime(source: Source, now: DateTime): LocalTime {
  if (typeof source === 'string') return parseLocalTime(source);
  if (isTemporal(source)) return new LocalTime(nanosOf(source));
  const here = nowIn(source, now);
  if (here !== null) return new LocalTime(here.nanosOfDay);
  const fields = new Fields(source, LOCAL_TIME_FIELDS);
  return new LocalTime(readClock(fields));
}

/** Times of day need at least an hour, or a time to take it from. */
function readClock(fields: Fields): number {
  const base = baseTime(fields);
  if (fields.size === 0) throw componentError('At least one temporal unit must be specified.');
  if (base === null && !fields.hasAny(TIME_KEYS)) throw componentError('hour must be specified');
  return readNanosOfDay(fields, base === null ? null : nanosOf(base));
}

function toTime(source: Source, now: DateTime): OffsetTime {
  if (typeof source === 'string') return parseTime(source, 0);
  if (isTemporal(source)) return new OffsetTime(nanosOf(source), offsetOf(source) ?? 0);
  const here = nowIn(source, now);
  if (here !== null) return new OffsetTime(here.nanosOfDay, here.offsetSeconds);
  const fields = new Fields(source, TIME_FIELDS);
  const base = baseTime(fields);
  const nanos = readClock(fields);
  const zone = fields.text('timezone');
  const baseOffset = base === null ? null : offsetOf(base);
  if (zone === undefined) return new OffsetTime(nanos, baseOffset ?? 0);
  const target = readZone(zone);
  const offset = typeof target === 'number' ? target : withZone(now, target).offsetSeconds;
  if (baseOffset === null) return new OffsetTime(nanos, offset);
  const moved = nanos + (offset - baseOffset) * 1e9;
  return new OffsetTime(((moved % NANOS_PER_DAY) + NANOS_PER_DAY) % NANOS_PER_DAY, offset);
}

function toLocalDateTime(source: Source, now: DateTime): LocalDateTime {
  if (typeof source === 'string') return parseLocalDateTime(source);
  if (isTemporal(source)) return new LocalDateTime(dayOf(source), nanosOf(source));
  const here = nowIn(source, now);
  if (here !== null) return new LocalDateTime(here.epochDay, here.nanosOfDay);
  return readDateTime(new Fields(source, LOCAL_DATE_TIME_FIELDS));
}

function readDateTime(fields: Fields): LocalDateTime {
  const both = baseDateTime(fields);
  const timed = fields.hasAny([...TIME_KEYS, 'time']);
  const day = readDay(fields, both === null ? baseDay(fields) : both.epochDay, timed);
  const time = baseTime(fields);
  const base = time === null ? (both?.nanosOfDay ?? null) : nanosOf(time);
  return new LocalDateTime(day, readNanosOfDay(fields, base));
}

function toDateTime(source: Source, now: DateTime): DateTime {
  if (typeof source === 'string') return parseDateTime(source, UTC);
  if (source instanceof DateTime) return source;
  if (isTemporal(source)) return atZone(dayOf(source), clockOf(source), UTC);
  const here = nowIn(source, now);
  if (here !== null) return here;
  const fields = new Fields(source, DATE_TIME_FIELDS);
  const zoneText = fields.text('timezone');
  const zone = zoneText === undefined ? null : readZone(zoneText);
  if (fields.hasAny(['epochSeconds', 'epochMillis'])) return readEpoch(fields, zone ?? UTC);
  const local = readDateTime(fields);
  const base = baseDateTime(fields) ?? baseTime(fields);
  if (!(base instanceof DateTime) && !(base instanceof OffsetTime)) {
    return atZone(local.epochDay, local.nanosOfDay, zone ?? UTC);
  }
  // The base says where its clock stood; another zone then sees the same instant.
  const from = base instanceof DateTime ? zoneOf(base) : base.offsetSeconds;
  const there = atZone(local.epochDay, local.nanosOfDay, from, base.offsetSeconds);
  return zone === null ? there : withZone(there, zone);
}

function readEpoch(fields: Fields, zone: Zone): DateTime {
  const { seconds, nanos } = epochParts(fields);
  const day = Math.floor(seconds / 86_400);
  return fromUtc(day, (seconds - day * 86_400) * 1e9 + nanos, zone);
}

function epochParts(fields: Fields): { seconds: number; nanos: number } {
  if (fields.has('epochSeconds') && fields.has('epochMillis')) {
    throw componentError('epochMillis cannot be selected together with epochSeconds.');
  }
  const nanosecond = fields.number('nanosecond') ?? 0;
  const seconds = fields.number('epochSeconds');
  if (seconds !== undefined) return { seconds, nanos: nanosecond };
  const millis = fields.number('epochMillis') ?? 0;
  const whole = Math.floor(millis / 1000);
  // a nanosecond that is given replaces those of the milliseconds
  return { seconds: whole, nanos: fields.has('nanosecond') ? nanosecond : (millis - whole * 1000) * 1e6 };
}

// ── What a map's base values give ─────────────────────────────────────────────────────────────────

function temporalField(fields: Fields, key: string): Temporal | null {
  if (!fields.has(key)) return null;
  const value = fields.get(key);
  if (!isTemporal(value)) throw componentError(`Cannot construct temporal value from: ${key}`);
  return value;
}

function baseDay(fields: Fields): number | null {
  const value = temporalField(fields, 'date');
  return value === null ? null : dayOf(value);
}

function baseTime(fields: Fields): Exclude<Temporal, LocalDate> | null {
  const value = temporalField(fields, 'time');
  if (value instanceof LocalDate) throw noPart(value, 'time');
  return value;
}

function baseDateTime(fields: Fields): LocalDateTime | DateTime | null {
  const value = temporalField(fields, 'datetime');
  if (value === null || value instanceof DateTime || value instanceof LocalDateTime) return value;
  return new LocalDateTime(dayOf(value), nanosOrMidnight(value));
}

export function dayOf(value: Temporal): number {
  if (value instanceof LocalTime || value instanceof OffsetTime) throw noPart(value, 'date');
  return value.epochDay;
}

export function nanosOf(value: Temporal): number {
  if (value instanceof LocalDate) throw noPart(value, 'time');
  return value.nanosOfDay;
}

export const nanosOrMidnight = (value: Temporal): number =>
  value instanceof LocalDate ? 0 : value.nanosOfDay;

/** A date is no moment; a map may hold it beside a time. */
function clockOf(value: Temporal): number {
  if (value instanceof LocalDate) throw typeError(`Cannot select datetime from: ${value.toString()}`);
  return value.nanosOfDay;
}

const offsetOf = (value: Temporal): number | null =>
  value instanceof DateTime || value instanceof OffsetTime ? value.offsetSeconds : null;

const noPart = (value: Temporal, part: string): Error =>
  typeError(`Cannot get the ${part} of: ${value.toString()}`);
