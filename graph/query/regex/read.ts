/**
 * Reads a pattern in the syntax of `java.util.regex`, which is Neo4j's. Back references, look-around, atomic groups and
 * possessive quantifiers are refused: what is left can be told in time linear in the text.
 *
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html
 */
import { anyOf, isLineEnd, isWordCharacter, namedClass, not, shortClass } from './classes.ts';
import { RegexError } from './syntax.ts';
import type { CharTest, Flags, Pattern, PlaceTest, Regex } from './syntax.ts';

const NO_FLAGS: Flags = { i: false, m: false, s: false, u: false, d: false, x: false, U: false };
/** Groups and classes within each other. */
const DEEPEST = 250;
const MOST_REPEATS = 1000;

/** @throws RegexError */
export function readRegex(pattern: string): Pattern {
  return new RegexReader(pattern).whole();
}

class RegexReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #flags = NO_FLAGS;
  #groups = 0;
  readonly #names = new Map<string, number>();

  constructor(text: string) {
    this.#text = withoutQuotes(text);
  }

  whole(): Pattern {
    const regex = this.#choice();
    if (this.#at < this.#text.length) throw this.#wrong("Unmatched closing ')'");
    return { regex, groups: this.#groups, names: this.#names };
  }

  #choice(): Regex {
    const items = [this.#sequence()];
    while (this.#take('|')) items.push(this.#sequence());
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'choice', items };
  }

  #sequence(): Regex {
    const items: Regex[] = [];
    for (;;) {
      this.#skipComments();
      if (this.#at >= this.#text.length || this.#is('|') || this.#is(')')) break;
      const item = this.#atom();
      if (item !== null) items.push(this.#repeated(item));
    }
    return { kind: 'sequence', items };
  }

  #repeated(item: Regex): Regex {
    let repeated = item;
    for (;;) {
      this.#skipComments();
      const [min, max] = this.#quantifier() ?? [-1, -1];
      if (min < 0) return repeated;
      if (this.#is('+')) throw this.#wrong('Possessive quantifiers are not supported');
      const isLazy = this.#take('?');
      repeated = { kind: 'repeat', item: repeated, min, max, isLazy };
    }
  }

  #quantifier(): readonly [min: number, max: number] | null {
    if (this.#take('*')) return [0, Infinity];
    if (this.#take('+')) return [1, Infinity];
    if (this.#take('?')) return [0, 1];
    if (!this.#is('{')) return null;
    const [whole, from = '', comma, to = ''] = this.#match(/\{(\d+)(,?)(\d*)\}/y) ?? [];
    if (whole === undefined) throw this.#wrong('Illegal repetition');
    const min = Number(from);
    const max = comma === '' ? min : to === '' ? Infinity : Number(to);
    if (max < min) throw this.#wrong('Illegal repetition range');
    if (min > MOST_REPEATS || (max !== Infinity && max > MOST_REPEATS))
      throw this.#wrong(`More than ${MOST_REPEATS} repetitions are not supported`);
    return [min, max];
  }

  /** Null for what only sets flags. */
  #atom(): Regex | null {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return this.#char(this.#class());
    if (this.#take('.')) return this.#char(this.#dot());
    if (this.#take('^')) return place(this.#flags.m ? this.#lineStart() : (_text, at) => at === 0);
    if (this.#take('$')) return place(this.#end(this.#flags.m));
    if (this.#take('\\')) return this.#escape();
    if (/[*+?{]/.test(this.#text[this.#at] ?? ''))
      throw this.#wrong(`Dangling meta character '${this.#text[this.#at]}'`);
    return this.#char(this.#literal(this.#codePoint()));
  }

  #group(): Regex | null {
    const outer = this.#flags;
    const start = this.#take('?') ? this.#groupStart() : { number: ++this.#groups };
    if (start === null) return null;
    if (++this.#depth > DEEPEST) throw this.#wrong('Too many groups within each other');
    const item = this.#choice();
    if (!this.#take(')')) throw this.#wrong('Unclosed group');
    this.#depth -= 1;
    this.#flags = outer;
    return start.number === 0 ? item : { kind: 'group', item, number: start.number };
  }

  /** After `(?`: the number of the group, 0 where it is not remembered; null for `(?i)`, which has nothing in it. */
  #groupStart(): { readonly number: number } | null {
    const [, name] = this.#match(/<([a-zA-Z][a-zA-Z0-9]*)>/y) ?? [];
    if (name !== undefined) {
      if (this.#names.has(name)) throw this.#wrong(`Named capturing group <${name}> is already defined`);
      this.#names.set(name, ++this.#groups);
      return { number: this.#groups };
    }
    const [flags] = this.#match(/[idmsuxU]*(?:-[idmsuxU]*)?(?=[:)])/y) ?? [];
    if (flags === undefined)
      throw this.#wrong(
        this.#match(/<?[=!]|>/y) === null
          ? 'Unknown group'
          : 'Look-around and atomic groups are not supported',
      );
    this.#flags = withFlags(this.#flags, flags);
    if (this.#take(')')) return null;
    this.#take(':');
    return { number: 0 };
  }

  #escape(): Regex {
    const letter = this.#text[this.#at] ?? '';
    const bounds: Readonly<Record<string, PlaceTest>> = {
      b: isWordBound,
      B: (text, at) => !isWordBound(text, at),
      A: (_text, at) => at === 0,
      z: (text, at) => at === text.length,
      Z: this.#end(false),
      G: (_text, at) => at === 0,
    };
    const bound = Object.hasOwn(bounds, letter) ? bounds[letter] : undefined;
    if (bound !== undefined) {
      this.#at += 1;
      return place(bound);
    }
    if (this.#take('R')) {
      const crlf = [0x0d, 0x0a].map((c): Regex => ({ kind: 'char', test: (is) => is === c }));
      const vertical = this.#char((c) => isLineEnd(c) || c === 0x0b || c === 0x0c);
      return { kind: 'choice', items: [{ kind: 'sequence', items: crlf }, vertical] };
    }
    if (/[1-9k]/.test(letter)) throw this.#wrong('Back references are not supported');
    return this.#char(this.#escapedClass() ?? this.#literal(this.#escapedCharacter()));
  }

  /** After the backslash: `d`, `P{Lu}` …; null for what stands for one character. */
  #escapedClass(): CharTest | null {
    const letter = this.#text[this.#at] ?? '';
    const short = shortClass(letter, this.#flags);
    if (short !== null) {
      this.#at += 1;
      return short;
    }
    const [, sign, braced, single] = this.#match(/([pP])(?:\{([^}]*)\}|(\w))/y) ?? [];
    if (sign === undefined) return null;
    const test = this.#folded(namedClass((braced ?? single ?? '').replaceAll(' ', ''), this.#flags));
    return sign === 'p' ? test : not(test);
  }

  #escapedCharacter(): number {
    const hex = this.#match(/x([\da-fA-F]{2})|x\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})/y);
    if (hex !== null) return this.#codePointOf(hex[1] ?? hex[2] ?? hex[3] ?? '');
    const [, octal] = this.#match(/0([0-3]?[0-7]{1,2})/y) ?? [];
    if (octal !== undefined) return Number.parseInt(octal, 8);
    const [, control] = this.#match(/c([\s\S])/y) ?? [];
    if (control !== undefined) return (control.codePointAt(0) ?? 0) ^ 64;
    const letter = this.#text[this.#at] ?? '';
    const named = NAMED[letter];
    if (named === undefined && (letter === '' || /[a-zA-Z0-9]/.test(letter)))
      throw this.#wrong('Illegal/unsupported escape sequence');
    const codePoint = this.#codePoint();
    return named ?? codePoint;
  }

  #codePointOf(hex: string): number {
    const codePoint = Number.parseInt(hex, 16);
    if (codePoint > 0x10ffff) throw this.#wrong('Hexadecimal codepoint is too big');
    return codePoint;
  }

  /** After `[`: unions, and intersections (`&&`), which bind weaker. */
  #class(): CharTest {
    if (++this.#depth > DEEPEST) throw this.#wrong('Too many classes within each other');
    const isNegated = this.#take('^');
    const parts: CharTest[][] = [[]];
    let isFirst = true;
    while (isFirst || !this.#is(']')) {
      if (this.#at >= this.#text.length) throw this.#wrong('Unclosed character class');
      if (this.#match(/&&/y) === null) parts.at(-1)?.push(this.#classItem());
      else parts.push([]);
      isFirst = false;
    }
    this.#at += 1;
    this.#depth -= 1;
    const all = parts.filter((part) => part.length > 0).map(anyOf);
    const test: CharTest = (c) => all.every((part) => part(c));
    return isNegated ? not(test) : test;
  }

  #classItem(): CharTest {
    if (this.#take('[')) return this.#class();
    const from = this.#classCharacter();
    if (typeof from !== 'number') return from;
    // a `-` before the end, or before another class, is one itself
    if (this.#match(/-(?![\]&[])/y) === null) return this.#literal(from);
    const to = this.#classCharacter();
    if (typeof to !== 'number' || to < from) throw this.#wrong('Illegal character range');
    return this.#folded((c) => c >= from && c <= to);
  }

  #classCharacter(): number | CharTest {
    if (!this.#take('\\')) return this.#codePoint();
    return this.#escapedClass() ?? this.#escapedCharacter();
  }

  #char(test: CharTest): Regex {
    return { kind: 'char', test };
  }

  #literal(c: number): CharTest {
    return this.#folded((is) => is === c);
  }

  /** As the flags `i` and `u` have it. */
  #folded(test: CharTest): CharTest {
    const { i, u } = this.#flags;
    if (!i) return test;
    if (!u) return (c) => test(c) || (isAsciiLetter(c) && test(c ^ 0x20));
    return (c) => test(c) || casesOf(c).some(test);
  }

  #dot(): CharTest {
    if (this.#flags.s) return () => true;
    return this.#flags.d ? (c) => c !== 0x0a : not(isLineEnd);
  }

  #lineStart(): PlaceTest {
    const endsLine = this.#lineEnd();
    return (text, at) =>
      at === 0 ||
      (at < text.length &&
        endsLine(text.charCodeAt(at - 1)) &&
        !(text[at - 1] === '\r' && text[at] === '\n'));
  }

  /** `$`: at the end, or before a line terminator: the last, or (`everyLine`) any. */
  #end(everyLine: boolean): PlaceTest {
    const endsLine = this.#lineEnd();
    return (text, at) => {
      if (at === text.length) return true;
      // between \r and \n is no place of its own
      if (!endsLine(text.charCodeAt(at)) || (text[at] === '\n' && text[at - 1] === '\r' && endsLine(0x0d)))
        return false;
      const after = text.startsWith('\r\n', at) ? at + 2 : at + 1;
      return everyLine || after === text.length;
    };
  }

  #lineEnd(): CharTest {
    return this.#flags.d ? (c) => c === 0x0a : isLineEnd;
  }

  #skipComments(): void {
    if (this.#flags.x) while (this.#match(/[ \t\n\v\f\r]+|#[^\n]*/y) !== null);
  }

  #codePoint(): number {
    const c = this.#text.codePointAt(this.#at) ?? 0;
    this.#at += c > 0xffff ? 2 : 1;
    return c;
  }

  #is(char: string): boolean {
    return this.#text[this.#at] === char;
  }

  #take(char: string): boolean {
    const isHere = this.#is(char);
    if (isHere) this.#at += 1;
    return isHere;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return null;
    this.#at += found[0].length;
    return found;
  }

  #wrong(what: string): RegexError {
    return new RegexError(`${what} near index ${this.#at}`);
  }
}

/** `\Qa.b\E` as `a\.b`, so that what follows repeats the last character alone, as in Java. */
const withoutQuotes = (text: string): string =>
  text.replaceAll(/\\(?:Q([\s\S]*?)(?:\\E|$)|[\s\S])/g, (whole, quoted?: string) =>
    quoted === undefined ? whole : quoted.replaceAll(/[^a-zA-Z0-9]/gu, '\\$&'),
  );

const NAMED: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };

const place = (test: PlaceTest): Regex => ({ kind: 'place', test });

const isAsciiLetter = (c: number): boolean => (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);

/** The same letter in other cases, where those are one character. */
function casesOf(c: number): readonly number[] {
  const char = String.fromCodePoint(c);
  const upper = char.toUpperCase();
  const cases = [upper, char.toLowerCase(), upper.toLowerCase()];
  return cases.filter((each) => [...each].length === 1).map((each) => each.codePointAt(0) ?? c);
}

const isWordBound: PlaceTest = (text, at) => {
  const before = at > 0 && isWordCharacter(codePointBefore(text, at));
  return before !== (at < text.length && isWordCharacter(text.codePointAt(at) ?? 0));
};

function codePointBefore(text: string, at: number): number {
  const wide = at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
  return wide > 0xffff ? wide : text.charCodeAt(at - 1);
}

function withFlags(flags: Flags, written: string): Flags {
  const [on = '', off = ''] = written.split('-');
  const set = (letters: string, value: boolean) =>
    Object.fromEntries(Array.from(letters, (letter) => [letter, value]));
  return { ...flags, ...set(on, true), ...(on.includes('U') ? { u: true } : {}), ...set(off, false) };
}
