/**
 * The sign of a state: its flag, hung at the side of its disc, where the platform draws flags, else the three letters it is known by
 * inside. Drawn once each and kept: a picture moves sixty times a second.
 */
import { shortCode } from './iso-codes.ts';

/** The smallest disc that has a flag at its side, and in which letters can be read; radius in CSS pixels. */
const LEAST_FLAG_PX = 6;
const LEAST_LETTERS_PX = 10;
/** A flag's width and height, and how far from the middle it hangs, in radii: the disc keeps the colour of its kind. */
const WIDTH = 1.25;
const HEIGHT = 0.86;
const ASIDE = 0.78;
/** Of a kept flag, in pixels. */
const KEPT = { width: 66, height: 46 };
/** Flags made in one frame: each takes about a millisecond. */
const MADE_AT_ONCE = 6;
const REGIONAL_A = 0x1f1e6;

export interface FlagSign {
  /** CSS pixels of the view. */
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  readonly iso: string;
  /** For letters, on the disc. */
  readonly ink: string;
  readonly isFaint: boolean;
}

export class Flags {
  readonly #kept = new Map<string, HTMLCanvasElement | null>();
  #areDrawn: boolean | undefined;

  /** @returns false where flags are left for the next frame */
  draw(context: CanvasRenderingContext2D, signs: readonly FlagSign[], ground: string): boolean {
    let [made, isDone] = [0, true];
    context.save();
    for (const { x, y, radiusPx, iso, ink, isFaint } of signs) {
      if (radiusPx < LEAST_FLAG_PX) continue;
      if (!this.#kept.has(iso) && ++made > MADE_AT_ONCE) {
        isDone = false;
        continue;
      }
      context.globalAlpha = isFaint ? 0.22 : 1;
      const flag = this.#flag(iso);
      if (flag !== null) {
        const [width, height] = [Math.max(10, radiusPx * WIDTH), Math.max(7, radiusPx * HEIGHT)];
        // never over the middle: a small disc keeps the colour of its kind there
        const left = x + Math.max(3, radiusPx * ASIDE - width / 2);
        const top = y + Math.max(3, radiusPx * ASIDE - height / 2);
        context.fillStyle = ground;
        context.fillRect(left - 1, top - 1, width + 2, height + 2);
        context.drawImage(flag, left, top, width, height);
      } else if (radiusPx >= LEAST_LETTERS_PX) {
        context.font = `700 ${(radiusPx * 0.72).toFixed(1)}px "Source Sans 3 Variable", system-ui, sans-serif`;
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.fillStyle = ink;
        context.fillText(iso, x, y + radiusPx * 0.05);
      }
    }
    context.restore();
    return isDone;
  }

  /** Null where a state has none, or the platform has no flags. */
  #flag(iso: string): HTMLCanvasElement | null {
    let flag = this.#kept.get(iso);
    if (flag !== undefined) return flag;
    const code = shortCode(iso);
    flag = code !== undefined && (this.#areDrawn ??= platformDrawsFlags()) ? flagOf(code) : null;
    this.#kept.set(iso, flag);
    return flag;
  }
}

const emoji = (code: string): string =>
  String.fromCodePoint(...[...code].map((letter) => REGIONAL_A + letter.charCodeAt(0) - 65));

const FLAG_FONT = '"Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", "Twemoji Mozilla", sans-serif';

function canvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D | null] {
  const element = document.createElement('canvas');
  [element.width, element.height] = [width, height];
  return [element, element.getContext('2d', { willReadFrequently: true })];
}

/** The flag fills the whole of it: fonts draw flags with air around, and some with waves. */
function flagOf(code: string): HTMLCanvasElement | null {
  const { width, height } = KEPT;
  const [element, context] = canvas(width, height);
  if (context === null) return null;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `${height * 1.35}px ${FLAG_FONT}`;
  context.fillText(emoji(code), width / 2, height / 2 + height * 0.1);
  return element;
}

/** Where there are no flags, the two letters are drawn in the ink of any text. */
function platformDrawsFlags(): boolean {
  const [, context] = canvas(32, 32);
  if (context === null) return false;
  context.font = `24px ${FLAG_FONT}`;
  context.fillStyle = '#000000';
  context.fillText(emoji('FR'), 0, 26);
  const { data } = context.getImageData(0, 0, 32, 32);
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) return true;
  }
  return false;
}
