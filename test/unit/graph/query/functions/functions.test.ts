import { describe, expect, it } from 'vitest';
import { findFunction, functions, isAggregate } from '../../../../../graph/query/functions/registry.ts';
import { evaluate, failure, printed } from '../expressions/evaluate.ts';

describe('the table of functions', () => {
  it('holds no name twice and describes every function', () => {
    const names = functions.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(functions.filter(({ description }) => description === '')).toStrictEqual([]);
  });
  it('reads from a signature how many arguments there are', () => {
    const counts = (name: string) => [findFunction(name)?.minArgs, findFunction(name)?.maxArgs];
    expect(counts('RANGE')).toStrictEqual([2, 3]);
    expect(counts('pi')).toStrictEqual([0, 0]);
    expect(counts('coalesce')).toStrictEqual([1, Infinity]);
    expect(counts('date.truncate')).toStrictEqual([1, 3]);
  });
  it('knows which functions aggregate', () => {
    expect(isAggregate('COUNT')).toBe(true);
    expect(isAggregate('size')).toBe(false);
  });
  it('an aggregation has no place inside an expression', () =>
    expect(failure('count(1)')).toContain('Invalid use of aggregating function count(...)'));
});

describe('bounds', () => {
  it('a range of a million million is refused before anything is made', () => {
    const started = performance.now();
    expect(failure('range(1, 1000000000000)')).toContain('MemoryPoolOutOfMemoryError');
    expect(failure('range(1, 1000000000)', { bounds: { maxMemoryBytes: 1e8 } })).toContain(
      'MemoryPoolOutOfMemoryError',
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
  it('a range that fits is given', () =>
    expect(evaluate('range(1, 5, 2)', { bounds: { maxMemoryBytes: 1e6 } })).toStrictEqual([1n, 3n, 5n]));
  it('replacing one letter by much is refused where it would not fit', () =>
    expect(
      failure(`replace($text, 'a', $text)`, {
        parameters: { text: 'a'.repeat(10_000) },
        bounds: { maxMemoryBytes: 1e6 },
      }),
    ).toContain('MemoryPoolOutOfMemoryError'));
  it('coalesce stops at the first value', () => expect(evaluate('coalesce(null, 1, 1 / 0)')).toBe(1n));
});

describe('the clock', () => {
  it('stands still for a statement and for its transaction', () => {
    expect(printed('datetime()')).toBe('2026-03-04T05:06:07.089Z');
    expect(printed('datetime.transaction()')).toBe('2026-03-04T05:06:06.089Z');
    expect(printed(`time({timezone: '+02:00'})`)).toBe('07:06:07.089+02:00');
    expect(printed(`localdatetime.statement('Asia/Kabul')`)).toBe('2026-03-04T09:36:07.089');
    expect(evaluate('timestamp()')).toBe(1_772_600_767_089n);
  });
});

it('random UUIDs are version 4 and never the same', () => {
  const [a, b] = [evaluate('randomUUID()'), evaluate('randomUUID()')];
  expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(a).not.toBe(b);
});
