/**
 * What lies under a point, found by geometry and not by reading pixels back: exact to the shape of a node and the curve of a line,
 * and no work at all until someone points. Each search looks at everything once: a fraction of a millisecond for tens of thousands of
 * lines, so there is no index that would have to follow every change.
 */
import type { Cubic, Point } from './curve.ts';
import { pointAt } from './curve.ts';
import { outlineDistance } from './outline-distance.ts';
import type { Shape } from './shapes.ts';

/** A node's surroundings count as the node. */
const NODE_REACH_PX = 2;
/** Samples of a curve: what lies between two is straight to within a tenth of a pixel or so. */
const SAMPLES = 40;

export interface PickableNode extends Point {
  readonly radiusPx: number;
  readonly shape: Shape;
}

/**
 * The index of the node under a point, of those in the order in which they are drawn: the topmost whose shape holds it, else the
 * nearest within two pixels; -1 for none.
 */
export function pickNode(nodes: Iterable<PickableNode>, { x, y }: Point): number {
  let [inside, near, nearest] = [-1, -1, NODE_REACH_PX];
  let index = 0;
  for (const node of nodes) {
    const most = node.radiusPx * Math.max(1, node.shape.scale) + NODE_REACH_PX;
    const [dx, dy] = [x - node.x, y - node.y];
    if (Math.abs(dx) <= most && Math.abs(dy) <= most) {
      const distance = outlineDistance(node.shape, node.radiusPx, dx, dy);
      if (distance <= 0) inside = index;
      else if (distance <= nearest) [near, nearest] = [index, distance];
    }
    index++;
  }
  return inside >= 0 ? inside : near;
}

/** Pixels from a point to the segment between two others. */
export function distanceToSegment(
  x: number,
  y: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length2));
  return Math.hypot(x - x0 - dx * along, y - y0 - dy * along);
}

/** Pixels from a point to a curve; Infinity where it is further than `most`. */
export function distanceToCurve(curve: Cubic, { x, y }: Point, most: number): number {
  const [a, b, c, d] = curve;
  if (
    x < Math.min(a.x, b.x, c.x, d.x) - most ||
    x > Math.max(a.x, b.x, c.x, d.x) + most ||
    y < Math.min(a.y, b.y, c.y, d.y) - most ||
    y > Math.max(a.y, b.y, c.y, d.y) + most
  )
    return Infinity;
  let nearest = Infinity;
  let from = pointAt(curve, 0);
  for (let sample = 1; sample <= SAMPLES; sample++) {
    const to = pointAt(curve, sample / SAMPLES);
    nearest = Math.min(nearest, distanceToSegment(x, y, from.x, from.y, to.x, to.y));
    from = to;
  }
  return nearest <= most ? nearest : Infinity;
}

/** Keeps the line that is nearest to a point; of lines that all lie under it, the one drawn last. */
export class Nearest<Line> {
  #line: Line | null = null;
  #gap = Infinity;

  get line(): Line | null {
    return this.#line;
  }

  /** @param distance from the middle of the line @param widthPx of the line @param reachPx how far from its middle it can be hit */
  offer(line: Line, distance: number, widthPx: number, reachPx: number): void {
    if (distance > Math.max(widthPx / 2, reachPx)) return;
    const gap = Math.max(0, distance - widthPx / 2);
    if (gap > this.#gap) return;
    this.#line = line;
    this.#gap = gap;
  }
}
