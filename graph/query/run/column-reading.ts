/** Expressions that are read for a whole batch at once. */
import { type CellBatch, INTEGER, TEXT } from '../../memory/cell-batch.ts';
import type { Direction } from '../../memory/graph.ts';
import type { BatchColumn } from '../values/batch-column.ts';
import type { ColumnBatch } from './column-batch.ts';
import type { RunContext } from './context.ts';
import { typeIds } from './type-ids.ts';

/** What an element says of itself. */
export type ReadCells =
  | { readonly kind: 'property'; readonly slot: number; readonly key: string }
  /** The type of a relationship. */
  | { readonly kind: 'type'; readonly slot: number }
  /** How many relationships a node has. */
  | {
      readonly kind: 'degree';
      readonly slot: number;
      readonly direction: Direction;
      readonly types: readonly string[] | null;
    };

/** An expression that can be read for many rows at once. */
export type ReadColumn = ReadCells | { readonly kind: 'variable'; readonly slot: number };

/** Gives the column of a batch; it is written over when it is called again. */
export type Reading<T extends BatchColumn = BatchColumn> = (batch: ColumnBatch) => T;

/** Reads for one run of a statement. */
export function reading(read: ReadColumn, context: RunContext): Reading {
  return read.kind === 'variable' ? (batch) => batch.filled(read.slot) : readingCells(read, context);
}

export function readingCells(read: ReadCells, context: RunContext): Reading<CellBatch> {
  const { tx } = context;
  const cells = context.cells();
  const { slot } = read;
  switch (read.kind) {
    case 'property': {
      const key = tx.keys.find(read.key);
      return (batch) => {
        const { entity, ids } = batch.elements(slot);
        if (key < 0) cells.begin(batch.size);
        else tx.cells(entity, key, ids, batch.size, cells);
        return cells;
      };
    }
    case 'type':
      return (batch) => {
        const { ids } = batch.elements(slot);
        cells.begin(batch.size);
        cells.tags.fill(TEXT, 0, batch.size);
        cells.texts = tx.types.names;
        for (let i = 0; i < batch.size; i += 1) cells.numbers[i] = tx.typeOf(ids[i]!);
        return cells;
      };
    case 'degree': {
      const types = typeIds(tx, read.types);
      return (batch) => {
        const { ids } = batch.elements(slot);
        cells.begin(batch.size);
        cells.tags.fill(INTEGER, 0, batch.size);
        for (let i = 0; i < batch.size; i += 1)
          cells.numbers[i] = types?.length === 0 ? 0 : tx.degree(ids[i]!, read.direction, types);
        return cells;
      };
    }
  }
}
