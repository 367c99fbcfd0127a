import { gatheringOf, type AggregateFunction, type Gathering } from '../functions/aggregates.ts';
import type { Evaluate, Row, RunValue } from '../runtime.ts';
import type { ColumnBatch } from './column-batch.ts';
import type { BatchColumn } from '../values/batch-column.ts';
import { reading, type ReadColumn } from './column-reading.ts';
import type { RunContext } from './context.ts';
import { GroupColumns } from './group-columns.ts';
import { GroupTable, type GroupingKey } from './group-table.ts';
import { Held } from './held.ts';
import { at, BATCH, type About, type Batch, type Operator } from './operator.ts';

export interface Aggregate {
  readonly slot: number;
  readonly args: readonly Evaluate[];
  readonly of: AggregateFunction;
}

/** How the keys are read for a whole batch, and the argument of each aggregation, null for `count(*)`. */
export interface AggregateReads {
  readonly keys: readonly ReadColumn[];
  readonly args: readonly (ReadColumn | null)[];
}

/**
 * One row for each combination of the keys' values; without keys exactly one, also for no rows at all.
 *
 * @param carried slots in which it holds what the group's first row held: expressions over the keys look there. Of the rest it
 *   holds what the argument row held, so that many groups hold on to little
 * @param reads null where something must be asked row by row
 */
export function aggregate(
  about: About,
  source: Operator,
  keys: readonly GroupingKey[],
  aggregates: readonly Aggregate[],
  carried: ReadonlySet<number>,
  reads: AggregateReads | null = null,
): Operator {
  const { columns } = source;
  return {
    about,
    children: [source],
    *open(context, input) {
      const before = context.charged;
      const argument = input.length === 1 ? input[0]! : null;
      const groups = new Groups(context, keys, aggregates, carried, argument);
      if (columns !== undefined && reads !== null && argument !== null && context.inColumns) {
        const take = groups.takingColumns(reads);
        for (const batch of columns.open(context, argument)) {
          if (batch !== null) take(batch);
          if (batch === null || context.pause) yield null;
        }
      } else {
        for (const batch of context.openWhere(source, input, groups.takingRows()))
          if (batch === null) yield null;
      }
      // the source has given back what it held: the rest is of the groups and of what aggregations gather
      const own = context.charged - before;
      const base = input[0];
      if (keys.length === 0 && base !== undefined) groups.atLeastOne(base);
      for (let start = 0; start < groups.size; start += BATCH) {
        yield groups.rows(start);
        if (context.pause) yield null;
      }
      context.charge(-own);
    },
  };
}

/** What is gathered of each group. */
class Groups {
  readonly #context: RunContext;
  readonly #keys: readonly GroupingKey[];
  readonly #aggregates: readonly Aggregate[];
  readonly #carried: ReadonlySet<number>;
  readonly #argument: Row | null;
  readonly #gatherings: readonly Gathering[];
  readonly #held: Held;
  /** The first row of each group. */
  readonly #rows: Row[] = [];

  constructor(
    context: RunContext,
    keys: readonly GroupingKey[],
    aggregates: readonly Aggregate[],
    carried: ReadonlySet<number>,
    argument: Row | null,
  ) {
    this.#context = context;
    this.#keys = keys;
    this.#aggregates = aggregates;
    this.#carried = carried;
    this.#argument = argument;
    this.#gatherings = aggregates.map(({ of }) => gatheringOf(of, context));
    this.#held = new Held(context);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Takes a row; it is never to be kept. */
  takingRows(): (row: Row) => boolean {
    const context = this.#context;
    const aggregates = this.#aggregates;
    const groups = this.#keys.length === 0 ? null : new GroupTable(context, this.#keys);
    // one list of arguments for all rows: nobody keeps it
    const given = aggregates.map((): RunValue[] => []);
    return (row) => {
      const group = groups === null ? 0 : groups.groupOf(row);
      if (group === this.#rows.length) this.#add(this.#firstOf(row));
      for (let i = 0; i < aggregates.length; i += 1) {
        const { args } = aggregates[i]!;
        const passed = given[i]!;
        for (let j = 0; j < args.length; j += 1) passed[j] = args[j]!(row, context);
        this.#gatherings[i]!.add(group, passed);
      }
      return false;
    };
  }

  takingColumns(reads: AggregateReads): (batch: ColumnBatch) => void {
    const context = this.#context;
    const table = new GroupColumns(context, reads.keys.length);
    const readKeys = reads.keys.map((key) => reading(key, context));
    const readArgs = reads.args.map((arg) => (arg === null ? null : reading(arg, context)));
    return (batch) => {
      const { size } = batch;
      context.tick(size);
      const keys = readKeys.map((read) => read(batch));
      const groups = table.groupsOf(size, keys);
      let known = this.size;
      for (let row = 0; row < size; row += 1) {
        if (groups[row] !== known) continue;
        known += 1;
        this.#add(this.#firstOfColumns(batch, row, keys));
      }
      readArgs.forEach((read, i) => {
        addColumn(this.#gatherings[i]!, groups, size, read?.(batch) ?? null);
      });
    };
  }

  #firstOf(row: Row): Row {
    const argument = this.#argument;
    const first =
      argument === null
        ? row.slice()
        : row.map((value, slot) => (this.#carried.has(slot) ? value : at(argument, slot)));
    for (const { slot, value } of this.#keys) first[slot] = value(row, this.#context);
    return first;
  }

  /** Apart from the loop that calls it for few of its rows: what a closure captures there is an object for each. */
  #firstOfColumns(batch: ColumnBatch, row: number, keys: readonly BatchColumn[]): Row {
    const first = this.#argument!.slice();
    for (const slot of this.#carried) if (slot >= 0) first[slot] = batch.value(slot, row);
    this.#keys.forEach(({ slot }, i) => {
      first[slot] = keys[i]!.value(row) as RunValue;
    });
    return first;
  }

  #add(first: Row): void {
    this.#rows.push(first);
    if (this.#keys.length === 0) return;
    this.#held.row(first);
    this.#held.bytes(64 + this.#keys.length * 32 + this.#aggregates.length * 64);
  }

  atLeastOne(base: Row): void {
    if (this.#rows.length === 0) this.#add(this.#firstOf(base));
  }

  /** The finished rows from `start` on, as many as make a batch. */
  rows(start: number): Batch {
    const batch = this.#rows.slice(start, start + BATCH);
    for (let i = 0; i < batch.length; i += 1)
      for (let j = 0; j < this.#aggregates.length; j += 1)
        batch[i]![this.#aggregates[j]!.slot] = this.#gatherings[j]!.result(start + i);
    return batch;
  }
}

function addColumn(gathering: Gathering, groups: Int32Array, size: number, column: BatchColumn | null): void {
  if (gathering.addColumn !== undefined) {
    gathering.addColumn(groups, size, column);
    return;
  }
  const given: RunValue[] = [];
  for (let row = 0; row < size; row += 1) {
    if (column !== null) given[0] = column.value(row) as RunValue;
    gathering.add(groups[row]!, given);
  }
}
