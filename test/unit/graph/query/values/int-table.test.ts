import { describe, expect, it } from 'vitest';
import { IntTable } from '../../../../../graph/query/values/int-table.ts';

describe('IntTable', () => {
  it('numbers tuples as a Map of their texts would, negative and large integers too', () => {
    let seed = 1;
    const random = (): number => (seed = Math.imul(seed, 1_664_525) + 1_013_904_223) >> 20;
    for (const width of [1, 2, 3]) {
      const table = new IntTable(width, () => {});
      const known = new Map<string, number>();
      for (let i = 0; i < 20_000; i += 1) {
        const tuple = Int32Array.from({ length: width }, () =>
          i % 3 === 0 ? random() << 20 : random() % 50,
        );
        const key = tuple.join(' ');
        if (!known.has(key)) known.set(key, known.size);
        expect(table.numberOf(tuple)).toBe(known.get(key));
      }
      expect(table.size).toBe(known.size);
    }
  });

  it('tells what it grows by', () => {
    let bytes = 0;
    const table = new IntTable(2, (more) => (bytes += more));
    for (let i = 0; i < 100_000; i += 1) table.numberOf(Int32Array.of(i, -i));
    // places for twice as many, of 4 bytes, and the tuples of 8
    expect(bytes).toBeGreaterThan(100_000 * 16 * 0.9);
    expect(bytes).toBeLessThan(100_000 * 64);
  });
});
