import { Held } from './held.ts';
import type { About, Batch, Operator } from './operator.ts';

/** Takes everything from its source before giving anything: what follows must not be seen by what comes before. */
export function eager(about: About, source: Operator): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      const held = new Held(context);
      const batches: Batch[] = [];
      for (const batch of context.open(source, input)) {
        if (batch === null) yield null;
        else {
          held.batch(batch);
          batches.push(batch);
        }
      }
      yield* batches;
      held.release();
    },
  };
}
