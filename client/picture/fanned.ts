/** Which pairs are drawn claim by claim although claims between the same two are one line. */
import { pairKey } from '../state/settings.ts';
import { MOST_FANNED } from './lines/plan.ts';
import type { Scene } from './scene.ts';
import type { Viewport } from './viewport.ts';

/** Up to so many claims in view, each is read by itself. */
const READ_IN_VIEW = 250;
/** A fan needs this much room from end to end, in pixels. */
const LEAST_CHORD_PX = 90;

/** Pairs that came near enough: where few claims are in view, all that have room to fan out. */
export function fannedByZoom({ pairs, x, y }: Scene, view: Viewport): Set<number> {
  const fanned = new Set<number>();
  let claims = 0;
  for (let pair = 0; pair < pairs.count; pair++) {
    const [low, high] = [pairs.low[pair] ?? 0, pairs.high[pair] ?? 0];
    const from = view.at(x[low] ?? 0, y[low] ?? 0);
    const to = view.at(x[high] ?? 0, y[high] ?? 0);
    // a long line may cross the view with both ends outside: it is not what is read there
    if (!view.isWithin(from, 0) && !view.isWithin(to, 0)) continue;
    const size = pairs.size(pair);
    claims += size;
    if (claims > READ_IN_VIEW) return new Set();
    const isRoomy = low === high || Math.hypot(to.x - from.x, to.y - from.y) >= LEAST_CHORD_PX;
    if (size > 1 && size <= MOST_FANNED && isRoomy) fanned.add(pair);
  }
  return fanned;
}

/** Pairs whose fan was asked for: by their key (see `pairKey`), or by the claims that are hovered or selected. */
export function fannedByRequest(
  scene: Scene,
  keys: readonly string[],
  claims: Iterable<string>,
): Set<number> {
  const { pairs, list } = scene;
  const fanned = new Set<number>();
  for (const claim of claims) {
    const pair = scene.pairOf(claim);
    if (pair !== undefined && pairs.size(pair) <= MOST_FANNED) fanned.add(pair);
  }
  if (keys.length === 0) return fanned;
  const asked = new Set(keys);
  for (let pair = 0; pair < pairs.count; pair++) {
    const [low, high] = [list[pairs.low[pair] ?? 0], list[pairs.high[pair] ?? 0]];
    if (low !== undefined && high !== undefined && asked.has(pairKey(low.id, high.id))) fanned.add(pair);
  }
  return fanned;
}
