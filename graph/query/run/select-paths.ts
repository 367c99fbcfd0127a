import type { Row } from '../runtime.ts';
import { PathRef } from '../runtime.ts';
import { groupKeyOf, type GroupKey } from '../values/group-key.ts';
import { Held } from './held.ts';
import { at, type About, type Operator } from './operator.ts';

/**
 * The shortest of all paths that `inner` finds from a row, for each pair of ends: `count` of them or, with `lengths`,
 * all that have one of the `count` smallest lengths. For patterns that are too rich to be searched breadth first.
 */
export function selectPaths(
  about: About,
  source: Operator,
  inner: Operator,
  slots: { readonly start: number; readonly end: number; readonly path: number },
  count: number,
  lengths: boolean,
): Operator {
  const length = (row: Row): number => {
    const path = at(row, slots.path);
    return path instanceof PathRef ? path.relationships.length : 0;
  };
  const select = (rows: Row[]): Row[] => {
    rows.sort((a, b) => length(a) - length(b));
    if (!lengths) return rows.slice(0, count);
    const wanted = new Set([...new Set(rows.map(length))].slice(0, count));
    return rows.filter((row) => wanted.has(length(row)));
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
        for (const row of batch) {
          const held = new Held(context);
          const pairs = new Map<GroupKey, Row[]>();
          for (const found of context.open(inner, [row])) {
            if (found === null) {
              yield null;
              continue;
            }
            held.batch(found);
            for (const each of found) {
              const key = groupKeyOf([at(each, slots.start), at(each, slots.end)]);
              const pair = pairs.get(key);
              if (pair === undefined) pairs.set(key, [each]);
              else pair.push(each);
            }
          }
          for (const rows of pairs.values()) yield select(rows);
          held.release();
        }
      }
    },
  };
}
