/** `CASE WHEN … THEN …` and `CASE subject WHEN value THEN …`. */
import type { Case } from '../ast.ts';
import type { Evaluate } from '../runtime.ts';
import { equals } from '../values/equality.ts';
import type { Compile } from './compiler.ts';
import { truth } from './logic.ts';

export function compileCase({ subject, branches, otherwise }: Case, compile: Compile): Evaluate {
  const compiled = branches.map(({ when, then }) => ({ test: compile(when), give: compile(then) }));
  const fallback: Evaluate = otherwise === null ? () => null : compile(otherwise);
  if (subject === null) {
    return (row, context) => {
      for (const { test, give } of compiled)
        if (truth(test(row, context)) === true) return give(row, context);
      return fallback(row, context);
    };
  }
  const compiledSubject = compile(subject);
  return (row, context) => {
    const value = compiledSubject(row, context);
    for (const { test, give } of compiled) {
      if (equals(value, test(row, context)) === true) return give(row, context);
    }
    return fallback(row, context);
  };
}
