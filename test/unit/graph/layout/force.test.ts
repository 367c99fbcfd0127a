import { describe, expect, it } from 'vitest';
import { adjacencyOf, type Adjacency } from '../../../../graph/adjacency.ts';
import { ForceLayout } from '../../../../graph/layout/force.ts';
import { pivotMds } from '../../../../graph/layout/pivot-mds.ts';
import { stress } from '../../../../graph/measure/stress.ts';

const graph = (order: number, links: readonly (readonly [number, number])[]): Adjacency =>
  adjacencyOf(
    order,
    Int32Array.from(links, ([source]) => source),
    Int32Array.from(links, ([, target]) => target),
  );

/** `side` × `side` nodes, each joined to the next in its row and column. */
const grid = (side: number): Adjacency =>
  graph(
    side * side,
    Array.from({ length: side * side }, (_, i) => i).flatMap((i) => [
      ...(i % side < side - 1 ? [[i, i + 1] as const] : []),
      ...(i < side * (side - 1) ? [[i, i + side] as const] : []),
    ]),
  );

const everyone = (adjacency: Adjacency): number[] => Array.from({ length: adjacency.order }, (_, i) => i);

describe('classical scaling on pivots', () => {
  it('lays a chain in its order', () => {
    const chain = graph(
      30,
      Array.from({ length: 29 }, (_, i) => [i, i + 1] as const),
    );
    const { x } = pivotMds(chain);
    const byPlace = everyone(chain).toSorted((a, b) => (x[a] ?? 0) - (x[b] ?? 0));
    expect(byPlace[0] === 0 ? byPlace : byPlace.toReversed()).toEqual(everyone(chain));
  });

  it('draws a grid with little stress', () => {
    const lattice = grid(20);
    const { x, y } = pivotMds(lattice);
    expect(stress(lattice, x, y, everyone(lattice))).toBeLessThan(0.03);
  });
});

describe('the force layout', () => {
  function settled(adjacency: Adjacency, steps = 300): ForceLayout {
    const layout = new ForceLayout(adjacency);
    for (let step = 0; step < steps; step++) layout.step();
    return layout;
  }

  it('comes to rest', () => {
    const layout = settled(grid(12), 600);
    expect(layout.step()).toBeLessThan(0.001);
  });

  it('gives the same places for the same graph', () => {
    expect([...settled(grid(9)).x]).toEqual([...settled(grid(9)).x]);
  });

  it('keeps a grid a grid', () => {
    const lattice = grid(12);
    const { x, y } = settled(lattice);
    expect(stress(lattice, x, y, everyone(lattice))).toBeLessThan(0.08);
  });

  it('gives every leaf of a hub a place of its own', () => {
    const star = graph(
      200,
      Array.from({ length: 199 }, (_, i) => [0, i + 1] as const),
    );
    const { x, y } = settled(star);
    const places = everyone(star).map((node) => `${x[node]?.toFixed(3)} ${y[node]?.toFixed(3)}`);
    expect(new Set(places).size).toBe(200);
  });

  it('keeps parts that nothing joins in one picture', () => {
    const parts = graph(30, [
      ...Array.from({ length: 9 }, (_, i) => [i, i + 1] as const),
      [20, 21],
      [21, 22],
    ]);
    const { x, y } = settled(parts);
    const reach = everyone(parts).map((node) => Math.hypot(x[node] ?? 0, y[node] ?? 0));
    expect(reach.every(Number.isFinite)).toBe(true);
    expect(Math.max(...reach)).toBeLessThan(20 * reach.toSorted((a, b) => a - b)[15]!);
  });

  it('takes no node, one node, and nodes without a link', () => {
    for (const order of [0, 1, 2, 5]) {
      const { x, y } = settled(graph(order, []), 20);
      expect([x.length, [...x, ...y].every(Number.isFinite)]).toEqual([order, true]);
    }
  });

  it('begins where it is told, and leaves what is pinned exactly there', () => {
    const lattice = grid(6);
    const everywhere = everyone(lattice);
    const start = {
      x: everywhere.map((node) => (node % 6) * 50 + (node % 7)),
      y: everywhere.map((node) => Math.floor(node / 6) * 50 - (node % 5)),
      pinned: Uint8Array.from(everywhere, (node) => (node === 0 || node === 35 ? 1 : 0)),
    };
    const layout = new ForceLayout(lattice, {}, start);
    const { scale } = layout;
    for (let step = 0; step < 300; step++) layout.step();
    for (const node of [0, 35])
      expect([layout.x[node], layout.y[node]]).toEqual([
        (start.x[node] ?? 0) * scale,
        (start.y[node] ?? 0) * scale,
      ]);
    expect(layout.x[7]).not.toBe((start.x[7] ?? 0) * scale);
    // and is still a grid, on the same scale
    expect(stress(lattice, layout.x, layout.y, everywhere)).toBeLessThan(0.1);
    const extent = Math.max(...layout.x.map((x) => x / scale)) - Math.min(...layout.x.map((x) => x / scale));
    expect(extent).toBeGreaterThan(100);
    expect(extent).toBeLessThan(600);
  });
});
