import { describe, expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import {
  allNodes,
  inverted,
  sameKind,
  withInnerClaims,
  withNeighbours,
} from '../../../../client/state/selecting.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import { shownOf } from '../../../../client/state/shown.ts';

/** a –urged→ b –urged→ c –praised→ d, and e by itself; a and c are states. */
const graph = newScreenGraph();
apply(graph, {
  kind: 'merge',
  nodes: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id,
    elementId: id,
    labels: ['Actor', 'ac'.includes(id) ? 'State' : 'Group'],
    properties: {},
  })),
  relationships: [
    ['ab', 'URGED', 'a', 'b'],
    ['bc', 'URGED', 'b', 'c'],
    ['cd', 'PRAISED', 'c', 'd'],
  ].map(([id = '', type = '', source = '', target = '']) => ({
    id,
    elementId: id,
    type,
    source,
    target,
    properties: {},
  })),
});
const shown = shownOf(graph, DEFAULT_SETTINGS);
const withoutPraise = shownOf(graph, { ...DEFAULT_SETTINGS, hiddenTypes: ['PRAISED'], hiddenNodes: ['e'] });
const nodes = (...ids: string[]) => ({ nodes: ids, relationships: [] });
const claims = (...ids: string[]) => ({ nodes: [], relationships: ids });

describe('selections made from others', () => {
  it('all is every node that is shown, and no other', () => {
    expect(allNodes(withoutPraise)).toEqual(nodes('a', 'b', 'c', 'd'));
  });

  it('inverted is of what was selected: of nodes, or of claims', () => {
    expect(inverted(shown, nodes('b', 'd'))).toEqual(nodes('a', 'c', 'e'));
    expect(inverted(shown, claims('ab'))).toEqual(claims('bc', 'cd'));
    expect(inverted(shown, nodes())).toEqual(nodes('a', 'b', 'c', 'd', 'e'));
  });

  it('inverting twice gives back the nodes', () => {
    expect(inverted(shown, inverted(shown, nodes('b', 'd')))).toEqual(nodes('b', 'd'));
  });

  it('neighbours are added whichever way a claim points, and only along claims that are shown', () => {
    expect(withNeighbours(graph, shown, nodes('c'))).toEqual(nodes('b', 'c', 'd'));
    expect(withNeighbours(graph, withoutPraise, nodes('c'))).toEqual(nodes('b', 'c'));
    expect(withNeighbours(graph, shown, nodes('e'))).toEqual(nodes('e'));
  });

  it('of a claim, the neighbours are its ends', () => {
    expect(withNeighbours(graph, shown, claims('cd'))).toEqual(nodes('c', 'd'));
  });

  it('the same kind is that of any selected node, and the type of any selected claim', () => {
    expect(sameKind(graph, shown, nodes('a'))).toEqual(nodes('a', 'c'));
    expect(sameKind(graph, shown, claims('ab'))).toEqual(claims('ab', 'bc'));
    expect(sameKind(graph, shown, { nodes: ['b'], relationships: ['cd'] })).toEqual({
      nodes: ['b', 'd', 'e'],
      relationships: ['cd'],
    });
  });

  it('claims among the selected have both ends in it', () => {
    expect(withInnerClaims(graph, shown, nodes('a', 'b', 'd'))).toEqual({
      nodes: ['a', 'b', 'd'],
      relationships: ['ab'],
    });
  });
});
