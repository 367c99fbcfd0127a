import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PropertyIndex } from '../../../../graph/memory/index/property-index.ts';
import { keyOf } from '../../../../graph/memory/index/key.ts';
import { compare, equals, groupOf } from '../../../../graph/memory/values.ts';
import type { Value } from '../../../../graph/model.ts';
import { DateTime, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../../../../graph/temporal.ts';

const nanosOfDay = fc.oneof(
  fc.integer({ min: 0, max: 86_399_999_999_999 }),
  fc.constantFrom(0, 1, 86_399_999_999_999),
);
const epochDay = fc.oneof(
  fc.integer({ min: -365_243_219_162, max: 365_241_780_471 }),
  fc.integer({ min: -2, max: 2 }),
);
const offset = fc.oneof(fc.integer({ min: -64_800, max: 64_800 }), fc.constantFrom(0, 3600));
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('\0', '\u0001', 'a', 'S', '\ud83d', 'é') }),
  fc.string(),
);
const edge = 2n ** 53n;
const integer = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -3n, max: 3n }),
  fc.bigInt({ min: edge - 3n, max: edge + 3n }),
  fc.bigInt({ min: -edge - 3n, max: 3n - edge }),
);
const float = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 2 ** 53, 1.5));
const number: fc.Arbitrary<Value> = fc.oneof(integer, float);
const types: readonly fc.Arbitrary<Value>[] = [
  fc.boolean(),
  number,
  text,
  epochDay.map((day) => new LocalDate(day)),
  nanosOfDay.map((nanos) => new LocalTime(nanos)),
  fc.tuple(nanosOfDay, offset).map(([nanos, o]) => new OffsetTime(nanos, o)),
  fc.tuple(epochDay, nanosOfDay).map((parts) => new LocalDateTime(...parts)),
  fc
    .tuple(epochDay, nanosOfDay, offset, fc.constantFrom(null, 'Europe/Moscow'))
    .map((parts) => new DateTime(...parts)),
];
const value = fc.oneof(...types, ...types.map((type) => fc.array(type, { maxLength: 3 })));

/** Where `compare` says that it lies between; null for no bound. */
const lies = (each: Value, from: Value, to: Value): boolean =>
  groupOf(each) === groupOf(from ?? to) &&
  (from === null || compare(each, from) >= 0) &&
  (to === null || compare(each, to) <= 0);

function indexOf(values: readonly Value[]): PropertyIndex {
  const index = new PropertyIndex();
  values.forEach((each, id) => {
    const key = keyOf(each);
    if (key !== null) index.add(key, id);
  });
  return index;
}

describe('an index over values of any type', () => {
  it('finds all that lie between two of a type', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), value, fc.nat(3), (values, from, open) => {
        const index = indexOf(values);
        for (const to of values) {
          if (groupOf(from) !== groupOf(to)) continue;
          const bounds = [
            [from, to],
            [from, null],
            [null, to],
            [to, from],
          ][open] as [Value, Value];
          const found = new Set(index.candidatesBetween(...bounds));
          const missing = values.filter((each, id) => lies(each, ...bounds) && !found.has(id));
          expect(missing).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('tells a time in two zones apart, where it is the first of a list', () => {
    const later = new DateTime(0, 1, 3600, null);
    const list = [new DateTime(0, 1, 0, null), later];
    const above = [new DateTime(0, 1, 0, 'Europe/Moscow'), new DateTime(-1, 1, 0, null)];
    expect(indexOf([list]).candidatesBetween(null, above)).toEqual([0]);
    const times = [new OffsetTime(0, 0), new OffsetTime(5, 0)];
    const ahead = [new OffsetTime(3_600_000_000_000, 3600), new OffsetTime(1, 0)];
    expect(indexOf([times]).candidatesBetween(null, ahead)).toEqual([0]);
  });

  it('finds all that equal one, and all texts that begin so', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), text, (values, prefix) => {
        const index = indexOf([...values, prefix, `${prefix}more`]);
        for (const each of values) {
          const key = keyOf(each);
          const same = values.flatMap((other, id) => (equals(each, other) ? [id] : []));
          if (key !== null) expect(index.candidates(key)).toEqual(expect.arrayContaining(same));
        }
        expect(index.candidatesWithPrefix(prefix)).toEqual(
          expect.arrayContaining([
            ...values.flatMap((each, id) =>
              typeof each === 'string' && each.startsWith(prefix) ? [id] : [],
            ),
            values.length,
            values.length + 1,
          ]),
        );
      }),
    );
  });

  it('looks at no more than lies between, whatever else it holds', () => {
    const days = Array.from({ length: 1000 }, (_, day) => new LocalDate(day));
    const times = Array.from({ length: 1000 }, (_, day) => new DateTime(day, 0, 3600, null));
    const lists = Array.from({ length: 1000 }, (_, n) => [BigInt(n), 0.5]);
    const numbers = Array.from({ length: 1000 }, (_, n) => n / 2);
    const index = indexOf([...days, ...times, ...lists, ...numbers, 'text', true]);
    expect(index.candidatesBetween(new LocalDate(10), new LocalDate(12))).toEqual([10, 11, 12]);
    expect(index.candidatesBetween(null, new LocalDate(1))).toEqual([0, 1]);
    expect(index.candidatesBetween(new DateTime(998, 0, 3600, null), null)).toEqual([1998, 1999]);
    expect(index.candidatesBetween([3n], [4n, 1])).toEqual([2003, 2004]);
    expect(index.candidatesBetween(1.0, 2n)).toEqual([3002, 3003, 3004]);
  });
});
