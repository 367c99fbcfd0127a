import { describe, expect, it } from 'vitest';
import { compile, evaluate, failure } from './evaluate.ts';

describe('three-valued logic', () => {
  const values = ['true', 'false', 'null'];
  const table = (operator: string) => values.map((a) => values.map((b) => evaluate(`${a} ${operator} ${b}`)));

  it('AND is false where one side is, else unknown where one side is', () =>
    expect(table('AND')).toStrictEqual([
      [true, false, null],
      [false, false, false],
      [null, false, null],
    ]));
  it('OR is true where one side is, else unknown where one side is', () =>
    expect(table('OR')).toStrictEqual([
      [true, true, true],
      [true, false, null],
      [true, null, null],
    ]));
  it('XOR is unknown where one side is', () =>
    expect(table('XOR')).toStrictEqual([
      [false, true, null],
      [true, false, null],
      [null, null, null],
    ]));
  it('NOT turns true and false round', () =>
    expect(values.map((a) => evaluate(`NOT ${a}`))).toStrictEqual([false, true, null]));

  it('the right side is left alone where the left one decides', () => {
    expect(evaluate('false AND 1 / 0 = 1')).toBe(false);
    expect(evaluate('true OR 1 / 0 = 1')).toBe(true);
  });
  it('what is no boolean is refused', () =>
    expect(failure('true AND $x', { parameters: { x: 1n } })).toBe(
      "Neo.ClientError.Statement.TypeError: Don't know how to treat that as a predicate: Long(1)",
    ));
});

describe('comparison', () => {
  it.each([
    ['1 < 2 < 3', true],
    ['1 < 3 < 2', false],
    ['1 < 2 < null', null],
    ['3 < 2 < null', false],
    ['1 = 1.0', true],
    [`1 = '1'`, false],
    [`1 < '1'`, null],
    ['0.0 / 0.0 = 0.0 / 0.0', false],
    ['1 < 0.0 / 0.0', false],
    [`'a' < 0.0 / 0.0`, null],
    ['[1, 2] < [1, 3]', true],
    ['[1] < [1, null]', true],
    ['[1, null] < [1, 2]', null],
    ['[1, null] = [1, 2]', null],
    ['[1, null] = [2, 2]', false],
    ['{a: null} = {a: 1}', null],
    ['{a: null} = {b: 1}', false],
    [`date('2024-01-01') < date('2024-01-02')`, true],
    [`date('2024-01-01') < datetime('2024-01-02')`, null],
    [`duration('P1D') < duration('P2D')`, null],
    [`point({x: 1, y: 1}) < point({x: 2, y: 2})`, null],
    ['9007199254740993 = 9007199254740992.0', false],
    ['1 <> null', null],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toBe(value));
});

describe('CASE', () => {
  it.each([
    [`CASE 2 WHEN 1 THEN 'one' WHEN 2 THEN 'two' END`, 'two'],
    [`CASE WHEN null THEN 1 WHEN true THEN 2 END`, 2n],
    [`CASE null WHEN null THEN 1 ELSE 2 END`, 2n],
    [`CASE 1 WHEN 2 THEN 1 END`, null],
  ])('%s is %s', (text, value) => expect(evaluate(text)).toBe(value));
});

it('an error in a constant that no row reaches is none', () => {
  const run = compile('CASE WHEN $x THEN 1 / 0 ELSE 2 END', { parameters: { x: false } });
  expect(run()).toBe(2n);
});
