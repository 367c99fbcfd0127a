/** Bends for claims that share their two ends, so that each is a line of its own. */

/** Between neighbours in a fan, in chord lengths. */
const STEP = 0.2;
/** From the outermost on one side to the outermost on the other, in chord lengths. */
const WIDEST = 1.5;
/** Reach of the first self-loop and of each further one, in pixels at zoom 1. */
const LOOP_REACH = 26;
const LOOP_STEP = 12;

/**
 * The bend (see `claimCurve`) of the claim at `index` of `count` between the same two: 0 for one alone; several are spread evenly
 * and symmetrically, whichever way each points; self-loops grow outwards.
 *
 * @param isForward false for a claim that points the other way: left of the way turns over with the direction
 */
export function bendOf(index: number, count: number, isForward: boolean, isLoop: boolean): number {
  if (isLoop) return LOOP_REACH + index * LOOP_STEP;
  const step = Math.min(STEP, WIDEST / Math.max(1, count - 1));
  const side = (index - (count - 1) / 2) * step;
  // `+ 0` keeps -0 out
  return (isForward ? side : -side) + 0;
}

/** The widest bend in a fan of so many; none of it lies further from the chord than half of this, in chord lengths. */
export const widestBend = (count: number): number => Math.abs(bendOf(0, count, true, false));
