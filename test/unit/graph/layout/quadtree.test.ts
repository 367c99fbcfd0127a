import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quadtree } from '../../../../graph/layout/quadtree.ts';

const points = fc.array(
  fc.tuple(
    fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    fc.integer({ min: 1, max: 50 }),
  ),
  { minLength: 1, maxLength: 200 },
);

interface Cloud {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly mass: Float64Array;
}
const cloudOf = (given: readonly (readonly [number, number, number])[]): Cloud => ({
  x: Float64Array.from(given, ([x]) => x),
  y: Float64Array.from(given, ([, y]) => y),
  mass: Float64Array.from(given, ([, , mass]) => mass),
});

function byTree({ x, y, mass }: Cloud, opening: number): [number, number][] {
  const tree = new Quadtree(x.length);
  const [forceX, forceY] = [new Float64Array(x.length), new Float64Array(x.length)];
  tree.build(x, y, mass);
  tree.repel(3, opening, forceX, forceY);
  return [...forceX].map((force, i) => [force, forceY[i] ?? 0]);
}

function oneByOne({ x, y, mass }: Cloud): [number, number][] {
  return [...x].map((px, i) => {
    let [fx, fy] = [0, 0];
    for (let j = 0; j < x.length; j++) {
      const [dx, dy] = [px - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0)];
      const push = (3 * (mass[i] ?? 0) * (mass[j] ?? 0)) / (dx * dx + dy * dy);
      if (j === i) continue;
      fx += dx * push;
      fy += dy * push;
    }
    return [fx, fy];
  });
}

const apart = (given: readonly (readonly [number, number, number])[]): boolean =>
  given.every(([x, y], i) => given.every(([u, v], j) => i === j || Math.hypot(x - u, y - v) > 1e-3));

describe('the quadtree', () => {
  it('gives the force of every point on every other when no cell is met as one', () => {
    fc.assert(
      fc.property(points.filter(apart), (given) => {
        const cloud = cloudOf(given);
        const exact = oneByOne(cloud);
        byTree(cloud, 0).forEach(([fx, fy], i) => {
          const [ex, ey] = exact[i] ?? [0, 0];
          const scale = 1e-9 * (1 + exact.reduce((sum, [u, v]) => sum + Math.abs(u) + Math.abs(v), 0));
          expect(Math.hypot(fx - ex, fy - ey)).toBeLessThan(scale);
        });
      }),
    );
  });

  it('comes within a few hundredths of it when far cells are', () => {
    const grid = Array.from(
      { length: 900 },
      (_, i) =>
        [(i % 30) + ((i * 7) % 11) / 20, Math.floor(i / 30) + ((i * 5) % 13) / 20, 1 + (i % 3)] as const,
    );
    const cloud = cloudOf(grid);
    const exact = oneByOne(cloud);
    const wrong = byTree(cloud, 1.2).map(([fx, fy], i) =>
      Math.hypot(fx - (exact[i]?.[0] ?? 0), fy - (exact[i]?.[1] ?? 0)),
    );
    const strength = exact.map(([fx, fy]) => Math.hypot(fx, fy));
    const mean = (of: number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length;
    expect(mean(wrong) / mean(strength)).toBeLessThan(0.05);
  });

  it('parts points that lie in one place', () => {
    const forces = byTree(cloudOf(Array.from({ length: 20 }, () => [5, 5, 1] as const)), 1.2);
    expect(new Set(forces.map(([fx]) => Math.sign(fx)))).toEqual(new Set([-1, 1]));
    expect(forces.flat().every(Number.isFinite)).toBe(true);
  });
});
