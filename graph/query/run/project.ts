import type { Evaluate } from '../runtime.ts';
import { eachRow, type About, type Operator } from './operator.ts';

export interface Column {
  readonly slot: number;
  readonly value: Evaluate;
}

/** Adds values to each row. All are computed from the row as it came, so that `WITH b AS a, a AS b` swaps. */
export function project(about: About, source: Operator, columns: readonly Column[]): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        const next = row.slice();
        for (const column of columns) next[column.slot] = column.value(row, context);
        out.push(next);
      }),
  };
}
