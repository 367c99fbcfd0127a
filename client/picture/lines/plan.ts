/** Which lines are drawn: every claim by itself where they are few, one line for all claims between the same two where they are many. */
import { bendOf } from '../fan.ts';
import type { Pairs } from '../pairs.ts';

export type Bundling = 'auto' | 'always' | 'never';

/** One line of the picture. */
export interface Line {
  readonly pair: number;
  /** Place of its claim in `Pairs.claims`; null where it stands for all claims of the pair. */
  readonly place: number | null;
  /** See `claimCurve`, from the pair's `low` to its `high`; mirrored where the claim points the other way. */
  readonly bend: number;
}

/** Up to this many claims each is a line of its own. */
const READ_SINGLY = 600;
/** Up to this many lines each has its curve, its dashes and its arrowhead; more, and they are drawn as a mass. */
const MOST_STRIPS = 700;
/** A fan of more claims than this is opened only on request: its lines could not be told apart. */
export const MOST_FANNED = 24;

export interface Plan {
  /** Claims between the same two are one line, unless they are fanned out. */
  readonly isBundled: boolean;
  /** Lines are drawn as a mass, and single ones over it. */
  readonly isMass: boolean;
}

export function planLines({ claims, count }: Pairs, bundling: Bundling): Plan {
  const isBundled = bundling === 'always' || (bundling === 'auto' && claims.length > READ_SINGLY);
  return { isBundled, isMass: (isBundled ? count : claims.length) > MOST_STRIPS };
}

/** The lines of a pair: one for all of its claims, or one for each. */
export function linesOf(pairs: Pairs, pair: number, isBundle: boolean): Line[] {
  const count = pairs.size(pair);
  const isLoop = pairs.isLoop(pair);
  if (isBundle && count > 1) return [{ pair, place: null, bend: isLoop ? bendOf(0, 1, true, true) : 0 }];
  const start = pairs.starts[pair] ?? 0;
  return Array.from({ length: count }, (_, index) => ({
    pair,
    place: start + index,
    bend: bendOf(index, count, pairs.forward[start + index] === 1, isLoop),
  }));
}

/** How wide the line of so many claims is; CSS pixels at zoom 1. */
export const bundleWidthPx = (claims: number): number => Math.min(9, 1 + 1.15 * Math.log2(claims));
