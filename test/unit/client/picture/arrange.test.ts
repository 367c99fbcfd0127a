import { describe, expect, it } from 'vitest';
import { arrange } from '../../../../client/picture/layout/arrange.ts';
import type {
  Arrangement,
  LayoutChoice,
  LayoutRequest,
  LayoutStep,
} from '../../../../client/picture/layout/request.ts';

interface TestNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly fixed: boolean;
}

interface TestGraph {
  readonly nodes: readonly TestNode[];
  readonly links: readonly (readonly [string, string])[];
}

const room = { left: 40, right: 40, above: 10, below: 26 };
const view = { width: 1100, height: 800 };
const node = (id: string, place: Partial<TestNode> = {}): TestNode => ({
  id,
  x: 0,
  y: 0,
  fixed: false,
  ...place,
});

function requestOf(
  { nodes, links }: TestGraph,
  { choice = { kind: 'force' }, isOnlyNew = true, stepMs = Infinity }: Partial<LayoutRequest> = {},
): LayoutRequest {
  const ends = (end: 0 | 1): Int32Array =>
    Int32Array.from(links, (link) => nodes.findIndex(({ id }) => id === link[end]));
  const each = (px: number): Float64Array => new Float64Array(nodes.length).fill(px);
  return {
    links: { order: nodes.length, sources: ends(0), targets: ends(1) },
    choice,
    isOnlyNew,
    x: Float64Array.from(nodes, ({ x }) => x),
    y: Float64Array.from(nodes, ({ y }) => y),
    fixed: Uint8Array.from(nodes, ({ fixed }) => Number(fixed)),
    rooms: {
      left: each(room.left),
      right: each(room.right),
      above: each(room.above),
      below: each(room.below),
    },
    ...view,
    stepMs,
  };
}

type Places = ReadonlyMap<string, readonly [x: number, y: number]>;

const byId = ({ nodes }: TestGraph, { x, y }: Pick<Arrangement, 'x' | 'y'>): Places =>
  new Map(nodes.map(({ id }, number) => [id, [x[number] ?? NaN, y[number] ?? NaN]]));

const placesOf = (graph: TestGraph, options?: Partial<LayoutRequest>): Places =>
  byId(graph, arrange(requestOf(graph, options)));

const ring = (count: number): TestGraph => ({
  nodes: Array.from({ length: count }, (_, i) => node(`n${i}`)),
  links: Array.from({ length: count }, (_, i) => [`n${i}`, `n${(i * 7 + 1) % count}`] as const),
});

function overlapping({ nodes }: TestGraph, positions: Places): string[] {
  const found: string[] = [];
  for (const [i, a] of nodes.entries())
    for (const b of nodes.slice(i + 1)) {
      const [ax, ay] = positions.get(a.id) ?? [0, 0];
      const [bx, by] = positions.get(b.id) ?? [0, 0];
      const apart =
        ax + room.right <= bx - room.left ||
        bx + room.right <= ax - room.left ||
        ay + room.above <= by - room.below ||
        by + room.above <= ay - room.below;
      if (!apart) found.push(`${a.id} ${b.id}`);
    }
  return found;
}

