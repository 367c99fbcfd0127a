/** A text cut where quotes begin and end in it. */
import type { Passage, Span } from './find-quotes.ts';

/** A piece of text in which the same quotes stand from its first to its last character. */
export interface Piece extends Span {
  /** Ids of the quotes that cover it; empty between them. */
  readonly quotes: readonly string[];
}

/**
 * The pieces of one part of a text, in order and without gaps.
 *
 * @param passages those that touch the part, in the order of the text
 */
export function piecesOf(part: Span, passages: readonly Passage[]): Piece[] {
  const cuts = new Set([part.from, part.to]);
  for (const { from, to } of passages) {
    if (from > part.from && from < part.to) cuts.add(from);
    if (to > part.from && to < part.to) cuts.add(to);
  }
  const places = [...cuts].toSorted((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let at = 0; at + 1 < places.length; at++) {
    const [from, to] = [places[at] as number, places[at + 1] as number];
    const quotes = passages.filter((passage) => passage.from <= from && passage.to >= to);
    pieces.push({ from, to, quotes: quotes.map(({ quote }) => quote) });
  }
  return pieces;
}
