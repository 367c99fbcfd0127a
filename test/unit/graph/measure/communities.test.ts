import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../../../graph/adjacency.ts';
import { communities, modularity } from '../../../../graph/measure/communities.ts';
import { Random } from '../../../../graph/measure/random.ts';
import { anyLinks, bothWays, karateClub, linksOf } from './graphs.ts';

const lesMiserables = new URL(
  '../../../../../shared/gexf/samples/graphology-les_miserables.gexf',
  import.meta.url,
);

describe('communities', () => {
  it('finds the best grouping that is known of the karate club', () => {
    const { communities: groups, count, modularity: told } = communities(bothWays(karateClub));
    // Brandes and others (2008) proved that none is better than 0.4198
    expect(told).toBeCloseTo(0.41979, 5);
    expect(count).toBe(4);
    expect(groups[0]).not.toBe(groups[33]);
  });

  it.skipIf(!existsSync(lesMiserables))('groups Les Misérables as well as networkx does at its best', () => {
    const pairs = [
      ...readFileSync(lesMiserables, 'utf8').matchAll(
        /<edge id="\d+" source="(\d+).0" target="(\d+).0"(?: weight="([\d.]+)")?/g,
      ),
    ];
    expect(pairs.length).toBe(254);
    const ends = (end: 1 | 2): Int32Array => Int32Array.from(pairs, (pair) => Number(pair[end]));
    const { order, offsets, neighbours, weights } = adjacencyOf(77, ends(1), ends(2));
    const weightOf = new Map(
      pairs.flatMap(([, a = '', b = '', weight = '1']) => [
        [`${a} ${b}`, Number(weight)],
        [`${b} ${a}`, Number(weight)],
      ]),
    );
    for (let node = 0; node < order; node++)
      for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++)
        weights[i] = weightOf.get(`${node} ${neighbours[i]}`) ?? NaN;
    // the best of twenty runs of networkx' Louvain
    expect(communities({ order, offsets, neighbours, weights }).modularity).toBeGreaterThanOrEqual(0.56668);
  });

  it('finds what was planted: twenty groups of thirty', () => {
    const random = new Random(3);
    const pairs = Array.from({ length: 6_000 }, () => {
      const group = Math.floor(20 * random.next());
      const member = (of: number): number => of * 30 + Math.floor(30 * random.next());
      return [member(group), member(random.next() < 0.8 ? group : Math.floor(20 * random.next()))] as const;
    });
    const { communities: groups, count } = communities(bothWays(linksOf(600, pairs)));
    expect(count).toBe(20);
    for (let node = 0; node < 600; node++) expect(groups[node]).toBe(groups[node - (node % 30)]);
  });

  it('tells the modularity of what it gives, never less than that of all in one or each alone', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const graph = bothWays(links, (several) => several);
        const found = communities(graph);
        expect(found.modularity).toBeCloseTo(modularity(graph, found.communities), 12);
        expect(found.modularity).toBeGreaterThanOrEqual(-1e-12);
        const alone = Int32Array.from({ length: links.order }, (_, node) => node);
        expect(found.modularity).toBeGreaterThanOrEqual(modularity(graph, alone) - 1e-12);
        expect(found.count).toBe(new Set(found.communities).size);
      }),
    );
  });

  it('gives the same groups for the same graph, the largest first', () => {
    const graph = bothWays(karateClub);
    const { communities: groups, count } = communities(graph);
    expect(communities(graph).communities).toEqual(groups);
    const sizes = Array.from(
      { length: count },
      (_, group) => groups.filter((member) => member === group).length,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('a part that nothing joins to the rest is no part of its groups', () => {
    const { communities: groups } = communities(
      bothWays(
        linksOf(5, [
          [0, 1],
          [2, 3],
        ]),
      ),
    );
    expect(new Set([groups[0], groups[2], groups[4]]).size).toBe(3);
  });

  it('takes no node and no link', () => {
    expect(communities(bothWays(linksOf(0, [])))).toEqual({
      communities: new Int32Array(),
      count: 0,
      modularity: 0,
    });
    expect(communities(bothWays(linksOf(2, [[1, 1]])))).toMatchObject({ count: 2, modularity: 0 });
  });
});

it('modularity of two triangles that one link joins, grouped as triangles, is 5/14', () => {
  const triangles = bothWays(
    linksOf(6, [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 5],
      [5, 3],
      [2, 3],
    ]),
  );
  expect(modularity(triangles, Int32Array.of(0, 0, 0, 1, 1, 1))).toBeCloseTo(5 / 14, 12);
});
