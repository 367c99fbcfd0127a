import type { Reader } from '../../memory/graph.ts';
import { eachRow, extend, type About, type Operator } from './operator.ts';

/** A count that the graph keeps: nothing is read. */
export function countStore(
  about: About,
  source: Operator,
  slot: number,
  count: (tx: Reader) => number,
): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        out.push(extend(row, slot, BigInt(count(context.tx))));
      }),
  };
}
