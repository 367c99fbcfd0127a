import { truth } from '../expressions/logic.ts';
import type { Evaluate, Row } from '../runtime.ts';
import type { ColumnSource } from './column-batch.ts';
import { narrowing, type ColumnTest } from './column-test.ts';
import type { RunContext } from './context.ts';
import type { About, Operator } from './operator.ts';

/**
 * Lets through the rows for which every predicate is true (not null, not false), asking in order.
 *
 * @param tests the same predicates, asked of columns; null where one of them cannot be
 */
export function filter(
  about: About,
  source: Operator,
  predicates: readonly Evaluate[],
  tests: readonly ColumnTest[] | null = null,
): Operator {
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
    columns:
      source.columns === undefined || tests === null ? undefined : filterColumns(source.columns, tests),
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

function filterColumns(source: ColumnSource, tests: readonly ColumnTest[]): ColumnSource {
  return {
    elements: source.elements,
    *open(context, argument) {
      const narrows = tests.map((test) => narrowing(test, context));
      for (const batch of source.open(context, argument)) {
        if (batch === null) {
          yield null;
          continue;
        }
        let left = batch;
        for (const narrow of narrows) {
          context.tick(left.size);
          left = narrow(left);
          if (left.size === 0) break;
        }
        if (left.size > 0) yield left;
        if (context.pause) yield null;
      }
    },
  };
}
