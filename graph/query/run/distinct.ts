import type { Row } from '../runtime.ts';
import { groupKeyOf, type GroupKey } from '../values/group-key.ts';
import type { RunContext } from './context.ts';
import { Held } from './held.ts';
import { at, eachRow, type About, type Operator, type Rows } from './operator.ts';

/** The first row of each combination of values in the slots. */
export function distinct(about: About, source: Operator, slots: readonly number[]): Operator {
  return {
    about,
    children: [source],
    open: (context, input) => firsts(context, source, input, slots),
  };
}

function* firsts(
  context: RunContext,
  source: Operator,
  input: readonly Row[],
  slots: readonly number[],
): Rows {
  const held = new Held(context);
  const seen = new Set<GroupKey>();
  yield* eachRow(context, source, input, (row, out) => {
    const key = groupKeyOf(slots.map((slot) => at(row, slot)));
    if (seen.has(key)) return;
    seen.add(key);
    held.bytes(typeof key === 'string' ? 48 + key.length * 2 : 32);
    out.push(row);
  });
  held.release();
}
