import { ByteWriter } from './bytes.ts';
import type { Records } from './records.ts';

/** Where a record is removed. */
const REMOVED = -1;

/** LMDB's binding writes what lies between `start` and `end` of a buffer that has them. */
interface Span extends Buffer {
  start?: number;
  end?: number;
}

/**
 * The records that one commit writes and removes, their bytes one after the other, so that ten thousand of them are not as many objects that
 * wait for the disk. To be used again for the next commit.
 */
export class RecordBatch {
  /** For the bytes of the next record; `put` ends it. */
  readonly out = new ByteWriter();
  readonly #keys: number[] = [];
  readonly #ends: number[] = [];

  /** How many records it writes and removes. */
  get size(): number {
    return this.#keys.length;
  }

  put(key: number): void {
    this.#keys.push(key);
    this.#ends.push(this.out.length);
  }

  remove(key: number): void {
    this.#keys.push(key);
    this.#ends.push(REMOVED);
  }

  /** Hands all to LMDB, which reads the bytes until its transaction has ended: nothing is to be changed before. */
  writeTo(records: Records): void {
    const bytes: Span = this.out.buffer;
    let start = 0;
    this.#keys.forEach((key, i) => {
      const end = this.#ends[i]!;
      if (end === REMOVED) {
        void records.remove(key);
        return;
      }
      bytes.start = start;
      bytes.end = start = end;
      void records.put(key, bytes);
    });
  }

  clear(): void {
    this.out.clear();
    this.#keys.length = 0;
    this.#ends.length = 0;
  }
}
