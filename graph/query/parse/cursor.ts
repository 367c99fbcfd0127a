/** The place in a statement that the parser has reached, and what it would have taken there. */
import type { CypherError } from '../../errors.ts';
import { work } from '../../work.ts';
import type { GqlCondition } from '../../gql-status.ts';
import type { CypherVersion, Expression, Name, Query, Span } from '../ast.ts';
import { alternatives, nearest, statementError } from '../syntax-error.ts';
import { hintFor } from './hints.ts';
import type { Token } from './lexer.ts';
import { tokenize } from './lexer.ts';

/**
 * How deep brackets, operators and subqueries may nest. Deeper trees could overflow the stack of whoever walks them;
 * the deepest statement of the openCypher TCK has 20 levels.
 */
const MAX_DEPTH = 500;

/** The rules that rules of another file need although that file needs theirs. */
export interface Rules {
  expression(cursor: Cursor): Expression;
  /** What follows an operand that is already read: `> 3`, `IS NULL`; null where no such operator is next. */
  predicate(cursor: Cursor, start: number, operand: Expression): Expression | null;
  /** An expression without operators: an atom and what hangs on it, such as `n.name`. */
  operand(cursor: Cursor): Expression;
  query(cursor: Cursor): Query;
}

export class Cursor {
  readonly text: string;
  readonly rules: Rules;
  /** Set by the statement's prefix. */
  version: CypherVersion = 5;
  /**
   * True in the WHERE of a comprehension, outside any further brackets: there the last `|` begins the projection
   * (`[x IN xs WHERE x:A|B | x.p]`).
   */
  barProjects = false;
  readonly #tokens: readonly Token[];
  readonly #explain: boolean;
  #index = 0;
  /** For each opening bracket's token the index of the closing one. */
  #closings: Int32Array | undefined;
  #depth = 0;
  /** What was looked for at the furthest place reached, for the error message. */
  #expected = new Set<string>();
  #expectedAt = -1;
  /** Keywords that were looked for there under a common name. */
  #words: string[] = [];
  /** The place whose expectations are already named as a whole ("an expression"). */
  #namedAt = -1;

  /** @param explain whether to note what would have been taken, which makes parsing nearly half as slow again */
  constructor(text: string, rules: Rules, explain: boolean) {
    this.text = text;
    this.rules = rules;
    this.#tokens = tokenize(text);
    this.#explain = explain;
  }

  get token(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    const token = this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('a token list always has its end');
    return token;
  }

  advance(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.#index++;
    return token;
  }

