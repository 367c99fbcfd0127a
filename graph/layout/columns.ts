import type { Cell } from './drawing.ts';

/** Columns of nodes, side by side from left to right. */
export interface Columns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Where each column begins and ends on the x axis. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly width: number;
  readonly height: number;
}

/** Room between two columns, as a share of a cell's width. */
const GAP = 0.35;

/**
 * Lays groups out as columns, each from the top down and, where it is longer than the others can be, in several lanes: as many rows in all
 * as bring the whole closest to `aspect`. No two cells overlap. Around (0, 0), y upwards; nodes in no group stay at 0, 0.
 *
 * @param groups node numbers in their order, each in one group at most
 * @param aspect width / height that is wanted
 */
export function columns(
  order: number,
  groups: readonly (readonly number[])[],
  cell: Cell,
  aspect: number,
): Columns {
  const [x, y] = [new Float64Array(order), new Float64Array(order)];
  const longest = Math.max(1, ...groups.map(({ length }) => length));
  const widthAt = (rows: number): number =>
    groups.reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / rows)) + GAP, -GAP) * cell.width;
  // more rows are higher and narrower: the first that is no wider than wanted, by bisection
  let [low, rows] = [1, longest];
  while (low < rows) {
    const middle = (low + rows) >>> 1;
    if (widthAt(middle) <= middle * cell.height * aspect) rows = middle;
    else low = middle + 1;
  }
  const width = groups.length === 0 ? 0 : widthAt(rows);
  const height = rows * cell.height;
  let left = -width / 2;
  const spans = groups.map((group) => {
    const lanes = Math.max(1, Math.ceil(group.length / rows));
    // lanes as even as they can be, and each in the middle of the height
    const inLane = Math.ceil(group.length / lanes);
    group.forEach((node, place) => {
      const lane = Math.floor(place / inLane);
      const laneLength = Math.min(inLane, group.length - lane * inLane);
      x[node] = left + (lane + 0.5) * cell.width;
      y[node] = (laneLength / 2 - 0.5 - (place % inLane)) * cell.height;
    });
    const from = left;
    left += (lanes + GAP) * cell.width;
    return { from, to: from + lanes * cell.width };
  });
  return { x, y, spans, width, height };
}
