import { expect, it } from 'vitest';
import { adjacencyOf } from '../../../graph/adjacency.ts';

it('a pair stands on both sides once, however many links join it, and a self-loop nowhere', () => {
  const { offsets, neighbours, weights } = adjacencyOf(
    4,
    Int32Array.of(0, 1, 0, 2),
    Int32Array.of(1, 0, 2, 2),
    (links) => links * 10,
  );
  expect([...offsets]).toEqual([0, 2, 3, 4, 4]);
  expect([...neighbours]).toEqual([1, 2, 0, 0]);
  expect([...weights]).toEqual([20, 10, 20, 10]);
});

it('no node and no link make an empty adjacency', () => {
  const { offsets, neighbours } = adjacencyOf(0, new Int32Array(), new Int32Array());
  expect([[...offsets], [...neighbours]]).toEqual([[0], []]);
});
