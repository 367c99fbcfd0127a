import { NodeRef, type Row, type RunValue } from '../runtime.ts';
import { KeyMap } from '../values/key-map.ts';
import type { RunContext } from './context.ts';
import type { Column } from './project.ts';

/** A grouping key. */
export interface GroupingKey extends Column {
  /** The slot of the variable that alone the key is made of (`n` of `n.name`); -1 where it is made of others. */
  readonly of: number;
}

/** Lookups by node after which those have to have paid. */
const TRIAL = 4096;

/** One column's values; the next column's, or the groups. */
class Level extends KeyMap<object> {
  /** By the node that a value was read from. */
  readonly ofNode = new Map<number, object>();
}

/**
 * Groups by the values of some keys, a map for each key. A key that is read from a node is read once a node and not once
 * a row, as long as nodes come again and nothing is written meanwhile.
 */
export class GroupTable<T extends object> {
  readonly #keys: readonly GroupingKey[];
  readonly #context: RunContext;
  readonly #create: (row: Row, values: readonly RunValue[]) => T;
  readonly #root = new Level();
  #byNode: boolean;
  #looks = 0;
  #misses = 0;

  /** @param create makes the group of a row whose combination of values is new */
  constructor(
    context: RunContext,
    keys: readonly GroupingKey[],
    create: (row: Row, values: readonly RunValue[]) => T,
  ) {
    this.#context = context;
    this.#keys = keys;
    this.#create = create;
    this.#byNode = context.writer === null;
  }

  groupOf(row: Row): T {
    let at: object = this.#root;
    const last = this.#keys.length - 1;
    for (let i = 0; i <= last; i += 1) at = this.#next(at as Level, row, i, i === last);
    return at as T;
  }

  #next(level: Level, row: Row, i: number, isLast: boolean): object {
    const key = this.#keys[i]!;
    const element = this.#byNode && key.of >= 0 ? row[key.of] : null;
    if (!(element instanceof NodeRef))
      return this.#byValue(level, key.value(row, this.#context), row, isLast);
    this.#looks += 1;
    const known = level.ofNode.get(element.id);
    if (known !== undefined) return known;
    this.#misses += 1;
    if (this.#looks > TRIAL && this.#misses * 2 > this.#looks) this.#byNode = false;
    const found = this.#byValue(level, key.value(row, this.#context), row, isLast);
    level.ofNode.set(element.id, found);
    this.#context.charge(16);
    return found;
  }

  #byValue(level: Level, value: RunValue, row: Row, isLast: boolean): object {
    let next = level.get(value);
    if (next === undefined) {
      next = isLast
        ? this.#create(
            row,
            this.#keys.map((key) => key.value(row, this.#context)),
          )
        : new Level();
      level.set(value, next);
    }
    return next;
  }
}
