import { expect, it } from 'vitest';
import fc from 'fast-check';
import { degree } from '../../../../graph/measure/degree.ts';
import { anyLinks, linksOf } from './graphs.ts';

it('counts parallel links each for itself, and a self-loop at both its ends', () => {
  const links = linksOf(4, [
    [0, 1],
    [0, 1],
    [1, 0],
    [2, 2],
  ]);
  expect([...degree(links, 'out')]).toEqual([2, 1, 1, 0]);
  expect([...degree(links, 'in')]).toEqual([1, 2, 1, 0]);
  expect([...degree(links)]).toEqual([3, 3, 2, 0]);
});

it('degrees sum to the links, and in both directions to twice as many', () => {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  fc.assert(
    fc.property(anyLinks, (links) => {
      const size = links.sources.length;
      expect([sum(degree(links, 'in')), sum(degree(links, 'out')), sum(degree(links))]).toEqual([
        size,
        size,
        2 * size,
      ]);
    }),
  );
});
