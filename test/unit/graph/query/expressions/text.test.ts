import { describe, expect, it } from 'vitest';
import { evaluate, failure } from './evaluate.ts';

describe('text predicates', () => {
  it.each([
    [`'Kabul' STARTS WITH 'Ka'`, true],
    [`'Kabul' ENDS WITH 'bul'`, true],
    [`'Kabul' CONTAINS 'x'`, false],
    [`'Kabul' CONTAINS ''`, true],
    [`'Kabul' STARTS WITH null`, null],
    [`1 STARTS WITH '1'`, null],
    [`'Kabul' =~ 'Ka.*'`, true],
    [`'Kabul' =~ 'Ka'`, false],
    [`'KABUL' =~ '(?i)kabul'`, true],
    [`null =~ 'a'`, null],
    [`'a' =~ null`, null],
    [`'\\u00C5' IS NORMALIZED`, true],
    [`'\\u212B' IS NORMALIZED`, false],
    [`'\\u212B' IS NOT NFD NORMALIZED`, true],
    [`1 IS NORMALIZED`, null],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toBe(value));

  it('a pattern that cannot be read is refused', () =>
    expect(failure(`'a' =~ '('`)).toMatch(/^Neo\.ClientError\.Statement\.SemanticError: Invalid Regex: /));

  it('a pattern that makes others take for ever takes linear time', () =>
    expect(evaluate(`$text =~ '(a+)+b'`, { parameters: { text: 'a'.repeat(20_000) } })).toBe(false));
});

describe('IS ::', () => {
  it.each([
    ['1 IS :: INTEGER', true],
    ['1 IS :: FLOAT', false],
    ['null IS :: INTEGER', true],
    ['null IS :: INTEGER NOT NULL', false],
    ['1 IS NOT :: STRING', true],
    ['[1, 2] IS :: LIST<INTEGER NOT NULL>', true],
    ['[1, null] IS :: LIST<INTEGER NOT NULL>', false],
    [`'a' IS :: INTEGER | STRING`, true],
    [`date('2024-01-01') IS :: DATE`, true],
    [`datetime() IS :: ZONED DATETIME`, true],
    ['1 IS :: ANY', true],
    ['1 IS :: NOTHING', false],
    ['[] IS :: LIST<NOTHING>', true],
    ['{} IS :: PROPERTY VALUE', false],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toBe(value));
});
