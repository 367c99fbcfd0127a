import type { Row, RunValue } from '../runtime.ts';
import { KeysMap } from '../values/key-map.ts';
import { sizeOf } from '../values/memory.ts';
import type { RunContext } from './context.ts';
import { Held } from './held.ts';
import { at, type About, type Operator, type Rows } from './operator.ts';

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
  const seen = new KeysMap<Row>();
  // rows without columns are all the same
  const values: RunValue[] = slots.length === 0 ? [null] : slots.map(() => null);
  const isFirst = (row: Row): boolean => {
    for (let i = 0; i < slots.length; i += 1) values[i] = at(row, slots[i]!);
    if (seen.get(values) !== undefined) return false;
    seen.set(values, SEEN);
    for (const value of values) held.bytes(32 + sizeOf(value));
    return true;
  };
  yield* context.openWhere(source, input, isFirst);
  held.release();
}

const SEEN: Row = [];
