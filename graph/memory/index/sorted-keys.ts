import type { Value } from '../../model.ts';
import { compareKeys, keyGroup, keyOf, type IndexKey } from './key.ts';

const CHUNK = 512;

/** Keys in order, in chunks that are split when they grow: inserting costs one short copy. */
export class SortedKeys {
  #chunks: IndexKey[][] = [];

  static of(keys: Iterable<IndexKey>): SortedKeys {
    const sorted = [...keys].toSorted(compareKeys);
    const result = new SortedKeys();
    for (let i = 0; i < sorted.length; i += CHUNK) result.#chunks.push(sorted.slice(i, i + CHUNK));
    return result;
  }

  add(key: IndexKey): void {
    if (this.#chunks.length === 0) {
      this.#chunks.push([key]);
      return;
    }
    const at = Math.min(this.#chunkOf(key), this.#chunks.length - 1);
    const chunk = this.#chunks[at]!;
    const index = lowerBound(chunk, key);
    if (chunk[index] === key) return;
    chunk.splice(index, 0, key);
    if (chunk.length > 2 * CHUNK) this.#chunks.splice(at, 1, chunk.slice(0, CHUNK), chunk.slice(CHUNK));
  }

  delete(key: IndexKey): void {
    const at = this.#chunkOf(key);
    const chunk = this.#chunks[at];
    if (chunk === undefined) return;
    const index = lowerBound(chunk, key);
    if (chunk[index] !== key) return;
    chunk.splice(index, 1);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
  }

  /**
   * At least the keys from one value to another, both included; null leaves an end open. Types whose keys have no
   * order (all but numbers, strings and booleans) get every key of such types.
   */
  *between(from: Value, to: Value): Iterable<IndexKey> {
    const bound = from ?? to;
    const group = typeof bound === 'string' ? STRINGS : keyGroup(keyOf(bound) ?? false);
    const low = keyOf(from);
    const high = keyOf(to);
    if (group !== OTHERS) {
      const start = low !== null && keyGroup(low) === group ? low : FIRST_OF_GROUP[group]!;
      for (const key of this.#from(start)) {
        if (keyGroup(key) !== group || (high !== null && compareKeys(key, high) > 0)) break;
        yield key;
      }
    }
    // a string that begins with the mark of other types is among them
    if (group === OTHERS || group === STRINGS) yield* this.#from(FIRST_OF_GROUP[OTHERS]!);
  }

  *withPrefix(prefix: string): Iterable<IndexKey> {
    for (const key of this.#from(prefix)) {
      if (typeof key !== 'string' || !key.startsWith(prefix)) return;
      yield key;
    }
  }

  *#from(key: IndexKey): Iterable<IndexKey> {
    let at = this.#chunkOf(key);
    let index = at < this.#chunks.length ? lowerBound(this.#chunks[at]!, key) : 0;
    for (; at < this.#chunks.length; at++, index = 0) {
      const chunk = this.#chunks[at]!;
      for (; index < chunk.length; index++) yield chunk[index]!;
    }
  }

  /** The first chunk whose last key is not below the key; one past the last where all are. */
  #chunkOf(key: IndexKey): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(this.#chunks[middle]!.at(-1)!, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const STRINGS = 2;
const OTHERS = 3;
const FIRST_OF_GROUP: readonly IndexKey[] = [false, -Infinity, '', '\u0000'];

function lowerBound(keys: readonly IndexKey[], key: IndexKey): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(keys[middle]!, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
