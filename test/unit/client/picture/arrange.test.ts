import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../client/picture/layout/arrange.ts';
import type { LayoutNode } from '../../../../client/picture/layout/arrange.ts';

const room = { left: 40, right: 40, above: 10, below: 26 };
const node = (id: string, place: Partial<LayoutNode> = {}): LayoutNode => ({
  id,
  x: 0,
  y: 0,
  fixed: false,
  ...room,
  ...place,
});

const ring = (count: number) => ({
  nodes: Array.from({ length: count }, (_, i) => node(`n${i}`)),
  links: Array.from({ length: count }, (_, i) => [`n${i}`, `n${(i * 7 + 1) % count}`] as const),
  width: 1100,
  height: 800,
});

function overlapping(
  nodes: readonly LayoutNode[],
  positions: ReadonlyMap<string, readonly [number, number]>,
): string[] {
  const found: string[] = [];
  for (const [i, a] of nodes.entries())
    for (const b of nodes.slice(i + 1)) {
      const [ax, ay] = positions.get(a.id) ?? [0, 0];
      const [bx, by] = positions.get(b.id) ?? [0, 0];
      const apart =
        ax + a.right <= bx - b.left ||
        bx + b.right <= ax - a.left ||
        ay + a.above <= by - b.below ||
        by + b.above <= ay - a.below;
      if (!apart) found.push(`${a.id} ${b.id}`);
    }
  return found;
}

describe('laying a graph out', () => {
  it('gives the same picture every time', () => {
    expect(arrange(ring(40))).toEqual(arrange(ring(40)));
  });

  it('lets no two nodes and their names cover each other', () => {
    const request = ring(60);
    expect(overlapping(request.nodes, arrange(request))).toEqual([]);
  });

  it('keeps every node and its name inside the view', () => {
    const request = ring(60);
    const outside = [...arrange(request)].filter(
      ([, [x, y]]) => x - 40 < -550.001 || x + 40 > 550.001 || y + 10 > 400.001 || y - 26 < -400.001,
    );
    expect(outside).toEqual([]);
  });

  it('leaves what has a place where it is', () => {
    const nodes = [
      node('a', { x: -200, fixed: true }),
      node('b', { x: 200, fixed: true }),
      node('new', { x: 10 }),
    ];
    const positions = arrange({ nodes, links: [['a', 'new']], width: 1100, height: 800 });
    expect([positions.get('a'), positions.get('b')]).toEqual([
      [-200, 0],
      [200, 0],
    ]);
    expect(overlapping(nodes, positions)).toEqual([]);
  });

  it('puts the neighbours of a hub around it, none over another, and moves nothing that was there', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      node(`old${i}`, { x: (i % 10) * 110 - 500, y: Math.floor(i / 10) * 60 - 150, fixed: true }),
    );
    const fresh = Array.from({ length: 120 }, (_, i) => node(`new${i}`));
    const nodes = [...crowd, ...fresh];
    const links = fresh.map(({ id }) => ['old25', id] as const);
    const positions = arrange({ nodes, links, width: 1100, height: 800 });
    expect(crowd.map(({ id }) => positions.get(id))).toEqual(crowd.map(({ x, y }) => [x, y]));
    expect(overlapping(nodes, positions)).toEqual([]);
    const [hubX, hubY] = positions.get('old25') ?? [0, 0];
    const angles = fresh.map(({ id }) => {
      const [x, y] = positions.get(id) ?? [0, 0];
      return Math.floor((Math.atan2(y - hubY, x - hubX) / Math.PI + 1) * 4);
    });
    // on every side of it: each eighth of the circle has some
    expect(new Set(angles.map((eighth) => Math.min(7, eighth))).size).toBe(8);
  });

  it('puts what is joined to nothing on the screen beside the picture, what hangs on it near it', () => {
    const nodes = [node('a', { fixed: true }), node('alone'), node('its-friend')];
    const positions = arrange({ nodes, links: [['its-friend', 'alone']], width: 1100, height: 800 });
    expect(overlapping(nodes, positions)).toEqual([]);
    expect([...positions.values()].every(([x, y]) => Math.hypot(x, y) < 300)).toBe(true);
  });

  it('places one node, two that are not joined, and none', () => {
    expect(arrange({ nodes: [], links: [], width: 100, height: 100 })).toEqual(new Map());
    for (const nodes of [[node('a')], [node('a'), node('b')]]) {
      const positions = arrange({ nodes, links: [['a', 'a']], width: 1100, height: 800 });
      expect([...positions.values()].flat().every(Number.isFinite)).toBe(true);
      expect(overlapping(nodes, positions)).toEqual([]);
    }
  });
});
