/** From columns to the rows that leave the engine. */
import { FLOAT, INTEGER, TEXT, toInteger } from '../../memory/cell-batch.ts';
import type { Value } from '../../model.ts';
import type { RunValue } from '../runtime.ts';
import { Elements, type BatchColumn } from '../values/batch-column.ts';
import { materialise, type Charge } from '../values/convert.ts';
import type { ColumnBatch } from './column-batch.ts';
import type { RunContext } from './context.ts';

/** The first `size` rows of a batch with the values of some slots, column by column. */
export function resultRows(
  batch: ColumnBatch,
  size: number,
  slots: readonly number[],
  context: RunContext,
  charge: Charge,
): Value[][] {
  const rows: Value[][] = [];
  for (let row = 0; row < size; row += 1) rows.push([]);
  for (const slot of slots) {
    const column = batch.filled(slot);
    if (column instanceof Elements) pushEach(rows, column, context, charge);
    else pushCells(rows, column, context, charge);
  }
  return rows;
}

function pushEach(rows: readonly Value[][], column: BatchColumn, context: RunContext, charge: Charge): void {
  for (let i = 0; i < rows.length; i += 1) {
    context.tick();
    rows[i]!.push(materialise(column.value(i) as RunValue, context.tx, charge));
  }
}

function pushCells(
  rows: readonly Value[][],
  cells: Exclude<BatchColumn, Elements>,
  context: RunContext,
  charge: Charge,
): void {
  const { tags, numbers, texts } = cells;
  context.tick(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const number = numbers[i]!;
    switch (tags[i]) {
      case TEXT:
        rows[i]!.push(texts[number]!);
        break;
      case INTEGER:
        rows[i]!.push(toInteger(number));
        break;
      case FLOAT:
        rows[i]!.push(number);
        break;
      default:
        rows[i]!.push(materialise(cells.value(i) as RunValue, context.tx, charge));
    }
  }
}
