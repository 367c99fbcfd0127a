import type { Evaluate, RunValue } from '../runtime.ts';
import { BATCH, extend, type About, type Batch, type Operator } from './operator.ts';

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
  return {
    about,
    children: [source],
    *open(context, input) {
      let size = 16;
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        let out: Batch = [];
        for (const row of batch) {
          context.tick();
          for (const item of items(row, context)) {
            context.tick();
            out.push(extend(row, slot, item));
            if (out.length >= size) {
              yield out;
              out = [];
              size = Math.min(size * 4, BATCH);
            }
            if (context.pause) yield null;
          }
        }
        if (out.length > 0) yield out;
      }
    },
  };
}
