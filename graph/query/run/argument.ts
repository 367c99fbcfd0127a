import { ColumnBatch } from './column-batch.ts';
import type { About, Operator } from './operator.ts';

/** Where every plan begins: gives the rows it was opened with. */
export function argument(about: About): Operator {
  return {
    about,
    children: [],
    *open(_context, input) {
      if (input.length > 0) yield input.slice();
    },
    columns: {
      elements: new Map(),
      *open(_context, row) {
        yield new ColumnBatch().repeat(row, 1);
      },
    },
    ofRow: (_context, row, out) => void out.push(row),
  };
}
