/** List comprehensions, quantifiers and `reduce`: expressions that run once for each item of a list. */
import type { AllReduce, ListComprehension, Quantifier, Reduce } from '../ast.ts';
import type { Evaluate, RunValue, Scope } from '../runtime.ts';
import { mismatch } from '../values/errors.ts';
import { GrowingList } from '../values/memory.ts';
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
    const result = new GrowingList(context);
    try {
      for (const item of items) {
        context.tick();
        row[slot] = item;
        if (test !== null && truth(test(row, context)) !== true) continue;
        result.push(project === null ? item : project(row, context));
      }
      return result.items;
    } finally {
      result.release();
    }
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

/** What `reduce` and `allReduce` share: a list, and an accumulator that each of its items changes. */
function compileSteps(
  { accumulator, init, variable, list, expression }: Omit<Reduce, 'kind'>,
  outer: Scope,
  compile: Compile,
) {
  const withAccumulator = outer.with(accumulator.name);
  const withItem = withAccumulator.scope.with(variable.name);
  return {
    init: compile(init),
    list: compile(list),
    step: compile(expression, withItem.scope),
    accumulator: withAccumulator.slot,
    item: withItem.slot,
    scope: withItem.scope,
  };
}

export function compileReduce(reduce: Reduce, outer: Scope, compile: Compile): Evaluate {
  const { init, list, step, accumulator, item: slot } = compileSteps(reduce, outer, compile);
  return (row, context) => {
    const items = listIn(list(row, context));
    if (items === null) return null;
    let result = init(row, context);
    for (const item of items) {
      context.tick();
      row[accumulator] = result;
      row[slot] = item;
      result = step(row, context);
    }
    return result;
  };
}

/** True where the predicate holds after every step, which it does for an empty list; null where it is unknown after one. */
export function compileAllReduce(reduce: AllReduce, outer: Scope, compile: Compile): Evaluate {
  const { init, list, step, accumulator, item: slot, scope } = compileSteps(reduce, outer, compile);
  const predicate = compile(reduce.predicate, scope);
  return (row, context) => {
    const items = listIn(list(row, context));
    if (items === null) return null;
    let known = true;
    row[accumulator] = init(row, context);
    for (const item of items) {
      context.tick();
      row[slot] = item;
      row[accumulator] = step(row, context);
      const holds = truth(predicate(row, context));
      if (holds === false) return false;
      known &&= holds !== null;
    }
    return known ? true : null;
  };
}
