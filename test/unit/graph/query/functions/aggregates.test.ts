import { describe, expect, it } from 'vitest';
import { Duration } from '../../../../../graph/temporal.ts';
import { MemoryGraph } from '../../../../../graph/memory/memory-graph.ts';
import { countStar, findAggregate } from '../../../../../graph/query/functions/aggregates.ts';
import { RunContext } from '../../../../../graph/query/run/context.ts';
import type { RunValue } from '../../../../../graph/query/runtime.ts';

function aggregate(
  name: string,
  values: readonly RunValue[],
  options: { distinct?: boolean; second?: RunValue; maxMemoryBytes?: number } = {},
): RunValue {
  const found = name === 'count(*)' ? countStar : findAggregate(name, options.distinct ?? false);
  if (found === undefined) throw new Error(`no aggregate ${name}`);
  const { maxMemoryBytes } = options;
  const context = new RunContext(
    { tx: new MemoryGraph().read(), writer: null },
    new Map(),
    { transaction: 0n, statement: 0n },
    { maxMemoryBytes },
  );
  const aggregator = found.create(context);
  for (const value of values) aggregator.add(name === 'count(*)' ? [] : [value, options.second ?? null]);
  return aggregator.result();
}

const days = (count: bigint) => new Duration(0n, count, 0n, 0);

describe('aggregates', () => {
  it.each<[string, readonly RunValue[], RunValue]>([
    ['count', [1n, null, 'a'], 2n],
    ['count(*)', [1n, null, 'a'], 3n],
    ['sum', [1n, null, 2n], 3n],
    ['sum', [1n, 0.5], 1.5],
    ['sum', [], 0n],
    ['sum', [days(1n), days(2n)], days(3n)],
    ['avg', [1n, 2n], 1.5],
    ['avg', [], null],
    ['avg', [days(1n), days(3n)], days(2n)],
    ['min', ['b', 1n, null], 'b'],
    ['max', ['b', 1n, null], 1n],
    ['min', [], null],
    ['collect', [1n, null, 1n], [1n, 1n]],
    ['collect', [], []],
    ['stDev', [1n, 2n, 3n, 4n], Math.sqrt(5 / 3)],
    ['stDevP', [1n, 2n, 3n, 4n], Math.sqrt(5 / 4)],
    ['stDev', [1n], 0],
    ['stDev', [null], null],
    ['stDevP', [], null],
    ['sum', [-0], 0],
  ])('%s gives what row %# of the table says', (name, values, result) =>
    expect(aggregate(name, values)).toStrictEqual(result),
  );

  it.each<[string, number, RunValue]>([
    ['percentileDisc', 0, 1n],
    ['percentileDisc', 0.5, 2n],
    ['percentileDisc', 1, 4n],
    ['percentileCont', 0.5, 2.5],
    // where a value stands at the very place it is given as it is
    ['percentileCont', 1, 4n],
  ])('%s at %d', (name, second, result) =>
    expect(aggregate(name, [4n, 1n, null, 3n, 2n], { second })).toStrictEqual(result),
  );
  it('a percentile beyond 1 is refused', () =>
    expect(() => aggregate('percentileCont', [1n], { second: 1.5 })).toThrow('0.0 to 1.0'));

  it('DISTINCT counts equivalent values once', () => {
    expect(aggregate('count', [1n, 1, null, 2n], { distinct: true })).toBe(2n);
    expect(aggregate('collect', [[1n], [1], ['a']], { distinct: true })).toStrictEqual([[1n], ['a']]);
  });
  it('an integer sum that leaves 64 bits goes on as a FLOAT', () =>
    expect(aggregate('sum', [2n ** 63n - 1n, 1n, 1n])).toBe(2 ** 63));
  it('collecting beyond the memory bound fails', () =>
    expect(() =>
      aggregate(
        'collect',
        Array.from({ length: 1000 }, (_, i) => BigInt(i)),
        { maxMemoryBytes: 10_000 },
      ),
    ).toThrow('memory'));
  it('a result that was given does not change when more is added', () => {
    const context = new RunContext(
      { tx: new MemoryGraph().read(), writer: null },
      new Map(),
      { transaction: 0n, statement: 0n },
      {},
    );
    const aggregator = findAggregate('collect', false)?.create(context);
    aggregator?.add([1n]);
    const first = aggregator?.result();
    aggregator?.add([2n]);
    expect(first).toStrictEqual([1n]);
  });
});
