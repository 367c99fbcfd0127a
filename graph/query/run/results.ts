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
  // a copy is as large as it has to be; an array that is pushed to takes room for four times as many
  const blank: readonly Value[] = Array.from(slots, () => null);
  const rows: Value[][] = [];
  for (let row = 0; row < size; row += 1) rows.push(blank.slice());
  for (let i = 0; i < slots.length; i += 1) {
    const column = batch.filled(slots[i]!);
    if (column instanceof Elements) putElements(rows, i, column, context, charge);
    else putCells(rows, i, column, context, charge);
  }
  return rows;
}

function putElements(
  rows: readonly Value[][],
  at: number,
  elements: Elements,
  context: RunContext,
  charge: Charge,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    context.tick();
    rows[i]![at] = materialise(elements.value(i), context.tx, charge);
  }
}

function putCells(
  rows: readonly Value[][],
  at: number,
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
        rows[i]![at] = texts[number]!;
        break;
      case INTEGER:
        rows[i]![at] = toInteger(number);
        break;
      case FLOAT:
        rows[i]![at] = number;
        break;
      default:
        rows[i]![at] = materialise(cells.value(i) as RunValue, context.tx, charge);
    }
  }
}
