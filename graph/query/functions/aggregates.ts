/** Functions over many rows: `count`, `sum`, `collect` … A null is left out by all of them but `count(*)`. */
import { work } from '../../work.ts';
import { Duration } from '../../temporal.ts';
import type { CypherVersion } from '../ast.ts';
import type { Context, RunValue } from '../runtime.ts';
import { add } from '../expressions/arithmetic.ts';
import { argumentError } from '../temporal/errors.ts';
import { isNumber } from '../values/equality.ts';
import type { BatchColumn } from '../values/batch-column.ts';
import { KeyMap } from '../values/key-map.ts';
import { Averages } from './averages.ts';
import { Counts, DistinctCounts } from './counting.ts';
import { sizeOf } from '../values/memory.ts';
import { compareOrder } from '../values/order.ts';
import { define, invalidInput } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

/** Gathers the rows of all groups, which are numbered 0, 1, 2 … in the order in which they first come. */
export interface Gathering {
  add(group: number, args: readonly RunValue[]): void;
  /** The same for the first `size` of many rows: the group of each, and their arguments; null where there are none (`count(*)`). */
  addColumn?(groups: Int32Array, size: number, args: BatchColumn | null): void;
  result(group: number): RunValue;
}

/** Gathers the rows of one group. */
export interface Aggregator {
  /** Takes the arguments as one row gives them; none for `count(*)`. */
  add(args: readonly RunValue[]): void;
  /** What was gathered so far; may be asked more than once. */
  result(): RunValue;
}

export interface AggregateFunction {
  /** @param context pays for what is kept */
  create(context: Context): Aggregator;
  /** The same for all groups together, where that needs no object for each. */
  gathering?(context: Context): Gathering;
}

interface Aggregate extends AggregateFunction {
  readonly definition: FunctionDefinition;
}

export function gatheringOf(of: AggregateFunction, context: Context): Gathering {
  if (of.gathering !== undefined) return of.gathering(context);
  const aggregators: Aggregator[] = [];
  const aggregatorOf = (group: number): Aggregator => (aggregators[group] ??= of.create(context));
  return {
    add: (group, args) => aggregatorOf(group).add(args),
    result: (group) => aggregatorOf(group).result(),
  };
}

/** Gathers by one argument, nulls left out. */
function over(
  take: (value: RunValue, args: readonly RunValue[]) => void,
  result: () => RunValue,
): Aggregator {
  return {
    add(args) {
      const value = args[0] ?? null;
      if (value !== null) take(value, args);
    },
    result,
  };
}

/** A class and not closures: there is one for each of what may be many groups. */
class Count implements Aggregator {
  #rows = 0;

  add(args: readonly RunValue[]): void {
    if (args.length === 0 || (args[0] ?? null) !== null) this.#rows += 1;
  }

  result(): RunValue {
    return BigInt(this.#rows);
  }
}

const count = (): Aggregator => new Count();

/** `count(*)`: every row, nulls and all. */
export const countStar: AggregateFunction = { create: count, gathering: () => new Counts() };

function sum(context: Context): Aggregator {
  let total: RunValue = 0n;
  let first = true;
  return over(
    (value) => {
      if (!isNumber(value) && !(value instanceof Duration))
        throw invalidInput('sum', 'a Number or Duration', value);
      // 0 cannot be added to a duration, which therefore starts the sum; to a number it is, and takes the sign of -0.0
      total = first && value instanceof Duration ? value : addUp(total, value, context);
      first = false;
    },
    () => total,
  );
}

/** What overflows 64 bits goes on as a FLOAT, as in Neo4j. */
function addUp(total: RunValue, value: RunValue, context: Context): RunValue {
  if (typeof total !== 'bigint' || typeof value !== 'bigint') return add(total, value, context);
  const exact = total + value;
  return BigInt.asIntN(64, exact) === exact ? exact : Number(exact);
}

function avg(): Aggregator {
  const averages = new Averages();
  return { add: (args) => averages.add(0, args), result: () => averages.result(0) };
}

/** The first or last in the order of ORDER BY, which all values have. */
const extreme = (sign: 1 | -1) => (): Aggregator => {
  let best: RunValue = null;
  return over(
    (value) => {
      if (best === null || compareOrder(value, best) * sign < 0) best = value;
    },
    () => best,
  );
};

function collect(context: Context): Aggregator {
  const items: RunValue[] = [];
  return over(
    (value) => {
      context.charge(sizeOf(value) + 8);
      items.push(value);
    },
    // A copy: a row that was given must not change when more is added.
    () => items.slice(),
  );
}

/** Welford's method: one pass, without the cancellation of summing squares. */
const deviation = (name: string, sample: boolean) => (): Aggregator => {
  let rows = 0;
  let mean = 0;
  let squares = 0;
  return over(
    (value) => {
      if (!isNumber(value)) throw invalidInput(name, 'a Number', value);
      rows++;
      const difference = Number(value) - mean;
      mean += difference / rows;
      squares += difference * (Number(value) - mean);
    },
    () => {
      if (rows === 0) return null;
      const divisor = sample ? rows - 1 : rows;
      return divisor <= 0 ? 0 : Math.sqrt(squares / divisor);
    },
  );
};

/** @param pick the percentile of the sorted values */
const percentile =
  (name: string, pick: (sorted: readonly (bigint | number)[], fraction: number) => RunValue) =>
  (context: Context): Aggregator => {
    const values: (bigint | number)[] = [];
    let fraction = 0;
    return over(
      (value, args) => {
        if (!isNumber(value)) throw invalidInput(name, 'a Number', value);
        const percent = args[1] ?? null;
        if (!isNumber(percent)) throw invalidInput(name, 'a Number', percent);
        fraction = Number(percent);
        if (!(fraction >= 0 && fraction <= 1)) {
          throw argumentError(
            `Invalid input '${fraction}' is not a valid argument, must be a number in the range 0.0 to 1.0`,
            '42N31',
          );
        }
        context.charge(24);
        values.push(value);
      },
      () => (values.length === 0 ? null : pick(values.toSorted(countedOrder), fraction)),
    );
  };

function countedOrder(a: RunValue, b: RunValue): number {
  work();
  return compareOrder(a, b);
}

function discrete(sorted: readonly (bigint | number)[], fraction: number): RunValue {
  return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)] ?? null;
}

