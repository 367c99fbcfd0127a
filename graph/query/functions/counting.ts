/** `count` for all groups at once: a number each, no object. */
import { ABSENT } from '../../memory/cell-batch.ts';
import { NodeRef, type Context, type RunValue } from '../runtime.ts';
import { Elements, type BatchColumn } from '../values/batch-column.ts';
import { IntTable } from '../values/int-table.ts';
import { KeyMap } from '../values/key-map.ts';
import { sizeOf } from '../values/memory.ts';
import type { Gathering } from './aggregates.ts';

/** `count(*)`: every row, nulls and all; `count(value)`: those with a value. */
export class Counts implements Gathering {
  #counts = new Float64Array(16);

  add(group: number, args: readonly RunValue[]): void {
    if (group >= this.#counts.length) this.#grow(group);
    if (args.length === 0 || (args[0] ?? null) !== null) this.#counts[group]! += 1;
  }

  addColumn(groups: Int32Array, size: number, column: BatchColumn | null): void {
    const tags = column === null || column instanceof Elements ? null : column.tags;
    for (let row = 0; row < size; row += 1) {
      const group = groups[row]!;
      if (group >= this.#counts.length) this.#grow(group);
      if (tags === null || tags[row] !== ABSENT) this.#counts[group]! += 1;
    }
  }

  result(group: number): RunValue {
    return BigInt(this.#counts[group] ?? 0);
  }

  // paid for by the aggregation, as every group's state is
  #grow(group: number): void {
    const grown = new Float64Array(Math.max(group + 1, this.#counts.length * 2));
    grown.set(this.#counts);
    this.#counts = grown;
  }
}

/** `count(DISTINCT value)`. Nodes are told apart by group and id in one table. */
export class DistinctCounts implements Gathering {
  readonly #context: Context;
  readonly #counts = new Counts();
  readonly #nodes: IntTable;
  readonly #tuple = new Int32Array(2);
  /** By group, what else was seen. */
  readonly #others: (KeyMap<true> | undefined)[] = [];

  constructor(context: Context) {
    this.#context = context;
    this.#nodes = new IntTable(2, (bytes) => context.charge(bytes));
  }

  add(group: number, args: readonly RunValue[]): void {
    const value = args[0] ?? null;
    if (value === null) return;
    if (value instanceof NodeRef ? this.#isNewNode(group, value.id) : this.#isNew(group, value))
      this.#counts.add(group, args);
  }

  addColumn(groups: Int32Array, size: number, column: BatchColumn | null): void {
    if (column === null) return;
    const ids = column instanceof Elements && column.entity === 'node' ? column.ids : null;
    const given: RunValue[] = [];
    for (let row = 0; row < size; row += 1) {
      const group = groups[row]!;
      if (ids === null) {
        given[0] = column.value(row) as RunValue;
        this.add(group, given);
      } else if (this.#isNewNode(group, ids[row]!)) this.#counts.add(group, NO_ARGUMENTS);
    }
  }

  result(group: number): RunValue {
    return this.#counts.result(group);
  }

  #isNewNode(group: number, id: number): boolean {
    const tuple = this.#tuple;
    tuple[0] = group;
    tuple[1] = id;
    return this.#nodes.size === this.#nodes.numberOf(tuple);
  }

  #isNew(group: number, value: RunValue): boolean {
    const seen = (this.#others[group] ??= new KeyMap());
    if (seen.get(value) === true) return false;
    this.#context.charge(sizeOf(value) + 32);
    seen.set(value, true);
    return true;
  }
}

const NO_ARGUMENTS: readonly RunValue[] = [];
