import { describe, expect, it } from 'vitest';
import { emphasise, focusOn, focusOnFound } from '../../../../client/picture/focus.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';

function triangle() {
  const graph = newScreenGraph();
  apply(graph, {
    kind: 'merge',
    nodes: ['a', 'b', 'c'].map((id) => ({
      id,
      elementId: id,
      labels: [id === 'c' ? 'Event' : 'State'],
      properties: {},
    })),
    relationships: [
      { id: 'ab', elementId: 'ab', type: 'URGED', source: 'a', target: 'b', properties: {} },
      { id: 'bc', elementId: 'bc', type: 'HOSTED', source: 'b', target: 'c', properties: {} },
    ],
  });
  return graph;
}
const kindOf = (id: string) => (id === 'c' ? 'Event' : 'State');
const toneOf = (id: string) => (id === 'ab' ? 'request' : 'cooperation');

describe('what stands out', () => {
  it('is a node with its neighbours and the claims between', () => {
    expect(focusOn(triangle(), { kind: 'node', id: 'a' })).toEqual({
      nodes: new Set(['a', 'b']),
      relationships: new Set(['ab']),
      worded: new Set(['ab']),
    });
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

  it('is a kind with the claims among its nodes, where the legend asks for it', () => {
    expect(emphasise(triangle(), new Set(['State']), new Set(), kindOf, toneOf)).toEqual({
      nodes: new Set(['a', 'b']),
      relationships: new Set(['ab']),
      worded: new Set(),
    });
  });

  it('is a tone with the ends of its claims, where the legend asks for it', () => {
    expect(emphasise(triangle(), new Set(), new Set(['cooperation']), kindOf, toneOf)).toEqual({
      nodes: new Set(['b', 'c']),
      relationships: new Set(['bc']),
      worded: new Set(),
    });
  });

  it('is everything alike where nothing is pressed', () => {
    expect(emphasise(triangle(), new Set(), new Set(), kindOf, toneOf)).toBeNull();
  });
});

describe('what a question has found', () => {
  it('is the claims with their ends, and the nodes', () => {
    expect(focusOnFound(triangle(), { nodes: ['c'], relationships: ['ab'] })).toEqual({
      nodes: new Set(['c', 'a', 'b']),
      relationships: new Set(['ab']),
      worded: new Set(),
    });
  });

  it('is also the claims between nodes, where nothing but nodes was found', () => {
    expect(focusOnFound(triangle(), { nodes: ['b', 'c'], relationships: [] })).toEqual({
      nodes: new Set(['b', 'c']),
      relationships: new Set(['bc']),
      worded: new Set(),
    });
  });

  it('is nothing where nothing was asked, and no claim that has gone', () => {
    expect(focusOnFound(triangle(), null)).toBeNull();
    expect(focusOnFound(triangle(), { nodes: ['a'], relationships: ['gone'] })?.relationships).toEqual(new Set()); // prettier-ignore
  });
});
