/**
 * The line of a claim, as a cubic Bézier curve in the viewport (CSS pixels, y downwards). The vertex shader in
 * `programs/claim-line.ts` computes the same curve; this one is for labels, tests and hit positions.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Cubic = readonly [Point, Point, Point, Point];

/**
 * @param bend offset of a quadratic control point from the chord's middle, in chord lengths, to the left of the way
 *   from source to target; for a self-loop, the loop's reach in pixels
 */
export function claimCurve(source: Point, target: Point, bend: number): Cubic {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  if (Math.hypot(dx, dy) < 1e-6) {
    const reach = bend;
    return [
      source,
      { x: source.x - reach, y: source.y - reach * 1.5 },
      { x: source.x + reach, y: source.y - reach * 1.5 },
      target,
    ];
  }
  // left of the way in a y-down plane
  const control = { x: (source.x + target.x) / 2 + dy * bend, y: (source.y + target.y) / 2 - dx * bend };
  const toward = (end: Point): Point => ({
    x: end.x + ((control.x - end.x) * 2) / 3,
    y: end.y + ((control.y - end.y) * 2) / 3,
  });
  return [source, toward(source), toward(target), target];
}

/** @param t 0 at the source, 1 at the target */
export function pointAt([p0, p1, p2, p3]: Cubic, t: number): Point {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  return {
    x: a * p0.x + b * p1.x + c * p2.x + d * p3.x,
    y: a * p0.y + b * p1.y + c * p2.y + d * p3.y,
  };
}
