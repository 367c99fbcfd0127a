import { expect, it } from 'vitest';
import { adjacencyOf } from '../../../../graph/adjacency.ts';
import { stress } from '../../../../graph/measure/stress.ts';

const chain = adjacencyOf(4, Int32Array.of(0, 1, 2), Int32Array.of(1, 2, 3));
const all = [0, 1, 2, 3];

it('a drawing with the distances of the graph has no stress, at any scale', () => {
  const y = new Float64Array(4);
  expect(stress(chain, Float64Array.of(0, 1, 2, 3), y, all)).toBeCloseTo(0, 12);
  expect(stress(chain, Float64Array.of(0, 70, 140, 210), y, all)).toBeCloseTo(0, 12);
});

it('a bent drawing has some, and is told by the ratios of its distances', () => {
  // a square with one side open: ratios 1, 1, 1, √2/2, √2/2, 1/3, each from both ends
  const [x, y] = [Float64Array.of(0, 1, 1, 0), Float64Array.of(0, 0, 1, 1)];
  const ratios = [1, 1, 1, Math.SQRT1_2, Math.SQRT1_2, 1 / 3];
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  const squares = ratios.reduce((total, ratio) => total + ratio * ratio, 0);
  expect(stress(chain, x, y, all)).toBeCloseTo(1 - sum ** 2 / squares / 6, 12);
});

it('pairs that no way joins do not count', () => {
  const apart = adjacencyOf(3, Int32Array.of(0), Int32Array.of(1));
  expect(stress(apart, Float64Array.of(0, 1, 900), new Float64Array(3), [0, 1, 2])).toBeCloseTo(0, 12);
});
