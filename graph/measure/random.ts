/** Numbers that look random and are the same every time, from a seed: 32 bits by Mulberry32 (Tommy Ettinger, 2017). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** 0 ≤ number < 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** `count` different numbers of `0 … order - 1`, in random order; all of them where `count` is `order`. */
  sample(order: number, count: number): Int32Array {
    const numbers = Int32Array.from({ length: order }, (_, number) => number);
    for (let at = 0; at < count; at++) {
      const other = at + Math.floor(this.next() * (order - at));
      [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
    }
    return numbers.slice(0, count);
  }
}
