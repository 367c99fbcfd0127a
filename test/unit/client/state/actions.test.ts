import { describe, expect, it } from 'vitest';
import { apply, settingsAfter } from '../../../../client/state/actions.ts';
import type { Action } from '../../../../client/state/actions.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import { nameOf, newScreenGraph, nodeOf, relationshipOf } from '../../../../client/state/graph.ts';

const node = (id: string, properties = {}) => ({ id, elementId: `4:x:${id}`, labels: ['Actor'], properties });
const claim = (id: string, source: string, target: string) => ({
  id,
  elementId: `5:x:${id}`,
  type: 'URGED',
  source,
  target,
  properties: { what: 'to talk' },
});
const nothing = {
  addedNodes: [],
  addedRelationships: [],
  removedNodes: [],
  removedRelationships: [],
  dangling: [],
  formerSettings: {},
};

function pair() {
  const graph = newScreenGraph();
  apply(graph, {
    kind: 'merge',
    nodes: [node('a'), node('b')],
    relationships: [claim('r', 'a', 'b'), claim('s', 'b', 'a')],
  });
  return graph;
}

describe('merging', () => {
  it('adds nodes and relationships as they are given', () => {
    const graph = pair();
    expect([nodeOf(graph, 'a'), relationshipOf(graph, 's')]).toEqual([node('a'), claim('s', 'b', 'a')]);
  });

  it('adds nothing the second time', () => {
    const graph = pair();
    const before = graph.export();
    expect(
      apply(graph, { kind: 'merge', nodes: [node('a'), node('b')], relationships: [claim('r', 'a', 'b')] }),
    ).toEqual(nothing);
    expect(graph.export()).toEqual(before);
  });

  it('keeps the place of a node and takes its newer properties', () => {
    const graph = pair();
    apply(graph, { kind: 'move', positions: new Map([['a', [3, 4]]]) });
    apply(graph, { kind: 'merge', nodes: [node('a', { name: 'Newer' })], relationships: [] });
    const { x, y, placed, properties } = graph.getNodeAttributes('a');
    expect({ x, y, placed, properties }).toEqual({ x: 3, y: 4, placed: true, properties: { name: 'Newer' } });
  });

  it('leaves out a relationship without both ends, and says which', () => {
    const graph = pair();
    expect(apply(graph, { kind: 'merge', nodes: [], relationships: [claim('t', 'a', 'nowhere')] })).toEqual({
      ...nothing,
      dangling: ['t'],
    });
  });

  it('takes ids that mean something to JavaScript as any other', () => {
    const graph = newScreenGraph();
    apply(graph, {
      kind: 'merge',
      nodes: [node('__proto__'), node('1')],
      relationships: [claim('constructor', '__proto__', '1')],
    });
    expect([graph.nodes(), graph.edges()]).toEqual([['__proto__', '1'], ['constructor']]);
  });
});

describe('replacing', () => {
  it('keeps what is in both, where it lies', () => {
    const graph = pair();
    apply(graph, { kind: 'move', positions: new Map([['a', [3, 4]]]) });
    const change = apply(graph, {
      kind: 'replace',
      nodes: [node('a'), node('c')],
      relationships: [claim('t', 'a', 'c')],
    });
    expect(graph.nodes()).toEqual(['a', 'c']);
    expect(graph.getNodeAttribute('a', 'x')).toBe(3);
    expect(change).toEqual({
      addedNodes: ['c'],
      addedRelationships: ['t'],
      removedNodes: [{ node: node('b'), x: 0, y: 0, placed: false }],
      removedRelationships: [claim('r', 'a', 'b'), claim('s', 'b', 'a')],
      dangling: [],
      formerSettings: {},
    });
  });
});

describe('dismissing', () => {
  it('takes a node with its relationships, and tells all that it took', () => {
    const graph = pair();
    const change = apply(graph, { kind: 'dismiss', nodes: ['b'], relationships: [] });
    expect([graph.nodes(), graph.edges()]).toEqual([['a'], []]);
    expect(change.removedNodes).toEqual([{ node: node('b'), x: 0, y: 0, placed: false }]);
    expect(change.removedRelationships.map(({ id }) => id).toSorted()).toEqual(['r', 's']);
  });

  it('does nothing with what is not on the screen', () => {
    expect(apply(pair(), { kind: 'dismiss', nodes: ['x'], relationships: ['y'] })).toEqual(nothing);
  });

  it('is taken back by merging what it took', () => {
    const graph = pair();
    const before = { nodes: graph.nodes().toSorted(), edges: graph.edges().toSorted() };
    const { removedNodes, removedRelationships } = apply(graph, {
      kind: 'dismiss',
      nodes: ['b'],
      relationships: [],
    });
    apply(graph, {
      kind: 'merge',
      nodes: removedNodes.map((removed) => removed.node),
      relationships: removedRelationships,
    });
    expect({ nodes: graph.nodes().toSorted(), edges: graph.edges().toSorted() }).toEqual(before);
  });
});

describe('settings', () => {
  it('are replaced in what is named, and tell what they were', () => {
    const action: Action = { kind: 'set', settings: { pins: ['a'], bundle: 'auto' } };
    const change = apply(pair(), action, DEFAULT_SETTINGS);
    expect(change).toEqual({ ...nothing, formerSettings: { pins: [] } });
    expect(settingsAfter(DEFAULT_SETTINGS, action)).toEqual({ ...DEFAULT_SETTINGS, pins: ['a'] });
  });
});

describe('naming', () => {
  it('takes the name, else the title, else the id', () => {
    expect(
      [node('a', { name: 'Russia', title: 'T' }), node('b', { title: 'T' }), node('c', { name: '' })].map(
        nameOf,
      ),
    ).toEqual(['Russia', 'T', 'c']);
  });
});
