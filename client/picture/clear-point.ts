/** A point on each line at which it, and nothing else, is pointed at: where lines cross, the middle is often another's. */
import { pointAt } from './curve.ts';
import type { Cubic, Point } from './curve.ts';

/** Lines nearer than this to a point may be meant by a pointer there. */
const REACH_PX = 7;
/** Between two samples of a line. */
const STEP_PX = 3;
/** From the middle outwards; the arrowhead and the ends are left out. */
const SHARES = Array.from(
  { length: 29 },
  (_, index) => 0.5 + (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * 0.025,
);

/**
 * By line: of the points near its middle the first that is clear of the other lines and of the nodes, or the one that is
 * clearest.
 *
 * @param nodes circles in the same pixels
 */
export function clearPoints(
  lines: ReadonlyMap<string, Cubic>,
  nodes: readonly (Point & { readonly radiusPx: number })[],
): Map<string, Point> {
  const samples = new Samples();
  for (const [id, line] of lines) samples.add(id, line);
  const clearance = (id: string, at: Point): number => {
    const isCovered = nodes.some(
      ({ x, y, radiusPx }) =>
        Math.abs(x - at.x) <= radiusPx + 4 && Math.hypot(x - at.x, y - at.y) <= radiusPx + 4,
    );
    return isCovered ? -1 : samples.distanceToOthers(id, at);
  };
  const points = new Map<string, Point>();
  for (const [id, line] of lines) {
    let best = pointAt(line, 0.5);
    let bestClearance = -Infinity;
    for (const share of SHARES) {
      const point = pointAt(line, share);
      const clear = clearance(id, point);
      if (clear > bestClearance) [best, bestClearance] = [point, clear];
      if (clear >= REACH_PX) break;
    }
    points.set(id, best);
  }
  return points;
}

/** Points along lines, in a grid whose cells are as wide as a pointer reaches. */
class Samples {
  readonly #cells = new Map<string, { id: string; x: number; y: number }[]>();

  add(id: string, line: Cubic): void {
    const [a, b, c, d] = line;
    const length =
      Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y) + Math.hypot(d.x - c.x, d.y - c.y);
    const count = Math.min(400, Math.max(1, Math.ceil(length / STEP_PX)));
    for (let sample = 0; sample <= count; sample++) {
      const { x, y } = pointAt(line, sample / count);
      const key = keyOf(x, y);
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [{ id, x, y }]);
      else cell.push({ id, x, y });
    }
  }

  /** Pixels to the nearest other line; `REACH_PX` where none is nearer. */
  distanceToOthers(id: string, { x, y }: Point): number {
    let nearest = REACH_PX;
    for (const dx of [-REACH_PX, 0, REACH_PX])
      for (const dy of [-REACH_PX, 0, REACH_PX])
        for (const other of this.#cells.get(keyOf(x + dx, y + dy)) ?? [])
          if (other.id !== id) nearest = Math.min(nearest, Math.hypot(other.x - x, other.y - y));
    return nearest;
  }
}

const keyOf = (x: number, y: number): string => `${Math.floor(x / REACH_PX)}:${Math.floor(y / REACH_PX)}`;
