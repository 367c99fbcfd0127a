/** WITH and RETURN: columns, DISTINCT, aggregation, ORDER BY, SKIP, LIMIT. */
import { aggregate } from './aggregates.ts';
import type { Generation } from './generation.ts';
import { bagOf, isBag, isElement, isKey, isOrderable, SCALARS, type Type } from './types.ts';

export interface Column {
  readonly name: string;
  readonly type: Type;
  /** True for a variable that is passed on as it is. */
  readonly kept?: boolean;
}

const COLUMN_TYPES: readonly Type[] = [
  'INTEGER',
  'STRING',
  'INTEGER',
  'STRING',
  'BOOLEAN',
  'FLOAT',
  'ANY',
  'MAP',
  'LIST<INTEGER>',
  'LIST<STRING>',
  'LIST<ANY>',
  'PATH',
  'LIST<RELATIONSHIP>',
  bagOf('STRING'),
  bagOf('INTEGER'),
  ...SCALARS,
];

/** One to three columns of any type, or of those that two queries of a UNION can agree on. */
export function columns(g: Generation, alike = false): Column[] {
  const types = alike ? COLUMN_TYPES.filter((type) => isKey(type)) : COLUMN_TYPES;
  const length = 1 + g.choices.below(3);
  return Array.from({ length }, () => {
    const elements = alike ? [] : g.elements();
    if (elements.length > 0 && g.choices.chance(35)) {
      return { name: g.name('c'), type: g.scope.get(g.choices.pick(elements)) ?? 'NODE' };
    }
    return { name: g.name('c'), type: g.choices.pick(types) };
  });
}

/** What is in scope afterwards are the columns alone. @param last true for the RETURN that ends the statement */
export function projection(
  g: Generation,
  clause: 'WITH' | 'RETURN',
  asked: readonly Column[],
  last = false,
): string {
  const { choices } = g;
  const depth = 1 + choices.below(3);
  const aggregating = choices.chance(25);
  // what cannot be a grouping key is not passed on beside an aggregation
  const wanted = asked.filter(({ type, kept }) => !aggregating || kept !== true || isKey(type));
  const keyed = wanted.every(({ type }) => isKey(type));
  let aggregated = false;
  const items = wanted.map(({ name, type, kept }) => {
    if (kept === true) return name;
    const made = aggregating && (!isKey(type) || choices.chance(50)) ? aggregate(g, type, depth) : null;
    aggregated ||= made !== null;
    return made ?? (aggregating && !isKey(type) ? constant(type) : g.expression(type, depth));
  });
  const distinct = !aggregating && keyed && choices.chance(20) ? 'DISTINCT ' : '';
  const columnsAsTheyAre = last && choices.chance(10);
  const text = items.map((item, i) => {
    const name = wanted[i]?.name ?? item;
    const bare = columnsAsTheyAre && items.indexOf(item) === i && !isMapProjection(item);
    return item === name || bare ? item : `${item} AS ${name}`;
  });
  g.bags = wanted.some(({ type }) => isBag(type));
  if (aggregated) g.rows = Math.min(g.rows, 10);
  g.scope = new Map(wanted.map(({ name, type }) => [name, type]));
  const order = columnsAsTheyAre ? '' : ordering(g, wanted);
  if (columnsAsTheyAre) g.ordered = false;
  return `${clause} ${distinct}${text.join(', ')}${order}`;
}

/** Neo4j names its column in a way of its own (oddities.ts). */
const isMapProjection = (text: string): boolean => /^\w+ \{/.test(text);

/** Aggregating an argument that has no key needs something that is the same in every row. */
const constant = (type: Type): string => (isBag(type) || type.startsWith('LIST') ? '[]' : 'null');

/** ORDER BY, by every column where that leaves no doubt; only then SKIP and LIMIT. */
function ordering(g: Generation, wanted: readonly Column[]): string {
  const { choices } = g;
  g.ordered = false;
  if (!choices.chance(40)) return '';
  const direction = (): string => choices.pick(['', ' DESC', '', ' ASC', ' DESCENDING']);
  const keys = wanted.flatMap(({ name, type }) =>
    isOrderable(type) ? [name] : isElement(type) ? [`${name}.id`] : [],
  );
  const total = keys.length === wanted.length && !(g.wrote && wanted.some(({ type }) => isElement(type)));
  const orderable = choices.chance(30)
    ? [g.expression(choices.pick(['INTEGER', 'STRING', 'FLOAT', 'ANY', 'DATE', 'BOOLEAN'] as const), 1)]
    : [];
  const by = [...orderable, ...keys];
  if (by.length === 0) return '';
  g.ordered = total;
  const skip = total && choices.chance(20) ? ` SKIP ${choices.pick(['1', '0', '2', '$one'])}` : '';
  const limit =
    total && choices.chance(35) ? ` LIMIT ${choices.pick(['3', '1', '10', '$limit', '1 + 1', '0'])}` : '';
  return ` ORDER BY ${by.map((key) => `${key}${direction()}`).join(', ')}${skip}${limit}`;
}
