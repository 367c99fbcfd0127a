import { describe, expect, it } from 'vitest';
import { evaluate, failure, printed } from './evaluate.ts';

describe('integers', () => {
  it.each([
    ['1 + 2', 3n],
    ['7 / 2', 3n],
    ['-7 / 2', -3n],
    ['-7 % 3', -1n],
    ['2 ^ 3', 8],
    ['9223372036854775806 + 1', 9223372036854775807n],
    ['-9223372036854775808', -9223372036854775808n],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toStrictEqual(value));

  it.each([
    ['9223372036854775807 + 1', 'long overflow'],
    ['-9223372036854775808 - 1', 'long overflow'],
    ['9223372036854775807 * 2', 'long overflow'],
    ['-(-9223372036854775808)', 'long overflow'],
    ['1 / 0', '/ by zero'],
    ['1 % 0', '/ by zero'],
  ])('%s fails with %s', (text, message) =>
    expect(failure(text)).toBe(`Neo.ClientError.Statement.ArithmeticError: ${message}`),
  );
});

describe('floats', () => {
  it.each([
    ['1 + 0.5', 1.5],
    ['1.0 / 0', Infinity],
    ['-1 / 0.0', -Infinity],
    // only the literal is negative
    ['-0.0', -0],
    ['-(0.0)', 0],
    ['-abs(0.0)', 0],
    ['1 / -(1 - 1.0)', Infinity],
    ['0.0 / 0', NaN],
    ['5.5 % 2', 1.5],
    ['9007199254740993 + 0.0', 9007199254740992],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toStrictEqual(value));
});

describe('text and lists', () => {
  it.each([
    [`'a' + 'b'`, 'ab'],
    [`'a' + 1`, 'a1'],
    [`1.0 + 'a'`, '1.0a'],
    [`'a' || 'b'`, 'ab'],
    [`[1] + 2`, [1n, 2n]],
    [`1 + [2]`, [1n, 2n]],
    [`[1] + [[2]]`, [1n, [2n]]],
    [`[1] || [2]`, [1n, 2n]],
    [`'a' + null`, null],
    [`[1] + null`, null],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toStrictEqual(value));

  it('adding what cannot be added names both types', () =>
    expect(failure('{} + 1')).toBe('Neo.ClientError.Statement.TypeError: Cannot add `Map` and `Long`'));

  it('text that grows beyond the bound fails before it is made', () =>
    expect(
      failure(`reduce(s = 'aaaaaaaaaa', x IN range(1, 40) | s + s)`, {
        bounds: { maxMemoryBytes: 1_000_000 },
      }),
    ).toContain('MemoryPoolOutOfMemoryError'));
});

describe('durations', () => {
  it.each([
    [`date('2024-01-31') + duration('P1M')`, '2024-02-29'],
    [`duration('P1D') + date('2024-12-31')`, '2025-01-01'],
    [`date('2024-03-31') - duration('P1M')`, '2024-02-29'],
    [`duration('P1DT1H') + duration('PT23H')`, 'P1DT24H'],
    [`duration('P1D') - duration('PT1S')`, 'P1DT-1S'],
    [`duration('P3M') * 2`, 'P6M'],
    [`duration('P1M') / 3`, 'P10DT3H29M42S'],
    [`duration('P1DT1.5S') * -1`, 'P-1DT-1.5S'],
  ])('%s is %s', (text, value) => expect(printed(text)).toBe(value));
});
