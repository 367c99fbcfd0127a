/** What a regular expression consists of, once read. */

/** Whether a code point is one of a class. */
export type CharTest = (codePoint: number) => boolean;
/** Whether something holds between two characters: before the code unit `at`. */
export type PlaceTest = (text: string, at: number) => boolean;

export type Regex =
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'place'; readonly test: PlaceTest }
  | { readonly kind: 'sequence'; readonly items: readonly Regex[] }
  | { readonly kind: 'choice'; readonly items: readonly Regex[] }
  /** What matched it is remembered under its number, from 1. */
  | { readonly kind: 'group'; readonly item: Regex; readonly number: number }
  /** `max` may be `Infinity`; a lazy one rather matches less. */
  | {
      readonly kind: 'repeat';
      readonly item: Regex;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
    };

export interface Pattern {
  readonly regex: Regex;
  /** How many groups there are, without the whole. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Told of work that was done, in turns of a loop. */
export type Work = (units: number) => void;

/** The pattern is none, or asks for what cannot be told in linear time. */
export class RegexError extends Error {
  override readonly name = 'RegexError';
}

export interface Flags {
  /** `i`: case does not count; of ASCII letters only, unless `u` too. */
  readonly i: boolean;
  /** `m`: `^` and `$` hold at every line. */
  readonly m: boolean;
  /** `s`: the dot is any character. */
  readonly s: boolean;
  readonly u: boolean;
  /** `d`: only `\n` ends a line. */
  readonly d: boolean;
  /** `x`: blanks and comments count for nothing. */
  readonly x: boolean;
  /** `U`: `\d`, `\s`, `\w` and the POSIX classes are Unicode's. */
  readonly U: boolean;
}
