import type { AggregateFunction, Aggregator } from '../functions/aggregates.ts';
import type { Context, Evaluate, Row, RunValue } from '../runtime.ts';
import { KeysMap } from '../values/key-map.ts';
import { Held } from './held.ts';
import { BATCH, type About, type Operator } from './operator.ts';
import type { Column } from './project.ts';

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
  keys: readonly Column[],
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
      const groups = new KeysMap<Group>();
      const all: Group[] = [];
      // one list of keys and of arguments for all rows: nobody keeps them
      const values = keys.map((): RunValue => null);
      const given = aggregates.map((): RunValue[] => []);
      const groupOf = (row: Row): Group => {
        for (let i = 0; i < keys.length; i += 1) values[i] = keys[i]!.value(row, context);
        const known = keys.length === 0 ? all[0] : groups.get(values);
        if (known !== undefined) return known;
        const group = newGroup(row, context);
        all.push(group);
        if (keys.length === 0) return group;
        for (let i = 0; i < keys.length; i += 1) group.row[keys[i]!.slot] = values[i]!;
        groups.set(values, group);
        held.row(group.row);
        held.bytes(64 + keys.length * 32 + aggregates.length * 64);
        return group;
      };
      const take = (row: Row): boolean => {
        const group = groupOf(row);
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
      if (keys.length === 0 && all.length === 0 && base !== undefined) all.push(newGroup(base, context));
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
