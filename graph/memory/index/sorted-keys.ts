import type { Value } from '../../model.ts';
import { compareKeys, keyGroup, keyOf, markedTextKeys, typeOfKey, type IndexKey } from './key.ts';

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

  /** The keys from one value to another of its type, both included; null leaves an end open. */
  *between(from: Value, to: Value): Iterable<IndexKey> {
    const [low, high] = [keyOf(from), keyOf(to)];
    const bound = low ?? high;
    if (bound === null) return;
    if (typeof (from ?? to) === 'string') {
      yield* this.#textsBetween(low, high);
    } else if (typeof bound === 'string') {
      const type = typeOfKey(bound);
      yield* this.#upTo(low ?? type, high, (key) => typeof key === 'string' && key.startsWith(type));
    } else {
      const group = keyGroup(bound);
      yield* this.#upTo(low ?? FIRST_OF_GROUP[group]!, high, (key) => keyGroup(key) === group);
    }
  }

  *#textsBetween(low: IndexKey | null, high: IndexKey | null): Iterable<IndexKey> {
    yield* this.#ofMarkedTexts();
    // of the others, only the empty one is below those
    const isPlain = (key: IndexKey | null): boolean => key === null || keyGroup(key) === STRINGS;
    const start = isPlain(low) ? (low ?? '') : '';
    yield* this.#upTo(start, isPlain(high) ? high : '', (key) => keyGroup(key) === STRINGS);
  }

  *withPrefix(prefix: string): Iterable<IndexKey> {
    if (prefix === '' || prefix.startsWith(MARK)) yield* this.#ofMarkedTexts();
    if (!prefix.startsWith(MARK)) {
      yield* this.#upTo(prefix, null, (key) => keyGroup(key) === STRINGS && String(key).startsWith(prefix));
    }
  }

  /** Texts that begin with the mark of other types: few, if any, and not among the others. */
  #ofMarkedTexts(): Iterable<IndexKey> {
    return this.#upTo(
      markedTextKeys,
      null,
      (key) => typeof key === 'string' && key.startsWith(markedTextKeys),
    );
  }

  *#upTo(low: IndexKey, high: IndexKey | null, belongs: (key: IndexKey) => boolean): Iterable<IndexKey> {
    for (const key of this.#from(low)) {
      if (!belongs(key) || (high !== null && compareKeys(key, high) > 0)) return;
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
const MARK = '\u0000';
/** Of booleans and of numbers. */
const FIRST_OF_GROUP: readonly IndexKey[] = [false, -Infinity];

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
