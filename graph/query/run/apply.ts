import { extend, type About, type Batch, type Operator } from './operator.ts';
import type { Evaluate, Row, RunValue } from '../runtime.ts';
import { exhaust } from './expand.ts';
import { Held } from './held.ts';

/** `CALL { … }`: for each row, the rows that `inner` makes of it; a subquery that returns nothing leaves the row as it is. */
export function apply(about: About, source: Operator, inner: Operator, unit: boolean): Operator {
  return {
    about,
    children: [source, inner],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          if (unit) {
            yield* exhaust(context, inner, [row]);
            yield [row];
          } else yield* context.open(inner, [row]);
        }
      }
    },
  };
}

/** Takes everything from its source, then runs `inner` over all of it at once: what aggregates there aggregates over every row. */
export function feed(about: About, source: Operator, inner: Operator): Operator {
  return {
    about,
    children: [source, inner],
    *open(context, input) {
      const held = new Held(context);
      const rows: Row[] = [];
      for (const batch of context.open(source, input)) {
        if (batch === null) yield null;
        else {
          held.batch(batch);
          for (const row of batch) rows.push(row);
        }
      }
      yield* context.open(inner, rows);
      held.release();
    },
  };
}

/** Runs its source to the end for each argument row, and gives the argument row itself. */
export function once(about: About, source: Operator): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      for (const row of input) {
        yield* exhaust(context, source, [row]);
        yield [row.slice()];
      }
    },
  };
}

/** FOREACH: runs the updates for each item of a list, and gives the row itself. */
export function foreach(
  about: About,
  source: Operator,
  updates: Operator,
  slot: number,
  list: Evaluate,
): Operator {
  return {
    about,
    children: [source, updates],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        for (const row of batch) {
          const value = list(row, context);
          const items: readonly RunValue[] =
            value === null ? [] : Array.isArray(value) ? (value as RunValue[]) : [value];
          const rows: Row[] = items.map((item) => extend(row, slot, item));
          for (const each of rows) {
            context.tick();
            if (context.pause) yield null;
            yield* exhaust(context, updates, [each]);
          }
        }
        yield batch;
      }
    },
  };
}

/** The rows for which `inner` finds something (or, `negated`, nothing): `WHERE EXISTS { … }`, run where the thread can be given up. */
export function semiApply(about: About, source: Operator, inner: Operator, negated: boolean): Operator {
  return {
    about,
    children: [source, inner],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        const out: Batch = [];
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          let found = false;
          for (const some of context.open(inner, [row])) {
            if (some === null) yield null;
            else {
              found = true;
              break;
            }
          }
          if (found !== negated) out.push(row);
        }
        if (out.length > 0) yield out;
      }
    },
  };
}
