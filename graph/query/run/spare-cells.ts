/**
 * Cells that statements have done with, for the next ones: of what a small statement would make, their room is most. They are empty,
 * and few enough to be forgotten about (64 of 9 KB).
 */
import { CellBatch } from '../../memory/cell-batch.ts';

const MOST = 64;
const spare: CellBatch[] = [];

export function takeCells(): CellBatch {
  return spare.pop() ?? new CellBatch();
}

/** Nobody is to use them any more. */
export function giveBackCells(cells: CellBatch): void {
  if (spare.length >= MOST) return;
  cells.begin(0);
  spare.push(cells);
}
