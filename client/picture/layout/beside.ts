/** Finds places for nodes that come to a picture which is laid out already: near what they are joined to, where room is. */
import { adjacencyOf } from '../../../graph/adjacency.ts';
import { Occupied } from '../occupied.ts';
import type { Box } from '../occupied.ts';
import type { LayoutRequest, Places } from './request.ts';

/** Air around a new node's box, in pixels. */
const GAP_X = 10;
const GAP_Y = 8;
/** Between a point of the spiral and those around it, about, in pixels. */
const STEP_PX = 13;
/** Points tried around one place; a spiral of so many reaches over 1,000 px. */
const MOST_TRIES = 8_000;
const TURN = Math.PI * (3 - Math.sqrt(5));

type Request = Pick<LayoutRequest, 'links' | 'x' | 'y' | 'fixed' | 'rooms' | 'width' | 'height'>;

/**
 * Nodes that are fixed stay where they are; each other node takes the first place, on a spiral around the middle of its neighbours
 * that have one, at which its box covers no other. Neighbours of a hub so lie around it in rings, the best joined innermost;
 * what is joined to nothing that has a place begins beside the picture. The same request gives the same places.
 */
export function placeBeside({ links, x, y, fixed, rooms, width, height }: Request): Places {
  const { order, sources, targets } = links;
  const { offsets, neighbours } = adjacencyOf(order, sources, targets);
  const places = { x: x.slice(), y: y.slice() };
  const isPlaced = fixed.slice();
  const occupied = new Occupied<null>();
  /** Air included: half of it at each side. */
  const boxAt = (node: number, atX: number, atY: number): Box => ({
    x: atX - (rooms.left[node] ?? 0) - GAP_X / 2,
    y: atY - (rooms.below[node] ?? 0) - GAP_Y / 2,
    width: (rooms.left[node] ?? 0) + (rooms.right[node] ?? 0) + GAP_X,
    height: (rooms.above[node] ?? 0) + (rooms.below[node] ?? 0) + GAP_Y,
  });
  const put = (node: number, atX: number, atY: number): void => {
    places.x[node] = atX;
    places.y[node] = atY;
    isPlaced[node] = 1;
    occupied.add(boxAt(node, atX, atY), null);
  };
  const nearOf = (node: number): Int32Array =>
    neighbours.subarray(offsets[node], offsets[node + 1]).filter((neighbour) => isPlaced[neighbour] === 1);
  const degree = (node: number): number => (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
  for (let node = 0; node < order; node++) if (fixed[node] === 1) put(node, x[node] ?? 0, y[node] ?? 0);
  const waiting = Array.from({ length: order }, (_, node) => node)
    .filter((node) => fixed[node] !== 1)
    .toSorted((a, b) => degree(b) - degree(a) || a - b);
  // rings follow the view's shape
  const stretch = Math.min(1.5, Math.max(0.75, Math.sqrt(width / height)));
  const reached = new Map<string, number>();
  while (waiting.length > 0) {
    const next = Math.max(
      0,
      waiting.findIndex((node) => nearOf(node).length > 0),
    );
    const [node = 0] = waiting.splice(next, 1);
    const near = nearOf(node);
    const [atX, atY] = near.length > 0 ? middle(near, places) : beside(isPlaced, places);
    // neighbours of one hub go on where the one before found its place
    const key = `${Math.round(atX)} ${Math.round(atY)}`;
    let step = reached.get(key) ?? 0;
    const place = (): [x: number, y: number] => {
      const reach = STEP_PX * Math.sqrt(step);
      return [atX + Math.cos(step * TURN) * reach * stretch, atY + (Math.sin(step * TURN) * reach) / stretch];
    };
    const last = step + MOST_TRIES;
    while (step < last && !occupied.isFree(boxAt(node, ...place()))) step++;
    reached.set(key, step);
    put(node, ...place());
  }
  return places;
}

function middle(nodes: Int32Array, { x, y }: Places): [x: number, y: number] {
  let [sumX, sumY] = [0, 0];
  for (const node of nodes) {
    sumX += (x[node] ?? 0) / nodes.length;
    sumY += (y[node] ?? 0) / nodes.length;
  }
  return [sumX, sumY];
}

/** Right of everything that has a place, half-way up. */
function beside(isPlaced: Uint8Array, { x, y }: Places): [x: number, y: number] {
  let [right, low, high] = [-Infinity, Infinity, -Infinity];
  isPlaced.forEach((is, node) => {
    if (is === 0) return;
    right = Math.max(right, x[node] ?? 0);
    low = Math.min(low, y[node] ?? 0);
    high = Math.max(high, y[node] ?? 0);
  });
  return right === -Infinity ? [0, 0] : [right + 60, (low + high) / 2];
}
