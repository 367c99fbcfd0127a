/** Operators that give numbers, text, temporal values and maps. */
import type { Generation } from './generation.ts';
import { NODE_KEYS } from './graph.ts';
import type { Type } from './types.ts';

/** Null where a type has no operators. */
export function arithmetic(g: Generation, type: Type, depth: number): string | null {
  const { choices } = g;
  const one = (of: Type): string => g.expression(of, depth - 1);
  // among numbers any grouping has the same type, so that precedence can be tried
  const infix = (left: string, operator: string, right: string): string =>
    choices.chance(25) && type === 'INTEGER'
      ? `${left} ${operator} ${right}`
      : `(${left} ${operator} ${right})`;
  switch (type) {
    case 'INTEGER':
      return choices.pick([
        () => infix(one(type), choices.pick(['+', '-', '*']), one(type)),
        () => infix(one(type), choices.pick(['/', '%']), choices.pick(['2', '3', '-2', '7'])),
        () => `(-${one(type)})`,
        () => reduced(g, depth),
        () => temporalField(g, depth),
      ])();
    case 'FLOAT':
      return choices.pick([
        () => infix(one('FLOAT'), choices.pick(['+', '-', '*']), one('INTEGER')),
        () => infix(one('INTEGER'), choices.pick(['+', '-', '/']), one('FLOAT')),
        () => infix(one('FLOAT'), choices.pick(['/', '%']), one('FLOAT')),
        () => `(${one('INTEGER')} ^ ${choices.pick(['2', '0', '1', '3'])})`,
        () => `(-${one('FLOAT')})`,
      ])();
    case 'STRING':
      return choices.pick([
        () => infix(one('STRING'), choices.pick(['+', '||']), one('STRING')),
        () => infix(one('STRING'), '+', one(choices.pick(['INTEGER', 'FLOAT', 'STRING'] as const))),
        () => typeName(g),
      ])();
    case 'DATE':
    case 'LOCAL TIME':
    case 'ZONED TIME':
    case 'LOCAL DATETIME':
    case 'ZONED DATETIME':
      return infix(one(type), choices.pick(['+', '-']), one('DURATION'));
    case 'DURATION':
      return choices.pick([
        () => infix(one(type), choices.pick(['+', '-']), one(type)),
        () => infix(one(type), choices.pick(['*', '/']), choices.pick(['2', '3', '0.5', '-1'])),
      ])();
    case 'MAP':
      return map(g, depth);
    default:
      return null;
  }
}

function reduced(g: Generation, depth: number): string {
  const [total, item] = [g.name('t'), g.name('i')];
  const items = g.expression('LIST<INTEGER>', depth - 1);
  const body = g.within(
    [
      [total, 'INTEGER'],
      [item, 'INTEGER'],
    ],
    () =>
      g.choices.pick([
        `${total} + ${item}`,
        `${total} * 2 - ${item}`,
        `${item}`,
        `coalesce(${total} + ${item}, 0)`,
      ]),
  );
  return `reduce(${total} = ${g.choices.pick(['0', '1', '-1'])}, ${item} IN ${items} | ${body})`;
}

const FIELDS = {
  DATE: ['year', 'month', 'day', 'week', 'weekYear', 'dayOfWeek', 'ordinalDay', 'quarter', 'dayOfQuarter'],
  'LOCAL TIME': ['hour', 'minute', 'second', 'millisecond', 'nanosecond'],
  'ZONED TIME': ['hour', 'minute', 'offsetMinutes', 'offsetSeconds'],
  'LOCAL DATETIME': ['year', 'week', 'hour', 'microsecond'],
  'ZONED DATETIME': ['day', 'hour', 'epochSeconds', 'epochMillis', 'offsetSeconds'],
  DURATION: [
    'months',
    'days',
    'seconds',
    'hours',
    'minutesOfHour',
    'monthsOfYear',
    'nanosecondsOfSecond',
    'quarters',
    'weeks',
  ],
} satisfies Partial<Record<Type, readonly string[]>>;

function temporalField(g: Generation, depth: number): string {
  const [type, fields] = g.choices.pick(Object.entries(FIELDS));
  return `(${g.expression(type as Type, depth - 1)}).${g.choices.pick(fields)}`;
}

function typeName(g: Generation): string | null {
  const relationships = g.variables('RELATIONSHIP');
  return relationships.length === 0 ? null : `type(${g.choices.pick(relationships)})`;
}

/** A map written out, or a projection of a node. */
function map(g: Generation, depth: number): string {
  const { choices } = g;
  const nodes = g.variables('NODE');
  const entry = (key: string): string =>
    `${key}: ${g.expression(choices.pick(['INTEGER', 'STRING', 'LIST<INTEGER>', 'BOOLEAN'] as const), depth - 1)}`;
  if (nodes.length > 0 && choices.chance(50)) {
    const keys = Object.keys(NODE_KEYS);
    const parts = [
      `.${choices.pick(keys)}`,
      choices.pick(['.*', `.${choices.pick(keys)}`, entry('k'), '.nope']),
    ];
    return `${choices.pick(nodes)} {${parts.join(', ')}}`;
  }
  return `{${['a', 'b', 'c']
    .slice(0, 1 + choices.below(3))
    .map(entry)
    .join(', ')}}`;
}
