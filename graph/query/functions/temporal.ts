/** `date()`, `datetime.truncate()`, `duration.between()` and their like; the work is in query/temporal. */
import { CypherError } from '../../errors.ts';
import { Duration } from '../../temporal.ts';
import type { Context, RunValue } from '../runtime.ts';
import { isTemporal } from '../temporal/arithmetic.ts';
import type { Temporal } from '../temporal/arithmetic.ts';
import { durationBetween } from '../temporal/between.ts';
import type { BetweenUnit } from '../temporal/between.ts';
import { nowOn } from '../temporal/clock.ts';
import type { Clock } from '../temporal/clock.ts';
import { construct, isSource, ofInstant } from '../temporal/construct.ts';
import type { TemporalType } from '../temporal/construct.ts';
import { durationFromMap, parseDuration } from '../temporal/duration.ts';
import { fromUtc, readZone } from '../temporal/zones.ts';
import { formatInstant } from '../temporal/format.ts';
import { truncate } from '../temporal/truncate.ts';
import { isMap } from '../values/types.ts';
import { describe } from '../values/errors.ts';
import { argumentError } from '../temporal/errors.ts';
import { category, invalidInput, text } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const { open, strict } = category('Temporal');
const since25 = category('Temporal', 25);

const TYPES: readonly (readonly [TemporalType, string])[] = [
  ['date', 'DATE'],
  ['localtime', 'LOCAL TIME'],
  ['time', 'ZONED TIME'],
  ['localdatetime', 'LOCAL DATETIME'],
  ['datetime', 'ZONED DATETIME'],
];
/** What Neo4j calls its constructors in messages. */
const CONSTRUCTORS: Readonly<Record<TemporalType, string>> = {
  date: 'DateFunction',
  localtime: 'LocalTimeFunction',
  time: 'TimeFunction',
  localdatetime: 'LocalDateTimeFunction',
  datetime: 'DateTimeFunction',
};
const CLOCKS: readonly Clock[] = ['transaction', 'statement', 'realtime'];

function make(type: TemporalType, context: Context, source: RunValue | undefined): RunValue {
  const now = nowOn('statement', context, 0);
  if (source === undefined) return ofInstant(type, now);
  if (source === null) return null;
  if (!isSource(source)) throw invalidCall(CONSTRUCTORS[type], [source]);
  return construct(type, source, now);
}

function read(type: TemporalType, clock: Clock, context: Context, zone: RunValue | undefined): RunValue {
  if (zone === null) return null;
  const named = isMap(zone ?? null) ? (zone as ReadonlyMap<string, RunValue>).get('timezone') : zone;
  return ofInstant(
    type,
    nowOn(clock, context, named === undefined ? 0 : readZone(text(`${type}.${clock}`, named))),
  );
}

function temporalArgument(name: string, value: RunValue | undefined): Temporal {
  if (isTemporal(value)) return value;
  throw invalidInput(name, 'a Temporal value', value ?? null);
}

function truncated(
  type: TemporalType,
  context: Context,
  unit: RunValue,
  value: RunValue | undefined,
  fields: RunValue | undefined,
): RunValue {
  const now = nowOn('statement', context, 0);
  const source = value === undefined ? now : value;
  const changes = fields ?? new Map<string, RunValue>();
  // a null is refused like any other value of the wrong type; null for the fields is as good as none
  if (typeof unit !== 'string' || !isTemporal(source) || !isMap(changes)) {
    throw invalidCall('Truncate', [unit, value ?? null, fields ?? null]);
  }
  return truncate(type, unit, source, changes, now);
}

/** The names of ISO GQL, which Cypher 25 has as well. */
const GQL_NAMES: readonly (readonly [string, TemporalType, string])[] = [
  ['local_time', 'localtime', 'LOCAL TIME'],
  ['zoned_time', 'time', 'ZONED TIME'],
  ['local_datetime', 'localdatetime', 'LOCAL DATETIME'],
  ['zoned_datetime', 'datetime', 'ZONED DATETIME'],
];

const gqlNamed: readonly FunctionDefinition[] = [
  ...GQL_NAMES.map(([name, type, printed]) =>
    since25.open(
      `${name}(input = DEFAULT_TEMPORAL_ARGUMENT :: ANY) :: ${printed}`,
      `Creates a ${printed} instant.`,
      (context, source) => make(type, context, source),
    ),
  ),
  since25.strict(
    'duration_between(from :: ANY, to :: ANY) :: DURATION',
    'Computes the DURATION between the from instant (inclusive) and the to instant (exclusive) in logical units.',
    (_context, from, to) =>
      durationBetween(
        temporalArgument('duration_between', from),
        temporalArgument('duration_between', to),
        'all',
      ),
  ),
  since25.strict(
    'format(value :: DATE | LOCAL TIME | ZONED TIME | LOCAL DATETIME | ZONED DATETIME | DURATION, pattern = ISO :: STRING) :: STRING',
    'Returns the temporal value as an ISO-formatted string or as a string formatted by the provided pattern.',
    (_context, value = null, pattern = undefined) => {
      if (value instanceof Duration && pattern === undefined) return value.toString();
      const instant = temporalArgument('format', value);
      return pattern === undefined ? instant.toString() : formatInstant(instant, text('format', pattern));
    },
  ),
];