describe('laying a graph out', () => {
  it('gives the same picture every time', () => {
    expect(placesOf(ring(40))).toEqual(placesOf(ring(40)));
  });

  it('lets no two nodes and their names cover each other', () => {
    const graph = ring(60);
    expect(overlapping(graph, placesOf(graph))).toEqual([]);
  });

  it('keeps every node and its name inside the view', () => {
    const graph = ring(60);
    const outside = [...placesOf(graph)].filter(
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
    const graph = { nodes, links: [['a', 'new'] as const] };
    const positions = placesOf(graph);
    expect([positions.get('a'), positions.get('b')]).toEqual([
      [-200, 0],
      [200, 0],
    ]);
    expect(overlapping({ nodes, links: [] }, positions)).toEqual([]);
  });

  it('puts the neighbours of a hub around it, none over another, and moves nothing that was there', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      node(`old${i}`, { x: (i % 10) * 110 - 500, y: Math.floor(i / 10) * 60 - 150, fixed: true }),
    );
    const fresh = Array.from({ length: 120 }, (_, i) => node(`new${i}`));
    const nodes = [...crowd, ...fresh];
    const links = fresh.map(({ id }) => ['old25', id] as const);
    const positions = placesOf({ nodes, links });
    expect(crowd.map(({ id }) => positions.get(id))).toEqual(crowd.map(({ x, y }) => [x, y]));
    expect(overlapping({ nodes, links: [] }, positions)).toEqual([]);
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
    const positions = placesOf({ nodes, links: [['its-friend', 'alone']] });
    expect(overlapping({ nodes, links: [] }, positions)).toEqual([]);
    expect([...positions.values()].every(([x, y]) => Math.hypot(x, y) < 300)).toBe(true);
  });

  it('places one node, two that are not joined, and none', () => {
    expect(placesOf({ nodes: [], links: [] })).toEqual(new Map());
    for (const nodes of [[node('a')], [node('a'), node('b')]]) {
      const positions = placesOf({ nodes, links: [['a', 'a']] });
      expect([...positions.values()].flat().every(Number.isFinite)).toBe(true);
      expect(overlapping({ nodes, links: [] }, positions)).toEqual([]);
    }
  });

  it('begins anew but for what is pinned, which stays exactly, and no name covers another', () => {
    const graph = ring(40);
    const before = placesOf(graph);
    const pinned = {
      ...graph,
      nodes: graph.nodes.map(({ id }, i) => {
        const [x, y] = before.get(id) ?? [0, 0];
        return node(id, { x: i === 3 ? x + 260.25 : x, y, fixed: i === 3 || i === 20 });
      }),
    };
    const after = placesOf(pinned, { isOnlyNew: false });
    for (const { id, x, y, fixed } of pinned.nodes) if (fixed) expect(after.get(id)).toEqual([x, y]);
    expect(pinned.nodes.some(({ id, x }) => after.get(id)?.[0] !== x)).toBe(true);
    expect(overlapping(pinned, after)).toEqual([]);
  });

  it('tells where nodes are while forces settle, nearer and nearer to the end', () => {
    const graph = ring(300);
    const steps: LayoutStep[] = [];
    const last = arrange(requestOf(graph, { stepMs: 0 }), (step) => steps.push(step));
    expect(steps.length).toBeGreaterThan(10);
    for (const { share } of steps) expect([share >= 0, share <= 1]).toEqual([true, true]);
    const off = (step: LayoutStep | undefined): number =>
      last.x.reduce(
        (sum, x, i) => sum + Math.hypot(x - (step?.x[i] ?? 0), (last.y[i] ?? 0) - (step?.y[i] ?? 0)),
        0,
      );
    expect(off(steps.at(-1))).toBeLessThan(off(steps[0]));
  });

  it('draws every other layout too, the same every time, with pins where they were', () => {
    const values = Array.from({ length: 30 }, (_, i) => (i % 4 === 0 ? NaN : i % 7));
    const choices: LayoutChoice[] = [
      { kind: 'circular' },
      { kind: 'concentric', values },
      { kind: 'time', values },
      { kind: 'hierarchy' },
      { kind: 'axes', x: { kind: 'number', values }, y: { kind: 'text', values, names: [...'abcdefg'] } },
    ];
    const graph = ring(30);
    const pinned = {
      ...graph,
      nodes: graph.nodes.map((each, i) =>
        i === 5 ? node(each.id, { x: 123.5, y: -77, fixed: true }) : each,
      ),
    };
    for (const choice of choices) {
      const options = { choice, isOnlyNew: false };
      const places = placesOf(graph, options);
      expect(new Set([...places.values()].map(String)).size).toBe(30);
      expect(placesOf(graph, options)).toEqual(places);
      expect(placesOf(pinned, options).get('n5')).toEqual([123.5, -77]);
    }
  });
});
