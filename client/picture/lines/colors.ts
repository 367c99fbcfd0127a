/** The colours of lines: by tone, mixed where a line stands for several claims, stepping back where something else stands out. */
import { GROUND, mix, mixer, resting, rgba } from '../palette.ts';
import type { LineStyle, Scheme } from '../palette.ts';
import type { Pairs } from '../pairs.ts';

export type Standing = 'resting' | 'lit' | 'dimmed';

/** How far towards the ground a line goes when something else stands out. */
const DIMMED = 0.88;

export class LineColors {
  readonly #single: Readonly<Record<Standing, readonly number[]>>;
  readonly #mixed: Readonly<Record<Standing, ReturnType<typeof mixer>>>;
  readonly #weights: Float64Array;

  /** @param lines how many there are: many grow paler, so that structure shows through */
  constructor(styles: readonly LineStyle[], scheme: Scheme, lines: number) {
    this.#weights = new Float64Array(styles.length);
    const ground = GROUND[scheme];
    const colors: Record<Standing, string[]> = {
      resting: styles.map(({ color }) => resting(color[scheme], scheme, lines)),
      lit: styles.map(({ color }) => color[scheme]),
      dimmed: styles.map(({ color }) => mix(color[scheme], ground, DIMMED)),
    };
    const single = (standing: Standing): number[] => colors[standing].map((color) => rgba(color));
    this.#single = { resting: single('resting'), lit: single('lit'), dimmed: single('dimmed') };
    this.#mixed = {
      resting: mixer(colors.resting),
      lit: mixer(colors.lit),
      dimmed: mixer(colors.dimmed),
    };
  }

  /** Of the claim at `place` of `pairs.claims`, as `rgba` gives it. */
  claim({ tones }: Pairs, place: number, standing: Standing): number {
    return this.#single[standing][tones[place] ?? 0] ?? 0;
  }

  /** Of all claims of a pair together. */
  bundle(pairs: Pairs, pair: number, standing: Standing, alpha = 1): number {
    const weights = this.#weights.fill(0);
    const end = pairs.starts[pair + 1] ?? 0;
    for (let place = pairs.starts[pair] ?? 0; place < end; place++) {
      const tone = pairs.tones[place] ?? 0;
      weights[tone] = (weights[tone] ?? 0) + 1;
    }
    return this.#mixed[standing](weights, alpha);
  }
}
