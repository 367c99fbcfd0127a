import type { Evaluate, Row, RunValue } from '../runtime.ts';
import { compareOrder } from '../values/order.ts';
import type { RunContext } from './context.ts';

export interface SortKey {
  readonly value: Evaluate;
  readonly descending: boolean;
}

/** A row beside the values it is sorted by, each computed once. */
export interface Sortable {
  readonly row: Row;
  readonly keys: readonly RunValue[];
}

export function sortable(row: Row, by: readonly SortKey[], context: RunContext): Sortable {
  return { row, keys: by.map((key) => key.value(row, context)) };
}

export const comparing =
  (by: readonly SortKey[]) =>
  (a: Sortable, b: Sortable): number => {
    for (let i = 0; i < by.length; i += 1) {
      const order = compareOrder(a.keys[i] ?? null, b.keys[i] ?? null);
      if (order !== 0) return by[i]!.descending ? -order : order;
    }
    return 0;
  };

/** Rows sorted natively at once: some milliseconds. */
const RUN = 2048;

/**
 * Sorts stably by merging, so that the thread can be given up (by yielding null) in the middle of a long sort.
 */
export function* sort(
  context: RunContext,
  rows: readonly Sortable[],
  by: readonly SortKey[],
): Generator<null, Sortable[], void> {
  const compare = comparing(by);
  let runs: Sortable[][] = [];
  for (let start = 0; start < rows.length; start += RUN) {
    runs.push(rows.slice(start, start + RUN).toSorted(compare));
    context.look();
    if (context.pause) yield null;
  }
  while (runs.length > 1) {
    const merged: Sortable[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const left = runs[i] ?? [];
      const right = runs[i + 1];
      merged.push(right === undefined ? left : yield* merge(context, left, right, compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge(
  context: RunContext,
  left: readonly Sortable[],
  right: readonly Sortable[],
  compare: (a: Sortable, b: Sortable) => number,
): Generator<null, Sortable[], void> {
  const out: Sortable[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    context.tick();
    if (context.pause) yield null;
    const a = left[l];
    const b = right[r];
    if (b === undefined || (a !== undefined && compare(a, b) <= 0)) {
      out.push(a!);
      l += 1;
    } else {
      out.push(b);
      r += 1;
    }
  }
  return out;
}
