import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowsOf } from '../../../../graph/adjacency.ts';
import type { Links } from '../../../../graph/adjacency.ts';
import { pageRank } from '../../../../graph/measure/pagerank.ts';
import { anyLinks, bothWays, karateClub, linksOf, renumbered } from './graphs.ts';

const arrows = ({ order, sources, targets }: Links) =>
  arrowsOf(order, sources, targets, (several) => several);

describe('PageRank', () => {
  it('ranks the karate club as networkx does', () => {
    const ranks = pageRank(bothWays(karateClub));
    expect(ranks[0]).toBeCloseTo(0.09699728538837384, 9);
    expect(ranks[33]).toBeCloseTo(0.10091918233255162, 9);
    expect(ranks[32]).toBeCloseTo(0.07169322600569639, 9);
    expect(ranks[11]).toBeCloseTo(0.009564745492141207, 9);
  });

  it('follows arrows, and begins anew where there is none', () => {
    // networkx on the same five nodes
    const expected = [
      0.3590620253768033, 0.1887459390983946, 0.37990287889829616, 0.03614457831325302, 0.03614457831325302,
    ];
    const ranks = pageRank(
      arrows(
        linksOf(5, [
          [0, 1],
          [0, 2],
          [1, 2],
          [2, 0],
          [3, 2],
        ]),
      ),
    );
    expected.forEach((rank, node) => expect(ranks[node]).toBeCloseTo(rank, 8));
  });

  it('two claims draw twice as hard as one', () => {
    const [anew = 0, once = 0, twice = 0] = pageRank(
      arrows(
        linksOf(3, [
          [0, 1],
          [0, 2],
          [0, 2],
        ]),
      ),
    );
    // nothing points at the first: it has what everyone has who is begun at
    expect(once - anew).toBeGreaterThan(0.01);
    expect(twice - anew).toBeCloseTo(2 * (once - anew), 9);
  });

  it('ranks sum to 1, whatever the graph', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        expect(pageRank(arrows(links)).reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('does not depend on how nodes are numbered', () => {
    fc.assert(
      fc.property(renumbered, ({ links, other, numbers }) => {
        const [ranks, moved] = [pageRank(arrows(links)), pageRank(arrows(other))];
        numbers.forEach((to, from) => expect(moved[to]).toBeCloseTo(ranks[from] ?? NaN, 8));
      }),
    );
  });

  it('of nothing is nothing, and of one node all', () => {
    expect([...pageRank(arrows(linksOf(0, [])))]).toEqual([]);
    expect([...pageRank(arrows(linksOf(1, [[0, 0]])))]).toEqual([1]);
  });
});