const instants = TYPES.flatMap(([type, printed]): FunctionDefinition[] => [
  open(
    `${type}(input = DEFAULT_TEMPORAL_ARGUMENT :: ANY) :: ${printed}`,
    `Creates a ${printed} instant.`,
    (context, source) => make(type, context, source),
  ),
  open(
    `${type}.truncate(unit :: STRING, input = DEFAULT_TEMPORAL_ARGUMENT :: ANY, fields = null :: MAP) :: ${printed}`,
    `Truncates the given temporal value to a ${printed} instant using the specified unit.`,
    (context, unit = null, value = undefined, fields = undefined) =>
      truncated(type, context, unit, value, fields),
  ),
  ...CLOCKS.map((clock) =>
    open(
      `${type}.${clock}(timezone = DEFAULT_TEMPORAL_ARGUMENT :: ANY) :: ${printed}`,
      `Returns the current ${printed} instant using the ${clock} clock.`,
      (context, zone) => read(type, clock, context, zone),
    ),
  ),
]);

const BETWEEN: readonly (readonly [string, BetweenUnit, string])[] = [
  ['between', 'all', 'in logical units'],
  ['inMonths', 'months', 'in months'],
  ['inDays', 'days', 'in days'],
  ['inSeconds', 'seconds', 'in seconds'],
];

const durations: readonly FunctionDefinition[] = [
  strict('duration(input :: ANY) :: DURATION', 'Creates a DURATION value.', (_context, source = null) => {
    if (source instanceof Duration) return source;
    if (typeof source === 'string') return parseDuration(source);
    if (isMap(source)) return durationFromMap(source);
    throw invalidCall('DurationFunction', [source]);
  }),
  ...BETWEEN.map(([name, unit, printed]) =>
    strict(
      `duration.${name}(from :: ANY, to :: ANY) :: DURATION`,
      `Computes the DURATION between the from instant (inclusive) and the to instant (exclusive) ${printed}.`,
      (_context, from = null, to = null) => {
        if (!isTemporal(from) || !isTemporal(to)) throw invalidCall('Between', [from, to]);
        return durationBetween(from, to, unit);
      },
    ),
  ),
];

/** Neo4j's words for a temporal function that is called with other types than it takes. */
function invalidCall(name: string, args: readonly RunValue[]): CypherError {
  const given = args
    .map((arg) => (arg === null ? 'NO_VALUE' : isTemporal(arg) ? String(arg) : describe(arg)))
    .join(', ');
  return new CypherError(
    'Neo.ClientError.Procedure.ProcedureCallFailed',
    `Invalid call signature for ${name}: Provided input was [${given}]`,
    { gql: ['42001', '42I51'] },
  );
}

const SECONDS_PER_DAY = 86_400n;

/** Seconds are taken apart as they are, an INTEGER of 64 bits: as a FLOAT they would lose their last digits. */
function fromEpoch(seconds: bigint, nanos: number): RunValue {
  const ofDay = ((seconds % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
  return fromUtc(Number((seconds - ofDay) / SECONDS_PER_DAY), Number(ofDay) * 1e9 + nanos, 0);
}

function fromEpochMillis(millis: bigint): RunValue {
  const ofSecond = ((millis % 1000n) + 1000n) % 1000n;
  return fromEpoch((millis - ofSecond) / 1000n, Number(ofSecond) * 1e6);
}

export const temporalFunctions: readonly FunctionDefinition[] = [
  ...instants,
  ...durations,
  ...gqlNamed,
  open(
    'datetime.fromEpoch(seconds :: INTEGER | FLOAT, nanoseconds :: INTEGER | FLOAT) :: ZONED DATETIME',
    'Creates a ZONED DATETIME given the seconds and nanoseconds since the start of the epoch.',
    (_context, seconds = null, nanoseconds = null) => {
      if (typeof seconds !== 'bigint' || typeof nanoseconds !== 'bigint') {
        throw invalidCall('FromEpoch', [seconds, nanoseconds]);
      }
      if (nanoseconds < 0n || nanoseconds > 999_999_999n) {
        throw argumentError(`Invalid nanosecond: ${nanoseconds}`);
      }
      return fromEpoch(seconds, Number(nanoseconds));
    },
  ),
  open(
    'datetime.fromEpochMillis(milliseconds :: INTEGER | FLOAT) :: ZONED DATETIME',
    'Creates a ZONED DATETIME given the milliseconds since the start of the epoch.',
    (_context, milliseconds = null) => {
      if (typeof milliseconds !== 'bigint') throw invalidCall('FromEpochMillis', [milliseconds]);
      return fromEpochMillis(milliseconds);
    },
  ),
];
