/** Finds places for nodes that come to a picture which is laid out already: near what they are joined to, where room is. */
import { Occupied } from '../occupied.ts';
import type { Box } from '../occupied.ts';
import type { LayoutNode, LayoutRequest, Positions } from './arrange.ts';

/** Air around a new node's box, in pixels. */
const GAP_X = 10;
const GAP_Y = 8;
/** Between a point of the spiral and those around it, about, in pixels. */
const STEP_PX = 13;
/** Points tried around one place; a spiral of so many reaches over 1,000 px. */
const MOST_TRIES = 8_000;
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Nodes that are fixed stay where they are; each other node takes the first place, on a spiral around the middle of its neighbours
 * that have one, at which its box covers no other. Neighbours of a hub so lie around it in rings, the best joined innermost;
 * what is joined to nothing that has a place begins beside the picture. The same request gives the same places.
 */
export function placeBeside({ nodes, links, width, height }: LayoutRequest): Positions {
  const positions: Positions = new Map();
  const occupied = new Occupied<null>();
  for (const node of nodes) if (node.fixed) settle(node, node.x, node.y, positions, occupied);
  const neighbours = neighboursOf(links);
  const degree = (id: string): number => neighbours.get(id)?.size ?? 0;
  const waiting = nodes
    .filter((node) => !node.fixed)
    .toSorted((a, b) => degree(b.id) - degree(a.id) || (a.id < b.id ? -1 : 1));
  // rings follow the view's shape
  const stretch = Math.min(1.5, Math.max(0.75, Math.sqrt(width / height)));
  const reached = new Map<string, number>();
  while (waiting.length > 0) {
    const isJoined = ({ id }: LayoutNode): boolean =>
      [...(neighbours.get(id) ?? [])].some((neighbour) => positions.has(neighbour));
    const next = Math.max(0, waiting.findIndex(isJoined));
    const [node] = waiting.splice(next, 1);
    if (node === undefined) break;
    const near = [...(neighbours.get(node.id) ?? [])].flatMap((id) => {
      const at = positions.get(id);
      return at === undefined ? [] : [at];
    });
    const [x, y] = near.length > 0 ? middle(near) : beside(positions);
    // neighbours of one hub go on where the one before found its place
    const key = `${Math.round(x)} ${Math.round(y)}`;
    let step = reached.get(key) ?? 0;
    const place = (): [x: number, y: number] => {
      const reach = STEP_PX * Math.sqrt(step);
      return [x + Math.cos(step * TURN) * reach * stretch, y + (Math.sin(step * TURN) * reach) / stretch];
    };
    const last = step + MOST_TRIES;
    while (step < last && !occupied.isFree(boxOf(node, ...place()))) step++;
    reached.set(key, step);
    settle(node, ...place(), positions, occupied);
  }
  return positions;
}

function settle(
  node: LayoutNode,
  x: number,
  y: number,
  positions: Positions,
  occupied: Occupied<null>,
): void {
  positions.set(node.id, [x, y]);
  occupied.add(boxOf(node, x, y), null);
}

/** Air included: half of it at each side. */
const boxOf = ({ left, right, above, below }: LayoutNode, x: number, y: number): Box => ({
  x: x - left - GAP_X / 2,
  y: y - below - GAP_Y / 2,
  width: left + right + GAP_X,
  height: above + below + GAP_Y,
});

function neighboursOf(links: LayoutRequest['links']): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const join = (from: string, to: string): void => {
    const known = neighbours.get(from);
    if (known === undefined) neighbours.set(from, new Set([to]));
    else known.add(to);
  };
  for (const [source, target] of links) {
    if (source === target) continue;
    join(source, target);
    join(target, source);
  }
  return neighbours;
}

function middle(points: readonly (readonly [number, number])[]): [x: number, y: number] {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point[0] / points.length;
    y += point[1] / points.length;
  }
  return [x, y];
}

/** Right of everything that has a place, half-way up. */
function beside(positions: Positions): [x: number, y: number] {
  let [right, low, high] = [-Infinity, Infinity, -Infinity];
  for (const [x, y] of positions.values()) {
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return positions.size === 0 ? [0, 0] : [right + 60, (low + high) / 2];
}
