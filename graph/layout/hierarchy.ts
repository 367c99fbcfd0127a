import { adjacencyOf } from '../adjacency.ts';
import type { Adjacency } from '../adjacency.ts';
import { columns } from './columns.ts';
import { untangled } from './crossings.ts';
import type { Cell, Drawing, Guide, View } from './drawing.ts';
import { withoutCycles } from './without-cycles.ts';

export interface Hierarchy extends Drawing {
  /** Arrows that point upwards, as they close a cycle. */
  readonly upwards: number;
}

/**
 * Layers from the top down: every arrow points to a lower layer, but for as few as it takes to break cycles. A node's layer is the length of
 * the longest way to it; one that no arrow reaches stands just above the highest that it points to. Nodes that are joined to none
 * make a layer of their own, the last, labelled with an empty text. Long layers take several rows. Within layers lines cross as little
 * as the barycentre heuristic gets them to. No two cells overlap. Deterministic.
 *
 * @param arrows `arrowsOf`
 */
export function hierarchy(arrows: Adjacency, cell: Cell, view: View): Hierarchy {
  const { order, offsets, neighbours } = arrows;
  const { sequence, upwards } = withoutCycles(arrows);
  const place = new Int32Array(order);
  sequence.forEach((node, at) => (place[node] = at));
  const [sources, targets] = [new Int32Array(neighbours.length), new Int32Array(neighbours.length)];
  let link = 0;
  for (let node = 0; node < order; node++) {
    for (const other of neighbours.subarray(offsets[node], offsets[node + 1])) {
      const isDown = (place[node] ?? 0) < (place[other] ?? 0);
      sources[link] = isDown ? node : other;
      targets[link++] = isDown ? other : node;
    }
  }
  const both = adjacencyOf(order, sources, targets, (several) => several);
  const layers = layersOf(both, sequence, place);
  const joined: number[][] = [];
  const alone: number[] = [];
  for (const node of sequence) {
    if (both.offsets[node] === both.offsets[node + 1]) alone.push(node);
    else (joined[layers[node] ?? 0] ??= []).push(node);
  }
  const groups = untangled(both, joined);
  if (alone.length > 0) groups.push(alone);
  // layers are columns, turned
  const turned = columns(order, groups, { width: cell.height, height: cell.width }, view.height / view.width);
  const guides = turned.spans.map(({ from, to }, number): Guide => ({
    kind: 'band',
    axis: 'y',
    from: -to,
    to: -from,
    label: number === joined.length ? '' : String(number + 1),
    count: groups[number]?.length ?? 0,
  }));
  return { x: turned.y.map((at) => -at), y: turned.x.map((at) => -at), guides, upwards };
}

/** Longest way to each node, along a sequence in which every arrow points forwards. */
function layersOf(
  { order, offsets, neighbours }: Adjacency,
  sequence: Int32Array,
  place: Int32Array,
): Int32Array {
  const layers = new Int32Array(order);
  const row = (node: number): Int32Array => neighbours.subarray(offsets[node], offsets[node + 1]);
  const isBefore = (a: number, b: number): boolean => (place[a] ?? 0) < (place[b] ?? 0);
  for (const node of sequence)
    for (const other of row(node))
      if (isBefore(node, other)) layers[other] = Math.max(layers[other] ?? 0, (layers[node] ?? 0) + 1);
  for (const node of sequence) {
    const others = row(node);
    if (others.length === 0 || others.some((other) => isBefore(other, node))) continue;
    layers[node] = others.reduce((least, other) => Math.min(least, layers[other] ?? 0), Infinity) - 1;
  }
  return layers;
}
