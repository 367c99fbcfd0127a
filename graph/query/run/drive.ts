import type { Value } from '../../model.ts';
import { materialise, type Charge } from '../values/convert.ts';
import type { Row } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { at, type Batch, type Operator } from './operator.ts';
import { ColumnBatch } from './column-batch.ts';
import { resultRows } from './results.ts';

export interface Driven {
  readonly operator: Operator;
  /** Slots of the columns; null where rows are not wanted, only what the plan does. */
  readonly slots: readonly number[] | null;
  readonly width: number;
}

/**
 * Runs a plan as it is pulled and gives batches of rows as they leave the engine; the end tells whether there were
 * more than were wanted. After each time slice it gives `null`: it gave up the thread and is to be called again.
 *
 * @param maxRows most rows to give; no more are pulled
 */
export function* drive(
  context: RunContext,
  plan: Driven,
  maxRows: number,
): Generator<readonly (readonly Value[])[] | null, { readonly truncated: boolean }, void> {
  const start: Row = Array.from({ length: plan.width }, () => null);
  const { slots } = plan;
  const columns = slots !== null && context.inColumns ? plan.operator.columns : undefined;
  const rows = columns?.open(context, start) ?? context.open(plan.operator, [start]);
  let left = maxRows;
  try {
    for (;;) {
      if (context.pause) {
        yield null;
        context.resume();
        context.look();
      }
      const next = rows.next();
      if (next.done === true) return { truncated: false };
      if (next.value === null) {
        context.pause = true;
        continue;
      }
      if (slots === null) continue;
      if (left === 0) return { truncated: true };
      const batch = next.value;
      const all = batch instanceof ColumnBatch ? batch.size : batch.length;
      const size = Math.min(left, all);
      let made = 0;
      const charge = (bytes: number): void => {
        made += bytes;
        context.charge(bytes);
      };
      yield batch instanceof ColumnBatch
        ? resultRows(batch, size, slots, context, charge)
        : valuesOf(batch, size, slots, context, charge);
      // it is its reader's now
      context.charge(-made);
      left -= size;
      if (size < all) return { truncated: true };
    }
  } finally {
    rows.return();
  }
}

function valuesOf(
  batch: Batch,
  size: number,
  slots: readonly number[],
  context: RunContext,
  charge: Charge,
): readonly (readonly Value[])[] {
  const rows = size < batch.length ? batch.slice(0, size) : batch;
  return rows.map((row) => {
    context.tick();
    return slots.map((slot) => materialise(at(row, slot), context.tx, charge));
  });
}
