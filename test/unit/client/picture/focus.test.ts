import { describe, expect, it } from 'vitest';
import { focusOn, focusOnSelection } from '../../../../client/picture/focus.ts';
import { groupingOf } from '../../../../client/state/grouping.ts';
import { apply } from '../../../../client/state/actions.ts';
import { NOTHING } from '../../../../client/state/selection.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';

function triangle() {
  const graph = newScreenGraph();
  apply(graph, {
    kind: 'merge',
    nodes: ['a', 'b', 'c'].map((id) => ({
      id,
      elementId: id,
      labels: [id === 'c' ? 'Event' : 'State'],
      properties: { side: id === 'c' ? null : 'north' },
    })),
    relationships: [
      { id: 'ab', elementId: 'ab', type: 'URGED', source: 'a', target: 'b', properties: {} },
      { id: 'bc', elementId: 'bc', type: 'HOSTED', source: 'b', target: 'c', properties: {} },
    ],
  });
  return graph;
}

describe('what stands out', () => {
  it('is a node with its neighbours and the claims between', () => {
    expect(focusOn(triangle(), { kind: 'node', id: 'a' })).toEqual({
      nodes: new Set(['a', 'b']),
      relationships: new Set(['ab']),
      worded: new Set(['ab']),
    });
  });

  it('is a group with the neighbours of its members and their claims', () => {
    const graph = triangle();
    const grouping = groupingOf(graph, ['a', 'b'], [{ property: 'side' }]);
    const [group] = grouping.groups;
    const focus = focusOn(graph, { kind: 'node', id: group?.id ?? '' }, grouping);
    expect([focus?.nodes, focus?.relationships]).toEqual([new Set(['a', 'b', 'c']), new Set(['ab', 'bc'])]);
  });

  it('is a claim with its two ends', () => {
    expect(focusOn(triangle(), { kind: 'relationship', id: 'bc' })).toEqual({
      nodes: new Set(['b', 'c']),
      relationships: new Set(['bc']),
      worded: new Set(['bc']),
    });
  });

  it('is nothing for what is not on the screen', () => {
    expect([focusOn(triangle(), null), focusOn(triangle(), { kind: 'node', id: 'x' })]).toEqual([null, null]);
  });
});

describe('what is selected', () => {
  it('is the claims with their ends, and the nodes', () => {
    expect(focusOnSelection(triangle(), { nodes: ['c'], relationships: ['ab'] })).toEqual({
      nodes: new Set(['c', 'a', 'b']),
      relationships: new Set(['ab']),
      worded: new Set(),
    });
  });

  it('is also the claims between nodes, where nothing but nodes is selected', () => {
    expect(focusOnSelection(triangle(), { nodes: ['b', 'c'], relationships: [] })).toEqual({
      nodes: new Set(['b', 'c']),
      relationships: new Set(['bc']),
      worded: new Set(),
    });
  });

  it('is nothing where nothing is selected, and no claim that has gone', () => {
    expect(focusOnSelection(triangle(), NOTHING)).toBeNull();
    expect(focusOnSelection(triangle(), { nodes: ['a'], relationships: ['ab', 'gone'] })?.relationships).toEqual(new Set(['ab'])); // prettier-ignore
  });
});
