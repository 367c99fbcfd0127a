/**
 * Splits a statement into tokens. Comments and white space only separate.
 *
 *     word    = letter { letter | digit | "_" | other identifier part }      any keyword or unquoted name
 *     quoted  = "`" { any | "``" } "`"                                       a back-tick inside is doubled
 *     string  = "'" { any | escape } "'"  |  '"' { any | escape } '"'
 *     integer = digits | "0x" hex digits | "0o" octal digits                 "_" may stand between digits
 *     float   = [digits] "." digits [exponent] | digits exponent
 *     symbol  = one of SYMBOLS
 *     comment = "//" … end of line | "/*" … "*" "/"
 */
import { work } from '../../work.ts';
import { statementError } from '../syntax-error.ts';
import { unescapeString } from './literals.ts';

/** `malformed` is a number with something wrong in it, `unknown` a character that begins no token. */
export type TokenKind =
  'word' | 'quoted' | 'string' | 'integer' | 'float' | 'symbol' | 'malformed' | 'unknown' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** What the parser compares: a word in upper case, or a symbol; empty for every other kind. */
  readonly key: string;
  /** A name or string with quotation marks and escapes resolved; else the text as written. */
  readonly value: string;
}

const SYMBOLS: ReadonlySet<string> = new Set(['<>', '<=', '>=', '=~', '!=', '+=', '||', '..', '::']);
const SINGLE = '()[]{}.,:;|&!%$+-*/^=<>';

// oxlint-disable-next-line no-control-regex -- openCypher 9 counts the information separators as white space
const SPACE = /[\s\u001C-\u001F\u180E]+/y;
const WORD = /(?!\$)[\p{ID_Start}\p{Pc}\p{Sc}](?:(?!\$)[\p{ID_Continue}\p{Pc}\p{Sc}])*/uy;
const NUMBER =
  /(?:0[xXoO]\p{ID_Continue}*|(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][+-]?\d[\d_]*)?|\d[\d_]*[eE][+-]?\d[\d_]*|\d[\d_]*)\p{ID_Continue}*/uy;
const FLOAT =
  /^(?:\d+(?:_\d+)*)?\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?$|^\d+(?:_\d+)*[eE][+-]?\d+(?:_\d+)*$/;
const INTEGER = /^(?:\d+(?:_\d+)*|0[xX](?:_?[0-9a-fA-F]+)+|0[oO](?:_?[0-7]+)+)$/;

/**
 * The tokens of `text`, the last one of kind `end`.
 *
 * @throws CypherError for an unclosed string, name or comment, or a malformed Unicode escape
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const next = skipBlank(text, at);
    if (next === null) {
      const message = 'Failed to parse comment. A comment starting on `/*` must have a closing `*/`.';
      throw statementError(text, text.indexOf('/*', at), message, '42I02');
    }
    at = next;
    const token = at < text.length ? readToken(text, at, tokens.at(-1)) : end(at);
    tokens.push(token);
    work();
    if (token.kind === 'end') return tokens;
    at = token.end;
  }
}

const end = (at: number): Token => ({ kind: 'end', start: at, end: at, key: '', value: '' });

function readToken(text: string, start: number, before: Token | undefined): Token {
  const char = text[start] ?? '';
  if (char === "'" || char === '"') return readString(text, start, char);
  if (char === '`') return readQuoted(text, start);
  // in `list[..5]` and `n.5` the point is no part of a number
  if (isDigit(char) || (char === '.' && isDigit(text[start + 1]))) {
    return readNumber(text, start, before?.key === '$' && before.end === start);
  }
  const word = matchAt(WORD, text, start);
  if (word !== undefined) {
    return { kind: 'word', start, end: start + word.length, key: word.toUpperCase(), value: word };
  }
  const pair = text.slice(start, start + 2);
  if (SYMBOLS.has(pair)) return { kind: 'symbol', start, end: start + 2, key: pair, value: pair };
  const symbol = text[start] ?? '';
  if (SINGLE.includes(symbol)) return { kind: 'symbol', start, end: start + 1, key: symbol, value: symbol };
  const whole = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return { kind: 'unknown', start, end: start + whole.length, key: '', value: whole };
}

/** The offset of the first thing at or after `at` that is neither white space nor a comment; null in an unclosed comment. */
export function skipBlank(text: string, at: number): number | null {
  for (;;) {
    const space = matchAt(SPACE, text, at);
    if (space !== undefined) at += space.length;
    if (text.startsWith('//', at)) {
      const newline = text.indexOf('\n', at);
      if (newline < 0) return text.length;
      at = newline + 1;
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) return null;
      at = close + 2;
    } else if (space === undefined) {
      return at;
    }
  }
}

function readString(text: string, start: number, quote: string): Token {
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  if (at >= text.length) {
    throw statementError(
      text,
      start,
      'Failed to parse string literal. The query must contain an even number of non-escaped quotes.',
      '42I19',
    );
  }
  return { kind: 'string', start, end: at + 1, key: '', value: unescapeString(text, start + 1, at) };
}

function readQuoted(text: string, start: number): Token {
  let at = start + 1;
  for (;;) {
    at = text.indexOf('`', at);
    if (at < 0) {
      throw statementError(
        text,
        start,
        'Failed to parse quoted name. The query must contain an even number of back-ticks.',
        '42I06',
      );
    }
    if (text[at + 1] !== '`') break;
    at += 2;
  }
  const value = text.slice(start + 1, at).replaceAll('``', '`');
  return { kind: 'quoted', start, end: at + 1, key: '', value };
}

/** @param parameter the number stands right after `$`, where `$1st` is a parameter's name */
function readNumber(text: string, start: number, parameter: boolean): Token {
  const run = matchAt(NUMBER, text, start) ?? '';
  // `1..3` and `$1.x`: the point belongs to what follows
  const value = parameter ? (/^[^.]*/.exec(run)?.[0] ?? '') : run;
  const token = { start, end: start + value.length, key: '', value };
  if (parameter) return { kind: 'word', ...token };
  if (INTEGER.test(value)) return { kind: 'integer', ...token };
  if (FLOAT.test(value)) return { kind: 'float', ...token };
  return { kind: 'malformed', ...token };
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