  /** Whether the next tokens are these keywords or symbols; what is missing of them counts as expected there. */
  at(...keys: readonly string[]): boolean {
    for (let i = 0; i < keys.length; i++) {
      if (this.peek(i).key === keys[i]) continue;
      if (this.#explain) this.expecting(`'${keys.slice(i).join(' ')}'`, { ahead: i });
      return false;
    }
    return true;
  }

  /** As {@link at}, without a word in the error message. */
  sees(...keys: readonly string[]): boolean {
    for (let i = 0; i < keys.length; i++) if (this.peek(i).key !== keys[i]) return false;
    return true;
  }

  accept(...keys: readonly string[]): boolean {
    if (!this.at(...keys)) return false;
    this.#index += keys.length;
    return true;
  }

  /** The first of the alternatives that is next, taken; or undefined. */
  acceptOne<K extends string>(keys: readonly K[]): K | undefined {
    return keys.find((key) => this.accept(key));
  }

  expect(...keys: readonly string[]): Token {
    for (const key of keys) if (!this.accept(key)) throw this.unexpected();
    return this.peek(-1);
  }

  /** A name: any word, reserved or not, or anything between back-ticks. */
  name(what: string): Name {
    const { token } = this;
    if (token.kind !== 'word' && token.kind !== 'quoted') {
      this.expecting(what);
      throw this.unexpected();
    }
    this.#index++;
    return { name: token.value, span: { start: token.start, end: token.end } };
  }

  /** A string literal. */
  string(): string {
    const { token } = this;
    if (token.kind !== 'string') {
      this.expecting('a string');
      throw this.unexpected();
    }
    this.#index++;
    return token.value;
  }

  atName(): boolean {
    return this.token.kind === 'word' || this.token.kind === 'quoted';
  }

  /** One or more, separated by commas. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.accept(',')) items.push(item());
    return items;
  }

  /**
   * Says what may stand here, or `ahead` tokens further on.
   *
   * @param options `whole`: this names all that the next rule looks for, so that its parts are not listed as well;
   *   `words`: the keywords that `what` stands for, one of which may have been meant
   */
  expecting(
    what: string,
    {
      whole = false,
      ahead = 0,
      words = [],
    }: { whole?: boolean; ahead?: number; words?: readonly string[] } = {},
  ): void {
    if (!this.#explain) return;
    const index = this.#index + ahead;
    if (index < this.#expectedAt || this.#namedAt === index) return;
    if (index > this.#expectedAt) {
      this.#expected = new Set();
      this.#words = [];
      this.#expectedAt = index;
    }
    this.#expected.add(what);
    this.#words.push(...words);
    if (whole) this.#namedAt = index;
  }

  /** The span from a start offset to the end of the last token taken. */
  span(start: number): Span {
    work(); // every part of the tree has one
    return { start, end: this.#index === 0 ? start : this.peek(-1).end };
  }

  /** Runs a rule one level deeper. @throws CypherError when that is too deep */
  nested<T>(rule: () => T): T {
    this.deepen(1);
    const result = rule();
    this.deepen(-1);
    return result;
  }

  /** Counts levels that are not calls of a rule, such as the operands of a long `a + b + c`. */
  deepen(levels: number): void {
    this.#depth += levels;
    if (this.#depth > MAX_DEPTH) {
      throw this.error(
        `The statement is nested too deeply: at most ${MAX_DEPTH} levels are supported`,
        '42I06',
      );
    }
  }

  /** Runs a rule inside brackets of its own, where a `|` is not the surrounding comprehension's. */
  bracketed<T>(rule: () => T, barProjects = false): T {
    const before = this.barProjects;
    this.barProjects = barProjects;
    const result = this.nested(rule);
    this.barProjects = before;
    return result;
  }

  /** How many tokens ahead the bracket closes that opens `ahead` tokens from here; -1 when it never does. */
  closing(ahead: number): number {
    this.#closings ??= matchBrackets(this.#tokens);
    const index = this.#closings[this.#index + ahead] ?? -1;
    return index < 0 ? -1 : index - this.#index;
  }

  error(message: string, gql: GqlCondition, offset = this.token.start): CypherError {
    return statementError(this.text, offset, message, gql);
  }

  /** The error that something else was looked for, at the furthest place where anything was. */
  unexpected(): CypherError {
    const ahead = Math.max(0, this.#expectedAt - this.#index);
    const token = this.peek(ahead);
    const found = this.text.slice(token.start, token.end);
    const expected = this.#expectedAt === this.#index + ahead ? [...this.#expected] : [];
    // what is described, then what is quoted, then the end
    const described = expected.filter((e) => !e.startsWith("'") && e !== END).toSorted();
    const quoted = expected.filter((e) => e.startsWith("'")).toSorted();
    const list = alternatives([...described, ...quoted, ...expected.filter((e) => e === END)]);
    const what = token.kind === 'end' ? 'Unexpected end of the statement' : `Invalid input '${found}'`;
    const words = [...quoted.map((e) => e.slice(1, -1)), ...this.#words];
    const hint = didYouMean(token, this.#tokens[this.#index + ahead - 1], words);
    return this.error(list === '' ? what : `${what}: expected ${list}${hint}`, '42I06', token.start);
  }
}

/** How the message names the end of the statement, where that may come. */
export const END = 'the end of the statement';

function didYouMean(token: Token, before: Token | undefined, words: readonly string[]): string {
  const hint = hintFor(token.value, before?.value);
  if (hint !== undefined) return `; ${hint}`;
  if (token.kind !== 'word') return '';
  const first = words.map((word) => word.split(' ')[0] ?? '').filter((word) => word.length > 2);
  const meant = nearest(token.value, first);
  return meant === undefined ? '' : `; did you mean '${meant}'?`;
}

function matchBrackets(tokens: readonly Token[]): Int32Array {
  const closings = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [index, { key }] of tokens.entries()) {
    if (key === '(' || key === '[' || key === '{') {
      open.push(index);
    } else if (key === ')' || key === ']' || key === '}') {
      const start = open.pop();
      if (start !== undefined) closings[start] = index;
    }
  }
  return closings;
}
