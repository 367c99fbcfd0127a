/** Durations: from text and maps, their arithmetic and their components. */
import { Duration } from '../../temporal.ts';
import { checkInteger } from '../values/numbers.ts';
import { argumentError, typeError, unparsable } from './errors.ts';

const NANOS = 1_000_000_000n;
// A month is 365.2425 / 12 days on average: 2,629,746 seconds. A part of a month is that part of it.
const NANOS_PER_MONTH = 2_629_746_000_000_000;
const NANOS_PER_DAY = 86_400_000_000_000;
const NANOS_PER_SECOND = 1_000_000_000;

/** The units a duration is kept in, as whole numbers or, where one has a fraction, as doubles. */
interface Parts<N extends bigint | number> {
  months: N;
  days: N;
  seconds: N;
  nanos: N;
}
type Part = keyof Parts<number>;

/**
 * Carries fractions down: months to days, days to seconds, seconds to nanoseconds; what is left is cut off. The order
 * of the operations is Neo4j's, so that the doubles come out alike to the last nanosecond.
 */
function carryFractions(parts: Parts<number>): Duration {
  const months = Math.trunc(parts.months);
  const days = parts.days + ((parts.months - months) * NANOS_PER_MONTH) / NANOS_PER_DAY;
  const wholeDays = Math.trunc(days);
  const seconds = parts.seconds + ((days - wholeDays) * NANOS_PER_DAY) / NANOS_PER_SECOND;
  const wholeSeconds = Math.trunc(seconds);
  const nanos = parts.nanos + (seconds - wholeSeconds) * NANOS_PER_SECOND;
  const whole = [months, wholeDays, wholeSeconds, Math.trunc(nanos)];
  if (!whole.every(Number.isFinite))
    throw argumentError('A duration cannot hold a number that is not finite');
  const [m = 0n, d = 0n, s = 0n, n = 0n] = whole.map(BigInt);
  return durationOf(m, d, s, n);
}

/** Sums amounts of units; exact as long as all are whole. */
function sumUnits(amounts: Iterable<readonly [Unit, bigint | number]>): Duration {
  const whole: Parts<bigint> = { months: 0n, days: 0n, seconds: 0n, nanos: 0n };
  const real: Parts<number> = { months: 0, days: 0, seconds: 0, nanos: 0 };
  let exact = true;
  for (const [{ part, each }, amount] of amounts) {
    if (typeof amount === 'bigint') whole[part] += amount * BigInt(each);
    else exact = false;
    real[part] += Number(amount) * each;
  }
  return exact ? durationOf(whole.months, whole.days, whole.seconds, whole.nanos) : carryFractions(real);
}

/** A duration from any nanoseconds, which run over into the seconds. @throws CypherError a part does not fit 64 bits */
export function durationOf(months: bigint, days: bigint, seconds: bigint, nanos: bigint): Duration {
  let over = nanos / NANOS;
  let rest = nanos % NANOS;
  if (rest < 0n) {
    over -= 1n;
    rest += NANOS;
  }
  const whole = [months, days, seconds + over];
  if (whole.some((part) => BigInt.asIntN(64, part) !== part)) {
    throw argumentError(
      `Invalid value for duration, will cause overflow. Value was months=${months}, days=${days}, seconds=${seconds}, nanos=${nanos}`,
    );
  }
  return new Duration(months, days, seconds + over, Number(rest));
}

interface Unit {
  readonly part: Part;
  /** How many of the part one of the unit is. */
  readonly each: number;
}

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['years', { part: 'months', each: 12 }],
  ['months', { part: 'months', each: 1 }],
  ['weeks', { part: 'days', each: 7 }],
  ['days', { part: 'days', each: 1 }],
  ['hours', { part: 'seconds', each: 3600 }],
  ['minutes', { part: 'seconds', each: 60 }],
  ['seconds', { part: 'seconds', each: 1 }],
  ['milliseconds', { part: 'nanos', each: 1_000_000 }],
  ['microseconds', { part: 'nanos', each: 1000 }],
  ['nanoseconds', { part: 'nanos', each: 1 }],
]);

