import { describe, expect, it } from 'vitest';
import { clearPoints } from '../../../../client/picture/clear-point.ts';
import { claimCurve } from '../../../../client/picture/curve.ts';

const line = (x1: number, y1: number, x2: number, y2: number) =>
  claimCurve({ x: x1, y: y1 }, { x: x2, y: y2 }, 0);

describe('where a line can be pointed at', () => {
  it('is its middle, where nothing else is', () => {
    expect(clearPoints(new Map([['a', line(0, 0, 200, 0)]]), [])).toEqual(new Map([['a', { x: 100, y: 0 }]]));
  });

  it('is beside the crossing, where two lines cross in their middles', () => {
    const points = clearPoints(
      new Map([
        ['a', line(0, 100, 200, 100)],
        ['b', line(100, 0, 100, 200)],
      ]),
      [],
    );
    const { x, y } = points.get('a') ?? { x: 100, y: 100 };
    expect(y).toBeCloseTo(100, 6);
    expect(Math.abs(x - 100)).toBeGreaterThan(6);
  });

  it('is not under a node', () => {
    const { x } = clearPoints(new Map([['a', line(0, 0, 200, 0)]]), [{ x: 100, y: 0, radiusPx: 20 }]).get(
      'a',
    ) ?? { x: 100 };
    expect(Math.abs(x - 100)).toBeGreaterThan(24);
  });

  it('is the middle all the same, where two lines lie on each other', () => {
    const both = clearPoints(
      new Map([
        ['a', line(0, 0, 200, 0)],
        ['b', line(0, 0, 200, 0)],
      ]),
      [],
    );
    expect([...both.values()]).toEqual([
      { x: 100, y: 0 },
      { x: 100, y: 0 },
    ]);
  });
});
