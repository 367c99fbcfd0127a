import { hash53 } from '../export/id-set.ts';

/**
 * Numbers the occurrences of equal texts, from 1, at about 20 bytes a text: it keeps 53-bit hashes, not texts.
 * Were two different texts ever to share a hash, one would only be numbered higher than it needs.
 */
export class Occurrences {
  #hashes = new Float64Array(1024);
  #counts = new Uint32Array(1024);
  #size = 0;

  next(text: string): number {
    if (this.#size * 2 >= this.#hashes.length) this.#grow();
    const slot = this.#slot(hash53(text));
    return (this.#counts[slot] = (this.#counts[slot] ?? 0) + 1);
  }

  /** The slot that holds a hash, taking a free one where none does. */
  #slot(hash: number): number {
    let slot = hash % this.#hashes.length;
    for (let held = this.#hashes[slot]; held !== hash; held = this.#hashes[slot]) {
      if (held === 0) {
        this.#hashes[slot] = hash;
        this.#size++;
        break;
      }
      slot = (slot + 1) % this.#hashes.length;
    }
    return slot;
  }

  #grow(): void {
    const [hashes, counts] = [this.#hashes, this.#counts];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#counts = new Uint32Array(hashes.length * 2);
    this.#size = 0;
    hashes.forEach((hash, at) => {
      if (hash !== 0) this.#counts[this.#slot(hash)] = counts[at] ?? 0;
    });
  }
}
