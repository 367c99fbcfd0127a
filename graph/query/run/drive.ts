import type { Value } from '../../model.ts';
import { materialise } from '../values/convert.ts';
import type { Row } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { at, type Operator } from './operator.ts';

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
  const rows = context.open(plan.operator, [start]);
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
      if (plan.slots === null) continue;
      if (left === 0) return { truncated: true };
      const batch = next.value.length > left ? next.value.slice(0, left) : next.value;
      const { slots } = plan;
      let made = 0;
      const charge = (bytes: number): void => {
        made += bytes;
        context.charge(bytes);
      };
      yield batch.map((row) => {
        context.tick();
        return slots.map((slot) => materialise(at(row, slot), context.tx, charge));
      });
      // it is its reader's now
      context.charge(-made);
      left -= batch.length;
      if (batch.length < next.value.length) return { truncated: true };
    }
  } finally {
    rows.return();
  }
}
