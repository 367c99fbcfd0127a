import { describe, expect, it } from 'vitest';
import {
  legendRows,
  selectedIn,
  shownOfClass,
  shownOfKind,
  typeKey,
} from '../../../../../client/panels/legend/rows.ts';
import { apply } from '../../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../../client/state/graph.ts';
import { lineStyling } from '../../../../../client/state/line-style.ts';
import { DEFAULT_SETTINGS } from '../../../../../client/state/settings.ts';
import { shownOf } from '../../../../../client/state/shown.ts';

const graph = newScreenGraph();
apply(graph, {
  kind: 'merge',
  nodes: [
    ['a', 'State'],
    ['b', 'State'],
    ['c', 'Person'],
    ['d', 'Whale'],
  ].map(([id = '', label = '']) => ({ id, elementId: id, labels: [label], properties: {} })),
  relationships: [
    ['1', 'URGED', 'a', 'b', null],
    ['2', 'URGED', 'c', 'b', null],
    ['3', 'CALLED_ON', 'a', 'c', null],
    ['4', 'HIT', 'a', 'b', 'ASSAULT'],
    ['5', 'HIT', 'a', 'd', 'AID'],
  ].map(([id, type, source, target, event]) => ({
    id: id as string,
    elementId: id as string,
    type: type as string,
    source: source as string,
    target: target as string,
    properties: { event: event as string | null },
  })),
});
const settings = { ...DEFAULT_SETTINGS, hiddenNodes: ['c'] };
const shown = shownOf(graph, settings);
const lines = lineStyling(graph, shown, settings.style);

describe('the rows of the legend', () => {
  it('count what is loaded and what of it is shown, kinds in the order of the vocabulary', () => {
    expect(legendRows(graph, shown, lines).kinds).toEqual([
      { key: 'State', name: 'States', loaded: 2, shown: 2 },
      { key: 'Person', name: 'People', loaded: 1, shown: 0 },
      { key: 'other', name: 'Others', loaded: 1, shown: 1 },
    ]);
  });

  it('unfold claims to types; a type is in each class that its claims were coded into', () => {
    const rows = legendRows(graph, shown, lines).classes.map(({ key, loaded, shown: seen, types }) => [
      key,
      loaded,
      seen,
      types.map(({ name, loaded: count }) => `${name} ${count}`),
    ]);
    expect(rows).toEqual([
      ['tone:cooperation', 1, 1, ['Hit 1']],
      ['tone:request', 3, 1, ['Urged 2', 'Called on 1']],
      ['tone:conflict', 1, 1, ['Hit 1']],
    ]);
  });

  it('select what is shown of them', () => {
    expect(shownOfKind(graph, shown, 'State').nodes).toEqual(['a', 'b']);
    expect(shownOfKind(graph, shown, 'Person').nodes).toEqual([]);
    expect(shownOfClass(graph, shown, lines, 'tone:request', null).relationships).toEqual(['1']);
    expect(shownOfClass(graph, shown, lines, 'tone:conflict', 'HIT').relationships).toEqual(['4']);
  });

  it('know how much of them is selected', () => {
    const { kinds, classes, types } = selectedIn(graph, { nodes: ['a'], relationships: ['1', '4'] }, lines);
    expect([
      kinds.get('State'),
      classes.get('tone:request'),
      types.get(typeKey('tone:conflict', 'HIT')),
    ]).toEqual([1, 1, 1]);
    expect(types.get(typeKey('tone:cooperation', 'HIT'))).toBeUndefined();
  });
});
