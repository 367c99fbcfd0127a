/** The layouts that go around a middle: circular and concentric. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circular } from '../../../../graph/layout/circular.ts';
import { concentric } from '../../../../graph/layout/concentric.ts';
import { degree } from '../../../../graph/measure/degree.ts';
import { Random } from '../../../../graph/measure/random.ts';
import { anyLinks, bothWays, karateClub, linksOf } from '../measure/graphs.ts';
import { isFinite, overlappingDiscs } from './overlaps.ts';

const view = { width: 1000, height: 700 };
const crowd = linksOf(
  500,
  Array.from({ length: 700 }, (_, i) => [i % 500, (i * i) % 17] as const),
);
const graphs = [
  linksOf(0, []),
  linksOf(1, [[0, 0]]),
  linksOf(2, []),
  linksOf(3, [
    [0, 1],
    [0, 1],
  ]),
  karateClub,
  crowd,
];

describe('the circular layout', () => {
  it('puts every node on one circle, no disc over another, the same every time', () => {
    for (const links of graphs) {
      const drawing = circular(bothWays(links), 20, view);
      expect(isFinite(drawing)).toBe(true);
      expect(overlappingDiscs(drawing, 20)).toEqual([]);
      expect(circular(bothWays(links), 20, view)).toEqual(drawing);
      const radii = Array.from(drawing.x, (x, node) => Math.hypot(x, drawing.y[node] ?? 0));
      for (const radius of radii) expect(radius).toBeCloseTo(radii[0] ?? 0, 6);
    }
  });

  it('fills the view, and is larger where so many do not fit', () => {
    expect(Math.max(...circular(bothWays(karateClub), 20, view).y)).toBeCloseTo(350, 6);
    expect(Math.max(...circular(bothWays(crowd), 20, view).y)).toBeGreaterThan(1_500);
  });

  it('lays a ring of nodes that are numbered at random out in its order, so that no lines cross', () => {
    const numbers = new Random(5).sample(40, 40);
    const ring = linksOf(
      40,
      Array.from({ length: 40 }, (_, i) => [numbers[i] ?? 0, numbers[(i + 1) % 40] ?? 0] as const),
    );
    const { x, y } = circular(bothWays(ring), 20, view);
    const angles = Array.from(numbers, (node) => Math.atan2(y[node] ?? 0, x[node] ?? 0));
    const turns = angles.map((angle, i) => {
      const turn = (angles[(i + 1) % 40] ?? 0) - angle;
      return Math.round((Math.atan2(Math.sin(turn), Math.cos(turn)) * 40) / (2 * Math.PI));
    });
    expect(new Set(turns).size).toBe(1);
    expect(Math.abs(turns[0] ?? 0)).toBe(1);
  });
});

describe('the concentric layout', () => {
  const ringsOf = (values: readonly number[], order = values.length) =>
    concentric(bothWays(linksOf(order, [])), values, 20, view);
  const radii = ({ x, y }: { x: Float64Array; y: Float64Array }): number[] =>
    Array.from(x, (at, node) => Math.hypot(at, y[node] ?? 0));

  it('lets no two discs overlap, the same every time', () => {
    for (const links of graphs) {
      const draw = () => concentric(bothWays(links), degree(links), 20, view);
      expect(isFinite(draw())).toBe(true);
      expect(overlappingDiscs(draw(), 20)).toEqual([]);
      expect(draw()).toEqual(draw());
    }
    fc.assert(
      fc.property(anyLinks, (links) => {
        expect(overlappingDiscs(concentric(bothWays(links), degree(links), 20, view), 20)).toEqual([]);
      }),
    );
  });

  it('puts who has more nearer to the middle', () => {
    const values = degree(crowd);
    const drawing = concentric(bothWays(crowd), values, 20, view);
    const reach = radii(drawing);
    const rings = drawing.guides.flatMap((guide) => (guide.kind === 'ring' ? [guide] : []));
    expect(rings.length).toBeLessThanOrEqual(6);
    expect(rings.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    // each within the circle of its class, and outside that of the class before
    rings.forEach(({ radius, low, high, count }, number) => {
      const members = Array.from(values.keys()).filter(
        (node) => (values[node] ?? 0) >= low && (values[node] ?? 0) <= high,
      );
      expect(members.length).toBe(count);
      for (const node of members) {
        expect(reach[node]).toBeLessThan(radius);
        const inner = rings[number - 1];
        if (inner !== undefined) expect(reach[node]).toBeGreaterThan(inner.radius);
      }
    });
  });

  it('does not part equal values, and puts what has none outermost', () => {
    const drawing = ringsOf([...Array.from({ length: 60 }, () => 3), 9, NaN, NaN]);
    expect(drawing.guides).toMatchObject([
      { low: 9, high: 9, count: 1 },
      { low: 3, high: 3, count: 60 },
      { low: NaN, count: 2 },
    ]);
    const reach = radii(drawing);
    expect(reach[60]).toBe(0);
    expect(Math.min(reach[61] ?? 0, reach[62] ?? 0)).toBeGreaterThan(Math.max(...reach.slice(0, 60)));
  });
});
