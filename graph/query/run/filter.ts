import { truth } from '../expressions/logic.ts';
import type { Evaluate, Row } from '../runtime.ts';
import type { RunContext } from './context.ts';
import type { About, Operator } from './operator.ts';

/** Lets through the rows for which every predicate is true (not null, not false), asking in order. */
export function filter(about: About, source: Operator, predicates: readonly Evaluate[]): Operator {
  const passes = (row: Row, context: RunContext): boolean => {
    for (const predicate of predicates) if (truth(predicate(row, context)) !== true) return false;
    return true;
  };
  const { ofRow } = source;
  return {
    about,
    children: [source],
    open: (context, input) => context.openWhere(source, input, (row) => passes(row, context)),
    openWhere: (context, input, keep) =>
      context.openWhere(source, input, (row) => passes(row, context) && keep(row)),
    ofRow:
      ofRow === undefined
        ? undefined
        : (context, row, out) => {
            let kept = out.length;
            const from = kept;
            ofRow(context, row, out);
            for (let i = from; i < out.length; i += 1) {
              const found = out[i]!;
              if (passes(found, context)) out[kept++] = found;
            }
            out.length = kept;
          },
  };
}
