/**
 * The decisions behind one random statement: numbers that fast-check draws and shrinks. Where they run out every
 * decision is the first, so a shorter or smaller sequence makes a simpler statement; that is how a failure is shrunk.
 */
import fc from 'fast-check';

/** More makes a statement that nobody can read. */
const MOST_DECISIONS = 500;

export const decisions: fc.Arbitrary<number[]> = fc.noBias(
  fc.array(fc.nat(), { maxLength: MOST_DECISIONS, size: 'max' }),
);

export class Choices {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** From 0 to before `bound`. */
  below(bound: number): number {
    return (this.#numbers[this.#at++] ?? 0) % bound;
  }

  /** True so many times in a hundred; false in the simplest statement. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** One of them; the first in the simplest statement. @throws RangeError there is none */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(Math.max(1, items.length))];
    if (item === undefined) throw new RangeError('nothing to choose from');
    return item;
  }

  /** One of them, as often as its weight says; the first in the simplest statement. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T {
    let left = this.below(
      Math.max(
        1,
        items.reduce((sum, [weight]) => sum + weight, 0),
      ),
    );
    for (const [weight, item] of items) {
      if (left < weight) return item;
      left -= weight;
    }
    throw new RangeError('nothing to choose from');
  }
}
