import type { Evaluate, Row, RunValue } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { BATCH, keepAll, type About, type Keep, type Operator, type Rows } from './operator.ts';
import { RowMaker } from './row-maker.ts';

/** One row for each item; null is no rows, and what is not a list is a list of one. */
export function unwind(about: About, source: Operator, slot: number, list: Evaluate): Operator {
  return unwindWith(about, source, slot, (row, context) => {
    const value = list(row, context);
    if (value === null) return [];
    return Array.isArray(value) ? (value as readonly RunValue[]) : [value];
  });
}

/** `UNWIND range(a, b, step)`: the numbers are counted and never held. */
export function unwindRange(
  about: About,
  source: Operator,
  slot: number,
  bounds: readonly Evaluate[],
  otherwise: Evaluate,
): Operator {
  return unwindWith(about, source, slot, (row, context) => {
    const [from, to, step = 1n] = bounds.map((bound) => bound(row, context));
    if (typeof from === 'bigint' && typeof to === 'bigint' && typeof step === 'bigint' && step !== 0n) {
      return count(from, to, step);
    }
    const value = otherwise(row, context);
    return Array.isArray(value) ? (value as readonly RunValue[]) : [];
  });
}

function* count(from: bigint, to: bigint, step: bigint): Generator<bigint> {
  for (let i = from; step > 0n ? i <= to : i >= to; i += step) yield i;
}

function unwindWith(
  about: About,
  source: Operator,
  slot: number,
  items: (...given: Parameters<Evaluate>) => Iterable<RunValue>,
): Operator {
  const rows = function* (context: RunContext, input: readonly Row[], keep: Keep): Rows {
    let size = 16;
    for (const batch of context.open(source, input)) {
      if (batch === null) {
        yield null;
        continue;
      }
      const made = new RowMaker(keep);
      try {
        for (const row of batch) {
          context.tick();
          for (const item of items(row, context)) {
            context.tick();
            made.like(row)[slot] = item;
            made.give();
            if (made.out.length >= size) {
              yield made.take();
              size = Math.min(size * 4, BATCH);
            }
            if (context.pause) yield null;
          }
        }
      } catch (error) {
        // the rows before the one that failed are given first, as row by row they would have been
        if (made.out.length > 0) yield made.take();
        throw error;
      }
      if (made.out.length > 0) yield made.take();
    }
  };
  return {
    about,
    children: [source],
    open: (context, input) => rows(context, input, keepAll),
    openWhere: rows,
  };
}
