import { extend, type About, type Batch, type Operator } from './operator.ts';
import type { Row } from '../runtime.ts';

/**
 * OPTIONAL MATCH: the rows that `inner` makes of each row, or the row itself, with nulls, where it makes none.
 *
 * A whole batch goes through `inner` at once. Operators keep the order of their argument rows, and each row carries
 * its number in `ordinal`, so that a row that is missing from what comes out is noticed.
 */
export function optional(
  about: About,
  source: Operator,
  inner: Operator,
  slots: { readonly ordinal: number; readonly nullable: readonly number[] },
): Operator {
  const missing = (row: Row): Row => {
    const next = row.slice();
    for (const slot of slots.nullable) next[slot] = null;
    return next;
  };
  return {
    about,
    children: [source, inner],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        const numbered = batch.map((row, ordinal) => extend(row, slots.ordinal, ordinal));
        let next = 0;
        for (const found of context.open(inner, numbered)) {
          if (found === null) {
            yield null;
            continue;
          }
          const out: Batch = [];
          for (const row of found) {
            const ordinal = Number(row[slots.ordinal]);
            for (; next < ordinal; next += 1) out.push(missing(batch[next]!));
            next = ordinal + 1;
            out.push(row);
          }
          yield out;
        }
        if (next < batch.length) yield batch.slice(next).map(missing);
      }
    },
  };
}
