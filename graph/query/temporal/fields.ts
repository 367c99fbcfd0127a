/** The fields of the maps that temporal values are made from: which go together, and what they mean. */
import { civilFromDays, daysFromCivil } from '../../temporal.ts';
import {
  dayFromCalendar,
  dayFromOrdinal,
  dayFromQuarter,
  dayFromWeek,
  dayOfWeek,
  lengthOfMonth,
  quarterOf,
  weekOf,
} from './calendar.ts';
import { componentError, checkRange, typeError } from './errors.ts';

export const DATE_KEYS = [
  'year',
  'month',
  'day',
  'week',
  'dayOfWeek',
  'quarter',
  'dayOfQuarter',
  'ordinalDay',
] as const;
export const TIME_KEYS = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond'] as const;
/** Every field that some type of temporal value has. */
const ALL_KEYS: ReadonlySet<string> = new Set([
  ...DATE_KEYS,
  ...TIME_KEYS,
  'date',
  'time',
  'datetime',
  'timezone',
  'epochSeconds',
  'epochMillis',
]);

/** A map as given by the statement, whose numbers are checked when they are read. */
export class Fields {
  readonly #map: ReadonlyMap<string, unknown>;

  /** @throws CypherError a key is not among `allowed`: a TypeError where another type of value has it */
  constructor(map: ReadonlyMap<string, unknown>, allowed: ReadonlySet<string>) {
    this.#map = map;
    const others = [...map.keys()].filter((key) => !allowed.has(key));
    if (others.length === 0) return;
    const known = others.find((key) => ALL_KEYS.has(key));
    if (known === undefined) throw componentError(`No such field: ${others[0]}`);
    if (known === 'timezone') throw typeError('Cannot assign time zone if also assigning other fields.');
    throw typeError(`Not supported: ${known}`);
  }

  get size(): number {
    return this.#map.size;
  }
  has(key: string): boolean {
    return this.#map.has(key);
  }
  hasAny(keys: Iterable<string>): boolean {
    for (const key of keys) if (this.#map.has(key)) return true;
    return false;
  }
  get(key: string): unknown {
    return this.#map.get(key);
  }
  /** Null is as if the field were left out. @throws CypherError the field is there and no INTEGER */
  number(key: string): number | undefined {
    const value = this.#map.get(key);
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'bigint') throw typeError(`${key} must be an integer value.`, ['22G08', '22N40']);
    return Number(value);
  }
  text(key: string): string | undefined {
    const value = this.#map.get(key);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw componentError(`${key} must be a string value.`);
    return value;
  }
}

/** The ways to name a day of a year; fields of two of them cannot be mixed. */
const DAY_SYSTEMS: readonly (readonly [string, readonly string[]])[] = [
  ['week', ['week', 'dayOfWeek']],
  ['quarter', ['quarter', 'dayOfQuarter']],
  ['ordinal', ['ordinalDay']],
  ['calendar', ['month', 'day']],
];

/**
 * The day that the fields name, in days since 1970-01-01. Fields that are left out are those of `base`; without it they
 * are the first, and a smaller field needs the larger one.
 *
 * @param timed true where a time of day follows: then no field of the day may be left out but all of them
 */
export function readDay(fields: Fields, base: number | null, timed = false): number {
  const systems = DAY_SYSTEMS.filter(([, keys]) => fields.hasAny(keys));
  const [first, second] = systems;
  if (first !== undefined && second !== undefined) {
    const key = second[1].find((name) => fields.has(name)) ?? '';
    throw typeError(`Cannot assign ${key} to ${first[0]} date.`);
  }
  const system = first?.[0] ?? 'calendar';
  if (base === null) {
    const keys = first?.[1] ?? (timed ? ['month', 'day'] : []);
    requireInOrder(fields, ['year', ...keys]);
    const missing = timed ? keys.find((key) => !fields.has(key)) : undefined;
    if (missing !== undefined) throw componentError(`${missing} must be specified`);
  }
  const year = fields.number('year');
  switch (system) {
    case 'week':
      return dayFromWeek(
        year ?? (base === null ? 0 : weekOf(base).weekYear),
        fields.number('week') ?? (base === null ? 1 : weekOf(base).week),
        fields.number('dayOfWeek') ?? (base === null ? 1 : dayOfWeek(base)),
      );
    case 'quarter':
      return readQuarterDay(fields, year, base);
    case 'ordinal':
      return dayFromOrdinal(year ?? civilFromDays(base ?? 0).year, fields.number('ordinalDay') ?? 1);
    default:
      return readCalendarDay(fields, year, base);
  }
}

