/** What the tests of layouts look for: rooms that meet. */
import type { Drawing } from '../../../../graph/layout/drawing.ts';

type Places = Pick<Drawing, 'x' | 'y'>;

/** Pairs of nodes nearer than what `isApart` asks for, by number. */
function pairs({ x, y }: Places, isApart: (dx: number, dy: number) => boolean): string[] {
  const found: string[] = [];
  for (let a = 0; a < x.length; a++)
    for (let b = a + 1; b < x.length; b++)
      if (!isApart(Math.abs((x[a] ?? 0) - (x[b] ?? 0)), Math.abs((y[a] ?? 0) - (y[b] ?? 0))))
        found.push(`${a} ${b}`);
  return found;
}

export const overlappingDiscs = (places: Places, diameter: number): string[] =>
  pairs(places, (dx, dy) => Math.hypot(dx, dy) >= diameter - 1e-6);

export const overlappingCells = (places: Places, cell: { width: number; height: number }): string[] =>
  pairs(places, (dx, dy) => dx >= cell.width - 1e-6 || dy >= cell.height - 1e-6);

export const isFinite = ({ x, y }: Places): boolean => [...x, ...y].every(Number.isFinite);
