/** Bends for relationships that share their two ends, so that each is a line of its own. */

interface Ends {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

/** Between neighbours in a fan, in chord lengths. */
const STEP = 0.2;
/** From the outermost on one side to the outermost on the other, in chord lengths. */
const WIDEST = 1.5;
/** Reach of the first self-loop and of each further one, in pixels at zoom 1. */
const LOOP_REACH = 26;
const LOOP_STEP = 12;

/**
 * Gives each relationship its bend (see `claimCurve`): 0 for one alone; several between the same two are spread evenly and
 * symmetrically, whichever way each points, in the order given; self-loops grow outwards.
 */
export function fanOut(relationships: Iterable<Ends>): Map<string, number> {
  const pairs = new Map<string, Ends[]>();
  for (const ends of relationships) {
    // JSON keeps apart ids that a plain separator could run together
    const key = JSON.stringify(
      ends.source < ends.target ? [ends.source, ends.target] : [ends.target, ends.source],
    );
    const among = pairs.get(key);
    if (among === undefined) pairs.set(key, [ends]);
    else among.push(ends);
  }
  const bends = new Map<string, number>();
  for (const among of pairs.values()) {
    const step = Math.min(STEP, WIDEST / Math.max(1, among.length - 1));
    among.forEach(({ id, source, target }, index) => {
      if (source === target) bends.set(id, LOOP_REACH + index * LOOP_STEP);
      else {
        const side = (index - (among.length - 1) / 2) * step;
        // left of the way turns over with the direction; `+ 0` keeps -0 out
        bends.set(id, (source < target ? side : -side) + 0);
      }
    });
  }
  return bends;
}
