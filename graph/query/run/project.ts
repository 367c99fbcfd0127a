import type { Evaluate, Row } from '../runtime.ts';
import { ColumnBatch } from './column-batch.ts';
import { reading, type ReadColumn } from './column-reading.ts';
import type { RunContext } from './context.ts';
import { eachRow, type About, type Keep, type Operator, type Rows } from './operator.ts';
import { RowMaker } from './row-maker.ts';

export interface Column {
  readonly slot: number;
  readonly value: Evaluate;
}

/** How columns are read for a whole batch, in their order; null where one of them cannot be. */
export type Reads = readonly ReadColumn[] | null;

/** Adds values to each row. All are computed from the row as it came, so that `WITH b AS a, a AS b` swaps. */
export function project(
  about: About,
  source: Operator,
  columns: readonly Column[],
  reads: Reads = null,
): Operator {
  const from = source.columns;
  const fill = (row: Row, next: Row, context: RunContext): void => {
    for (const column of columns) next[column.slot] = column.value(row, context);
  };
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        const next = row.slice();
        fill(row, next, context);
        out.push(next);
      }),
    columns:
      from === undefined || reads === null
        ? undefined
        : {
            elements: from.elements,
            *open(context, argument) {
              const readings = reads.map((read) => reading(read, context));
              const projected = new ColumnBatch();
              for (const batch of from.open(context, argument)) {
                if (batch === null) {
                  yield null;
                  continue;
                }
                projected.extend(batch);
                columns.forEach(({ slot }, i) => projected.set(slot, readings[i]!(batch)));
                yield projected;
              }
            },
          },
    *openWhere(context: RunContext, input: readonly Row[], keep: Keep): Rows {
      const made = new RowMaker(keep);
      const take = (row: Row): boolean => {
        fill(row, made.copyOf(row), context);
        made.give();
        return false;
      };
      try {
        for (const batch of context.openWhere(source, input, take)) {
          if (made.out.length > 0) yield made.take();
          if (batch === null) yield null;
        }
      } catch (error) {
        // the rows before the one that failed are given first, as row by row they would have been
        if (made.out.length > 0) yield made.take();
        throw error;
      }
      if (made.out.length > 0) yield made.take();
    },
  };
}
