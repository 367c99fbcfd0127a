/** Colours that tell one thing from another, and colours that tell more from less; on the ground of either scheme. */
import { contrast, GROUND, INK, mix, resting } from './palette.ts';
import type { Scheme } from './palette.ts';

export type Colors = Readonly<Record<Scheme, string>>;

const colors = (light: string, dark: string): Colors => ({ light, dark });

/**
 * For things without an order, begun from Okabe–Ito's and moved apart until any two are at least 0.13 apart in OKLab, for
 * protanopes and deuteranopes as well, and each has 3:1 on its ground. A ninth colour would not keep that.
 */
export const CATEGORIES: readonly Colors[] = [
  colors('#398aff', '#29a2ff'),
  colors('#e36e00', '#e18300'),
  colors('#00706b', '#66c5a9'),
  colors('#6d192e', '#f0e442'),
  colors('#b47fad', '#a4709a'),
  colors('#063576', '#cfe8f7'),
  colors('#a93b00', '#c32500'),
  colors('#3e4cca', '#5a55dc'),
];

/** For what is none of the categories, and for what has no value. */
export const OTHERS: Colors = colors('#87827a', '#807b75');

/** From least to most: even steps of OKLCH's lightness, away from the ground, so that more stands out more. */
export const RAMP: readonly Colors[] = [
  colors('#279ea4', '#6a5ab0'),
  colors('#007da1', '#3186c6'),
  colors('#065796', '#00b5bc'),
  colors('#2b2f81', '#7bd49c'),
  colors('#32005e', '#e2e58a'),
];

/** The colour at a share, 0 to 1, of the ramp. */
export function rampColor(share: number): Colors {
  const place = Math.min(1, Math.max(0, share)) * (RAMP.length - 1);
  const low = Math.min(RAMP.length - 2, Math.floor(place));
  const [from, to] = [RAMP[low], RAMP[low + 1]];
  if (from === undefined || to === undefined) return OTHERS;
  return colors(mix(from.light, to.light, place - low), mix(from.dark, to.dark, place - low));
}

/** Least contrast of what is drawn with the ground. @see https://www.w3.org/TR/WCAG22/#non-text-contrast */
export const LEAST_CONTRAST = 3;

/**
 * A reader's own colour in both schemes: where it is too close to the ground, darker or lighter by as little as it takes.
 *
 * @param drawn how it is drawn; default as it is
 */
export function ownColors(
  color: string,
  drawn: (color: string, scheme: Scheme) => string = (as) => as,
): Colors {
  const seenOn = (scheme: Scheme): string => {
    const isSeen = (as: string): boolean => contrast(drawn(as, scheme), GROUND[scheme]) >= LEAST_CONTRAST;
    if (isSeen(color)) return color;
    let [faint, seen] = [0, 1];
    while (seen - faint > 1 / 256) {
      const share = (faint + seen) / 2;
      if (isSeen(mix(color, INK[scheme], share))) seen = share;
      else faint = share;
    }
    return mix(color, INK[scheme], seen);
  };
  return colors(seenOn('light'), seenOn('dark'));
}

/** The same, for lines, which step back towards the ground while nothing is asked of them. */
export const ownLineColors = (color: string): Colors => ownColors(color, resting);

/** The schemes in which a colour is too close to the ground, each with its contrast. */
export function tooFaint(color: string): { scheme: Scheme; ratio: number }[] {
  return (['light', 'dark'] as const)
    .map((scheme) => ({ scheme, ratio: contrast(color, GROUND[scheme]) }))
    .filter(({ ratio }) => ratio < LEAST_CONTRAST);
}
