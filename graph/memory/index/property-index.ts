import type { Value } from '../../model.ts';
import { bulkWork, work } from '../../work.ts';
import { IdSet } from '../id-set.ts';
import type { IndexKey } from './key.ts';
import { SortedKeys } from './sorted-keys.ts';

/** One id, a few of them ascending, or many. */
type Posting = number | number[] | IdSet;
const FEW = 32;

/**
 * Ids by the values of their properties: what serves range, text and point indexes. It holds *candidates*: a key
 * that an id no longer has stays until no snapshot sees it, so whoever asks checks each id against its own view.
 */
export class PropertyIndex {
  readonly #postings = new Map<IndexKey, Posting>();
  /** Built when a range is first asked for: unique keys that are only looked up never pay for the order. */
  #sorted: SortedKeys | null = null;

  add(key: IndexKey, id: number): void {
    const posting = this.#postings.get(key);
    if (posting === undefined) {
      this.#postings.set(key, id);
      this.#sorted?.add(key);
    } else if (typeof posting === 'number') {
      if (posting !== id) this.#postings.set(key, posting < id ? [posting, id] : [id, posting]);
    } else if (posting instanceof IdSet) {
      posting.add(id);
    } else {
      this.#addToFew(key, posting, id);
    }
  }

  #addToFew(key: IndexKey, posting: number[], id: number): void {
    let at = posting.length;
    while (at > 0 && posting[at - 1]! > id) at--;
    if (at > 0 && posting[at - 1] === id) return;
    if (posting.length < FEW) {
      posting.splice(at, 0, id);
      return;
    }
    const many = new IdSet();
    for (const known of posting) many.add(known);
    many.add(id);
    this.#postings.set(key, many);
  }

  delete(key: IndexKey, id: number): void {
    const posting = this.#postings.get(key);
    if (posting === undefined) return;
    if (typeof posting === 'number') {
      if (posting === id) this.#drop(key);
    } else if (posting instanceof IdSet) {
      if (posting.delete(id) && posting.size === 0) this.#drop(key);
    } else {
      const at = posting.indexOf(id);
      if (at === -1) return;
      posting.splice(at, 1);
      if (posting.length === 0) this.#drop(key);
    }
  }

  #drop(key: IndexKey): void {
    this.#postings.delete(key);
    this.#sorted?.delete(key);
  }

  /** Candidates with this key, ascending. */
  candidates(key: IndexKey): readonly number[] {
    const posting = this.#postings.get(key);
    if (posting === undefined) return [];
    if (typeof posting === 'number') return [posting];
    return posting instanceof IdSet ? posting.toArray() : posting;
  }

  /** Candidates whose key lies between those of two values of one group; null for no bound. */
  candidatesBetween(from: Value, to: Value): readonly number[] {
    return this.#collect(this.#order().between(from, to));
  }

  candidatesWithPrefix(prefix: string): readonly number[] {
    return this.#collect(this.#order().withPrefix(prefix));
  }

  /** Candidates whose key is a string that satisfies the test. */
  candidatesWhere(test: (text: string) => boolean): readonly number[] {
    const keys: IndexKey[] = [];
    for (const key of this.#postings.keys()) {
      work();
      if (typeof key === 'string' && test(key)) keys.push(key);
    }
    return this.#collect(keys);
  }

  /** The keys that more than one id has. */
  *sharedKeys(): Iterable<IndexKey> {
    for (const [key, posting] of this.#postings) if (typeof posting !== 'number') yield key;
  }

  all(): readonly number[] {
    return this.#collect(this.#postings.keys());
  }

  #order(): SortedKeys {
    return (this.#sorted ??= SortedKeys.of(this.#postings.keys()));
  }

  #collect(keys: Iterable<IndexKey>): readonly number[] {
    const ids: number[] = [];
    for (const key of keys) {
      work();
      const posting = this.#postings.get(key);
      if (posting === undefined) continue;
      if (typeof posting === 'number') ids.push(posting);
      else for (const id of posting instanceof IdSet ? posting.toArray() : posting) ids.push(id);
    }
    bulkWork(ids.length * 64);
    ids.sort((a, b) => a - b);
    // an id is under two keys while a snapshot needs the older one
    return ids.filter((id, i) => i === 0 || id !== ids[i - 1]);
  }
}
