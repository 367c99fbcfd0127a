/** Walking through the picture with arrow keys. */
import type { Point } from './curve.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The nearest of `others` that lies within 60° of `direction` from `from` (y downwards); null where there is none. */
export function nearestTowards<T extends Point & { readonly id: string }>(
  from: T,
  others: readonly T[],
  direction: Direction,
): T | null {
  const [ux, uy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction] as [number, number];
  let best: T | null = null;
  let bestCost = Infinity;
  for (const other of others) {
    if (other.id === from.id) continue;
    const dx = other.x - from.x;
    const dy = other.y - from.y;
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy - dy * ux);
    if (ahead <= 0 || aside > ahead * Math.tan(Math.PI / 3)) continue;
    // what lies straight ahead is meant before what is a little nearer but to the side
    const cost = ahead + 2 * aside;
    if (cost < bestCost) [best, bestCost] = [other, cost];
  }
  return best;
}
