/**
 * Lays a graph out: ForceAtlas2 until it rests, turned and stretched to the view's shape, then spread until no node or label box
 * covers another. Where some nodes have their place, the others find theirs beside them. Deterministic: the same graph in the same view gives the same picture.
 */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { placeBeside } from './beside.ts';
import { spread } from './spread.ts';
import { sunflower } from './sunflower.ts';

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

interface Attributes {
  x: number;
  y: number;
}

/** Movement of the average node in a round, as a share of the layout's extent, under which it is at rest. */
const REST = 0.0008;
const ROUND = 20;
const MOST_ROUNDS = 60;
/** A graph too large to come to rest in this time keeps the places it has by then. */
const BUDGET_MS = 6_000;
/** Beyond this many nodes labels are few and boxes are many: they are not spread. */
const MOST_SPREAD = 2_500;

export function arrange(request: LayoutRequest): Positions {
  const { nodes } = request;
  if (nodes.length === 0) return new Map();
  if (nodes.some((node) => node.fixed)) return placeBeside(request);
  const graph = weighted(request);
  settle(graph);
  const positions: Positions = new Map();
  graph.forEachNode((id, { x, y }) => positions.set(id, [x, y]));
  fillView(positions, request);
  if (nodes.length <= MOST_SPREAD) spread(positions, nodes, request);
  return positions;
}

function weighted({ nodes, links, width, height }: LayoutRequest) {
  const graph = new UndirectedGraph<Attributes, { weight: number }>();
  const start = sunflower(nodes, Math.min(width, height));
  for (const { id } of nodes) {
    const [x, y] = start.get(id) ?? [0, 0];
    graph.addNode(id, { x, y });
  }
  for (const [source, target] of links) {
    if (source === target || !graph.hasNode(source) || !graph.hasNode(target)) continue;
    graph.updateEdge(source, target, (attributes) => ({ weight: (attributes.weight ?? 0) + 1 }));
  }
  graph.forEachEdge((edge, { weight }) => graph.setEdgeAttribute(edge, 'weight', 1 + Math.log2(weight) / 2));
  return graph;
}

function settle(graph: ReturnType<typeof weighted>): void {
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    linLogMode: false,
    // pull grows with distance: a chain of three at the rim does not halve the scale of everything else
    strongGravityMode: true,
    gravity: 0.03,
    scalingRatio: 30,
    edgeWeightInfluence: 1,
    barnesHutOptimize: graph.order > 800,
  };
  const end = performance.now() + BUDGET_MS;
  // a round of a large graph takes long: fewer steps, so that the time is kept
  const iterations = graph.order > 2_000 ? 2 : ROUND;
  let before = forceAtlas2(graph, { iterations, settings });
  for (let round = 1; round < MOST_ROUNDS && performance.now() < end; round++) {
    apply(graph, before);
    const after = forceAtlas2(graph, { iterations, settings });
    const { moved, extent } = movement(before, after);
    before = after;
    if (moved < REST * extent) break;
  }
  apply(graph, before);
}

type Places = Record<string, Record<string, number>>;

function apply(graph: ReturnType<typeof weighted>, places: Places): void {
  graph.updateEachNodeAttributes((id, attributes) => ({
    ...attributes,
    x: places[id]?.['x'] ?? attributes.x,
    y: places[id]?.['y'] ?? attributes.y,
  }));
}

function movement(before: Places, after: Places): { moved: number; extent: number } {
  let sum = 0;
  let extent = 1e-9;
  let count = 0;
  for (const [id, to] of Object.entries(after)) {
    const from = before[id] ?? to;
    const [x, y] = [to['x'] ?? 0, to['y'] ?? 0];
    sum += Math.hypot(x - (from['x'] ?? 0), y - (from['y'] ?? 0));
    extent = Math.max(extent, Math.abs(x), Math.abs(y));
    count++;
  }
  return { moved: sum / Math.max(1, count), extent };
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
