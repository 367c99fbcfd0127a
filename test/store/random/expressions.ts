/** Expressions of a type, over the variables in scope. */
import { call, returningFunctions } from './functions.ts';
import type { Generation } from './generation.ts';
import { NODE_KEYS, PARAMETER_TYPES, RELATIONSHIP_KEYS, WRITTEN_KEYS } from './graph.ts';
import { bag, list } from './lists.ts';
import { isWritable, literal } from './literals.ts';
import { arithmetic } from './arithmetic.ts';
import { predicate } from './predicates.ts';
import { counted } from './subqueries.ts';
import { isBag, isElement, isList, itemOf, listOf, SCALARS, type Type } from './types.ts';

/** Gives an expression, or null where there is none of its kind. */
type Make = () => string | null;

/** @param depth how deep it may be nested; 0 for a literal, a variable, a property or a parameter */
export function expression(g: Generation, type: Type, depth: number): string {
  if (isBag(type)) return bag(g, type, depth);
  if (g.wild && g.choices.chance(6)) return leaf(g, g.choices.pick(SCALARS));
  if (depth <= 0) return leaf(g, type);
  const makes: [number, Make][] = [[6, () => leaf(g, type)]];
  if (type === 'BOOLEAN') makes.push([10, () => predicate(g, depth)]);
  if (type === 'ANY') makes.push([4, () => expression(g, g.choices.pick(SCALARS), depth)]);
  if (isList(type)) makes.push([6, () => list(g, type, depth)]);
  else if (!isElement(type) && type !== 'PATH') {
    makes.push(
      [5, () => arithmetic(g, type, depth)],
      [8, () => called(g, type, depth)],
      [1, () => picked(g, type, depth)],
    );
  }
  if (isElement(type) || type === 'PATH') makes.push([1, () => picked(g, type, depth)]);
  if (type === 'INTEGER' && !g.plain) makes.push([3, () => counted(g, depth)]);
  makes.push([2, () => conditional(g, type, depth)]);
  return g.choices.weighted(makes)() ?? leaf(g, type);
}

function called(g: Generation, type: Type, depth: number): string | null {
  const signatures = returningFunctions(type);
  return signatures.length === 0 ? null : call(g, g.choices.pick(signatures), depth);
}

/** Of several. */
function picked(g: Generation, type: Type, depth: number): string {
  const items = expression(g, listOf(type), depth - 1);
  return g.choices.pick([
    () => `head(${items})`,
    () => `last(${items})`,
    () => `${grouped(items)}[${g.choices.pick(['0', '1', '-1', '7', '$one'])}]`,
  ])();
}

const grouped = (text: string): string => (/^[\w.$]+$|^\[.*\]$/.test(text) ? text : `(${text})`);

/** `CASE`, `coalesce`, `nullIf`. */
function conditional(g: Generation, type: Type, depth: number): string {
  const one = (): string => expression(g, type, depth - 1);
  return g.choices.pick([
    () => `coalesce(${one()}, ${one()})`,
    () => `CASE WHEN ${expression(g, 'BOOLEAN', depth - 1)} THEN ${one()} ELSE ${one()} END`,
    () => {
      const subject = g.choices.pick(['INTEGER', 'STRING', 'BOOLEAN'] as const);
      const when = (): string => `WHEN ${expression(g, subject, depth - 1)} THEN ${one()}`;
      return `CASE ${expression(g, subject, depth - 1)} ${when()} ${when()} ${g.choices.chance(50) ? `ELSE ${one()} ` : ''}END`;
    },
    () => (isElement(type) || type === 'PATH' ? one() : `nullIf(${one()}, ${one()})`),
  ])();
}

/** A variable, property, parameter or literal; null where nothing else has the type. */
function leaf(g: Generation, type: Type): string {
  if (isBag(type)) return bag(g, type, 0);
  const variables = g.variables(type);
  const properties = propertiesOf(g, type);
  // of the wrong type a parameter fails at another moment than in Neo4j (oddities.ts)
  const parameters = g.wild
    ? []
    : PARAMETER_TYPES.filter(([, held]) => held === type).map(([name]) => `$${name}`);
  const makes: [number, () => string][] = [];
  if (isWritable(type)) makes.push([3, () => literal(g, type)]);
  if (variables.length > 0) makes.push([8, () => g.choices.pick(variables)]);
  if (properties.length > 0) makes.push([8, () => g.choices.pick(properties)]);
  if (parameters.length > 0) makes.push([1, () => g.choices.pick(parameters)]);
  if (makes.length === 0) makes.push([1, () => (isList(type) && isElement(itemOf(type)) ? '[]' : 'null')]);
  if (!isElement(type)) makes.push([0.5, () => 'null']);
  return g.choices.weighted(makes.map(([weight, make]) => [weight * 2, make]))();
}

function propertiesOf(g: Generation, type: Type): string[] {
  const found: string[] = [];
  for (const [variable, held] of g.scope) {
    if (type === 'INTEGER' && (held === 'PATH' || held === 'SHORTEST')) found.push(`length(${variable})`);
    if (!isElement(held)) continue;
    const keys = { ...(held === 'NODE' ? NODE_KEYS : RELATIONSHIP_KEYS), ...(g.wrote ? WRITTEN_KEYS : {}) };
    for (const [key, of] of Object.entries(keys)) if (of === type) found.push(`${variable}.${key}`);
  }
  return found;
}
