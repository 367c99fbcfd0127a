import type { Evaluate, Row } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { Held } from './held.ts';
import type { About, Batch, Operator } from './operator.ts';
import { propertiesOf, setAll, type Element, type Update } from './properties.ts';

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

export interface Adding {
  /** Null: there is nothing to do. */
  readonly element: (row: Row, context: RunContext) => Element | null;
  readonly map: Evaluate;
  /** What the clauses before it read. */
  readonly readBefore: ReadonlySet<string>;
}

/**
 * `SET n += map` after clauses that read some properties: only the map tells which it writes. It goes row by row for as
 * long as it writes none of those, and before it first would, it takes everything from its source, like `Eager`.
 */
export function addProperties(about: About, source: Operator, adding: Adding): Operator {
  const { element, map, readBefore } = adding;
  /** @returns false, and nothing is done, where something is written that was read */
  const add = (row: Row, context: RunContext, any: boolean): boolean => {
    const to = element(row, context);
    if (to === null) return true;
    const given = propertiesOf(context, map(row, context));
    if (!any) for (const name of given?.keys() ?? []) if (readBefore.has(name)) return false;
    setAll(context, to, given, true);
    return true;
  };
  return {
    about,
    children: [source],
    *open(context, input) {
      const held = new Held(context);
      const later: Batch[] = [];
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        let done = 0;
        for (; later.length === 0 && done < batch.length; done += 1) {
          context.tick();
          if (context.pause) yield null;
          if (!add(batch[done]!, context, false)) break;
        }
        const rest = done === 0 ? batch : batch.slice(done);
        if (rest.length > 0) {
          held.batch(rest);
          later.push(rest);
        }
        if (done > 0) yield done === batch.length ? batch : batch.slice(0, done);
      }
      for (const batch of later) {
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          add(row, context, true);
        }
        yield batch;
      }
      held.release();
    },
  };
}
