/** `date.truncate` and its like: the start of the unit of time that a value lies in, with fields then set anew. */
import {
  civilFromDays,
  DateTime,
  daysFromCivil,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../temporal.ts';
import type { Temporal } from './arithmetic.ts';
import { checkDay, dayFromWeek, dayOfWeek, quarterOf, quarterStart, weekOf } from './calendar.ts';
import { construct, dayOf, nanosOf, nanosOrMidnight } from './construct.ts';
import type { TemporalType } from './construct.ts';
import { argumentError, typeError } from './errors.ts';
import { atZone, readZone, zoneOf } from './zones.ts';

const DATE_UNITS: ReadonlyMap<string, (epochDay: number) => number> = new Map([
  ['millennium', (day: number) => yearStart(day, 1000)],
  ['century', (day: number) => yearStart(day, 100)],
  ['decade', (day: number) => yearStart(day, 10)],
  ['year', (day: number) => yearStart(day, 1)],
  ['weekYear', (day: number) => dayFromWeek(weekOf(day).weekYear, 1, 1)],
  [
    'quarter',
    (day: number) => {
      const { year, month } = civilFromDays(day);
      return quarterStart(year, quarterOf(month));
    },
  ],
  ['month', (day: number) => day - civilFromDays(day).day + 1],
  ['week', (day: number) => day - dayOfWeek(day) + 1],
  ['day', (day: number) => day],
]);

/** Lengths in nanoseconds. */
const TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ['day', 86_400e9],
  ['hour', 3600e9],
  ['minute', 60e9],
  ['second', 1e9],
  ['millisecond', 1e6],
  ['microsecond', 1000],
]);

function yearStart(epochDay: number, years: number): number {
  return checkDay(daysFromCivil(Math.trunc(civilFromDays(epochDay).year / years) * years, 1, 1));
}

/**
 * @param unit `millennium` to `microsecond`
 * @param fields set after truncating, as by the constructor; a time zone replaces the value's and keeps its clock
 * @throws CypherError no such unit, or one that values of the type do not have
 */
export function truncate(
  type: TemporalType,
  unit: string,
  value: Temporal,
  fields: ReadonlyMap<string, unknown>,
  now: DateTime,
): Temporal {
  const truncated = truncateTo(type, unit, value);
  if (fields.size === 0) return truncated;
  const rest = new Map(fields);
  if (!(truncated instanceof LocalDate)) keepFraction(unit, truncated.nanosOfDay, rest);
  const zoneText = rest.get('timezone');
  let base = truncated;
  if (typeof zoneText === 'string' && (base instanceof DateTime || base instanceof OffsetTime)) {
    rest.delete('timezone');
    base = onClocksOf(base, zoneText, now);
  }
  rest.set(baseKey(base), base);
  return construct(type, rest, now);
}

function onClocksOf(value: DateTime | OffsetTime, zoneText: string, now: DateTime): DateTime | OffsetTime {
  const zone = readZone(zoneText);
  if (value instanceof DateTime) return atZone(value.epochDay, value.nanosOfDay, zone);
  const { offsetSeconds } = atZone(now.epochDay, now.nanosOfDay, zone);
  return new OffsetTime(value.nanosOfDay, offsetSeconds);
}

/** Cut to milliseconds or microseconds, a value keeps them under the smaller fields that are set. */
function keepFraction(unit: string, nanosOfDay: number, fields: Map<string, unknown>): void {
  const nanos = nanosOfDay % 1e9;
  if (!fields.has('nanosecond') && !fields.has('microsecond')) return;
  if (unit !== 'millisecond' && unit !== 'microsecond') return;
  if (!fields.has('millisecond')) fields.set('millisecond', BigInt(Math.floor(nanos / 1e6)));
  if (unit === 'microsecond' && !fields.has('microsecond')) {
    fields.set('microsecond', BigInt(Math.floor(nanos / 1000) % 1000));
  }
}

function baseKey(value: Temporal): string {
  if (value instanceof LocalDate) return 'date';
  return value instanceof LocalTime || value instanceof OffsetTime ? 'time' : 'datetime';
}

function truncateTo(type: TemporalType, unit: string, value: Temporal): Temporal {
  const toDay = DATE_UNITS.get(unit);
  const length = TIME_UNITS.get(unit);
  if (toDay === undefined && length === undefined)
    throw argumentError(`Unsupported unit: ${unit}`, ['22000', '22N11']);
  if (type === 'date') {
    if (toDay === undefined) throw typeError(`Unit too small for truncation: ${unit}`, ['22G05', '22N15']);
    return new LocalDate(toDay(dayOf(value)));
  }
  if (type === 'localtime' || type === 'time') {
    if (length === undefined)
      throw typeError('Unit is too large to be used for truncation', ['22G05', '22N15']);
    const nanos = cut(nanosOf(value), length);
    if (type === 'localtime') return new LocalTime(nanos);
    const zoned = value instanceof DateTime || value instanceof OffsetTime;
    return new OffsetTime(nanos, zoned ? value.offsetSeconds : 0);
  }
  if (toDay === undefined && value instanceof LocalDate) {
    throw typeError(`Cannot truncate ${value.toString()} to date time with a time based unit.`);
  }
  const day = toDay === undefined ? dayOf(value) : toDay(dayOf(value));
  const nanos = toDay === undefined ? cut(nanosOrMidnight(value), length ?? 1) : 0;
  if (type === 'localdatetime') return new LocalDateTime(day, nanos);
  if (!(value instanceof DateTime)) return atZone(day, nanos, 0);
  // Where the clocks are set back an hour comes twice: Neo4j takes the first, whichever the value was in.
  return atZone(day, nanos, zoneOf(value));
}

const cut = (nanos: number, length: number): number => Math.floor(nanos / length) * length;
