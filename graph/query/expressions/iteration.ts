/** List comprehensions, quantifiers and `reduce`: expressions that run once for each item of a list. */
import type { ListComprehension, Quantifier, Reduce } from '../ast.ts';
import type { Evaluate, RunValue, Scope } from '../runtime.ts';
import { mismatch } from '../values/errors.ts';
import { isList } from '../values/types.ts';
import type { Compile } from './compiler.ts';
import { truth } from './logic.ts';

/** The list to go through, or null. @throws CypherError neither */
function listIn(value: RunValue): readonly RunValue[] | null {
  if (value === null || isList(value)) return value;
  throw mismatch('a List', value);
}

export function compileListComprehension(
  { variable, list, where, projection }: ListComprehension,
  outer: Scope,
  compile: Compile,
): Evaluate {
  const compiledList = compile(list);
  const { scope, slot } = outer.with(variable.name);
  const test = where === null ? null : compile(where, scope);
  const project = projection === null ? null : compile(projection, scope);
  return (row, context) => {
    const items = listIn(compiledList(row, context));
    if (items === null) return null;
    const result: RunValue[] = [];
    for (const item of items) {
      context.tick();
      row[slot] = item;
      if (test !== null && truth(test(row, context)) !== true) continue;
      result.push(project === null ? item : project(row, context));
    }
    return result;
  };
}

export function compileQuantifier(
  { quantifier, variable, list, where }: Quantifier,
  outer: Scope,
  compile: Compile,
): Evaluate {
  const compiledList = compile(list);
  const { scope, slot } = outer.with(variable.name);
  const test = compile(where, scope);
  const decide = DECISIONS[quantifier];
  return (row, context) => {
    const items = listIn(compiledList(row, context));
    if (items === null) return null;
    let yes = 0;
    let no = 0;
    let unknown = 0;
    for (const item of items) {
      context.tick();
      row[slot] = item;
      const holds = truth(test(row, context));
      if (holds === null) unknown++;
      else if (holds) yes++;
      else no++;
      const early = decide.early(yes, no);
      if (early !== null) return early;
    }
    return decide.atEnd(yes, unknown);
  };
}

/** `early` ends the walk where no further item can change the answer. */
interface Decision {
  readonly early: (yes: number, no: number) => boolean | null;
  readonly atEnd: (yes: number, unknown: number) => boolean | null;
}

const DECISIONS: Readonly<Record<Quantifier['quantifier'], Decision>> = {
  all: {
    early: (_yes, no) => (no > 0 ? false : null),
    atEnd: (_yes, unknown) => (unknown > 0 ? null : true),
  },
  any: { early: (yes) => (yes > 0 ? true : null), atEnd: (_yes, unknown) => (unknown > 0 ? null : false) },
  none: { early: (yes) => (yes > 0 ? false : null), atEnd: (_yes, unknown) => (unknown > 0 ? null : true) },
  single: {
    early: (yes) => (yes > 1 ? false : null),
    atEnd: (yes, unknown) => (unknown > 0 ? null : yes === 1),
  },
};

export function compileReduce(
  { accumulator, init, variable, list, expression }: Reduce,
  outer: Scope,
  compile: Compile,
): Evaluate {
  const compiledInit = compile(init);
  const compiledList = compile(list);
  const withAccumulator = outer.with(accumulator.name);
  const withItem = withAccumulator.scope.with(variable.name);
  const step = compile(expression, withItem.scope);
  return (row, context) => {
    const items = listIn(compiledList(row, context));
    if (items === null) return null;
    let result = compiledInit(row, context);
    for (const item of items) {
      context.tick();
      row[withAccumulator.slot] = result;
      row[withItem.slot] = item;
      result = step(row, context);
    }
    return result;
  };
}
