import type { NameTable } from './graph.ts';

/** Names ↔ small integers, numbered in the order in which they are first seen. */
export class Names implements NameTable {
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.#names.length;
  }

  /** In the order of their numbers. */
  get names(): readonly string[] {
    return this.#names;
  }

  find(name: string): number {
    return this.#ids.get(name) ?? -1;
  }

  name(id: number): string {
    const name = this.#names[id];
    if (name === undefined) throw new RangeError(`There is no name with the number ${id}.`);
    return name;
  }

  ensure(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#names.length;
    this.#names.push(name);
    this.#ids.set(name, id);
    return id;
  }
}
