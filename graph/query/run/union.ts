import type { Row } from '../runtime.ts';
import { at, type About, type Operator, type Rows } from './operator.ts';
import type { RunContext } from './context.ts';

/** One side of a union: where its columns are, in the order of the union's. */
export interface Branch {
  readonly operator: Operator;
  readonly slots: readonly number[];
}

/** The rows of the left side, then those of the right, with their columns in the same slots. */
export function union(about: About, left: Branch, right: Branch, slots: readonly number[]): Operator {
  return {
    about,
    children: [left.operator, right.operator],
    *open(context, input) {
      yield* side(context, input, left, slots);
      yield* side(context, input, right, slots);
    },
  };
}

/** The rows of a branch, with its columns in the slots given. */
export function* side(
  context: RunContext,
  input: readonly Row[],
  branch: Branch,
  slots: readonly number[],
): Rows {
  for (const batch of context.open(branch.operator, input)) {
    if (batch === null) {
      yield null;
      continue;
    }
    yield batch.map((row) => {
      const next = row.slice();
      slots.forEach((slot, column) => {
        next[slot] = at(row, branch.slots[column]!);
      });
      return next;
    });
  }
}
