/**
 * Colours of the picture and the legend. Nodes are Paul Tol's "muted" scheme, claims are Okabe and Ito's,
 * darkened where they would fall under 3:1 on paper: both are told apart under the common kinds of colour blindness, and no
 * kind of actor wears the colour of conflict. Each tone has a line style of its own as well.
 *
 * @see https://personal.sron.nl/~pault/ and https://jfly.uni-koeln.de/color/
 */
import type { Tone } from '../../graph/vocabulary.ts';
import type { ShapeName } from './shapes.ts';

export type Scheme = 'light' | 'dark';

export interface KindStyle {
  readonly shape: ShapeName;
  readonly color: Readonly<Record<Scheme, string>>;
}

/** By kind of node; `other` is for labels that the vocabulary does not know. */
const KIND_STYLES: Readonly<Record<string, KindStyle>> = {
  State: { shape: 'circle', color: { light: '#332288', dark: '#9a8cf0' } },
  Official: { shape: 'diamond', color: { light: '#2f8f82', dark: '#44aa99' } },
  Person: { shape: 'pentagon', color: { light: '#3d90b5', dark: '#88ccee' } },
  Group: { shape: 'triangle', color: { light: '#aa4499', dark: '#d77fc8' } },
  Organization: { shape: 'square', color: { light: '#85851f', dark: '#b9b94d' } },
  Collective: { shape: 'hexagon', color: { light: '#117733', dark: '#56b572' } },
  Event: { shape: 'star', color: { light: '#a98624', dark: '#ddcc77' } },
  Source: { shape: 'square', color: { light: '#6f6c66', dark: '#a5a29b' } },
  Evidence: { shape: 'diamond', color: { light: '#6f6c66', dark: '#a5a29b' } },
  Place: { shape: 'compass', color: { light: '#882255', dark: '#d4769f' } },
};
const OTHER_KIND: KindStyle = { shape: 'circle', color: { light: '#6f6c66', dark: '#a5a29b' } };

export interface LineStyle {
  readonly color: Readonly<Record<Scheme, string>>;
  /** Pixels drawn and left out in turn; 0 and 0 is a solid line. */
  readonly dash: readonly [on: number, off: number];
  readonly widthPx: number;
}

export const TONES: Readonly<Record<Tone, LineStyle>> = {
  cooperation: { color: { light: '#0072b2', dark: '#56b4e9' }, dash: [0, 0], widthPx: 1.35 },
  request: { color: { light: '#00805d', dark: '#2fc299' }, dash: [14, 3], widthPx: 1.45 },
  warning: { color: { light: '#a06c00', dark: '#e6b450' }, dash: [3, 3.5], widthPx: 1.45 },
  conflict: { color: { light: '#d55e00', dark: '#f0863a' }, dash: [7, 4], widthPx: 1.5 },
  standing: { color: { light: '#807a71', dark: '#74716b' }, dash: [0, 0], widthPx: 0.9 },
};

/** How far a line that nothing is asked of steps back towards the ground; it keeps 3:1 all the same. */
const RESTING = 0.12;
/** Up to this many lines each is read by itself; beyond, lines grow paler so that structure shows through. */
const READ_SINGLY = 300;

/** The colour of a claim's line while nothing is hovered or selected, among `lines` of them. */
export const restingColor = (tone: Tone, scheme: Scheme, lines = 0): string =>
  resting(TONES[tone].color[scheme], scheme, lines);

/** Any colour of lines, as it rests among `lines` of them. */
export function resting(color: string, scheme: Scheme, lines = 0): string {
  const crowd = Math.max(0, Math.log10(Math.max(1, lines) / READ_SINGLY));
  return mix(color, GROUND[scheme], Math.min(0.82, RESTING + crowd * 0.3));
}

export const kindStyle = (kind: string): KindStyle => KIND_STYLES[kind] ?? OTHER_KIND;

/** The ground and the ink of the picture; the same as `--ground` and `--ink` in client/theme.ts. */
export const GROUND: Readonly<Record<Scheme, string>> = { light: '#fbfaf7', dark: '#14171a' };
export const INK: Readonly<Record<Scheme, string>> = { light: '#1d1c1a', dark: '#eceae5' };

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `a` with `share` (0 to 1) of `b` mixed in, both `#rrggbb`. */
export function mix(a: string, b: string, share: number): string {
  const from = channels(a);
  const to = channels(b);
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG's contrast ratio of two `#rrggbb` colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = channels(hex).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (blue ?? 0);
  };
  const [lighter, darker] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** A colour as WebGL's buffers hold it: four bytes, red first. @param alpha 0 to 1 */
export function rgba(hex: string, alpha = 1): number {
  const [r, g, b] = channels(hex);
  return pack(r, g, b, alpha);
}

const pack = (r: number, g: number, b: number, alpha: number): number =>
  (r | (g << 8) | (b << 16) | (Math.round(alpha * 255) << 24)) >>> 0;

/** Of the light that a channel stands for, 0 to 1, and back: colours mix as light does, not as their numbers do. */
const LIGHT = Float64Array.from({ length: 256 }, (_, channel) => (channel / 255) ** 2.2);
const CHANNEL = Uint8Array.from({ length: 1025 }, (_, step) => Math.round((step / 1024) ** (1 / 2.2) * 255));

/**
 * Mixes colours by weight, thousands of times in a frame.
 *
 * @param colors `#rrggbb`
 * @returns a function of one weight a colour (any scale, not all 0) and an alpha, giving what `rgba` gives
 */
export function mixer(colors: readonly string[]): (weights: ArrayLike<number>, alpha: number) => number {
  const lights = colors.map((color) => channels(color).map((channel) => LIGHT[channel] ?? 0));
  return (weights, alpha) => {
    let [r, g, b, sum] = [0, 0, 0, 0];
    for (let index = 0; index < lights.length; index++) {
      const weight = weights[index] ?? 0;
      if (weight === 0) continue;
      const light = lights[index];
      r += weight * (light?.[0] ?? 0);
      g += weight * (light?.[1] ?? 0);
      b += weight * (light?.[2] ?? 0);
      sum += weight;
    }
    const channel = (light: number): number => CHANNEL[Math.round((light / sum) * 1024)] ?? 0;
    return pack(channel(r), channel(g), channel(b), alpha);
  };
}
