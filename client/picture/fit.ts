/** How far to zoom so that everything, labels included, lies inside a rectangle. */

/** A point in graph units (y upwards) and the room it needs around it, in pixels, whatever the zoom. */
export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

export interface Fit {
  /** Pixels per graph unit. */
  readonly scale: number;
  /** The point of the graph that comes to lie in the middle of the rectangle. */
  readonly centerX: number;
  readonly centerY: number;
}

interface Span {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/**
 * The largest scale, at most `maxScale`, at which every extent lies inside `width` × `height` pixels, and the centre
 * that balances what is left. A single point is centred. Where the labels alone are wider than the rectangle, the points still fit.
 */
export function fit(extents: readonly Extent[], width: number, height: number, maxScale: number): Fit {
  if (extents.length === 0) return { scale: maxScale, centerX: 0, centerY: 0 };
  const horizontal = extents.map(({ x, left, right }) => ({ at: x, before: left, after: right }));
  const vertical = extents.map(({ y, below, above }) => ({ at: y, before: below, after: above }));
  const scale = Math.min(largest(horizontal, width, maxScale), largest(vertical, height, maxScale));
  return { scale, centerX: middle(horizontal, scale), centerY: middle(vertical, scale) };
}

function bounds(spans: readonly Span[], scale: number): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const { at, before, after } of spans) {
    low = Math.min(low, at * scale - before);
    high = Math.max(high, at * scale + after);
  }
  return [low, high];
}

function middle(spans: readonly Span[], scale: number): number {
  const [low, high] = bounds(spans, scale);
  return (low + high) / 2 / scale;
}

function largest(spans: readonly Span[], room: number, maxScale: number): number {
  const taken = (scale: number): number => {
    const [low, high] = bounds(spans, scale);
    return high - low;
  };
  if (taken(maxScale) <= room) return maxScale;
  const bare = spans.map(({ at }) => ({ at, before: 4, after: 4 }));
  // the labels alone need more than there is: let the points use the room, the labels that do not fit are not drawn
  if (taken(1e-9) > room) {
    const [low, high] = bounds(bare, 1);
    return Math.min(maxScale, room / Math.max(1e-9, high - low));
  }
  let [small, large] = [1e-9, maxScale];
  for (let step = 0; step < 60; step++) {
    const half = (small + large) / 2;
    if (taken(half) <= room) small = half;
    else large = half;
  }
  return small;
}
