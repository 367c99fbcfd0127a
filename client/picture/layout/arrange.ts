/**
 * Lays a graph out. Forces run until they rest, are turned and stretched to the view's shape, then spread until no node or label box
 * covers another; the other layouts are drawn as they are. Where only what is new is to be placed, it goes beside its neighbours.
 * Deterministic: the same graph in the same view gives the same picture.
 */
import { adjacencyOf, arrowsOf } from '../../../graph/adjacency.ts';
import { byAxes } from '../../../graph/layout/axes.ts';
import { circular } from '../../../graph/layout/circular.ts';
import { concentric } from '../../../graph/layout/concentric.ts';
import type { Cell, Drawing } from '../../../graph/layout/drawing.ts';
import { ForceLayout } from '../../../graph/layout/force.ts';
import { hierarchy } from '../../../graph/layout/hierarchy.ts';
import { byTime } from '../../../graph/layout/time.ts';
import { placeBeside } from './beside.ts';
import { fillView } from './fill-view.ts';
import type { Arrangement, LayoutRequest, LayoutStep, Places, Rooms } from './request.ts';
import { spread } from './spread.ts';

/** Movement of the average node in a step, as a share of the drawing's extent, under which it is at rest. */
const REST = 0.0004;
const MOST_STEPS = 1_200;
/** A graph too large to come to rest in this time keeps the places it has by then. */
const BUDGET_MS = 6_000;
/** Beyond this many nodes labels are few and boxes are many: they are not spread. */
const MOST_SPREAD = 2_500;
/** Air around discs and cells, in pixels. */
const AIR = 6;

/** @param post told where forces have the nodes by now, every `stepMs` */
export function arrange(request: LayoutRequest, post: (step: LayoutStep) => void = () => {}): Arrangement {
  const { links, choice, isOnlyNew, fixed } = request;
  if (links.order === 0) return { x: new Float64Array(), y: new Float64Array(), guides: [] };
  if (isOnlyNew && fixed.includes(1)) return { ...placeBeside(request), guides: [] };
  if (choice.kind === 'force') {
    const places = settle(request, post);
    if (links.order <= MOST_SPREAD) spread(places, request);
    return { ...keptPins(places, request), guides: [] };
  }
  const { x, y, guides } = drawn(request);
  return { ...keptPins({ x, y }, request), guides };
}

function drawn({ links, choice, rooms, width, height }: LayoutRequest): Drawing {
  const { order, sources, targets } = links;
  const weigh = (several: number): number => 1 + Math.log2(several) / 2;
  const both = adjacencyOf(order, sources, targets, weigh);
  const view = { width, height };
  const cell = cellOf(rooms);
  const diameter = discOf(rooms);
  switch (choice.kind) {
    case 'concentric':
      return concentric(both, choice.values, diameter, view);
    case 'time':
      return byTime(both, choice.values, cell, view);
    case 'hierarchy':
      return hierarchy(arrowsOf(order, sources, targets, weigh), cell, view);
    case 'axes':
      return byAxes(order, choice.x, choice.y, diameter, view);
    default:
      return circular(both, diameter, view);
  }
}

/** Room for any node and its name. */
function cellOf({ left, right, above, below }: Rooms): Cell {
  let [width, height] = [0, 0];
  left.forEach((px, node) => {
    width = Math.max(width, px + (right[node] ?? 0));
    height = Math.max(height, (above[node] ?? 0) + (below[node] ?? 0));
  });
  return { width: width + AIR, height: height + AIR };
}

/** Room for any node without its name: it reaches as far up as to every side. */
function discOf({ above }: Rooms): number {
  let reach = 0;
  for (const px of above) if (px > reach) reach = px;
  return 2 * reach + AIR;
}

function keptPins({ x, y }: Places, request: LayoutRequest): Places {
  request.fixed.forEach((isFixed, node) => {
    if (isFixed === 0) return;
    x[node] = request.x[node] ?? 0;
    y[node] = request.y[node] ?? 0;
  });
  return { x, y };
}

/** Without pins it begins anew and fills the view; with pins it goes on from where everything is, on the same scale. */
function settle(request: LayoutRequest, post: (step: LayoutStep) => void): Places {
  const { links, fixed, stepMs } = request;
  const { order, sources, targets } = links;
  const adjacency = adjacencyOf(order, sources, targets, (several) => 1 + Math.log2(several) / 2);
  const isPinned = fixed.includes(1);
  const start = isPinned ? { x: request.x, y: request.y, pinned: fixed } : null;
  const layout = new ForceLayout(adjacency, {}, start);
  const toView = (isLast: boolean): Places =>
    isPinned
      ? keptPins(
          { x: layout.x.map((at) => at / layout.scale), y: layout.y.map((at) => at / layout.scale) },
          request,
        )
      : fillView(layout, request, isLast);
  const begun = performance.now();
  let told = begun;
  let first = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const movement = layout.step();
    if (movement < REST) break;
    first = Math.max(first, movement);
    const now = performance.now();
    if (now - begun > BUDGET_MS) break;
    if (now - told < stepMs) continue;
    told = now;
    // movement falls about exponentially until it is at rest
    const byRest = Math.log(first / movement) / Math.log(first / REST);
    const share = Math.max(0, step / MOST_STEPS, (now - begun) / BUDGET_MS, Math.min(1, byRest));
    post({ ...toView(false), share });
  }
  return toView(true);
}
