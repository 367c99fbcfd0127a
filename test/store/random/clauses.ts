/** Reading clauses, one after another. */
import type { Generation } from './generation.ts';
import { pattern } from './patterns.ts';
import { columns, projection, type Column } from './projections.ts';
import { isList, isScalar, itemOf, listOf, SCALARS, type Type } from './types.ts';

/** @returns so many clauses, each with a space after it */
export function clauses(g: Generation, count: number, depth: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += `${clause(g, depth)} `;
  return text;
}

function clause(g: Generation, depth: number): string {
  const makes: [number, () => string][] = [
    [10, () => match(g, depth)],
    [3, () => unwind(g, depth)],
    [4, () => carry(g, depth)],
    [4, () => `OPTIONAL ${match(g, depth, true)}`],
  ];
  if (depth > 0) makes.push([2, () => subquery(g, depth)]);
  return g.choices.weighted(makes)();
}

function match(g: Generation, depth: number, optional = false): string {
  g.ordered = false;
  const { choices } = g;
  const text = pattern(g);
  if (!choices.chance(45)) return `MATCH ${text}`;
  const where = `WHERE ${g.expression('BOOLEAN', Math.max(1, depth))}`;
  return g.reworded && !optional ? `MATCH ${text} WITH * ${where}` : `MATCH ${text} ${where}`;
}

function unwind(g: Generation, depth: number): string {
  const { choices } = g;
  const lists = [...g.scope].filter(([, type]) => isList(type) || type.startsWith('BAG<'));
  const held = lists.length > 0 && choices.chance(40) ? choices.pick(lists) : null;
  const type: Type =
    held === null
      ? choices.pick(['INTEGER', 'STRING', 'INTEGER', 'ANY', ...SCALARS] as const)
      : itemOf(held[1]);
  const items = held === null ? g.expression(listOf(type), depth) : held[0];
  g.ordered = false;
  g.rows *= 3;
  return `UNWIND ${items} AS ${g.bind(g.name(), type)}`;
}

/** WITH: some of what is in scope, and some that is new. */
export function carry(g: Generation, depth: number): string {
  const { choices } = g;
  if (choices.chance(15)) {
    const name = g.name('c');
    const text = `WITH *, ${g.expression('INTEGER', depth)} AS ${name}`;
    g.bind(name, 'INTEGER');
    return text;
  }
  const kept: Column[] = [...g.scope]
    .filter(([, type]) => type !== 'SHORTEST' && choices.chance(60))
    .map(([name, type]) => ({ name, type, kept: true }));
  const text = projection(g, 'WITH', [...kept, ...columns(g)]);
  return choices.chance(25) ? `${text} WHERE ${g.expression('BOOLEAN', Math.max(1, depth))}` : text;
}

/** `CALL (…) { … }`; the columns it gives are in scope afterwards. */
function subquery(g: Generation, depth: number): string {
  const { choices } = g;
  const imported = [...g.scope].filter(() => choices.chance(60));
  const optional = choices.chance(15) ? 'OPTIONAL ' : '';
  const { rows } = g;
  const wanted = columns(g);
  const one = (): string =>
    g.within(
      imported,
      () => `${clauses(g, 1 + choices.below(2), depth - 1)}${projection(g, 'RETURN', wanted)}`,
      true,
    );
  const inside =
    choices.chance(15) && wanted.every(({ type }) => isScalar(type)) ? `${one()} UNION ALL ${one()}` : one();
  g.rows = Math.max(rows, g.rows);
  g.ordered = false;
  for (const { name, type } of wanted) g.bind(name, type);
  return `${optional}CALL (${imported.map(([name]) => name).join(', ')}) { ${inside} }`;
}