function unitOf(name: string): Unit {
  const unit = UNITS.get(name);
  if (unit === undefined) throw argumentError(`Unknown field: ${name}`, '22G0I');
  return unit;
}

/** `duration({days: 1, hours: 2.5})`; a null is as if left out. @throws CypherError a key is no unit, a value no number */
export function durationFromMap(fields: ReadonlyMap<string, unknown>): Duration {
  const given = [...fields].filter(([, value]) => value !== null);
  if (given.length === 0) throw argumentError('At least one temporal unit must be specified.');
  return sumUnits(
    given.map(([key, value]) => {
      const unit = unitOf(key);
      if (typeof value === 'bigint' || typeof value === 'number') return [unit, value];
      throw typeError(`${key} must be a number value.`, ['22G08', '22N40']);
    }),
  );
}

const NUMBER = '([-+]?\\d+(?:[.,]\\d+)?)';
const SECONDS = '([-+]?\\d+(?:[.,]\\d{1,9})?)';
const UNIT_FORM = new RegExp(
  `^([-+]?)P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?` +
    `(?:T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${SECONDS}S)?)?$`,
  'i',
);
const UNIT_NAMES = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'];
const DATE_FORM =
  /^([-+]?)P(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2})(?::?(\d{2})(?::?(\d{2}(?:[.,]\d{1,9})?))?)?)?$/i;
const DATE_NAMES = ['years', 'months', 'days', 'hours', 'minutes'];

/** `P1Y2M3DT4H5M6.007S`, `P2.5W`, `-P1D`, `P2012-02-02T14:37:21.545`. @throws CypherError none of these */
export function parseDuration(text: string): Duration {
  const units = /[PT]$/i.test(text) ? null : UNIT_FORM.exec(text);
  const match = units ?? DATE_FORM.exec(text);
  if (match === null) throw unparsable(text, 'Duration');
  const names = units === null ? DATE_NAMES : UNIT_NAMES;
  const negative = match[1] === '-';
  const written = match.slice(2, names.length + 3).filter((amount) => amount !== undefined);
  // Only the smallest unit that is given may have a fraction.
  if (written.slice(0, -1).some((amount) => /[.,]/.test(amount))) throw unparsable(text, 'Duration');
  const amounts: (readonly [Unit, bigint | number])[] = names.flatMap((name, i) => {
    const amount = match[i + 2];
    return amount === undefined ? [] : [[unitOf(name), readAmount(amount, negative)] as const];
  });
  return sumUnits([...amounts, ...readSeconds(match[names.length + 2], negative)]);
}

function readAmount(text: string, negative: boolean): bigint | number {
  const value = /[.,]/.test(text) ? Number(text.replace(',', '.')) : BigInt(text.replace('+', ''));
  return negative ? -value : value;
}

/** In whole seconds and nanoseconds, so that a fraction of a second never passes through a double. */
function readSeconds(text: string | undefined, negative: boolean): (readonly [Unit, bigint])[] {
  if (text === undefined) return [];
  const [, minus, whole = '0', fraction = ''] = /^([-+]?)(\d+)(?:[.,](\d+))?$/.exec(text) ?? [];
  const sign = negative !== (minus === '-') ? -1n : 1n;
  return [
    [unitOf('seconds'), sign * BigInt(whole)],
    [unitOf('nanoseconds'), sign * BigInt(fraction.padEnd(9, '0'))],
  ];
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
  return carryFractions({
    months: change(Number(duration.months)),
    days: change(Number(duration.days)),
    seconds: change(Number(duration.seconds)),
    nanos: change(duration.nanos),
  });
}

/** The number in a component such as `d.minutesOfHour`, or null where it has no such component. */
export function durationComponent(duration: Duration, name: string): bigint | null {
  const { months, days, seconds } = duration;
  const nanos = BigInt(duration.nanos);
  const total = seconds * NANOS + nanos;
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
      return seconds / 3600n;
    case 'minutes':
      return seconds / 60n;
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
      return (seconds / 60n) % 60n;
    case 'secondsOfMinute':
      return seconds % 60n;
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
