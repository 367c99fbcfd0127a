import { describe, expect, it } from 'vitest';
import { Scene } from '../../../../client/picture/scene.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { groupingOf } from '../../../../client/state/grouping.ts';

/** b and c are of one country: a urges both, b urges c, c urges d and itself. */
const graph = newScreenGraph();
apply(graph, {
  kind: 'merge',
  nodes: Object.entries({ a: 'x', b: 'y', c: 'y', d: 'z' }).map(([id, country]) => ({
    id,
    elementId: id,
    labels: [id === 'c' ? 'Group' : 'State'],
    properties: { country },
  })),
  relationships: ['ab', 'ac', 'bc', 'cd', 'cc'].map((id) => ({
    id,
    elementId: id,
    type: 'URGED',
    source: id.charAt(0),
    target: id.charAt(1),
    properties: {},
  })),
});
apply(graph, {
  kind: 'move',
  positions: new Map([
    ['b', [10, 0]],
    ['c', [30, 8]],
  ]),
});

function grouped(nodes = new Set(graph.nodes())) {
  const scene = new Scene(graph, (text) => text.length);
  scene.group(groupingOf(graph, nodes, [{ property: 'country' }]));
  scene.derive({ nodes });
  return scene;
}
const named = (scene: Scene) => scene.list.map(({ name }) => name);

describe('what is drawn as one', () => {
  it('is one node with the number of its members, in their middle', () => {
    const scene = grouped();
    expect(named(scene)).toEqual(['a', 'y (2)', 'd']);
    const group = scene.list[1];
    expect([group?.members, group?.kind, scene.x[1], scene.y[1]]).toEqual([['b', 'c'], 'other', 20, 4]);
  });

  it('has the claims of its members, without those among them', () => {
    const { pairs } = grouped();
    const told = Array.from({ length: pairs.count }, (_, pair) => pairs.claimsOf(pair)).toSorted();
    expect(told).toEqual([['ab', 'ac'], ['cc'], ['cd']]);
  });

  it('finds the line of a claim, and stands out with its members', () => {
    const scene = grouped();
    expect(scene.pairs.claimsOf(scene.pairOf('ac') ?? -1)).toEqual(['ab', 'ac']);
    const groupId = scene.list[1]?.id ?? '';
    expect(scene.withGroups(['c'])).toEqual(new Set(['c', groupId]));
  });

  it('has its place once every member has one', () => {
    const scene = grouped();
    expect(scene.isPlaced(scene.list[1]?.id ?? '')).toBe(true);
    expect(scene.isPlaced('a')).toBe(false);
  });

  it('is none where only one of them is shown', () => {
    expect(named(grouped(new Set(['a', 'b', 'd'])))).toEqual(['a', 'b', 'd']);
  });
});
