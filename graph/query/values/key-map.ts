import { NodeRef, RelationshipRef } from '../runtime.ts';
import type { RunValue } from '../runtime.ts';
import { groupKey, type GroupKey } from './group-key.ts';

/** Values by a value; two that are equivalent (`group-key.ts`) are one key. Nodes and relationships are found by their ids, without a text made of them. */
export class KeyMap<T> {
  // made when they are first needed: an aggregation may have one of these for each of its groups
  #plain: Map<GroupKey, T> | null = null;
  #nodes: Map<number, T> | null = null;
  #relationships: Map<number, T> | null = null;

  get(key: RunValue): T | undefined {
    if (key instanceof NodeRef) return this.#nodes?.get(key.id);
    if (key instanceof RelationshipRef) return this.#relationships?.get(key.id);
    return this.#plain?.get(groupKey(key));
  }

  set(key: RunValue, value: T): void {
    if (key instanceof NodeRef) (this.#nodes ??= new Map()).set(key.id, value);
    else if (key instanceof RelationshipRef) (this.#relationships ??= new Map()).set(key.id, value);
    else (this.#plain ??= new Map()).set(groupKey(key), value);
  }
}

/** Values by as many values as there are columns, one or more: a map of maps, so that no key need be made of them all. */
export class KeysMap<T extends object> {
  readonly #root = new KeyMap<object>();

  get(keys: readonly RunValue[]): T | undefined {
    let at: object | undefined = this.#root;
    for (const key of keys) {
      if (at === undefined) return undefined;
      at = (at as KeyMap<object>).get(key);
    }
    return at as T | undefined;
  }

  set(keys: readonly RunValue[], value: T): void {
    let at = this.#root;
    const last = keys.length - 1;
    for (let i = 0; i < last; i += 1) {
      let inner = at.get(keys[i]!) as KeyMap<object> | undefined;
      if (inner === undefined) at.set(keys[i]!, (inner = new KeyMap<object>()));
      at = inner;
    }
    at.set(keys[last]!, value);
  }
}
