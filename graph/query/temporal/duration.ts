/** Durations: from text and maps, their arithmetic and their components. */
import { Duration } from '../../temporal.ts';
import { checkInteger } from '../values/numbers.ts';
import { argumentError, unparsable } from './errors.ts';

const NANOS = 1_000_000_000n;
// A month is 365.2425 / 12 days on average: 2,629,746 seconds. A part of a month is that part of it.
const SECONDS_PER_MONTH = 2_629_746;

/** A number of units that may have a fraction, kept exact in its whole part. */
interface Amount {
  whole: bigint;
  fraction: number;
}

/** Sums amounts of any unit and carries fractions down: months to days, days to seconds, seconds to nanoseconds. */
class DurationSum {
  readonly #months: Amount = { whole: 0n, fraction: 0 };
  readonly #days: Amount = { whole: 0n, fraction: 0 };
  readonly #seconds: Amount = { whole: 0n, fraction: 0 };
  readonly #nanos: Amount = { whole: 0n, fraction: 0 };

  months(value: bigint | number, each: number): void {
    accumulate(this.#months, value, each);
  }
  days(value: bigint | number, each: number): void {
    accumulate(this.#days, value, each);
  }
  seconds(value: bigint | number, each: number): void {
    accumulate(this.#seconds, value, each);
  }
  nanos(value: bigint | number, each: number): void {
    accumulate(this.#nanos, value, each);
  }

  result(): Duration {
    const months = carry(this.#months);
    const monthRest = months.fraction * SECONDS_PER_MONTH;
    const monthDays = Math.trunc(monthRest / 86_400);
    const days = carry(this.#days);
    const seconds = carry(this.#seconds);
    const nanos = carry(this.#nanos);
    const fraction =
      (monthRest - monthDays * 86_400 + days.fraction * 86_400 + seconds.fraction) * 1e9 + nanos.fraction;
    // Cut off, as Neo4j does; what is a whole number but for the error of the double stays one.
    const cut = Math.trunc(fraction + Math.sign(fraction) * 1e-3);
    return durationOf(months.whole, days.whole + BigInt(monthDays), seconds.whole, nanos.whole + BigInt(cut));
  }
}

function accumulate(amount: Amount, value: bigint | number, each: number): void {
  if (typeof value === 'bigint') {
    amount.whole += value * BigInt(each);
    return;
  }
  if (!Number.isFinite(value)) throw argumentError(`A duration cannot hold ${value}`);
  const scaled = value * each;
  const whole = Math.trunc(scaled);
  amount.whole += BigInt(whole);
  amount.fraction += scaled - whole;
}

function carry({ whole, fraction }: Amount): Amount {
  const extra = Math.trunc(fraction);
  return { whole: whole + BigInt(extra), fraction: fraction - extra };
}

/** A duration from any nanoseconds, which run over into the seconds. @throws CypherError a part does not fit 64 bits */
export function durationOf(months: bigint, days: bigint, seconds: bigint, nanos: bigint): Duration {
  let over = nanos / NANOS;
  let rest = nanos % NANOS;
  if (rest < 0n) {
    over -= 1n;
    rest += NANOS;
  }
  return new Duration(checkInteger(months), checkInteger(days), checkInteger(seconds + over), Number(rest));
}

type Unit = (sum: DurationSum, value: bigint | number) => void;
const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['years', (sum, value) => sum.months(value, 12)],
  ['quarters', (sum, value) => sum.months(value, 3)],
  ['months', (sum, value) => sum.months(value, 1)],
  ['weeks', (sum, value) => sum.days(value, 7)],
  ['days', (sum, value) => sum.days(value, 1)],
  ['hours', (sum, value) => sum.seconds(value, 3600)],
  ['minutes', (sum, value) => sum.seconds(value, 60)],
  ['seconds', (sum, value) => sum.seconds(value, 1)],
  ['milliseconds', (sum, value) => sum.nanos(value, 1_000_000)],
  ['microseconds', (sum, value) => sum.nanos(value, 1000)],
  ['nanoseconds', (sum, value) => sum.nanos(value, 1)],
]);

/** `duration({days: 1, hours: 2.5})`. @throws CypherError a key is no unit, a value no number */
export function durationFromMap(fields: ReadonlyMap<string, unknown>): Duration {
  const sum = new DurationSum();
  for (const [key, value] of fields) {
    const unit = UNITS.get(key);
    if (unit === undefined) throw argumentError(`No such field: ${key}`);
    if (typeof value !== 'bigint' && typeof value !== 'number') {
      throw argumentError(`${key} must be a number value.`);
    }
    unit(sum, value);
  }
  return sum.result();
}

const NUMBER = '([-+]?\\d+(?:[.,]\\d+)?)';
const UNIT_FORM = new RegExp(
  `^([-+]?)P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?` +
    `(T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
  'i',
);
const DATE_FORM = /^([-+]?)P(\d{4})-?(\d{2})-?(\d{2})T(\d{2})(?::?(\d{2})(?::?(\d{2}(?:[.,]\d{1,9})?))?)?$/i;

/** `P1Y2M3DT4H5M6.007S`, `P2.5W`, `-P1D`, `P2012-02-02T14:37:21.545`. @throws CypherError none of these */
export function parseDuration(text: string): Duration {
  const units = UNIT_FORM.exec(text);
  const dated = units === null ? DATE_FORM.exec(text) : null;
  const [, sign, years, months, weeks, days, ...rest] = units ?? [];
  const [time, hours, minutes, seconds] = rest;
  const sum = new DurationSum();
  if (units !== null && text.length > 2 && !/[PT]$/i.test(text)) {
    const amounts = [years, months, weeks, days, hours, minutes];
    const names = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'];
    amounts.forEach((amount, i) => addAmount(sum, names[i] ?? '', amount, sign === '-'));
    if (time !== undefined) addSeconds(sum, seconds, sign === '-');
  } else if (dated !== null) {
    const negative = dated[1] === '-';
    const names = ['years', 'months', 'days', 'hours', 'minutes'];
    names.forEach((name, i) => addAmount(sum, name, dated[i + 2], negative));
    addSeconds(sum, dated[7], negative);
  } else {
    throw unparsable(text, 'Duration');
  }
  return sum.result();
}

function addAmount(sum: DurationSum, unit: string, text: string | undefined, negative: boolean): void {
  if (text === undefined) return;
  const value = /[.,]/.test(text) ? Number(text.replace(',', '.')) : BigInt(text.replace('+', ''));
  UNITS.get(unit)?.(sum, negative ? -value : value);
}

/** Apart from the rest, so that a fraction of a second never passes through a double. */
function addSeconds(sum: DurationSum, text: string | undefined, negative: boolean): void {
  if (text === undefined) return;
  const [, minus, whole = '0', fraction = ''] = /^([-+]?)(\d+)(?:[.,](\d+))?$/.exec(text) ?? [];
  const sign = negative !== (minus === '-') ? -1n : 1n;
  sum.seconds(sign * BigInt(whole), 1);
  sum.nanos(sign * BigInt(fraction.padEnd(9, '0').slice(0, 9)), 1);
}

export const addDurations = (a: Duration, b: Duration): Duration =>
  durationOf(a.months + b.months, a.days + b.days, a.seconds + b.seconds, BigInt(a.nanos + b.nanos));

export const subtractDurations = (a: Duration, b: Duration): Duration =>
  durationOf(a.months - b.months, a.days - b.days, a.seconds - b.seconds, BigInt(a.nanos - b.nanos));

export const negateDuration = (a: Duration): Duration =>
  durationOf(-a.months, -a.days, -a.seconds, BigInt(-a.nanos));

/** Every part times the factor; fractions run down to the smaller parts. */
export function scaleDuration(duration: Duration, factor: bigint | number): Duration {
  const total = duration.seconds * NANOS + BigInt(duration.nanos);
  if (typeof factor === 'bigint') {
    return durationOf(duration.months * factor, duration.days * factor, 0n, total * factor);
  }
  return changeParts(duration, (part) => part * factor);
}

/** Every part divided; fractions run down to the smaller parts. */
export function divideDuration(duration: Duration, divisor: number): Duration {
  return changeParts(duration, (part) => part / divisor);
}

function changeParts(duration: Duration, change: (part: number) => number): Duration {
  const sum = new DurationSum();
  sum.months(change(Number(duration.months)), 1);
  sum.days(change(Number(duration.days)), 1);
  sum.seconds(change(Number(duration.seconds)), 1);
  sum.nanos(change(duration.nanos), 1);
  return sum.result();
}

/** The number in a component such as `d.minutesOfHour`, or null where it has no such component. */
export function durationComponent(duration: Duration, name: string): bigint | null {
  const { months, days, seconds } = duration;
  const nanos = BigInt(duration.nanos);
  // Truncating towards zero needs the whole of seconds and nanoseconds, which may differ in sign.
  const total = seconds * NANOS + nanos;
  const wholeSeconds = total / NANOS;
  switch (name) {
    case 'years':
      return months / 12n;
    case 'quarters':
      return months / 3n;
    case 'months':
      return months;
    case 'weeks':
      return days / 7n;
    case 'days':
      return days;
    case 'hours':
      return wholeSeconds / 3600n;
    case 'minutes':
      return wholeSeconds / 60n;
    case 'seconds':
      return seconds;
    case 'milliseconds':
      return total / 1_000_000n;
    case 'microseconds':
      return total / 1000n;
    case 'nanoseconds':
      return checkInteger(total);
    case 'quartersOfYear':
      return (months / 3n) % 4n;
    case 'monthsOfYear':
      return months % 12n;
    case 'monthsOfQuarter':
      return months % 3n;
    case 'daysOfWeek':
      return days % 7n;
    case 'minutesOfHour':
      return (wholeSeconds / 60n) % 60n;
    case 'secondsOfMinute':
      return wholeSeconds % 60n;
    case 'millisecondsOfSecond':
      return nanos / 1_000_000n;
    case 'microsecondsOfSecond':
      return nanos / 1000n;
    case 'nanosecondsOfSecond':
      return nanos;
    default:
      return null;
  }
}
