/** Lucene's classic query syntax. @see https://lucene.apache.org/core/9_0_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html */
import { CypherError } from '../../errors.ts';

/** `field` null means every field of the index. */
export type Query =
  | { readonly kind: 'text'; readonly field: string | null; readonly text: string }
  | { readonly kind: 'phrase'; readonly field: string | null; readonly text: string; readonly slop: number }
  | {
      readonly kind: 'wildcard';
      readonly field: string | null;
      readonly pattern: RegExp;
      readonly prefix: string;
    }
  | { readonly kind: 'fuzzy'; readonly field: string | null; readonly text: string; readonly edits: number }
  | {
      readonly kind: 'range';
      readonly field: string | null;
      readonly from: string | null;
      readonly to: string | null;
      readonly fromIncluded: boolean;
      readonly toIncluded: boolean;
    }
  | { readonly kind: 'all' }
  | { readonly kind: 'boolean'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'boost'; readonly query: Query; readonly by: number };

export interface Clause {
  readonly occurs: 'must' | 'should' | 'mustNot';
  readonly query: Query;
}

/** Fuzzy terms allow two edits where no number is given, and never more. */
const MOST_EDITS = 2;
/** Deeper nesting is refused, so that no query can exhaust the stack. */
const DEEPEST = 100;

type Token =
  | { readonly kind: 'and' | 'or' | 'not' | '+' | '-' | '(' | ')' | ':' | 'end'; readonly at: number }
  /** `raw` still has its escapes. */
  | { readonly kind: 'term' | 'quoted' | 'range'; readonly raw: string; readonly at: number }
  | { readonly kind: '~' | '^'; readonly number: number | null; readonly at: number };

const TERM_START = String.raw`(?:[^\s+\-!():^\[\]"{}~\\/]|\\[\s\S])`;
const TOKENS = new RegExp(
  [
    String.raw`(?<space>[\s\u3000]+)`,
    String.raw`(?<operator>&&|\|\||!|\+|-|\(|\)|:)`,
    String.raw`"(?<quoted>(?:[^"\\]|\\[\s\S])*)"`,
    String.raw`(?<range>[[{][^\]}]*[\]}])`,
    String.raw`(?<suffix>[~^])(?<number>\d*\.?\d+)?`,
    `(?<term>${TERM_START}(?:${TERM_START}|[-+])*)`,
  ].join('|'),
  'uy',
);

const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not' | '+' | '-' | '(' | ')' | ':'>> = {
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '+': '+',
  '-': '-',
  '(': '(',
  ')': ')',
  ':': ':',
  AND: 'and',
  OR: 'or',
  NOT: 'not',
};

/** @throws CypherError the query is malformed */
export function parseQuery(text: string): Query {
  return new QueryParser(text).parse();
}

class QueryParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = this.#tokenize();
  }

  parse(): Query {
    const query = this.#query(null);
    if (this.#peek().kind !== 'end') this.#fail();
    return query;
  }

  #tokenize(): Token[] {
    const tokens: Token[] = [];
    TOKENS.lastIndex = 0;
    for (let at = 0; at < this.#text.length; at = TOKENS.lastIndex) {
      TOKENS.lastIndex = at;
      const groups = TOKENS.exec(this.#text)?.groups;
      if (groups === undefined) return this.#failAt(at);
      const { operator, quoted, range, suffix, number, term } = groups;
      const word = OPERATORS[operator ?? term ?? ''];
      if (word !== undefined) tokens.push({ kind: word, at });
      else if (quoted !== undefined) tokens.push({ kind: 'quoted', raw: quoted, at });
      else if (range !== undefined) tokens.push({ kind: 'range', raw: range, at });
      else if (term !== undefined) tokens.push({ kind: 'term', raw: term, at });
      else if (suffix === '~' || suffix === '^') {
        tokens.push({ kind: suffix, number: number === undefined ? null : Number(number), at });
      }
    }
    tokens.push({ kind: 'end', at: this.#text.length });
    return tokens;
  }

  #peek(): Token {
    return this.#tokens[this.#at]!;
  }
  #take(): Token {
    return this.#tokens[this.#at++]!;
  }
  #accept(kind: Token['kind']): boolean {
    if (this.#peek().kind !== kind) return false;
    this.#at++;
    return true;
  }
  #fail(): never {
    return this.#failAt(this.#peek().at);
  }
  #failAt(at: number): never {
    const found = at >= this.#text.length ? 'the end' : `"${this.#text.slice(at, at + 20)}"`;
    throw new CypherError(
      'Neo.ClientError.Procedure.ProcedureCallFailed',
      `Cannot parse '${this.#text}': unexpected ${found} at column ${at + 1}. Put a backslash before a character that is meant as itself.`,
    );
  }

  /** `AND` makes the clauses at its two sides required; what is not marked is optional. */
  #query(field: string | null): Query {
    if (++this.#depth > DEEPEST) this.#fail();
    const clauses: Clause[] = [];
    do {
      let isAnd = false;
      if (clauses.length > 0) {
        isAnd = this.#accept('and');
        if (!isAnd) this.#accept('or');
      }
      const isRequired = this.#accept('+');
      const isProhibited = !isRequired && (this.#accept('-') || this.#accept('not'));
      const query = this.#clause(field);
      const last = clauses.at(-1);
      if (isAnd && last?.occurs === 'should') clauses[clauses.length - 1] = { ...last, occurs: 'must' };
      clauses.push({ occurs: isProhibited ? 'mustNot' : isRequired || isAnd ? 'must' : 'should', query });
    } while (this.#peek().kind !== 'end' && this.#peek().kind !== ')');
    this.#depth--;
    const [only] = clauses;
    return clauses.length === 1 && only?.occurs !== 'mustNot' && only !== undefined
      ? only.query
      : { kind: 'boolean', clauses };
  }

  #clause(outer: string | null): Query {
    let field = outer;
    const first = this.#peek();
    if (first.kind === 'term' && this.#tokens[this.#at + 1]?.kind === ':') {
      this.#at += 2;
      if (first.raw === '*' && this.#peek().kind === 'term') {
        const star = this.#peek();
        if (star.kind === 'term' && star.raw === '*') {
          this.#at++;
          return this.#boosted({ kind: 'all' });
        }
      }
      field = first.raw === '*' ? null : unescape(first.raw);
    }
    const token = this.#take();
    switch (token.kind) {
      case '(': {
        const query = this.#query(field);
        if (!this.#accept(')')) this.#fail();
        return this.#boosted(query);
      }
      case 'quoted': {
        const next = this.#peek();
        let slop = 0;
        if (next.kind === '~') {
          this.#at++;
          slop = Math.floor(next.number ?? 0);
        }
        return this.#boosted({ kind: 'phrase', field, text: unescape(token.raw), slop });
      }
      case 'range':
        return this.#boosted(this.#range(field, token.raw, token.at));
      case 'term':
        return this.#boosted(this.#term(field, token.raw));
      default:
        return this.#failAt(token.at);
    }
  }

  #term(field: string | null, raw: string): Query {
    const next = this.#peek();
    if (next.kind === '~') {
      this.#at++;
      const text = unescape(raw);
      return { kind: 'fuzzy', field, text, edits: editsFor(next.number, text) };
    }
    if (!/^(?:[^\\*?]|\\[\s\S])*$/u.test(raw)) {
      if (raw === '*' && field === null) return { kind: 'all' };
      return { kind: 'wildcard', field, ...wildcard(raw) };
    }
    return { kind: 'text', field, text: unescape(raw) };
  }

  #range(field: string | null, raw: string, at: number): Query {
    const parts = /^[[{]\s*("(?:[^"\\]|\\.)*"|\S+)\s+TO\s+("(?:[^"\\]|\\.)*"|\S+?)\s*[\]}]$/u.exec(raw);
    if (parts === null) return this.#failAt(at);
    const bound = (text: string): string | null =>
      text === '*' ? null : unescape(text.replace(/^"(.*)"$/su, '$1')).toLowerCase();
    return {
      kind: 'range',
      field,
      from: bound(parts[1]!),
      to: bound(parts[2]!),
      fromIncluded: raw.startsWith('['),
      toIncluded: raw.endsWith(']'),
    };
  }

  #boosted(query: Query): Query {
    const next = this.#peek();
    if (next.kind !== '^') return query;
    if (next.number === null) this.#fail();
    this.#at++;
    return { kind: 'boost', query, by: next.number };
  }
}

const unescape = (raw: string): string => raw.replace(/\\([\s\S])/gu, '$1');

/** Numbers below 1 are the similarity of older Lucene versions. */
function editsFor(number: number | null, text: string): number {
  if (number === null) return MOST_EDITS;
  if (number >= 1) return Math.min(MOST_EDITS, Math.floor(number));
  return number === 0 ? 0 : Math.min(MOST_EDITS, Math.floor((1 - number) * [...text].length));
}

/** A pattern with `*` for any characters and `?` for one, and what all matches begin with. */
function wildcard(raw: string): { pattern: RegExp; prefix: string } {
  let source = '';
  let prefix = '';
  let literal = true;
  for (const [part] of raw.toLowerCase().matchAll(/\\[\s\S]|[\s\S]/gu)) {
    if (part === '*' || part === '?') {
      literal = false;
      source = part === '?' ? `${source}.` : source.endsWith('.*') ? source : `${source}.*`;
      continue;
    }
    const char = unescape(part);
    source += char.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
    if (literal) prefix += char;
  }
  return { pattern: new RegExp(`^${source}$`, 'su'), prefix };
}