/** Between two values, weighted by nearness. */
function continuous(sorted: readonly (bigint | number)[], fraction: number): RunValue {
  const at = fraction * (sorted.length - 1);
  const exact = sorted[at];
  if (exact !== undefined) return exact;
  const below = Number(sorted[Math.floor(at)] ?? 0);
  const above = Number(sorted[Math.ceil(at)] ?? 0);
  return below + (above - below) * (at - Math.floor(at));
}

const aggregate = (
  signature: string,
  description: string,
  create: (context: Context) => Aggregator,
  since: CypherVersion = 5,
): Aggregate => ({
  // Never called: the planner puts aggregations into an operator of their own.
  definition: define(
    'Aggregating',
    signature,
    description,
    { kind: 'open', call: () => null },
    { aggregate: true, since },
  ),
  create,
});

const AGGREGATES: readonly Aggregate[] = [
  aggregate('count(input :: ANY) :: INTEGER', 'Returns the number of values or rows.', count),
  aggregate(
    'sum(input :: INTEGER | FLOAT | DURATION) :: INTEGER | FLOAT | DURATION',
    'Returns the sum of a set of values.',
    sum,
  ),
  aggregate(
    'avg(input :: INTEGER | FLOAT | DURATION) :: FLOAT | DURATION',
    'Returns the average of a set of values.',
    avg,
  ),
  aggregate('min(input :: ANY) :: ANY', 'Returns the minimum value in a set of values.', extreme(1)),
  aggregate('max(input :: ANY) :: ANY', 'Returns the maximum value in a set of values.', extreme(-1)),
  aggregate(
    'collect(input :: ANY) :: LIST<ANY>',
    'Returns a list containing the values returned by an expression.',
    collect,
  ),
  aggregate(
    'stDev(input :: FLOAT) :: FLOAT',
    'Returns the standard deviation for the given value over a group, for a sample of a population.',
    deviation('stDev', true),
  ),
  aggregate(
    'stDevP(input :: FLOAT) :: FLOAT',
    'Returns the standard deviation for the given value over a group, for an entire population.',
    deviation('stDevP', false),
  ),
  aggregate(
    'percentileCont(input :: FLOAT, percentile :: FLOAT) :: FLOAT',
    'Returns the percentile of a value over a group using linear interpolation.',
    percentile('percentileCont', continuous),
  ),
  aggregate(
    'percentileDisc(input :: INTEGER | FLOAT, percentile :: FLOAT) :: INTEGER | FLOAT',
    'Returns the nearest INTEGER or FLOAT value to the given percentile over a group using a rounding method.',
    percentile('percentileDisc', discrete),
  ),
  // the names of ISO GQL for the same
  aggregate(
    'collect_list(input :: ANY) :: LIST<ANY>',
    'Returns a list containing the values returned by an expression.',
    collect,
    25,
  ),
  aggregate(
    'stdev_samp(input :: FLOAT) :: FLOAT',
    'Returns the standard deviation for the given value over a group for a sample of a population.',
    deviation('stdev_samp', true),
    25,
  ),
  aggregate(
    'stdev_pop(input :: FLOAT) :: FLOAT',
    'Returns the standard deviation for the given value over a group for an entire population.',
    deviation('stdev_pop', false),
    25,
  ),
  aggregate(
    'percentile_cont(input :: FLOAT, percentile :: FLOAT) :: FLOAT',
    'Returns the percentile of a value over a group using linear interpolation.',
    percentile('percentile_cont', continuous),
    25,
  ),
  aggregate(
    'percentile_disc(input :: INTEGER | FLOAT, percentile :: FLOAT) :: INTEGER | FLOAT',
    'Returns the nearest INTEGER or FLOAT value to the given percentile over a group using a rounding method.',
    percentile('percentile_disc', discrete),
    25,
  ),
];

export const aggregateDefinitions: readonly FunctionDefinition[] = AGGREGATES.map(
  ({ definition }) => definition,
);

const byName = new Map(AGGREGATES.map((each) => [each.definition.name.toLowerCase(), each]));

/**
 * The aggregate function of a name, without regard to case; undefined where there is none.
 * @param distinct only the first of equivalent values counts
 */
export function findAggregate(name: string, distinct: boolean): AggregateFunction | undefined {
  const found = byName.get(name.toLowerCase());
  if (found === undefined) return undefined;
  const counts = found.create === count;
  if (!distinct && found.create === avg) return { create: avg, gathering: () => new Averages() };
  if (!distinct) return counts ? countStar : found;
  return {
    create: (context) => distinctOnly(found.create(context), context),
    ...(counts && { gathering: (context: Context) => new DistinctCounts(context) }),
  };
}

function distinctOnly(inner: Aggregator, context: Context): Aggregator {
  const seen = new KeyMap<true>();
  return {
    add(args) {
      const value = args[0] ?? null;
      if (value === null || seen.get(value) === true) return;
      context.charge(sizeOf(value) + 32);
      seen.set(value, true);
      inner.add(args);
    },
    result: () => inner.result(),
  };
}
