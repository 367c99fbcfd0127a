/**
 * Lays a graph out: forces until they rest, turned and stretched to the view's shape, then spread until no node or label box
 * covers another. Where some nodes have their place, the others find theirs beside them. Deterministic: the same graph in the same view gives the same picture.
 */
import { adjacencyOf } from '../../../graph/adjacency.ts';
import { ForceLayout } from '../../../graph/layout/force.ts';
import { placeBeside } from './beside.ts';
import { spread } from './spread.ts';

export interface LayoutNode {
  readonly id: string;
  /** Where it is, y upwards; ignored where it is not fixed. */
  readonly x: number;
  readonly y: number;
  /** Stays where it is. */
  readonly fixed: boolean;
  /** The room it needs around its centre, its label included, in pixels. */
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

export interface LayoutRequest {
  readonly nodes: readonly LayoutNode[];
  /** Pairs of node ids; several between the same two pull a little harder than one. */
  readonly links: readonly (readonly [source: string, target: string])[];
  /** The view in pixels. */
  readonly width: number;
  readonly height: number;
}

/** `[x, y]` by id, in pixels of the view, y upwards, the middle of the view at (0, 0) unless nodes are fixed. */
export type Positions = Map<string, [x: number, y: number]>;

/** Movement of the average node in a step, as a share of the drawing's extent, under which it is at rest. */
const REST = 0.0004;
const MOST_STEPS = 1_200;
/** A graph too large to come to rest in this time keeps the places it has by then. */
const BUDGET_MS = 6_000;
/** Beyond this many nodes labels are few and boxes are many: they are not spread. */
const MOST_SPREAD = 2_500;

export function arrange(request: LayoutRequest): Positions {
  const { nodes } = request;
  if (nodes.length === 0) return new Map();
  if (nodes.some((node) => node.fixed)) return placeBeside(request);
  const positions = settle(request);
  fillView(positions, request);
  if (nodes.length <= MOST_SPREAD) spread(positions, nodes, request);
  return positions;
}

function settle({ nodes, links }: LayoutRequest): Positions {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const known = links.filter(([source, target]) => numbers.has(source) && numbers.has(target));
  const ends = (end: 0 | 1): Int32Array => Int32Array.from(known, (link) => numbers.get(link[end]) ?? 0);
  const adjacency = adjacencyOf(nodes.length, ends(0), ends(1), (several) => 1 + Math.log2(several) / 2);
  const layout = new ForceLayout(adjacency);
  const end = performance.now() + BUDGET_MS;
  for (let step = 0; step < MOST_STEPS && performance.now() < end; step++) {
    if (layout.step() < REST) break;
  }
  return new Map(nodes.map(({ id }, number) => [id, [layout.x[number] ?? 0, layout.y[number] ?? 0]]));
}

/** Most that one axis is stretched against the other. */
const MOST_STRETCH = 1.9;
/** How far each coordinate moves from where the forces put it to its rank: evens out crowd and void, keeps who is left of whom. */
const EVENNESS = 0.45;

/** Turns the longest axis of the cloud along the longer side of the view, and scales it to fill the view. */
function fillView(positions: Positions, { width, height }: LayoutRequest): void {
  const points = [...positions.values()];
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    point[0] -= meanX;
    point[1] -= meanY;
    xx += point[0] * point[0];
    xy += point[0] * point[1];
    yy += point[1] * point[1];
  }
  const principal = Math.atan2(2 * xy, xx - yy) / 2;
  const turn = (width >= height ? 0 : Math.PI / 2) - principal;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (const point of points) {
    const [x, y] = point;
    point[0] = x * cos - y * sin;
    point[1] = x * sin + y * cos;
  }
  for (const axis of [0, 1] as const) evenOut(points, axis);
  const span = (axis: 0 | 1): [low: number, high: number] => {
    const along = points.map((point) => point[axis]);
    return [Math.min(...along), Math.max(...along)];
  };
  const [left, right] = span(0);
  const [low, high] = span(1);
  let scaleX = (width * 0.86) / Math.max(1e-9, right - left);
  let scaleY = (height * 0.86) / Math.max(1e-9, high - low);
  const least = Math.min(scaleX, scaleY);
  scaleX = Math.min(scaleX, least * MOST_STRETCH);
  scaleY = Math.min(scaleY, least * MOST_STRETCH);
  for (const point of points) {
    point[0] = (point[0] - (left + right) / 2) * scaleX;
    point[1] = (point[1] - (low + high) / 2) * scaleY;
  }
}

function evenOut(points: [x: number, y: number][], axis: 0 | 1): void {
  const sorted = points.toSorted((a, b) => a[axis] - b[axis]);
  const low = sorted[0]?.[axis] ?? 0;
  const high = sorted.at(-1)?.[axis] ?? 0;
  sorted.forEach((point, rank) => {
    const even = low + ((high - low) * (rank + 0.5)) / sorted.length;
    point[axis] += (even - point[axis]) * EVENNESS;
  });
}
