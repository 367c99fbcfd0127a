import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjacency } from '../../../../graph/adjacency.ts';
import { betweenness } from '../../../../graph/measure/betweenness.ts';
import { Random } from '../../../../graph/measure/random.ts';
import { anyLinks, bothWays, karateClub, linksOf, renumbered } from './graphs.ts';

/** By its definition: every shortest way between every two, walked. */
function byHand({ order, offsets, neighbours }: Adjacency): number[] {
  const row = (node: number): Int32Array => neighbours.subarray(offsets[node], offsets[node + 1]);
  const values = Array.from({ length: order }, () => 0);
  for (let from = 0; from < order; from++) {
    for (let to = 0; to < order; to++) {
      if (from === to) continue;
      let ways: number[][] = [[from]];
      // ways grow by a step at a time; the first length at which any arrives is the shortest
      for (let step = 0; step < order && !ways.some((way) => way.at(-1) === to); step++)
        ways = ways.flatMap((way) =>
          [...row(way.at(-1) ?? 0)].filter((next) => !way.includes(next)).map((next) => [...way, next]),
        );
      const arrived = ways.filter((way) => way.at(-1) === to);
      for (const way of arrived)
        for (const node of way.slice(1, -1)) values[node] = (values[node] ?? 0) + 1 / arrived.length;
    }
  }
  return values.map((value) => value / Math.max(1, (order - 1) * (order - 2)));
}

const close = (values: readonly number[]) => values.map((value): unknown => expect.closeTo(value, 9));

describe('betweenness', () => {
  it('is what networkx tells of the karate club', () => {
    const { values, error } = betweenness(bothWays(karateClub));
    expect(error).toBeNull();
    expect(values[33]).toBeCloseTo(0.30407497594997596, 12);
    expect(values[32]).toBeCloseTo(0.145247113997114, 12);
    expect(values[0]).toBeCloseTo(0.437635, 6);
    expect(values[7]).toBe(0);
  });

  it('is what its definition says, on any small graph', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const adjacency = bothWays(links);
        expect([...betweenness(adjacency).values]).toEqual(close(byHand(adjacency)));
      }),
    );
  });

  it('does not depend on how nodes are numbered', () => {
    fc.assert(
      fc.property(renumbered, ({ links, other, numbers }) => {
        const moved = betweenness(bothWays(other)).values;
        expect(numbers.map((to) => moved[to])).toEqual(close([...betweenness(bothWays(links)).values]));
      }),
    );
  });

  it('of the middle of a star is 1, and of nothing is nothing', () => {
    const star = bothWays(
      linksOf(
        6,
        [1, 2, 3, 4, 5].map((leaf) => [0, leaf] as const),
      ),
    );
    expect([...betweenness(star).values]).toEqual([1, 0, 0, 0, 0, 0]);
    expect([...betweenness(bothWays(linksOf(0, []))).values]).toEqual([]);
    expect([...betweenness(bothWays(linksOf(1, []))).values]).toEqual([0]);
  });
});

describe('betweenness from a sample', () => {
  const random = new Random(42);
  const order = 600;
  // most links end at few nodes
  const crowd = bothWays(
    linksOf(
      order,
      Array.from(
        { length: 1_500 },
        () => [Math.floor(order * random.next()), Math.floor(order * random.next() ** 3)] as const,
      ),
    ),
  );
  const exact = betweenness(crowd).values;
  const sampled = (seed: number) => betweenness(crowd, { mostSteps: 4e5, seed });

  it('tells from how many nodes it searched, and the same every time', () => {
    const { values, error } = sampled(7);
    expect(error?.pivots).toBeGreaterThan(63);
    expect(error?.pivots).toBeLessThan(order);
    expect(sampled(7).values).toEqual(values);
    expect(sampled(8).values).not.toEqual(values);
  });

  it('errs as it says: of all values in many samples at least 19 of 20 lie within the margin', () => {
    let within = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { values, error } = sampled(seed);
      // a margin that holds everything tells nothing: the first is well over it
      expect(error?.margin).toBeLessThan(Math.max(...exact));
      values.forEach((value, node) => {
        if (Math.abs(value - (exact[node] ?? 0)) <= (error?.margin ?? 0)) within++;
      });
    }
    expect(within / 40 / order).toBeGreaterThan(0.95);
  });

  it('tells the standard errors of the first five: in units of them, the spread is about 1', () => {
    const first = Array.from(exact.keys())
      .toSorted((a, b) => (exact[b] ?? 0) - (exact[a] ?? 0))
      .slice(0, 5);
    let squares = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const { values, error } = sampled(seed);
      for (const node of first)
        squares +=
          (((values[node] ?? 0) - (exact[node] ?? 0)) / (error?.standardErrors[node] ?? 0)) ** 2 / 5 / 80;
    }
    expect(Math.sqrt(squares)).toBeGreaterThan(0.75);
    expect(Math.sqrt(squares)).toBeLessThan(1.25);
  });

  it('is right on average', () => {
    const mean = new Float64Array(order);
    for (let seed = 1; seed <= 60; seed++)
      sampled(seed).values.forEach((value, node) => (mean[node] = (mean[node] ?? 0) + value / 60));
    const hub = exact.indexOf(Math.max(...exact));
    expect(Math.abs((mean[hub] ?? 0) / (exact[hub] ?? 0) - 1)).toBeLessThan(0.03);
  });
});
