import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Column } from '../../../../graph/memory/column.ts';
import type { Value } from '../../../../graph/model.ts';
import { LocalDate, LocalTime } from '../../../../graph/temporal.ts';

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -20n, max: 1100n }),
  fc.double(),
  fc.boolean(),
  fc.string(),
  fc.string({ minLength: 257, maxLength: 300 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((day) => new LocalDate(day)),
  fc.nat().map((nanos) => new LocalTime(nanos)),
  fc.array(fc.string()),
);

describe('a column', () => {
  it('holds what a map would, whether ids lie close or far apart', () => {
    const id = fc.oneof(fc.nat(30), fc.nat(3_000), fc.integer({ min: 1_000_000, max: 1_000_040 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(id, value), { maxLength: 300 }), (changes) => {
        const column = new Column('node');
        const map = new Map<number, Value>();
        for (const [at, to] of changes) {
          column.set(at, to);
          if (to === null) map.delete(at);
          else map.set(at, to);
        }
        expect(column.count).toBe(map.size);
        for (const [at] of changes) {
          expect(column.get(at)).toEqual(map.get(at) ?? null);
          expect(column.has(at)).toBe(map.has(at));
        }
      }),
    );
  });

  it('keeps texts that nearly all differ, once the dictionary is given up', () => {
    const column = new Column('node');
    const text = (id: number): string => (id % 100 === 0 ? 'common' : `text ${id}`);
    const count = 300_000;
    for (let id = 0; id < count; id++) column.set(id, text(id));
    for (let id = 0; id < count; id += 997) expect(column.get(id)).toBe(text(id));
    column.set(5, 'common');
    column.set(6, null);
    expect([column.get(5), column.get(6), column.count]).toEqual(['common', null, count - 1]);
  });

  it('takes room for the ids that have it, not for all ids', () => {
    const before = process.memoryUsage().arrayBuffers;
    const columns = Array.from({ length: 50 }, (_, i) => {
      const column = new Column('node');
      for (let id = i; id < 10_000_000; id += 1_000_000) column.set(id, 1n);
      return column;
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
    expect(columns.map((column) => column.count)).toEqual(columns.map(() => 10));
  });
});
