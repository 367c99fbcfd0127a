/** The variables that can be named at one place of a statement, with what is known of their types. */
import type { StaticType } from './static-type.ts';

export class Scope {
  readonly #own: Map<string, StaticType>;
  readonly #outer: Scope | null;

  /** @param outer what stays visible around it: the statement around a subquery, the clause around a comprehension */
  constructor(outer: Scope | null = null, own: Iterable<readonly [string, StaticType]> = []) {
    this.#outer = outer;
    this.#own = new Map(own);
  }

  /** Undefined where there is no such variable. */
  type(name: string): StaticType | undefined {
    return this.#own.get(name) ?? this.#outer?.type(name);
  }

  has(name: string): boolean {
    return this.type(name) !== undefined;
  }

  declare(name: string, type: StaticType): void {
    this.#own.set(name, type);
  }

  /** Those of this scope itself, in the order they were declared. */
  own(): IterableIterator<[string, StaticType]> {
    return this.#own.entries();
  }

  get isEmpty(): boolean {
    return this.#own.size === 0;
  }

  *names(): Generator<string> {
    yield* this.#own.keys();
    if (this.#outer !== null) yield* this.#outer.names();
  }
}
