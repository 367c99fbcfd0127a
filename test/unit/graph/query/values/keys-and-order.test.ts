import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Point } from '../../../../../graph/model.ts';
import { DateTime, Duration, LocalDate, LocalTime } from '../../../../../graph/temporal.ts';
import { NodeRef, PathRef, RelationshipRef } from '../../../../../graph/query/runtime.ts';
import type { RunValue } from '../../../../../graph/query/runtime.ts';
import { equals } from '../../../../../graph/query/values/equality.ts';
import { groupKey, groupKeyOf } from '../../../../../graph/query/values/group-key.ts';
import { compare, compareOrder, compareText } from '../../../../../graph/query/values/order.ts';

const scalars: fc.Arbitrary<RunValue> = fc.oneof(
  fc.constantFrom<RunValue>(
    null,
    true,
    false,
    NaN,
    0,
    -0,
    1,
    1n,
    0n,
    2 ** 53,
    2n ** 53n,
    '',
    '\u0001',
    '\u0001_',
    'a',
  ),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.double(),
  fc.string(),
  fc.integer({ min: 0, max: 3 }).map((id) => new NodeRef(id)),
  fc.integer({ min: 0, max: 3 }).map((id) => new RelationshipRef(id)),
  fc.integer({ min: -5, max: 5 }).map((day) => new LocalDate(day)),
  fc.integer({ min: 0, max: 5 }).map((nanos) => new LocalTime(nanos)),
);
const values: fc.Arbitrary<RunValue> = fc.oneof(
  { depthSize: 'small' },
  scalars,
  fc.array(scalars, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalars).map((entries) => new Map(Object.entries(entries))),
);

describe('keys for grouping', () => {
  it('equal values have one key, unequal ones have different keys', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const same = equals(a, b);
        expect(same === null || holdsNaN(a) || same === Object.is(groupKey(a), groupKey(b))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
  it('no two rows of different values run together', () => {
    expect(groupKeyOf(['a', 'bc'])).not.toBe(groupKeyOf(['ab', 'c']));
    expect(groupKeyOf([1n, 23n])).not.toBe(groupKeyOf([12n, 3n]));
    expect(groupKeyOf([['a'], 'b'])).not.toBe(groupKeyOf([['a', 'b']]));
  });
  it('null is null, 1 is 1.0, and NaN is no other NaN', () => {
    expect(groupKey([null, 1n])).toBe(groupKey([null, 1]));
    expect(groupKey(NaN)).not.toBe(groupKey(NaN));
    expect(groupKey([NaN])).not.toBe(groupKey([NaN]));
    expect(groupKey(-0)).toBe(groupKey(0n));
    expect(groupKey(2 ** 60)).toBe(groupKey(2n ** 60n));
  });
});

function holdsNaN(value: RunValue): boolean {
  if (value instanceof Map) return [...value.values()].some(holdsNaN);
  return Array.isArray(value) ? value.some(holdsNaN) : Number.isNaN(value);
}

describe('the order of ORDER BY', () => {
  it('sorts types as Neo4j does, NaN after numbers and null last', () => {
    const sorted: readonly RunValue[] = [
      new Map([['a', 1n]]),
      new NodeRef(1),
      new RelationshipRef(1),
      [1n],
      new PathRef([1], []),
      new Point(7203, 1, 2),
      new DateTime(0, 0, 0),
      new LocalDate(0),
      new LocalTime(0),
      new Duration(0n, 0n, 1n, 0),
      'a',
      false,
      true,
      -1,
      0n,
      1.5,
      2n,
      Infinity,
      NaN,
      null,
    ];
    expect(sorted.toReversed().toSorted(compareOrder)).toStrictEqual(sorted);
  });
  it('is the same from both sides, and agrees with the keys', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(Math.sign(compareOrder(a, b)) + Math.sign(compareOrder(b, a))).toBe(0);
        expect(compareOrder(a, b) === 0).toBe(Object.is(groupKey(a), groupKey(b)));
      }),
      { numRuns: 2000 },
    );
  });
  it('is transitive', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const [x, y, z] = [a, b, c].toSorted(compareOrder) as [RunValue, RunValue, RunValue];
        expect(compareOrder(x, y) <= 0 && compareOrder(y, z) <= 0 && compareOrder(x, z) <= 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
  it('text goes by code point', () => {
    expect(['😀', 'ｚ', 'z', 'é'].toSorted(compareText)).toStrictEqual(['z', 'é', 'ｚ', '😀']);
  });
  it('an integer beyond 2^53 is not rounded to compare it with a float', () => {
    expect(compare(2n ** 53n + 1n, 2 ** 53)).toBeGreaterThan(0);
    expect(equals(2n ** 53n + 1n, 2 ** 53)).toBe(false);
  });
});
