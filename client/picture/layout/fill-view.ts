/** Turns what forces have drawn along the view, and makes it fill it. */
import type { Places } from './request.ts';

/** Most that one axis is stretched against the other. */
const MOST_STRETCH = 1.9;
/** How far each coordinate moves from where the forces put it to its rank: evens out crowd and void, keeps who is left of whom. */
const EVENNESS = 0.45;
/** Share of the view that is filled. */
const FILLED = 0.86;

/**
 * Turns the longest axis of the cloud along the longer side of the view, and scales it to fill the view. Gives new places.
 *
 * @param isEven whether crowds are parted and voids filled as well
 */
export function fillView(
  places: Places,
  { width, height }: { readonly width: number; readonly height: number },
  isEven: boolean,
): Places {
  const [x, y] = [places.x.slice(), places.y.slice()];
  const order = x.length;
  const mean = (axis: Float64Array): number => axis.reduce((sum, at) => sum + at, 0) / Math.max(1, order);
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let node = 0; node < order; node++) {
    const [dx, dy] = [(x[node] ?? 0) - meanX, (y[node] ?? 0) - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const principal = Math.atan2(2 * xy, xx - yy) / 2;
  const turn = (width >= height ? 0 : Math.PI / 2) - principal;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (let node = 0; node < order; node++) {
    const [dx, dy] = [(x[node] ?? 0) - meanX, (y[node] ?? 0) - meanY];
    x[node] = dx * cos - dy * sin;
    y[node] = dx * sin + dy * cos;
  }
  if (isEven) {
    evenOut(x);
    evenOut(y);
  }
  const [spanX, spanY] = [spanOf(x), spanOf(y)];
  const scaleX = (width * FILLED) / Math.max(1e-9, spanX.high - spanX.low);
  const scaleY = (height * FILLED) / Math.max(1e-9, spanY.high - spanY.low);
  const most = Math.min(scaleX, scaleY) * MOST_STRETCH;
  scale(x, (spanX.low + spanX.high) / 2, Math.min(scaleX, most));
  scale(y, (spanY.low + spanY.high) / 2, Math.min(scaleY, most));
  return { x, y };
}

function scale(axis: Float64Array, middle: number, by: number): void {
  for (let node = 0; node < axis.length; node++) axis[node] = ((axis[node] ?? 0) - middle) * by;
}

function spanOf(axis: Float64Array): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const at of axis) [low, high] = [Math.min(low, at), Math.max(high, at)];
  return { low, high };
}

function evenOut(axis: Float64Array): void {
  const { low, high } = spanOf(axis);
  const byPlace = Int32Array.from(axis.keys()).toSorted((a, b) => (axis[a] ?? 0) - (axis[b] ?? 0) || a - b);
  byPlace.forEach((node, rank) => {
    const even = low + ((high - low) * (rank + 0.5)) / axis.length;
    axis[node] = (axis[node] ?? 0) + (even - (axis[node] ?? 0)) * EVENNESS;
  });
}
