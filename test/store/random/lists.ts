/** Lists, and bags: those whose order nobody promises. */
import type { Generation } from './generation.ts';
import { literal } from './literals.ts';
import { patternPart } from './patterns.ts';
import { collected } from './subqueries.ts';
import { isElement, isScalar, itemOf, listOf, SCALARS, type Type } from './types.ts';

export function list(g: Generation, type: Type, depth: number): string {
  const { choices } = g;
  const item = itemOf(type);
  const one = (): string => g.expression(type, depth - 1);
  const makes: [number, () => string][] = [
    [3, () => g.expression(type, 0)],
    [3, () => comprehension(g, type, depth)],
    [2, () => `tail(${one()})`],
    // of a list that is a property Neo4j can do this only after a copy was made (oddities.ts)
    [2, () => `reverse([] + ${one()})`],
    [2, () => `(${one()})[${choices.pick(['1..', '..2', '0..-1', '-2..', '1..1', '..$one'])}]`],
    [2, () => `(${one()} + ${one()})`],
  ];
  if (isScalar(item)) {
    makes.push([2, () => `[${g.expression(item, depth - 1)}, ${g.expression(item, depth - 1)}]`]);
    makes.push([2, () => `(${one()} + ${g.expression(item, depth - 1)})`]);
  }
  if (item === 'INTEGER')
    makes.push([2, () => `range(${choices.pick(['1', '0', '3'])}, ${choices.pick(['3', '5', '1', '-1'])})`]);
  if (item === 'STRING')
    makes.push([
      2,
      () => `split(${g.expression('STRING', depth - 1)}, ${choices.pick(["','", "'a'", "' '"])})`,
    ]);
  const paths = g.variables('PATH');
  if (paths.length > 0 && isElement(item)) {
    makes.push([8, () => `${item === 'NODE' ? 'nodes' : 'relationships'}(${choices.pick(paths)})`]);
  }
  return choices.weighted(makes)();
}

function comprehension(g: Generation, type: Type, depth: number): string {
  const { choices } = g;
  const item = itemOf(type);
  const from = isScalar(item) && choices.chance(40) ? choices.pick(SCALARS) : item;
  const source = g.expression(listOf(from), depth - 1);
  const name = g.name('i');
  return g.within([[name, from]], () => {
    const where = choices.chance(50) ? ` WHERE ${g.expression('BOOLEAN', depth - 1)}` : '';
    const result =
      from === item && choices.chance(40) && where !== '' ? '' : ` | ${g.expression(item, depth - 1)}`;
    return `[${name} IN ${source}${where}${result}]`;
  });
}

export function bag(g: Generation, type: Type, depth: number): string {
  const { choices } = g;
  const item = itemOf(type);
  const nodes = g.variables('NODE');
  const makes: [number, () => string][] = [];
  for (const name of g.variables(type)) makes.push([4, () => name]);
  if (item === 'STRING' && nodes.length > 0) {
    makes.push([3, () => `labels(${choices.pick(nodes)})`], [2, () => `keys(${choices.pick(g.elements())})`]);
  }
  if (depth > 0 && nodes.length > 0 && !g.plain) makes.push([3, () => patternComprehension(g, item, depth)]);
  if (depth > 0 && !g.plain) makes.push([2, () => collected(g, item, depth)]);
  if (makes.length === 0) makes.push([1, () => literal(g, listOf(isScalar(item) ? item : 'INTEGER'))]);
  return choices.weighted(makes)();
}

function patternComprehension(g: Generation, item: Type, depth: number): string {
  const { choices } = g;
  return g.within([], () => {
    const path = choices.chance(20) ? g.bind(g.name('p'), 'PATH') : null;
    const part = patternPart(g, {
      relationships: 1 + choices.below(2),
      from: choices.pick(g.variables('NODE')),
      plain: true,
      path: path !== null,
    });
    const where = choices.chance(40) ? ` WHERE ${g.expression('BOOLEAN', depth - 1)}` : '';
    const result = path !== null && item === 'INTEGER' ? `length(${path})` : g.expression(item, depth - 1);
    return `[${path === null ? '' : `${path} = `}${part}${where} | ${result}]`;
  });
}

/** What a collection without order may be asked: nothing that its order decides. */
export function aboutBag(g: Generation, depth: number): string {
  const { choices } = g;
  const item = choices.pick(['STRING', 'INTEGER', 'STRING'] as const);
  const items = bag(g, `BAG<${item}>`, depth - 1);
  return choices.pick([
    () => `${g.expression(item, depth - 1)} IN ${items}`,
    () => quantified(g, item, items, depth),
    () => `isEmpty(${items})`,
    () => `size(${items}) ${choices.pick(['>', '=', '<='])} ${g.expression('INTEGER', depth - 1)}`,
  ])();
}

export function quantified(g: Generation, item: Type, items: string, depth: number): string {
  const name = g.name('i');
  const quantifier = g.choices.pick(['any', 'all', 'none', 'single']);
  return g.within(
    [[name, item]],
    () => `${quantifier}(${name} IN ${items} WHERE ${g.expression('BOOLEAN', depth - 1)})`,
  );
}
