import { truth } from '../expressions/logic.ts';
import type { Evaluate } from '../runtime.ts';
import { exhaust } from './expand.ts';
import type { About, Operator } from './operator.ts';
import { side, type Branch } from './union.ts';

export interface Choice {
  readonly branches: readonly { readonly when: Evaluate; readonly branch: Branch }[];
  readonly otherwise: Branch | null;
  /** Where the columns go; null for queries that only write, which leave the row as it is. */
  readonly slots: readonly number[] | null;
}

/** `WHEN … THEN … ELSE …`: for each row the first branch whose condition is true; what is null is not. */
export function choose(about: About, source: Operator, { branches, otherwise, slots }: Choice): Operator {
  const all = branches.map(({ branch }) => branch.operator);
  return {
    about,
    children: [source, ...all, ...(otherwise === null ? [] : [otherwise.operator])],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          const chosen = branches.find(({ when }) => truth(when(row, context)) === true)?.branch ?? otherwise;
          if (slots === null) {
            if (chosen !== null) yield* exhaust(context, chosen.operator, [row]);
            yield [row];
          } else if (chosen !== null) yield* side(context, [row], chosen, slots);
        }
      }
    },
  };
}
