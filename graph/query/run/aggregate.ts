import type { AggregateFunction, Aggregator } from '../functions/aggregates.ts';
import type { Context, Evaluate, Row, RunValue } from '../runtime.ts';
import { GroupTable, type GroupingKey } from './group-table.ts';
import { Held } from './held.ts';
import { BATCH, type About, type Operator } from './operator.ts';

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
 * One row for each combination of the keys' values; without keys exactly one, also for no rows at all.
 * It is a copy of the group's first row with the keys in it, in which expressions over the keys find what they need.
 */
export function aggregate(
  about: About,
  source: Operator,
  keys: readonly GroupingKey[],
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
      const all: Group[] = [];
      const groups = new GroupTable<Group>(context, keys, (row, values) => {
        const group = newGroup(row, context);
        for (let i = 0; i < keys.length; i += 1) group.row[keys[i]!.slot] = values[i]!;
        all.push(group);
        held.row(group.row);
        held.bytes(64 + keys.length * 32 + aggregates.length * 64);
        return group;
      });
      let only: Group | null = null;
      // one list of arguments for all rows: nobody keeps it
      const given = aggregates.map((): RunValue[] => []);
      const take = (row: Row): boolean => {
        const group = keys.length > 0 ? groups.groupOf(row) : (only ??= newGroup(row, context));
        for (let i = 0; i < aggregates.length; i += 1) {
          const { args } = aggregates[i]!;
          const passed = given[i]!;
          for (let j = 0; j < args.length; j += 1) passed[j] = args[j]!(row, context);
          group.aggregators[i]!.add(passed);
        }
        return false;
      };

      for (const batch of context.openWhere(source, input, take)) if (batch === null) yield null;

      // the source has given back what it held: the rest is of the groups and of what aggregations gather
      const own = context.charged - before;
      const base = input[0];
      if (keys.length === 0 && base !== undefined) all.push(only ?? newGroup(base, context));
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
