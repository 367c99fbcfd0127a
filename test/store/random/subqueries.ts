/** Queries inside an expression: `EXISTS`, `COUNT`, `COLLECT`. */
import type { Generation } from './generation.ts';
import { patternPart } from './patterns.ts';
import { bagOf, type Type } from './types.ts';

/** A pattern from a node in scope with, perhaps, a condition; `make` sees what it binds. */
function around<T>(g: Generation, depth: number, make: (pattern: string, where: string) => T): T {
  const { choices } = g;
  const { rows } = g;
  return g.within([], () => {
    const nodes = g.variables('NODE');
    const from = nodes.length > 0 && choices.chance(85) ? choices.pick(nodes) : undefined;
    const pattern = patternPart(g, { relationships: choices.below(3), from });
    const where = choices.chance(50) ? ` WHERE ${g.expression('BOOLEAN', depth - 1)}` : '';
    g.rows = rows;
    return make(pattern, where);
  });
}

export const exists = (g: Generation, depth: number): string =>
  around(g, depth, (pattern, where) =>
    g.choices.pick([
      () => `EXISTS { ${pattern}${where} }`,
      () => `EXISTS { MATCH ${pattern}${where} }`,
      () => `EXISTS { MATCH ${pattern}${where} RETURN ${g.expression('INTEGER', 1)} AS e }`,
    ])(),
  );

/** An INTEGER that is a number of rows or of items. */
export const counted = (g: Generation, depth: number): string =>
  g.choices.pick([
    () => `size(${g.expression(g.choices.pick(['LIST<INTEGER>', 'LIST<STRING>'] as const), depth - 1)})`,
    () => around(g, depth, (pattern, where) => `COUNT { ${pattern}${where} }`),
    () =>
      around(g, depth, (pattern, where) => {
        const distinct = `RETURN DISTINCT ${g.expression(g.choices.pick(['INTEGER', 'STRING'] as const), 1)} AS c`;
        return `COUNT { MATCH ${pattern}${where} ${distinct} }`;
      }),
    () => `size(${g.expression(bagOf('STRING'), depth - 1)})`,
  ])();

/** A bag: its order is the order in which the pattern is matched. */
export const collected = (g: Generation, item: Type, depth: number): string =>
  around(
    g,
    depth,
    (pattern, where) => `COLLECT { MATCH ${pattern}${where} RETURN ${g.expression(item, 1)} AS c }`,
  );
