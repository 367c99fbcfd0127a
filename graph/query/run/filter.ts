import { truth } from '../expressions/logic.ts';
import type { Evaluate } from '../runtime.ts';
import { eachRow, type About, type Operator } from './operator.ts';

/** Lets through the rows for which every predicate is true (not null, not false), asking in order. */
export function filter(about: About, source: Operator, predicates: readonly Evaluate[]): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        for (const predicate of predicates) if (truth(predicate(row, context)) !== true) return;
        out.push(row);
      }),
  };
}
