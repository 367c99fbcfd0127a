import type { RunValue } from '../runtime.ts';
import { Held } from './held.ts';
import { BATCH, type About, type Operator } from './operator.ts';
import { comparing, sort as sorted, sortable, type Sortable, type SortKey } from './sorting.ts';
import { rowCount, type RowCount } from './row-count.ts';

/** ORDER BY: null is last going up, first going down. */
export function sort(about: About, source: Operator, by: readonly SortKey[]): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      const held = new Held(context);
      const rows: Sortable[] = [];
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        held.batch(batch);
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          rows.push(sortable(row, by, context));
        }
      }
      const all = yield* sorted(context, rows, by);
      for (let start = 0; start < all.length; start += BATCH) {
        yield all.slice(start, start + BATCH).map((each) => each.row);
      }
      held.release();
    },
  };
}

/** ORDER BY with LIMIT: the first rows of the sorted ones, of which never many more than those are held. */
export function top(
  about: About,
  source: Operator,
  by: readonly SortKey[],
  counts: readonly RowCount[],
): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      const most = counts.reduce((sum, count) => sum + rowCount(count, context), 0);
      const room = most * 2 + BATCH;
      const held = new Held(context);
      const compare = comparing(by);
      let rows: Sortable[] = [];
      // the last of the first rows so far: what comes after it is not among them
      let worst: Sortable | undefined;
      // written over by the next row's: most rows are not among the first
      const keys: RunValue[] = [];
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          for (let i = 0; i < by.length; i += 1) keys[i] = by[i]!.value(row, context);
          if (worst !== undefined && compare({ row, keys }, worst) >= 0) continue;
          rows.push({ row, keys: keys.slice() });
          held.row(row);
        }
        if (rows.length > room) {
          rows = (yield* sorted(context, rows, by)).slice(0, most);
          worst = rows.at(-1);
          held.release();
          for (const each of rows) held.row(each.row);
        }
      }
      const all = (yield* sorted(context, rows, by)).slice(0, most);
      for (let start = 0; start < all.length; start += BATCH) {
        yield all.slice(start, start + BATCH).map((each) => each.row);
      }
      held.release();
    },
  };
}
