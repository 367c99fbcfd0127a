import { describe, expect, it } from 'vitest';
import { isInside, rectangle } from '../../../../client/picture/polygon.ts';

const at = (x: number, y: number) => ({ x, y });

describe('what a line is drawn around', () => {
  it('a rectangle, whichever corner it was drawn from', () => {
    for (const [a, b] of [
      [at(0, 0), at(10, 4)],
      [at(10, 4), at(0, 0)],
      [at(10, 0), at(0, 4)],
    ] as const) {
      expect([at(5, 2), at(0.1, 3.9)].map((point) => isInside(rectangle(a, b), point))).toEqual([true, true]);
      expect([at(-1, 2), at(11, 2), at(5, 5)].map((point) => isInside(rectangle(a, b), point))).toEqual([
        false,
        false,
        false,
      ]);
    }
  });

  it('a bay of a lasso is outside', () => {
    const u = [at(0, 0), at(10, 0), at(10, 10), at(7, 10), at(7, 3), at(3, 3), at(3, 10), at(0, 10)];
    expect([at(1, 8), at(5, 1), at(9, 8)].map((point) => isInside(u, point))).toEqual([true, true, true]);
    expect(isInside(u, at(5, 8))).toBe(false);
  });

  it('closes itself', () => {
    expect(isInside([at(0, 0), at(10, 0), at(10, 10)], at(8, 4))).toBe(true);
    expect(isInside([at(0, 0), at(10, 0), at(10, 10)], at(4, 8))).toBe(false);
  });

  it('nothing, a point and a line hold nothing', () => {
    for (const polygon of [[], [at(1, 1)], [at(0, 0), at(2, 2)]])
      expect(isInside(polygon, at(1, 1))).toBe(false);
  });
});
