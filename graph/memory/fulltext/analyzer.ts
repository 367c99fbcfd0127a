/**
 * Splits text into terms as Lucene's `standard-no-stop-words` analyzer does: at the word boundaries of UAX #29, in
 * lower case. An apostrophe, full stop or colon between letters and a comma or full stop between digits stay
 * inside a term; each Han or Hiragana character is a term.
 *
 * @see https://www.unicode.org/reports/tr29/#Word_Boundaries
 */
const SINGLE = String.raw`[\p{Script=Han}\p{Script=Hiragana}]`;
const WORD_CHARACTER = String.raw`(?!${SINGLE})[\p{L}\p{M}\p{N}_]`;
const INSIDE_LETTERS = String.raw`(?<=\p{L}\p{M}*)['’.:·](?=\p{L})`;
const INSIDE_DIGITS = String.raw`(?<=\p{N})[.,;'’](?=\p{N})`;
const EMOJI = String.raw`\p{Extended_Pictographic}`;
const TERM = new RegExp(
  `${SINGLE}|(?:${WORD_CHARACTER}(?:${INSIDE_LETTERS}|${INSIDE_DIGITS})?)+|${EMOJI}`,
  'gu',
);

/** The terms of a text in the order in which they stand. */
export function analyze(text: string): string[] {
  return text.match(TERM)?.map(normalize) ?? [];
}

/** What is done to a term that is not split: the pattern of a prefix, wildcard or fuzzy search. */
export function normalize(term: string): string {
  return term.toLowerCase();
}
