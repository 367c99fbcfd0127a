import { exhaust } from './expand.ts';
import type { About, Operator } from './operator.ts';
import { rowCount, type RowCount } from './row-count.ts';

/** Gives the first rows and then stops pulling, unless what comes before writes: that is done to its end. */
export function limit(about: About, source: Operator, count: RowCount, exhaustive: boolean): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      let left = rowCount(count, context);
      if (left === 0) {
        if (exhaustive) yield* exhaust(context, source, input);
        return;
      }
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        if (left > 0) yield batch.length <= left ? batch : batch.slice(0, left);
        left -= Math.min(left, batch.length);
        if (left === 0 && !exhaustive) return;
      }
    },
  };
}

export function skip(about: About, source: Operator, count: RowCount): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      let left = rowCount(count, context);
      for (const batch of context.open(source, input)) {
        if (batch === null) yield null;
        else if (left >= batch.length) left -= batch.length;
        else {
          yield left === 0 ? batch : batch.slice(left);
          left = 0;
        }
      }
    },
  };
}
