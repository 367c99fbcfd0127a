/** Shapes drawn around things. */
import type { Point } from './curve.ts';

/** Corners of the rectangle between two opposite ones. */
export const rectangle = (a: Point, b: Point): Point[] => [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];

/**
 * Whether a point lies inside a polygon that closes itself; where its line crosses itself, what is gone around once is inside.
 * Less than three corners hold nothing.
 *
 * @see https://wrf.ecse.rpi.edu/Research/Short_Notes/pnpoly.html, even–odd by crossings of a ray
 */
export function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  let isIn = false;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before === undefined) break;
    const isCrossed = corner.y > y !== before.y > y;
    if (isCrossed && x < ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y) + corner.x)
      isIn = !isIn;
    before = corner;
  }
  return isIn;
}
