import type { AggregateFunction, Aggregator } from '../functions/aggregates.ts';
import type { Context, Evaluate, Row, RunValue } from '../runtime.ts';
import { groupKey, groupKeyOf, type GroupKey } from '../values/group-key.ts';
import { Held } from './held.ts';
import { at, BATCH, type About, type Operator } from './operator.ts';

export interface Aggregate {
  readonly slot: number;
  readonly args: readonly Evaluate[];
  readonly of: AggregateFunction;
}

interface Group {
  readonly row: Row;
  readonly aggregators: readonly Aggregator[];
}

/**
 * One row for each combination of values in the key slots; without keys exactly one, also for no rows at all.
 * It is a copy of the group's first row, in which expressions over the keys find what they need.
 */
export function aggregate(
  about: About,
  source: Operator,
  keys: readonly number[],
  aggregates: readonly Aggregate[],
): Operator {
  const newGroup = (row: Row, context: Context): Group => ({
    row: row.slice(),
    aggregators: aggregates.map((each) => each.of.create(context)),
  });
  return {
    about,
    children: [source],
    *open(context, input) {
      const before = context.charged;
      const held = new Held(context);
      const groups = new Map<GroupKey, Group>();
      let only: Group | null = null;
      // one list of arguments for all rows: aggregations do not keep it
      const given = aggregates.map((): RunValue[] => []);
      const groupOf = (row: Row): Group => {
        if (keys.length === 0) return (only ??= newGroup(row, context));
        const key =
          keys.length === 1 ? groupKey(at(row, keys[0]!)) : groupKeyOf(keys.map((slot) => at(row, slot)));
        let group = groups.get(key);
        if (group === undefined) {
          group = newGroup(row, context);
          groups.set(key, group);
          held.row(group.row);
          held.bytes(64 + aggregates.length * 64);
        }
        return group;
      };

      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        for (const row of batch) {
          context.tick();
          if (context.pause) yield null;
          const group = groupOf(row);
          for (let i = 0; i < aggregates.length; i += 1) {
            const { args } = aggregates[i]!;
            const values = given[i]!;
            for (let j = 0; j < args.length; j += 1) values[j] = args[j]!(row, context);
            group.aggregators[i]!.add(values);
          }
        }
      }

      // the source has given back what it held: the rest is of the groups and of what aggregations gather
      const own = context.charged - before;
      const base = input[0];
      if (keys.length === 0 && only === null && base !== undefined) only = newGroup(base, context);
      const all = only === null ? [...groups.values()] : [only];
      for (let start = 0; start < all.length; start += BATCH) {
        yield all.slice(start, start + BATCH).map(({ row, aggregators }) => {
          aggregates.forEach(({ slot }, i) => {
            row[slot] = aggregators[i]!.result();
          });
          return row;
        });
        if (context.pause) yield null;
      }
      context.charge(-own);
    },
  };
}
