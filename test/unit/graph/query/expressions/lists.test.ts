import { describe, expect, it } from 'vitest';
import { evaluate, failure } from './evaluate.ts';

describe('items and slices', () => {
  it.each([
    ['[1, 2, 3][0]', 1n],
    ['[1, 2, 3][-1]', 3n],
    ['[1, 2, 3][3]', null],
    ['[1, 2, 3][-4]', null],
    ['[1, 2, 3][null]', null],
    ['[1, 2, 3][0..2]', [1n, 2n]],
    ['[1, 2, 3][1..]', [2n, 3n]],
    ['[1, 2, 3][..-1]', [1n, 2n]],
    ['[1, 2, 3][-2..]', [2n, 3n]],
    ['[1, 2, 3][2..1]', []],
    ['[1, 2, 3][0..null]', null],
    [`{a: 1}['a']`, 1n],
    [`{a: 1}.b`, null],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toStrictEqual(value));

  it('a list is not asked by text, nor a map by number', () => {
    expect(failure(`[1]['a']`)).toContain('TypeError');
    expect(failure(`{a: 1}[0]`)).toContain('TypeError');
  });
});

describe('IN', () => {
  it.each([
    ['1 IN [1, 2]', true],
    ['1.0 IN [1, 2]', true],
    ['3 IN [1, 2]', false],
    ['3 IN [1, null]', null],
    ['1 IN [1, null]', true],
    ['null IN [1]', null],
    ['null IN []', false],
    ['1 IN null', null],
    ['[1] IN [[1, null]]', false],
    ['[1, 2] IN [[1, null]]', null],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toBe(value));

  it('a long list that is asked again gives what a short one gives', () => {
    const parameters = { list: [...Array.from({ length: 40 }, (_, i) => BigInt(i)), 'a', 2.5] };
    const questions = `[x IN [3, 40, 'a', 'b', 2.5, [1]] | x IN $list]`;
    expect(evaluate(questions, { parameters })).toStrictEqual([true, false, true, false, true, false]);
    const withNull = { list: [...parameters.list, null] };
    expect(evaluate(questions, { parameters: withNull })).toStrictEqual([true, null, true, null, true, null]);
  });
});

describe('comprehensions, quantifiers, reduce', () => {
  it.each([
    ['[x IN [1, 2, 3] WHERE x > 1 | x * 2]', [4n, 6n]],
    ["[x IN [1, 'a', null] WHERE x IS :: INTEGER NOT NULL | x * 2]", [2n]],
    ["[x IN [1, 'a', true] WHERE x IS :: INTEGER | STRING | [x]]", [[1n], ['a']]],
    ['[x IN null | x]', null],
    [
      '[x IN [1, 2] | [y IN [10, 20] | x + y]]',
      [
        [11n, 21n],
        [12n, 22n],
      ],
    ],
    ['reduce(sum = 0, x IN [1, 2, 3] | sum + x)', 6n],
    ['all(x IN [] WHERE false)', true],
    ['all(x IN [1, null] WHERE x > 0)', null],
    ['all(x IN [0, null] WHERE x > 0)', false],
    ['any(x IN [1, null] WHERE x > 0)', true],
    ['any(x IN [0, null] WHERE x > 0)', null],
    ['none(x IN [0, null] WHERE x > 0)', null],
    ['none(x IN [1, null] WHERE x > 0)', false],
    ['single(x IN [1, 0] WHERE x > 0)', true],
    ['single(x IN [1, 1, null] WHERE x > 0)', false],
    ['single(x IN [1, null] WHERE x > 0)', null],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toStrictEqual(value));

  it('an inner variable hides an outer one only inside', () =>
    expect(evaluate('[x] + [x IN [1, 2] | x * 10] + [x]', { variables: { x: 7n } })).toStrictEqual([
      7n,
      10n,
      20n,
      7n,
    ]));

  it('a cancelled statement leaves a long loop', () =>
    expect(
      failure('reduce(sum = 0, x IN range(1, 100000) | sum + x)', {
        bounds: { signal: AbortSignal.abort() },
      }),
    ).toContain('Terminated'));
});
