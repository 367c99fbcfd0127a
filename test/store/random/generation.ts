/** What is known while a statement is being made: the variables in scope, and what its result will be compared by. */
import type { Choices } from './choices.ts';
import { isElement, type Type } from './types.ts';

/** Rows that may come to the end of a statement, roughly: enough to mean something, few enough to be quick. */
const MOST_ROWS = 400;

/** Makes an expression of a type; every other file of the grammar asks for one, so that it is handed to them. */
export type Express = (g: Generation, type: Type, depth: number) => string;

export type Scope = ReadonlyMap<string, Type>;

export class Generation {
  readonly choices: Choices;
  scope: Scope = new Map();
  /** True when the last ORDER BY leaves no two rows in doubt. */
  ordered = false;
  /** True when a list without an order may be in the result. */
  bags = false;
  /** True once something was written: from there on elements need not have an id. */
  wrote = false;
  /** About how many rows there are now. */
  rows = 1;
  /** True where an expression may hold no pattern and no query: it reads nothing but its variables. */
  plain = false;
  /** True in a statement that may be wrong in its types here and there. */
  readonly wild: boolean;
  #names = 0;

  /** Other words for the same: patterns from right to left, predicates in a clause of their own. */
  readonly reworded: boolean;
  readonly #express: Express;

  constructor(choices: Choices, express: Express, reworded = false) {
    this.reworded = reworded;
    this.choices = choices;
    this.#express = express;
    this.wild = choices.chance(8);
  }

  /** @param depth how deep it may be nested; 0 for a literal, a variable, a property or a parameter */
  expression(type: Type, depth: number): string {
    return this.#express(this, type, depth);
  }

  /** A name that was not used. */
  name(prefix = 'v'): string {
    return `${prefix}${this.#names++}`;
  }

  /** Runs `make` with these variables in scope as well, or in place of all. */
  within<T>(variables: Iterable<readonly [string, Type]>, make: () => T, alone = false): T {
    const before = this.scope;
    this.scope = new Map([...(alone ? [] : before), ...variables]);
    try {
      return make();
    } finally {
      this.scope = before;
    }
  }

  bind(name: string, type: Type): string {
    this.scope = new Map([...this.scope, [name, type]]);
    return name;
  }

  /** Makes what may hold no pattern and no query. */
  plainly<T>(make: () => T): T {
    const before = this.plain;
    this.plain = true;
    try {
      return make();
    } finally {
      this.plain = before;
    }
  }

  variables(type: Type): string[] {
    return [...this.scope].filter(([, held]) => held === type).map(([name]) => name);
  }

  elements(): string[] {
    return [...this.scope].filter(([, held]) => isElement(held)).map(([name]) => name);
  }

  /** True when so many times as many rows are still few. */
  affords(times: number): boolean {
    return this.rows * times <= MOST_ROWS;
  }
}
