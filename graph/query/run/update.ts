import type { Update } from './properties.ts';
import type { About, Operator } from './operator.ts';

/** SET and REMOVE: does something to each row's elements and gives the rows on. */
export function update(about: About, source: Operator, updates: readonly Update[]): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          for (const each of updates) each(row, context);
        }
        yield batch;
      }
    },
  };
}
