/**
 * Temporal values as data: ISO 8601 calendar, nanosecond precision, years -999,999,999 to 999,999,999.
 * Parsing, arithmetic and functions are in `query/temporal/`; this file only holds, orders and prints.
 */

export const NANOS_PER_SECOND = 1_000_000_000;
export const NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;

/** Days since 1970-01-01 of a proleptic Gregorian date. @see https://howardhinnant.github.io/date_algorithms.html#days_from_civil */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link daysFromCivil}. */
export function civilFromDays(epochDay: number): { year: number; month: number; day: number } {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
/** Two digits, 0 to 99: dates are printed by the million, and `padStart` is slow. */
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

function printYear(year: number): string {
  if (year >= 1000 && year <= 9999) return String(year);
  if (year >= 0 && year < 1000) return pad(year, 4);
  return `${year < 0 ? '-' : '+'}${pad(Math.abs(year), 4)}`;
}

/** Dated data comes in the order of its dates, so that the day to print is mostly the one just printed. */
let printed = { epochDay: Number.NaN, text: '' };

function printDay(epochDay: number): string {
  if (printed.epochDay === epochDay) return printed.text;
  const { year, month, day } = civilFromDays(epochDay);
  const text = `${printYear(year)}-${two(month)}-${two(day)}`;
  printed = { epochDay, text };
  return text;
}

function printTime(nanosOfDay: number): string {
  const nano = nanosOfDay % NANOS_PER_SECOND;
  const second = Math.floor(nanosOfDay / NANOS_PER_SECOND);
  const fraction = nano === 0 ? '' : `.${pad(nano, 9).replace(/0+$/, '')}`;
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}${fraction}`;
}

/** `Z`, `+03:00` or, where there are seconds, `+00:53:28`. */
export function printOffset(offsetSeconds: number): string {
  if (offsetSeconds === 0) return 'Z';
  const abs = Math.abs(offsetSeconds);
  const seconds = abs % 60;
  return `${offsetSeconds < 0 ? '-' : '+'}${pad(Math.floor(abs / 3600))}:${pad(Math.floor(abs / 60) % 60)}${seconds === 0 ? '' : `:${pad(seconds)}`}`;
}

/** A DATE. */
export class LocalDate {
  readonly epochDay: number;
  constructor(epochDay: number) {
    this.epochDay = epochDay;
  }
  static of(year: number, month: number, day: number): LocalDate {
    return new LocalDate(daysFromCivil(year, month, day));
  }
  toString(): string {
    return printDay(this.epochDay);
  }
}

/** A LOCAL TIME. */
export class LocalTime {
  readonly nanosOfDay: number;
  constructor(nanosOfDay: number) {
    this.nanosOfDay = nanosOfDay;
  }
  toString(): string {
    return printTime(this.nanosOfDay);
  }
}

/** A ZONED TIME: a time of day with an offset from UTC. */
export class OffsetTime {
  readonly nanosOfDay: number;
  readonly offsetSeconds: number;
  constructor(nanosOfDay: number, offsetSeconds: number) {
    this.nanosOfDay = nanosOfDay;
    this.offsetSeconds = offsetSeconds;
  }
  toString(): string {
    return printTime(this.nanosOfDay) + printOffset(this.offsetSeconds);
  }
}

/** A LOCAL DATETIME. */
export class LocalDateTime {
  readonly epochDay: number;
  readonly nanosOfDay: number;
  constructor(epochDay: number, nanosOfDay: number) {
    this.epochDay = epochDay;
    this.nanosOfDay = nanosOfDay;
  }
  toString(): string {
    return `${printDay(this.epochDay)}T${printTime(this.nanosOfDay)}`;
  }
}

/** A ZONED DATETIME: the local date and time, the offset in force, and the IANA zone where one was named. */
export class DateTime {
  readonly epochDay: number;
  readonly nanosOfDay: number;
  readonly offsetSeconds: number;
  readonly zone: string | null;
  constructor(epochDay: number, nanosOfDay: number, offsetSeconds: number, zone: string | null = null) {
    this.epochDay = epochDay;
    this.nanosOfDay = nanosOfDay;
    this.offsetSeconds = offsetSeconds;
    this.zone = zone;
  }
  toString(): string {
    const zone = this.zone === null ? '' : `[${this.zone}]`;
    return `${printDay(this.epochDay)}T${printTime(this.nanosOfDay)}${printOffset(this.offsetSeconds)}${zone}`;
  }
}

/**
 * A DURATION: months, days, seconds and nanoseconds are kept apart, because none of them has a fixed length in
 * the next; each may have its own sign. `nanos` is 0 to 999,999,999 and always adds (java.time's convention).
 */
export class Duration {
  readonly months: bigint;
  readonly days: bigint;
  readonly seconds: bigint;
  readonly nanos: number;
  constructor(months: bigint, days: bigint, seconds: bigint, nanos: number) {
    this.months = months;
    this.days = days;
    this.seconds = seconds;
    this.nanos = nanos;
  }
  /** As Neo4j prints it: `P1Y2M3DT4H5M6.007S`, `PT0S` for nothing. */
  toString(): string {
    const years = this.months / 12n;
    const months = this.months % 12n;
    let date = 'P';
    if (years !== 0n) date += `${years}Y`;
    if (months !== 0n) date += `${months}M`;
    if (this.days !== 0n) date += `${this.days}D`;
    const total = this.seconds * 1_000_000_000n + BigInt(this.nanos);
    const hours = total / 3_600_000_000_000n;
    const minutes = (total / 60_000_000_000n) % 60n;
    const rest = total % 60_000_000_000n;
    let time = '';
    if (hours !== 0n) time += `${hours}H`;
    if (minutes !== 0n) time += `${minutes}M`;
    if (rest !== 0n) {
      const abs = rest < 0n ? -rest : rest;
      const fraction = abs % 1_000_000_000n;
      time += `${rest < 0n ? '-' : ''}${abs / 1_000_000_000n}${fraction === 0n ? '' : `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`}S`;
    }
    if (time !== '') return `${date}T${time}`;
    return date === 'P' ? 'PT0S' : date;
  }
}
