/**
 * Time zones: offsets as text, and the offset an IANA zone had at an instant or for a time on its clocks. The rules are
 * the host's (`Intl.DateTimeFormat`), which knows the historical ones, local mean time with its seconds included.
 */
import { CypherError } from '../../errors.ts';
import { DateTime, daysFromCivil, NANOS_PER_DAY, NANOS_PER_SECOND } from '../../temporal.ts';

export const MAX_OFFSET_SECONDS = 18 * 3600;
const SECONDS_PER_DAY = 86_400;
// The calendar, with its weekdays, repeats after 400 years; so do the rules of any zone once they are settled.
const DAYS_PER_CYCLE = 146_097;
// Before any zone left local mean time.
const FIRST_DAY = daysFromCivil(1600, 1, 1);
const LAST_DAY = daysFromCivil(2400, 1, 1);

/** An offset in seconds, or an IANA name. */
export type Zone = number | string;

/** Reads `Z`, `+01:00`, `-0130`, `+02`, `+02:05:59`; null where the text is no offset up to 18 hours. */
export function readOffset(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const match = /^([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, sign, hours, minutes = '0', seconds = '0'] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total > MAX_OFFSET_SECONDS) return null;
  return sign === '-' && total !== 0 ? -total : total;
}

/** Reads an offset or the name of a zone. @throws CypherError neither */
export function readZone(text: string): Zone {
  const offset = readOffset(text);
  if (offset !== null) return offset;
  formatFor(text);
  return properCase().get(text.toLowerCase()) ?? text;
}

let zoneNames: ReadonlyMap<string, string> | null = null;

/** Zones are found without regard to case, and shown as they are spelt. */
function properCase(): ReadonlyMap<string, string> {
  zoneNames ??= new Map(Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]));
  return zoneNames;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  if (!/^[A-Za-z][A-Za-z0-9~/._+-]*$/.test(zone)) throw unknownZone(zone);
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch (cause) {
    throw unknownZone(zone, cause);
  }
}

function unknownZone(zone: string, cause?: unknown): Error {
  return new CypherError(
    'Neo.ClientError.Statement.SyntaxError',
    `Invalid value for TimeZone: Text '${zone}' could not be parsed`,
    { cause, gql: ['22000', '22N11'] },
  );
}

// Asking `Intl` takes microseconds, and a column of times asks about the same days again and again.
const MAX_CACHED_DAYS = 10_000;
const dayOffsets = new Map<string, number | null>();

/** Seconds east of UTC that `zone` had at an instant, given as a UTC day and second of that day. */
export function offsetAt(zone: string, utcDay: number, utcSecond: number): number {
  let day = utcDay;
  if (day >= LAST_DAY) day -= Math.ceil((day - LAST_DAY + 1) / DAYS_PER_CYCLE) * DAYS_PER_CYCLE;
  else if (day < FIRST_DAY) day = FIRST_DAY;
  const key = `${zone} ${day}`;
  let whole = dayOffsets.get(key);
  if (whole === undefined) {
    const start = askOffset(zone, day, 0);
    whole = start === askOffset(zone, day + 1, 0) ? start : null;
    if (dayOffsets.size >= MAX_CACHED_DAYS) dayOffsets.clear();
    dayOffsets.set(key, whole);
  }
  return whole ?? askOffset(zone, day, utcSecond);
}

function askOffset(zone: string, utcDay: number, utcSecond: number): number {
  const fields: Record<string, string> = {};
  const instant = utcDay * SECONDS_PER_DAY + utcSecond;
  for (const { type, value } of formatFor(zone).formatToParts(instant * 1000)) fields[type] = value;
  const localDay = daysFromCivil(Number(fields.year), Number(fields.month), Number(fields.day));
  const localSecond = Number(fields.hour) * 3600 + Number(fields.minute) * 60 + Number(fields.second);
  return localDay * SECONDS_PER_DAY + localSecond - instant;
}

/**
 * The zoned time for what the clocks of a zone show. Where they were set back and show it twice, `preferred` is taken if
 * it is one of the two offsets, else the earlier; where they were set forward and never showed it, it is moved on by
 * the gap (java.time's rules).
 */
export function atZone(epochDay: number, nanosOfDay: number, zone: Zone, preferred?: number): DateTime {
  if (typeof zone === 'number') return new DateTime(epochDay, nanosOfDay, zone);
  const second = Math.floor(nanosOfDay / NANOS_PER_SECOND);
  const before = offsetAt(zone, epochDay - 1, second);
  const after = offsetAt(zone, epochDay + 1, second);
  if (before === after) return new DateTime(epochDay, nanosOfDay, before, zone);
  const holds = (offset: number): boolean => offsetAtLocal(zone, epochDay, second, offset) === offset;
  if (preferred !== undefined && (preferred === before || preferred === after) && holds(preferred)) {
    return new DateTime(epochDay, nanosOfDay, preferred, zone);
  }
  if (holds(before)) return new DateTime(epochDay, nanosOfDay, before, zone);
  if (holds(after)) return new DateTime(epochDay, nanosOfDay, after, zone);
  return fromUtc(epochDay, nanosOfDay - before * NANOS_PER_SECOND, zone);
}

function offsetAtLocal(zone: string, epochDay: number, second: number, offset: number): number {
  const utc = second - offset;
  const days = Math.floor(utc / SECONDS_PER_DAY);
  return offsetAt(zone, epochDay + days, utc - days * SECONDS_PER_DAY);
}

/** The zoned time of an instant, given as a UTC day and nanoseconds of that day, which may run over or be negative. */
export function fromUtc(utcDay: number, utcNanos: number, zone: Zone): DateTime {
  const carry = Math.floor(utcNanos / NANOS_PER_DAY);
  const day = utcDay + carry;
  const nanos = utcNanos - carry * NANOS_PER_DAY;
  const offset = typeof zone === 'number' ? zone : offsetAt(zone, day, Math.floor(nanos / NANOS_PER_SECOND));
  const local = nanos + offset * NANOS_PER_SECOND;
  const shift = Math.floor(local / NANOS_PER_DAY);
  return new DateTime(
    day + shift,
    local - shift * NANOS_PER_DAY,
    offset,
    typeof zone === 'number' ? null : zone,
  );
}

/** The zone of a zoned time, to give to {@link atZone}. */
export const zoneOf = (value: DateTime): Zone => value.zone ?? value.offsetSeconds;

/** The same instant on the clocks of another zone. */
export function withZone(value: DateTime, zone: Zone): DateTime {
  return fromUtc(value.epochDay, value.nanosOfDay - value.offsetSeconds * NANOS_PER_SECOND, zone);
}
