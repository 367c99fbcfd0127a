/** Graphs that the tests of measures share: known ones, and any small one. */
import fc from 'fast-check';
import { adjacencyOf } from '../../../../graph/adjacency.ts';
import type { Adjacency, Links } from '../../../../graph/adjacency.ts';

export const linksOf = (order: number, pairs: readonly (readonly [number, number])[]): Links => ({
  order,
  sources: Int32Array.from(pairs, ([source]) => source),
  targets: Int32Array.from(pairs, ([, target]) => target),
});

export const bothWays = ({ order, sources, targets }: Links, weigh?: (links: number) => number): Adjacency =>
  adjacencyOf(order, sources, targets, weigh);

/** Who was seen with whom in a karate club that later split in two (Zachary, 1977): 34 members, 78 friendships. */
export const karateClub = linksOf(
  34,
  (
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
      [2, 3, 7, 13, 17, 19, 21, 30],
      [3, 7, 8, 9, 13, 27, 28, 32],
      [7, 12, 13],
      [6, 10],
      [6, 10, 16],
      [16],
      [],
      [30, 32, 33],
      [33],
      [],
      [],
      [],
      [33],
      [32, 33],
      [32, 33],
      [],
      [],
      [32, 33],
      [33],
      [32, 33],
      [],
      [32, 33],
      [25, 27, 29, 32, 33],
      [25, 27, 31],
      [31],
      [29, 33],
      [33],
      [31, 33],
      [32, 33],
      [32, 33],
      [32, 33],
      [33],
      [],
    ] as const
  ).flatMap((friends, member) => friends.map((friend) => [member, friend] as const)),
);

/** Up to nine nodes and twenty links, parallel ones and self-loops among them. */
export const anyLinks: fc.Arbitrary<Links> = fc.integer({ min: 1, max: 9 }).chain((order) => {
  const node = fc.integer({ min: 0, max: order - 1 });
  return fc.array(fc.tuple(node, node), { maxLength: 20 }).map((pairs) => linksOf(order, pairs));
});

/** The same graph with its nodes numbered otherwise, and the new number of each. */
export const renumbered: fc.Arbitrary<{ links: Links; other: Links; numbers: readonly number[] }> =
  anyLinks.chain((links) =>
    fc
      .shuffledSubarray(
        Array.from({ length: links.order }, (_, node) => node),
        { minLength: links.order },
      )
      .map((numbers) => ({
        links,
        numbers,
        other: {
          order: links.order,
          sources: links.sources.map((node) => numbers[node] ?? 0),
          targets: links.targets.map((node) => numbers[node] ?? 0),
        },
      })),
  );
