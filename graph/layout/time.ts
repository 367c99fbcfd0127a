import type { Adjacency } from '../adjacency.ts';
import { CALENDAR_UNITS, unitLabel } from './calendar-unit.ts';
import { columns } from './columns.ts';
import { untangled } from './crossings.ts';
import type { Cell, Drawing, Guide, View } from './drawing.ts';
import { groupedBy } from './grouped-by.ts';

const MOST_COLUMNS = 16;
/** Between what has a date and what has none, in cells. */
const GAP = 0.8;

/**
 * Time from left to right: a column for each day, month, year or decade that has nodes, the finest of these that makes at most sixteen.
 * Columns follow each other in order, however long the time between them: it is their label that says when. What has no date stands in a
 * band of its own below, labelled with an empty text, and counted as all are. No two cells overlap. Deterministic.
 *
 * @param times by node, milliseconds since 1970; NaN where it has none
 */
export function byTime(adjacency: Adjacency, times: ArrayLike<number>, cell: Cell, view: View): Drawing {
  const { order } = adjacency;
  const nodes = Array.from({ length: order }, (_, node) => node);
  const dated = nodes
    .filter((node) => !Number.isNaN(times[node] ?? NaN))
    .toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  const undated = nodes.filter((node) => Number.isNaN(times[node] ?? NaN));
  const byLabel = grouped(dated, times);
  const aspect = view.width / view.height;
  // the band takes of the height what it takes of the nodes
  const share = Math.max(0.25, dated.length / Math.max(1, order));
  const above = columns(order, untangled(adjacency, [...byLabel.values()]), cell, aspect / share);
  const below = grid(order, near(adjacency, undated, above.x), cell, Math.max(above.width, view.width));
  const gap = dated.length > 0 && undated.length > 0 ? GAP * cell.height : 0;
  const height = (dated.length > 0 ? above.height : 0) + gap + below.height;
  const [x, y] = [above.x, above.y];
  const top = height / 2;
  for (const node of dated) y[node] = (y[node] ?? 0) + top - above.height / 2;
  for (const node of undated) {
    x[node] = below.x[node] ?? 0;
    y[node] = (below.y[node] ?? 0) - top + below.height / 2;
  }
  const guides = [...byLabel].map(([label, { length }], number): Guide => {
    const { from, to } = above.spans[number] ?? { from: 0, to: 0 };
    return { kind: 'band', axis: 'x', from, to, label, count: length };
  });
  if (undated.length > 0)
    guides.push({
      kind: 'band',
      axis: 'y',
      from: -top,
      to: -top + below.height,
      label: '',
      count: undated.length,
    });
  return { x, y, guides };
}

/** By the finest unit that makes few enough groups, in time's order; decades where none does. */
function grouped(dated: readonly number[], times: ArrayLike<number>): Map<string, number[]> {
  let groups = new Map<string, number[]>();
  for (const unit of CALENDAR_UNITS) {
    groups = groupedBy(dated, (node) => unitLabel(times[node] ?? 0, unit));
    if (groups.size <= MOST_COLUMNS) break;
  }
  return groups;
}

/** In the order of the mean place of what each is joined to. */
function near({ offsets, neighbours }: Adjacency, nodes: readonly number[], x: Float64Array): number[] {
  const means = new Map(
    nodes.map((node) => {
      const row = neighbours.subarray(offsets[node], offsets[node + 1]);
      return [node, row.reduce((sum, neighbour) => sum + (x[neighbour] ?? 0), 0) / Math.max(1, row.length)];
    }),
  );
  return nodes.toSorted((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || a - b);
}

/** As many to a row as `width` has room for, down column by column so that their order goes from left to right. */
function grid(order: number, nodes: readonly number[], cell: Cell, width: number) {
  const across = Math.max(1, Math.floor(width / cell.width));
  const down = Math.ceil(nodes.length / across);
  const used = Math.ceil(nodes.length / Math.max(1, down));
  const [x, y] = [new Float64Array(order), new Float64Array(order)];
  nodes.forEach((node, place) => {
    x[node] = (Math.floor(place / down) + 0.5 - used / 2) * cell.width;
    y[node] = (down / 2 - 0.5 - (place % down)) * cell.height;
  });
  return { x, y, height: down * cell.height };
}