function readQuarterDay(fields: Fields, year: number | undefined, base: number | null): number {
  const from = civilFromDays(base ?? daysFromCivil(0, 1, 1));
  const newYear = year ?? from.year;
  const quarter = fields.number('quarter') ?? quarterOf(from.month);
  const ofQuarter = fields.number('dayOfQuarter');
  if (ofQuarter !== undefined || base === null) return dayFromQuarter(newYear, quarter, ofQuarter ?? 1);
  // The base's month of the quarter is kept, and its day cut to that month.
  const month = checkRange('QuarterOfYear', quarter, 1, 4) * 3 - 2 + ((from.month - 1) % 3);
  return dayFromCalendar(newYear, month, Math.min(from.day, lengthOfMonth(newYear, month)));
}

function readCalendarDay(fields: Fields, year: number | undefined, base: number | null): number {
  const from = base === null ? { year: 0, month: 1, day: 1 } : civilFromDays(base);
  const newYear = year ?? from.year;
  const month = fields.number('month') ?? from.month;
  const day = fields.number('day');
  // The base's day is cut to the new month; a day that was asked for must exist.
  if (day === undefined && month >= 1 && month <= 12) {
    return dayFromCalendar(newYear, month, Math.min(from.day, lengthOfMonth(newYear, month)));
  }
  return dayFromCalendar(newYear, month, day ?? from.day);
}

/** Nanoseconds of the day; fields that are left out are those of `base`, or 0. */
export function readNanosOfDay(fields: Fields, base: number | null): number {
  if (base === null && fields.hasAny(TIME_KEYS)) {
    const larger = ['hour', 'minute', 'second'];
    requireInOrder(fields, larger);
    const missing = larger.find((key) => !fields.has(key));
    if (missing !== undefined && fields.hasAny(['millisecond', 'microsecond', 'nanosecond'])) {
      throw componentError(`subsecond cannot be specified without ${missing}`);
    }
  }
  const from = base ?? 0;
  const hour = checkRange('HourOfDay', fields.number('hour') ?? Math.floor(from / 3.6e12), 0, 23);
  const minute = checkRange('MinuteOfHour', fields.number('minute') ?? Math.floor(from / 6e10) % 60, 0, 59);
  const second = checkRange('SecondOfMinute', fields.number('second') ?? Math.floor(from / 1e9) % 60, 0, 59);
  return (hour * 3600 + minute * 60 + second) * 1e9 + (readFraction(fields) ?? from % 1e9);
}

/** Nanoseconds of the second, or null where no field says; beside a larger field a smaller one is only its remainder. */
export function readFraction(fields: Fields): number | null {
  const milli = fields.number('millisecond');
  const micro = fields.number('microsecond');
  const nano = fields.number('nanosecond');
  if (milli === undefined && micro === undefined && nano === undefined) return null;
  const microLimit = milli === undefined ? 999_999 : 999;
  const nanoLimit = micro !== undefined ? 999 : milli !== undefined ? 999_999 : 999_999_999;
  return (
    checkFraction('Millisecond', milli ?? 0, 999) * 1e6 +
    checkFraction('Microsecond', micro ?? 0, microLimit) * 1000 +
    checkFraction('Nanosecond', nano ?? 0, nanoLimit)
  );
}

function checkFraction(name: string, value: number, max: number): number {
  if (value >= 0 && value <= max) return value;
  throw componentError(`Invalid value for ${name}: ${value}`);
}

function requireInOrder(fields: Fields, keys: readonly string[]): void {
  if (fields.size === 0) throw componentError('At least one temporal unit must be specified.');
  const [largest = ''] = keys;
  if (!fields.has(largest)) throw componentError(`${largest} must be specified`);
  let missing: string | null = null;
  for (const key of keys) {
    if (!fields.has(key)) missing ??= key;
    else if (missing !== null) throw componentError(`${key} cannot be specified without ${missing}`);
  }
}
