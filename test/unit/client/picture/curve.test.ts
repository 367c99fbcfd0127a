import { describe, expect, it } from 'vitest';
import { claimCurve, pointAt } from '../../../../client/picture/curve.ts';

const rounded = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) });

describe('the line of a claim', () => {
  it('begins at its source and ends at its target', () => {
    const curve = claimCurve({ x: 10, y: 20 }, { x: 110, y: 20 }, 0.3);
    expect([pointAt(curve, 0), pointAt(curve, 1)]).toEqual([
      { x: 10, y: 20 },
      { x: 110, y: 20 },
    ]);
  });

  it('is straight without a bend', () => {
    expect(rounded(pointAt(claimCurve({ x: 0, y: 0 }, { x: 100, y: 60 }, 0), 0.5))).toEqual({ x: 50, y: 30 });
  });

  it('bends to the left of its way by half the offset of its control point', () => {
    // going right on a screen, left is up
    expect(rounded(pointAt(claimCurve({ x: 0, y: 0 }, { x: 100, y: 0 }, 0.4), 0.5))).toEqual({
      x: 50,
      y: -20,
    });
    expect(rounded(pointAt(claimCurve({ x: 100, y: 0 }, { x: 0, y: 0 }, 0.4), 0.5))).toEqual({
      x: 50,
      y: 20,
    });
  });

  it('leaves the node above and comes back to it where both ends are the same', () => {
    expect(rounded(pointAt(claimCurve({ x: 50, y: 50 }, { x: 50, y: 50 }, 40), 0.5))).toEqual({
      x: 50,
      y: 5,
    });
  });
});
