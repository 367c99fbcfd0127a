import { gatheringOf, type AggregateFunction } from '../functions/aggregates.ts';
import type { Evaluate, Row, RunValue } from '../runtime.ts';
import { GroupTable, type GroupingKey } from './group-table.ts';
import { Held } from './held.ts';
import { at, BATCH, type About, type Operator } from './operator.ts';

export interface Aggregate {
  readonly slot: number;
  readonly args: readonly Evaluate[];
  readonly of: AggregateFunction;
}

/**
 * One row for each combination of the keys' values; without keys exactly one, also for no rows at all.
 *
 * @param carried slots in which it holds what the group's first row held: expressions over the keys look there. Of the rest it
 *   holds what the argument row held, so that many groups hold on to little
 */
export function aggregate(
  about: About,
  source: Operator,
  keys: readonly GroupingKey[],
  aggregates: readonly Aggregate[],
  carried: ReadonlySet<number>,
): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      const before = context.charged;
      const held = new Held(context);
      const groups = keys.length === 0 ? null : new GroupTable(context, keys);
      const gatherings = aggregates.map(({ of }) => gatheringOf(of, context));
      const argument = input.length === 1 ? input[0]! : null;
      /** By group. */
      const rows: Row[] = [];
      const newGroup = (row: Row): void => {
        const first =
          argument === null
            ? row.slice()
            : row.map((value, slot) => (carried.has(slot) ? value : at(argument, slot)));
        for (const { slot, value } of keys) first[slot] = value(row, context);
        rows.push(first);
        if (groups === null) return;
        held.row(first);
        held.bytes(64 + keys.length * 32 + aggregates.length * 64);
      };
      // one list of arguments for all rows: nobody keeps it
      const given = aggregates.map((): RunValue[] => []);
      const take = (row: Row): boolean => {
        const group = groups === null ? 0 : groups.groupOf(row);
        if (group === rows.length) newGroup(row);
        for (let i = 0; i < aggregates.length; i += 1) {
          const { args } = aggregates[i]!;
          const passed = given[i]!;
          for (let j = 0; j < args.length; j += 1) passed[j] = args[j]!(row, context);
          gatherings[i]!.add(group, passed);
        }
        return false;
      };

      for (const batch of context.openWhere(source, input, take)) if (batch === null) yield null;

      // the source has given back what it held: the rest is of the groups and of what aggregations gather
      const own = context.charged - before;
      const base = input[0];
      if (groups === null && base !== undefined && rows.length === 0) newGroup(base);
      for (let start = 0; start < rows.length; start += BATCH) {
        const batch = rows.slice(start, start + BATCH);
        for (let i = 0; i < batch.length; i += 1)
          for (let j = 0; j < aggregates.length; j += 1)
            batch[i]![aggregates[j]!.slot] = gatherings[j]!.result(start + i);
        yield batch;
        if (context.pause) yield null;
      }
      context.charge(-own);
    },
  };
}
