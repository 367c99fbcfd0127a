import { describe, expect, it } from 'vitest';
import { runScenario, type Step } from './scenario.ts';
import { canonical, readValue } from './values.ts';

const step = (words: string, text = '', table: Step['table'] = []): Step => ({ words, text, table });
const run = (statement: string, ...expectations: Step[]) =>
  runScenario(
    {
      id: '',
      title: '',
      steps: [step('an empty graph'), step('executing query:', statement), ...expectations],
    },
    new Map(),
  );
const result = (...table: string[][]) => step('the result should be, in any order:', '', table);

describe('a scenario passes', () => {
  it.each<[string, string, Step[]]>([
    ['rows in any order', 'UNWIND [2, 1] AS x RETURN x', [result(['x'], ['1'], ['2'])]],
    [
      'rows in order',
      'UNWIND [2, 1] AS x RETURN x',
      [step('the result should be, in order:', '', [['x'], ['2'], ['1']])],
    ],
    [
      'lists in any order',
      'RETURN [2, 1] AS x',
      [step('the result should be (ignoring element order for lists):', '', [['x'], ['[1, 2]']])],
    ],
    ['an error', 'RETURN x', [step('a SyntaxError should be raised at compile time: UndefinedVariable')]],
    [
      'side effects',
      'CREATE (:A {x: 1})',
      [
        step('the side effects should be:', '', [
          ['+nodes', '1'],
          ['+labels', '1'],
          ['+properties', '1'],
        ]),
      ],
    ],
  ])('with %s', async (_, statement, expectations) => {
    expect(await run(statement, ...expectations)).toBeNull();
  });
});

describe('a scenario fails', () => {
  it.each<[string, string, Step[]]>([
    ['a value of another type', 'RETURN 1 AS x', [result(['x'], ['1.0'])]],
    ['another column', 'RETURN 1 AS x', [result(['y'], ['1'])]],
    ['a row too many', 'UNWIND [1, 1] AS x RETURN x', [result(['x'], ['1'])]],
    [
      'another order of rows',
      'UNWIND [2, 1] AS x RETURN x',
      [step('the result should be, in order:', '', [['x'], ['1'], ['2']])],
    ],
    ['another order in a list', 'RETURN [2, 1] AS x', [result(['x'], ['[1, 2]'])]],
    ['another label', 'CREATE (n:A) RETURN n', [result(['n'], ['(:B)'])]],
    ['a path walked the other way', 'CREATE p = ()-[:R]->() RETURN p', [result(['p'], ['<()<-[:R]-()>'])]],
    ['a side effect unlisted', 'CREATE ()', [step('no side effects')]],
    ['a side effect missing', 'RETURN 1 AS x', [step('the side effects should be:', '', [['+nodes', '1']])]],
    [
      'no error',
      'RETURN 1 AS x',
      [step('a SyntaxError should be raised at compile time: UndefinedVariable')],
    ],
    [
      'an error of another type',
      'RETURN x',
      [step('a TypeError should be raised at compile time: UndefinedVariable')],
    ],
    [
      'an error in another phase',
      'RETURN x',
      [step('a SyntaxError should be raised at runtime: UndefinedVariable')],
    ],
    [
      'an error with another detail',
      'RETURN x',
      [step('a SyntaxError should be raised at compile time: UnknownFunction')],
    ],
    ['an error nobody expects', 'RETURN x', [step('no side effects')]],
    ['a step of unknown words', 'RETURN 1 AS x', [step('the result should be nice')]],
    ['no expectation', 'RETURN 1 AS x', []],
  ])('over %s', async (_, statement, expectations) => {
    expect(await run(statement, ...expectations)).not.toBeNull();
  });
});

describe('values', () => {
  it.each([
    '1',
    '1.0',
    'NaN',
    'null',
    "'a'",
    "[1, 'b']",
    "{a: 1, b: {c: '1'}}",
    '(:A:B {x: 1})',
    '()',
    '[:R {x: 1}]',
    '<(:A)-[:R]->()<-[:S]-(:B)>',
  ])('%s are the same only as themselves', (cell) => {
    const others = ["'1'", '[]', '{}', '2', '(:A)', '[:R]', '<(:A)-[:R]->()-[:S]->(:B)>'];
    expect(canonical(readValue(cell))).toBe(canonical(readValue(` ${cell} `)));
    for (const other of others) expect(canonical(readValue(other))).not.toBe(canonical(readValue(cell)));
  });

  it.each([
    ['-0.0', '0.0'],
    ["'12:00'", "'12:00:00'"],
    ["'2020-01-01T12:00:01.500Z'", "'2020-01-01T12:00:01.5Z'"],
    ['(:A:B)', '(:B:A)'],
    ['{a: 1, b: 2}', '{b: 2, a: 1}'],
  ])('%s is the same as %s', (one, other) => {
    expect(canonical(readValue(one))).toBe(canonical(readValue(other)));
  });

  it.each(['', '[1', 'x', "'a' 'b'", '<()-[:R]>'])('%j is none', (cell) => {
    expect(() => readValue(cell)).toThrow(/no value of the TCK's/);
  });
});
