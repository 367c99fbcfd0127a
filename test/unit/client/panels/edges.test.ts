import { describe, expect, it } from 'vitest';
import { binned, binOf, numberEdges, positionOf } from '../../../../client/panels/histogram/edges.ts';

describe('edges of numbers', () => {
  it('stand at round numbers and hold everything', () => {
    expect(numberEdges(0, 1, 6, false)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]);
    expect(numberEdges(-3, 97, 12, true)).toEqual([-10, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(numberEdges(1_200, 98_000, 5, true)).toEqual([0, 50_000, 100_000]);
  });

  it('part whole numbers nowhere but at whole numbers', () => {
    expect(numberEdges(1, 3, 40, true)).toEqual([1, 2, 3, 4]);
    expect(numberEdges(7, 7, 40, true)).toEqual([7, 8]);
    expect(numberEdges(0.5, 0.5, 40, false)).toEqual([0, 1]);
  });
});

describe('a value', () => {
  it('is in the bin that begins with it, and in none beyond the edges', () => {
    expect([-1, 0, 9.9, 10, 25, 40, Number.NaN].map((value) => binOf(value, [0, 10, 20, 40]))).toEqual([-1, 0, 0, 1, 2, -1, -1]); // prettier-ignore
  });

  it('stands between edges, however far they are apart', () => {
    expect([-5, 0, 5, 10, 30, 99].map((value) => positionOf(value, [0, 10, 20, 40]))).toEqual([0, 0, 0.5, 1, 2.5, 3]); // prettier-ignore
  });
});

describe('binning', () => {
  it('counts by layer, and leaves out what has no number and no layer', () => {
    const layers = [0, 1, 1, -1, 0, 0];
    const counts = binned([1, 2, 11, 3, Number.NaN, 19], [0, 10, 20], 2, (index) => layers[index] ?? -1);
    expect(counts.map((layer) => [...layer])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});
