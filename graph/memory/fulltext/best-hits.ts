/** The best hits so far, without keeping or ordering the rest: a common word has tens of thousands. */

export interface Hit {
  readonly id: number;
  readonly score: number;
}

/** A heap whose first is the worst that is kept: the one that a better hit takes the place of. */
export class BestHits {
  readonly #limit: number;
  readonly #heap: Hit[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether a hit of this score would be kept. */
  wants(id: number, score: number): boolean {
    if (this.#heap.length < this.#limit) return true;
    const worst = this.#heap[0];
    return worst !== undefined && isBetter(id, score, worst);
  }

  /** Takes a hit that is wanted. */
  add(id: number, score: number): void {
    const hit: Hit = { id, score };
    if (this.#heap.length < this.#limit) this.#rise(hit);
    else if (this.#limit > 0) this.#sink(hit);
  }

  /** Best first, then by id. */
  inOrder(): Hit[] {
    return this.#heap.toSorted((a, b) => b.score - a.score || a.id - b.id);
  }

  #rise(hit: Hit): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(hit);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above]!;
      if (!isBetter(parent.id, parent.score, hit)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = hit;
  }

  #sink(hit: Hit): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      const [left, right] = [heap[below]!, heap[below + 1]];
      if (right !== undefined && isBetter(left.id, left.score, right)) below++;
      const child = heap[below]!;
      if (!isBetter(hit.id, hit.score, child)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = hit;
  }
}

const isBetter = (id: number, score: number, other: Hit): boolean =>
  score > other.score || (score === other.score && id < other.id);
