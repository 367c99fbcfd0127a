import { describe, expect, it } from 'vitest';
import { fit } from '../../../../client/picture/fit.ts';

const point = (x: number, y: number, room = 0) => ({
  x,
  y,
  left: room,
  right: room,
  above: room,
  below: room,
});

describe('fitting points and their labels into a view', () => {
  it('scales by the axis that is fuller', () => {
    const { scale, centerX, centerY } = fit([point(0, 0), point(100, 10)], 200, 200, 10);
    expect([scale, centerX, centerY].map((value) => Number(value.toFixed(6)))).toEqual([2, 50, 5]);
  });

  it('leaves room for labels, which do not scale', () => {
    const { scale } = fit([point(0, 0, 50), point(100, 0, 50)], 200, 400, 10);
    expect(scale).toBeCloseTo(1, 6);
  });

  it('moves the centre towards the side with the longer label', () => {
    const { centerX } = fit(
      [
        { ...point(0, 0), right: 0 },
        { ...point(100, 0), right: 100 },
      ],
      200,
      200,
      1,
    );
    expect(centerX).toBeCloseTo(100, 6);
  });

  it('zooms in no further than it is allowed to', () => {
    expect(fit([point(7, 8)], 200, 200, 1.5)).toEqual({ scale: 1.5, centerX: 7, centerY: 8 });
  });

  it('fits the points where the labels alone are wider than the view', () => {
    const { scale } = fit([point(0, 0, 300), point(100, 0, 300)], 208, 2000, 10);
    expect(scale).toBeCloseTo(208 / 108, 2);
  });

  it('gives the scale it was offered where there is nothing', () => {
    expect(fit([], 100, 100, 2)).toEqual({ scale: 2, centerX: 0, centerY: 0 });
  });
});
