/** Expressions that are true, false or null. */
import type { Generation } from './generation.ts';
import { LABELS, TYPES } from './graph.ts';
import { labelExpression } from './labels.ts';
import { aboutBag, quantified } from './lists.ts';
import { patternPart } from './patterns.ts';
import { exists } from './subqueries.ts';
import { listOf, SCALARS, type Type } from './types.ts';

/** Ordinary types most often: those that fewer values have are null most of the time. */
const COMPARED: readonly Type[] = [
  'INTEGER',
  'STRING',
  'INTEGER',
  'STRING',
  'FLOAT',
  'BOOLEAN',
  'ANY',
  ...SCALARS,
];

export function predicate(g: Generation, depth: number): string {
  const nodes = g.variables('NODE');
  const relationships = g.variables('RELATIONSHIP');
  const makes: [number, (g: Generation, depth: number) => string][] = [
    [10, compared],
    [6, connected],
    [3, nullTest],
    [3, inList],
    [4, textTest],
    [2, typeTest],
    [2, quantifiedList],
  ];
  if (nodes.length > 0) makes.push([4, labelTest]);
  if (!g.plain) makes.push([1, aboutBag]);
  if (nodes.length > 0 && !g.plain) makes.push([2, patternPredicate], [2, exists]);
  if (relationships.length > 0) makes.push([2, relationshipTest]);
  return g.choices.weighted(makes)(g, depth);
}

const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='] as const;

function compared(g: Generation, depth: number): string {
  const { choices } = g;
  const type = choices.pick(COMPARED);
  const one = (of: Type = type): string => g.expression(of, depth - 1);
  return choices.weighted<() => string>([
    [8, () => `${one()} ${choices.pick(COMPARISONS)} ${one()}`],
    [1, () => `${one()} ${choices.pick(COMPARISONS)} ${one()} ${choices.pick(COMPARISONS)} ${one()}`],
    [1, () => `${one('ANY')} ${choices.pick(COMPARISONS)} ${one()}`],
    [1, () => `${one(listOf('INTEGER'))} ${choices.pick(COMPARISONS)} ${one(listOf('INTEGER'))}`],
    [1, () => `${one('MAP')} ${choices.pick(['=', '<>'])} ${one('MAP')}`],
    [1, () => elements(g) ?? `${one()} = ${one()}`],
  ])();
}

/** Two elements, or what a store numbers them by, which only equality may be asked of. */
function elements(g: Generation): string | null {
  const variables = g.choices.pick([g.variables('NODE'), g.variables('RELATIONSHIP')]);
  if (variables.length === 0) return null;
  const [a, b] = [g.choices.pick(variables), g.choices.pick(variables)];
  return g.choices.pick([
    `${a} = ${b}`,
    `${a} <> ${b}`,
    `elementId(${a}) = elementId(${b})`,
    `${a} IN [${b}]`,
  ]);
}

function connected(g: Generation, depth: number): string {
  const one = (): string => g.expression('BOOLEAN', depth - 1);
  return g.choices.pick([
    () => `(${one()} AND ${one()})`,
    () => `(${one()} OR ${one()})`,
    () => `(NOT ${one()})`,
    () => `(${one()} XOR ${one()})`,
    () => `(${one()} AND ${one()} OR NOT ${one()})`,
  ])();
}

const nullTest = (g: Generation, depth: number): string =>
  `${subject(g.expression(g.choices.pick(COMPARED), depth - 1))} ${g.choices.pick(['IS NULL', 'IS NOT NULL'])}`;

function inList(g: Generation, depth: number): string {
  const type = g.choices.pick(COMPARED);
  return `${subject(g.expression(type, depth - 1))} IN ${g.expression(listOf(type), depth - 1)}`;
}

function textTest(g: Generation, depth: number): string {
  const operator = g.choices.pick(['STARTS WITH', 'CONTAINS', 'ENDS WITH', '=~']);
  const pattern = g.choices.pick(["'(?i)a.*'", "'.*'", "'[A-Z]\\\\w+'", "'a|b|'", "'.{3}'"]);
  const left = g.expression(
    g.choices.weighted([
      [6, 'STRING'],
      [1, 'ANY'],
    ] as const),
    depth - 1,
  );
  return `${subject(left)} ${operator} ${operator === '=~' ? pattern : subject(g.expression('STRING', depth - 1))}`;
}

const TYPE_NAMES = [
  'INTEGER',
  'STRING',
  'BOOLEAN',
  'FLOAT',
  'DATE',
  'LIST<ANY>',
  'ANY NOT NULL',
  'INTEGER | STRING',
  'LIST<STRING NOT NULL>',
  'NULL',
  'POINT',
  'DURATION',
  'ZONED DATETIME',
  'MAP',
];

const typeTest = (g: Generation, depth: number): string =>
  `${subject(g.expression(g.choices.pick(['ANY', 'ANY', 'INTEGER', 'LIST<STRING>'] as const), depth - 1))} ${g.choices.pick(['IS ::', 'IS NOT ::', 'IS TYPED'])} ${g.choices.pick(TYPE_NAMES)}`;

function quantifiedList(g: Generation, depth: number): string {
  const type = g.choices.pick(['INTEGER', 'STRING', 'ANY', 'FLOAT'] as const);
  return quantified(g, type, g.expression(listOf(type), depth - 1), depth);
}

const labelTest = (g: Generation): string =>
  `${g.choices.pick(g.variables('NODE'))}:${labelExpression(g, LABELS, 2)}`;
const relationshipTest = (g: Generation): string =>
  `${g.choices.pick(g.variables('RELATIONSHIP'))}:${g.choices.pick(TYPES)}`;

function patternPredicate(g: Generation): string {
  const from = g.choices.pick(g.variables('NODE'));
  return patternPart(g, { relationships: 1 + g.choices.below(2), from, plain: true, nameless: true });
}

/** What stands before an operator that binds tighter than a comparison does. */
const subject = (text: string): string => (/^[\w.$']+$|^\[[^[\]]*\]$/.test(text) ? text : `(${text})`);
