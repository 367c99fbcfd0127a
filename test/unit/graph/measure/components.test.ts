import fc from 'fast-check';
import { expect, it } from 'vitest';
import { components } from '../../../../graph/measure/components.ts';
import { bothWays, linksOf, renumbered } from './graphs.ts';

it('numbers components by size, of equals the one with the lowest node first', () => {
  const parts = components(
    bothWays(
      linksOf(8, [
        [1, 0],
        [2, 3],
        [3, 4],
        [6, 7],
        [5, 5],
      ]),
    ),
  );
  expect([...parts]).toEqual([1, 1, 0, 0, 0, 3, 2, 2]);
});

it('two nodes are in one component exactly where a way joins them, however they are numbered', () => {
  fc.assert(
    fc.property(renumbered, ({ links, other, numbers }) => {
      const [parts, moved] = [components(bothWays(links)), components(bothWays(other))];
      links.sources.forEach((source, link) => expect(parts[source]).toBe(parts[links.targets[link] ?? 0]));
      for (let a = 0; a < links.order; a++)
        for (let b = 0; b < links.order; b++)
          expect(parts[a] === parts[b]).toBe(moved[numbers[a] ?? 0] === moved[numbers[b] ?? 0]);
    }),
  );
});

it('nodes without links are components of their own, and nothing has none', () => {
  expect([...components(bothWays(linksOf(3, [])))]).toEqual([0, 1, 2]);
  expect([...components(bothWays(linksOf(0, [])))]).toEqual([]);
});
