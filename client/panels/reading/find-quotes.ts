/**
 * Where quotes stand in the text of their article. Verbatim, except for what typesetters change: kinds of quotation marks, dashes and
 * spaces, line breaks, and whether an accent is a character of its own. Places are those of the text as it was given.
 */

export interface Quote {
  readonly id: string;
  /** Null where it has none: it is found nowhere. */
  readonly quote: string | null;
  /** Which paragraph it is said to be in, counted from 1. */
  readonly paragraph: number | null;
}

/** A part of a text, as places of `String.slice`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Passage extends Span {
  /** The id of the quote that stands there. */
  readonly quote: string;
}

/** Places looked at for a quote that is repeated; the one in its own paragraph is taken, else the first. */
const MOST_REPEATED = 1000;

/**
 * One passage for each quote that stands in `text`, in the order of the text, the longer one first of two that begin together.
 * They may overlap. Linear in the text for each quote.
 *
 * @param paragraphs of the same text: see `paragraphsOf`
 */
export function findQuotes(
  text: string,
  quotes: readonly Quote[],
  paragraphs: readonly Span[] = paragraphsOf(text),
): Passage[] {
  const plain = plainOf(text);
  const passages: Passage[] = [];
  for (const { id, quote, paragraph } of quotes) {
    const wanted = quote === null ? '' : plainOf(quote).text.trim();
    if (wanted === '') continue;
    const span = nearest(spansOf(plain, wanted), paragraph === null ? undefined : paragraphs[paragraph - 1]);
    if (span !== null) passages.push({ quote: id, ...span });
  }
  return passages.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Blocks of text between empty lines, without the space around them. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  // every run of lines that are not blank; linear, whatever the text
  let from = -1;
  let to = 0;
  const close = (): void => {
    if (from >= 0) spans.push(trimmed(text, { from, to }));
    from = -1;
  };
  for (let at = 0; at <= text.length;) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    if (isBlank(text, at, end)) close();
    else {
      if (from < 0) from = at;
      to = end;
    }
    at = end + 1;
  }
  close();
  return spans;
}

const SPACE = /\s/;

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!SPACE.test(text.charAt(at))) return false;
  return true;
}

function trimmed(text: string, { from, to }: Span): Span {
  while (from < to && SPACE.test(text.charAt(from))) from++;
  while (to > from && SPACE.test(text.charAt(to - 1))) to--;
  return { from, to };
}

/** A text as it is searched, and where each of its UTF-16 units comes from. */
interface Plain {
  readonly text: string;
  /** Begin and end, in the text as it was given, of what each unit stands for. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const DOUBLE_MARKS = '“”„‟«»″〝〞＂';
const SINGLE_MARKS = '‘’‚‛′‹›ʼ`´＇';
const DASHES = '‐‑‒–—―−﹘﹣－';
/** Written between characters without being seen: soft hyphen, zero-width spaces and joiners, marks of direction. */
const UNSEEN = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff';

const SAME = new Map<string, string>([
  ...[...DOUBLE_MARKS].map((mark) => [mark, '"'] as const),
  ...[...SINGLE_MARKS].map((mark) => [mark, "'"] as const),
  ...[...DASHES].map((dash) => [dash, '-'] as const),
  ...[...UNSEEN].map((unseen) => [unseen, ''] as const),
]);

/** A character with the accents that follow it. */
const CLUSTER = /[^\p{M}]\p{M}*|\p{M}+/suy;

function plainOf(given: string): Plain {
  const units = new Units(given.length);
  let wasSpace = false;
  for (let at = 0; at < given.length;) {
    const code = given.charCodeAt(at);
    let end = at + 1;
    let put: string | null = null;
    // nearly everything: a letter of ASCII with no accent after it
    if (code > 32 && code < 127 && code !== 96 && !(given.charCodeAt(end) > 127)) put = given.charAt(at);
    else {
      CLUSTER.lastIndex = at;
      const cluster = CLUSTER.exec(given)?.[0] ?? given.charAt(at);
      end = at + cluster.length;
      put = SPACE.test(cluster) ? ' ' : folded(cluster);
    }
    const isSpace = put === ' ';
    if (!(isSpace && wasSpace)) units.add(put, at, end);
    if (put !== '') wasSpace = isSpace;
    at = end;
  }
  return units.plain();
}

function folded(cluster: string): string {
  const [first = ''] = cluster;
  const same = SAME.get(first);
  if (same !== undefined) return same;
  let text = '';
  // a ligature or an ellipsis is what it is made of; what that gives may be a mark again
  for (const part of cluster.normalize('NFKD')) text += SAME.get(part) ?? part;
  return text;
}

/** Units that are added one after the other, with room that grows. */
class Units {
  #codes: Uint16Array<ArrayBuffer>;
  #from: Int32Array<ArrayBuffer>;
  #to: Int32Array<ArrayBuffer>;
  #size = 0;

  constructor(length: number) {
    const room = length + 16;
    this.#codes = new Uint16Array(room);
    this.#from = new Int32Array(room);
    this.#to = new Int32Array(room);
  }

  add(text: string, from: number, to: number): void {
    if (this.#size + text.length > this.#codes.length) this.#grow(text.length);
    for (let at = 0; at < text.length; at++) {
      this.#codes[this.#size] = text.charCodeAt(at);
      this.#from[this.#size] = from;
      this.#to[this.#size] = to;
      this.#size++;
    }
  }

  #grow(more: number): void {
    const room = (this.#size + more) * 2;
    const larger = <T extends Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(next: T, before: T): T => {
      next.set(before);
      return next;
    };
    this.#codes = larger(new Uint16Array(room), this.#codes);
    this.#from = larger(new Int32Array(room), this.#from);
    this.#to = larger(new Int32Array(room), this.#to);
  }

  plain(): Plain {
    const parts: string[] = [];
    // as many arguments as an engine takes at once
    for (let at = 0; at < this.#size; at += 8192)
      parts.push(String.fromCharCode(...this.#codes.subarray(at, Math.min(at + 8192, this.#size))));
    return { text: parts.join(''), from: this.#from, to: this.#to };
  }
}

/** Where `wanted` stands in a text, first to last, as places of the text as it was given. */
function spansOf({ text, from, to }: Plain, wanted: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && spans.length < MOST_REPEATED;) {
    const last = at + wanted.length - 1;
    // “cafe” does not stand in “café”, nor “fi” in half of a ligature
    const isWhole = from[at] !== from[at - 1] && (last + 1 >= text.length || from[last + 1] !== from[last]);
    if (isWhole) spans.push({ from: from[at] as number, to: to[last] as number });
    at = text.indexOf(wanted, isWhole ? last + 1 : at + 1);
  }
  return spans;
}

function nearest(spans: readonly Span[], paragraph: Span | undefined): Span | null {
  const inside = spans.find(
    ({ from, to }) => paragraph !== undefined && from >= paragraph.from && to <= paragraph.to,
  );
  return inside ?? spans[0] ?? null;
}
