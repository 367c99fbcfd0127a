// oxlint-disable unicorn/no-thenable -- THEN is CASE's own word
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../../../graph/query/ast.ts';
import { parse } from '../../../../../graph/query/parse/parse.ts';
import { bare } from './without-spans.ts';

function expression(text: string): Expression {
  const { body } = parse(`RETURN ${text}`);
  if (body.kind !== 'SingleQuery') throw new Error('not a query');
  const [clause] = body.clauses;
  if (clause?.kind !== 'Return') throw new Error('not a RETURN');
  const [item] = clause.projection.items;
  if (item === undefined) throw new Error('no item');
  return item.expression;
}

/** An expression in brackets as it was grouped: `1 + 2 * 3` is `(1 + (2 * 3))`. */
function grouped(tree: Expression): string {
  switch (tree.kind) {
    case 'Literal':
      return typeof tree.value === 'string' ? `'${tree.value}'` : String(tree.value);
    case 'Variable':
      return tree.name;
    case 'Property':
      return `${grouped(tree.subject)}.${tree.key.name}`;
    case 'DynamicProperty':
      return `${grouped(tree.subject)}[${grouped(tree.index)}]`;
    case 'Unary':
      return `(${tree.operator} ${grouped(tree.operand)})`;
    case 'Binary':
      return `(${grouped(tree.left)} ${tree.operator} ${grouped(tree.right)})`;
    case 'Comparison':
      return `(${grouped(tree.first)}${tree.rest.map((r) => ` ${r.operator} ${grouped(r.operand)}`).join('')})`;
    case 'IsNull':
      return `(${grouped(tree.operand)} IS ${tree.negated ? 'NOT ' : ''}NULL)`;
    default:
      return tree.kind;
  }
}

