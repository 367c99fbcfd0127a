/** Rows as columns: what scans find, steps lead to and keys have, for many rows at once and without an object for any of them. */
import { CellBatch } from '../../memory/cell-batch.ts';
import type { Entity } from '../../memory/graph.ts';
import type { Row, RunValue } from '../runtime.ts';
import { constantColumn, Elements, type BatchColumn } from '../values/batch-column.ts';
import type { RunContext } from './context.ts';
import { at } from './operator.ts';

/**
 * Batches in order, none of them empty; `null` means: I gave up the thread, call me again. A batch is written over by the next one
 * of its operator.
 */
export type ColumnBatches = Generator<ColumnBatch | null, void, void>;

/** What an operator offers whose rows can be columns. */
export interface ColumnSource {
  /** The variables that are nodes or relationships in every row, by slot. */
  readonly elements: ReadonlyMap<number, Entity>;
  /** The rows that `open` would make of one argument row, in its order. Only where {@link RunContext.inColumns}. */
  open(context: RunContext, argument: Row): ColumnBatches;
}

/**
 * Some rows. They hold what one argument row holds, and columns beside; those of the batch that they were chosen from are gathered
 * when they are asked for. An operator has one of these and fills it again and again.
 */
export class ColumnBatch {
  size = 0;
  argument: Row = [];
  /** By slot. */
  readonly #columns: (BatchColumn | undefined)[] = [];
  #source: ColumnBatch | null = null;
  /** The row of the source by our own; null: the same rows. */
  #parents: Int32Array | null = null;
  /** By slot, what was gathered into before. */
  readonly #gathered: (BatchColumn | undefined)[] = [];

  /** Is the argument row, so many times. */
  repeat(argument: Row, size: number): this {
    this.#begin(argument, size, null, null);
    return this;
  }

  /** Is the first `size` rows of `source` that are named, in this order, as often as they are named. */
  choose(source: ColumnBatch, rows: Int32Array, size: number): this {
    this.#begin(source.argument, size, source, rows);
    return this;
  }

  /** Is the rows of `source`, to which columns are to be added. */
  extend(source: ColumnBatch): this {
    this.#begin(source.argument, source.size, source, null);
    return this;
  }

  #begin(argument: Row, size: number, source: ColumnBatch | null, parents: Int32Array | null): void {
    this.argument = argument;
    this.size = size;
    this.#source = source;
    this.#parents = parents;
    if (this.#columns.length > 0) this.#columns.fill(undefined);
  }

  /** Adds a column, which has at least `size` values. */
  set(slot: number, column: BatchColumn): this {
    this.#columns[slot] = column;
    return this;
  }

  /** Null where all rows have what the argument row has. */
  column(slot: number): BatchColumn | null {
    const own = this.#columns[slot];
    if (own !== undefined) return own;
    const column = this.#source?.column(slot) ?? null;
    if (column === null || this.#parents === null) return column;
    return (this.#columns[slot] = this.#gather(slot, column, this.#parents));
  }

  #gather(slot: number, column: BatchColumn, parents: Int32Array): BatchColumn {
    const known = this.#gathered[slot];
    if (column instanceof Elements) {
      const elements = known instanceof Elements ? known : new Elements(column.entity);
      elements.gather(column, parents, this.size);
      return (this.#gathered[slot] = elements);
    }
    const cells = known instanceof CellBatch ? known : new CellBatch();
    cells.gather(column, parents, this.size);
    return (this.#gathered[slot] = cells);
  }

  /** The same where the argument row may have it. */
  filled(slot: number): BatchColumn {
    return this.column(slot) ?? constantColumn(at(this.argument, slot), this.size);
  }

  /** A variable that is a node or a relationship in every row. */
  elements(slot: number): Elements {
    const column = this.filled(slot);
    if (column instanceof Elements) return column;
    throw new TypeError('a column that holds no elements');
  }

  value(slot: number, row: number): RunValue {
    const column = this.column(slot);
    return column === null ? at(this.argument, slot) : (column.value(row) as RunValue);
  }
}
