/** A text with the words that were searched for marked in it. */

/**
 * Splits `text` into pieces, in order; `isHit` pieces begin a word that starts with one of the words of `query`, case and accents
 * aside. Nothing is a hit where the query has no words.
 */
export function piecesOf(text: string, query: string): { text: string; isHit: boolean }[] {
  const wanted = query
    .split(/[^\p{L}\p{N}]+/u)
    .map(plain)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [{ text, isHit: false }];
  const pieces: { text: string; isHit: boolean }[] = [];
  for (const token of text.split(/([\p{L}\p{N}]+)/u)) {
    if (token === '') continue;
    const isHit = /^[\p{L}\p{N}]/u.test(token) && wanted.some((word) => plain(token).startsWith(word));
    const last = pieces.at(-1);
    if (last !== undefined && last.isHit === isHit) last.text += token;
    else pieces.push({ text: token, isHit });
  }
  return pieces;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  let at = 0;
  return piecesOf(text, query).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isHit ? <mark key={key}>{piece.text}</mark> : piece.text;
  });
}