describe('operators', () => {
  it.each([
    ['a OR b XOR c AND NOT d = e', '(a OR (b XOR (c AND (NOT (d = e)))))'],
    ['a OR b OR c', '((a OR b) OR c)'],
    ['NOT NOT a', '(NOT (NOT a))'],
    ['a < b <= c <> d', '(a < b <= c <> d)'],
    ['a = b IN c', '(a = (b IN c))'],
    ['a + b IN c', '((a + b) IN c)'],
    ['a STARTS WITH b + c', '(a STARTS WITH (b + c))'],
    ['a + b IS NULL', '((a + b) IS NULL)'],
    ['a IS NOT NULL = b', '((a IS NOT NULL) = b)'],
    ['1 + 2 * 3 ^ 4', '(1 + (2 * (3 ^ 4)))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['2 ^ 3 ^ 4', '((2 ^ 3) ^ 4)'],
    ['-2 ^ 2', '(-2 ^ 2)'],
    ['-x ^ 2', '((- x) ^ 2)'],
    ['1 -1', '(1 - 1)'],
    ['- -1', '(- -1)'],
    ['-x.y', '(- x.y)'],
    ['a.b[c].d', 'a.b[c].d'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ["a || 'b' || c", "((a || 'b') || c)"],
    ['a < -b', '(a < (- b))'],
  ])('%s is read as %s', (text, reading) => {
    expect(grouped(expression(text))).toBe(reading);
  });

  it('gives the same nesting to a long AND, balanced, in the order written', () => {
    const names = Array.from({ length: 1_000 }, (_, i) => `x${i}`);
    const reading = grouped(expression(names.join(' AND ')));
    expect(reading.replaceAll(/[()]/g, '')).toBe(names.join(' AND '));
    expect(Math.max(...[...reading].map((_, i) => depth(reading.slice(0, i))).slice(0, 200))).toBeLessThan(
      12,
    );
  });
});

const depth = (text: string): number => text.split('(').length - text.split(')').length;

describe('literals', () => {
  it.each([
    ['0', 0n],
    ['-0', 0n],
    ['42', 42n],
    ['1_000_000', 1_000_000n],
    ['0x1F', 31n],
    ['-0xff', -255n],
    ['0o17', 15n],
    ['9223372036854775807', 9_223_372_036_854_775_807n],
    ['-9223372036854775808', -9_223_372_036_854_775_808n],
    ['.5', 0.5],
    ['1.0', 1],
    ['1e9', 1e9],
    ['-1.5E-3', -0.0015],
    ['-0.0', -0],
    ["'a\\tb\\'c\\\\d\\u00e9\\U0001F600'", "a\tb'c\\dé😀"],
    ["'\\z'", '\\z'],
    ['"it\'s"', "it's"],
    ["'a\nb'", 'a\nb'],
    ['true', true],
    ['False', false],
    ['nUll', null],
    ['Infinity', Number.POSITIVE_INFINITY],
  ])('%s', (text, value) => {
    expect(expression(text)).toEqual({
      kind: 'Literal',
      value,
      span: { start: 7, end: 7 + text.length },
    });
  });
});

describe('expressions', () => {
  const variable = (name: string) => ({ kind: 'Variable', name });
  const one = { kind: 'Literal', value: 1n };

  it.each<[string, unknown]>([
    ['$p', { kind: 'Parameter', name: 'p' }],
    ['$`a b`', { kind: 'Parameter', name: 'a b' }],
    ['$0', { kind: 'Parameter', name: '0' }],
    ['`a``b`', variable('a`b')],
    ['größe', variable('größe')],
    ['list[1..]', { kind: 'Slice', subject: variable('list'), from: one }],
    ['list[..1]', { kind: 'Slice', subject: variable('list'), to: one }],
    [
      'n {.*, .a, b, c: 1}',
      {
        kind: 'MapProjection',
        subject: variable('n'),
        items: [
          { kind: 'all' },
          { kind: 'property', key: { name: 'a' } },
          { kind: 'variable', variable: variable('b') },
          { kind: 'entry', key: { name: 'c' }, value: one },
        ],
      },
    ],
    ['{a: 1}', { kind: 'MapLiteral', entries: [{ key: { name: 'a' }, value: one }] }],
    [
      '[x IN xs, 1]',
      {
        kind: 'ListLiteral',
        items: [{ kind: 'Binary', operator: 'IN', left: variable('x'), right: variable('xs') }, one],
      },
    ],
    [
      '[x IN xs WHERE x:A|B | 1]',
      {
        kind: 'ListComprehension',
        variable: { name: 'x' },
        list: variable('xs'),
        where: {
          kind: 'HasLabels',
          operand: variable('x'),
          labels: {
            kind: 'LabelOr',
            left: { kind: 'Label', label: { name: 'A' } },
            right: { kind: 'Label', label: { name: 'B' } },
          },
        },
        projection: one,
      },
    ],
    [
      'x IS :: int NOT NULL | list<Bool!>!',
      { kind: 'IsTyped', operand: variable('x'), type: 'INTEGER NOT NULL | LIST<BOOLEAN NOT NULL> NOT NULL' },
    ],
    [
      'x IS NOT TYPED TIMESTAMP WITH TIME ZONE',
      { kind: 'IsTyped', operand: variable('x'), type: 'ZONED DATETIME', negated: true },
    ],
    ['x :: STRING LIST', { kind: 'IsTyped', operand: variable('x'), type: 'LIST<STRING>' }],
    ['x IS NORMALIZED', { kind: 'IsNormalized', operand: variable('x'), form: 'NFC' }],
    [
      'x IS NOT NFKD NORMALIZED',
      { kind: 'IsNormalized', operand: variable('x'), form: 'NFKD', negated: true },
    ],
    ['count( * )', { kind: 'CountStar' }],
    ['count', variable('count')],
    ['collect(DISTINCT x)', { kind: 'FunctionCall', name: 'collect', distinct: true, args: [variable('x')] }],
    ['date.truncate(1)', { kind: 'FunctionCall', name: 'date.truncate', args: [one] }],
    [
      "trim(LEADING '0' FROM x)",
      { kind: 'FunctionCall', name: 'ltrim', args: [variable('x'), { kind: 'Literal', value: '0' }] },
    ],
    ['trim(BOTH FROM x)', { kind: 'FunctionCall', name: 'btrim', args: [variable('x')] }],
    [
      'normalize(x, NFD)',
      { kind: 'FunctionCall', name: 'normalize', args: [variable('x'), { kind: 'Literal', value: 'NFD' }] },
    ],
    [
      'CASE x WHEN 1 THEN 1 ELSE x END',
      {
        kind: 'Case',
        subject: variable('x'),
        branches: [{ when: one, then: one }],
        otherwise: variable('x'),
      },
    ],
    [
      'CASE x WHEN > 1, 1 THEN 1 END',
      {
        kind: 'Case',
        branches: [
          {
            when: { kind: 'Comparison', first: variable('x'), rest: [{ operator: '>', operand: one }] },
            then: one,
          },
          {
            when: { kind: 'Comparison', first: variable('x'), rest: [{ operator: '=', operand: one }] },
            then: one,
          },
        ],
      },
    ],
    [
      'any(x IN xs WHERE x)',
      {
        kind: 'Quantifier',
        quantifier: 'any',
        variable: { name: 'x' },
        list: variable('xs'),
        where: variable('x'),
      },
    ],
    [
      'reduce(a = 1, x IN xs | a)',
      {
        kind: 'Reduce',
        accumulator: { name: 'a' },
        init: one,
        variable: { name: 'x' },
        list: variable('xs'),
        expression: variable('a'),
      },
    ],
    [
      '(a)--(b)',
      {
        kind: 'PatternExpression',
        pattern: {
          elements: [
            { kind: 'NodePattern', variable: { name: 'a' } },
            { kind: 'RelationshipPattern', direction: 'both' },
            { kind: 'NodePattern', variable: { name: 'b' } },
          ],
        },
      },
    ],
    [
      'COUNT { (a) WHERE a.x }',
      {
        kind: 'Subquery',
        form: 'COUNT',
        query: {
          kind: 'SingleQuery',
          clauses: [
            {
              kind: 'Match',
              pattern: [{ elements: [{ kind: 'NodePattern', variable: { name: 'a' } }] }],
              where: { kind: 'Property', subject: variable('a'), key: { name: 'x' } },
            },
          ],
        },
      },
    ],
    [
      '[p = (a)-->() | p]',
      {
        kind: 'PatternComprehension',
        pattern: {
          variable: { name: 'p' },
          elements: [
            { kind: 'NodePattern', variable: { name: 'a' } },
            { kind: 'RelationshipPattern', direction: 'out' },
            { kind: 'NodePattern' },
          ],
        },
        projection: variable('p'),
      },
    ],
  ])('%s', (text, tree) => {
    expect(bare(expression(text))).toEqual(tree);
  });

  it('keeps words that are keywords elsewhere as names', () => {
    const names = ['order', 'match', 'end', 'type', 'in', 'where', 'exists', 'all', 'set', 'limit'];
    for (const name of names) {
      expect(bare(parse(`MATCH (${name}) RETURN ${name}.${name}`).body)).toEqual({
        kind: 'SingleQuery',
        clauses: [
          { kind: 'Match', pattern: [{ elements: [{ kind: 'NodePattern', variable: { name } }] }] },
          {
            kind: 'Return',
            projection: {
              items: [
                {
                  expression: { kind: 'Property', subject: variable(name), key: { name } },
                  alias: `${name}.${name}`,
                },
              ],
            },
          },
        ],
      });
    }
  });
});
