import { beforeEach, describe, expect, it } from 'vitest';
import { groupBy, ungroup } from '../../../../client/state/grouped.ts';
import {
  arePinned,
  hiddenCount,
  hide,
  setHidden,
  showHidden,
  togglePins,
} from '../../../../client/state/hiding.ts';
import { act, undo, useHistory } from '../../../../client/state/history.ts';
import { dispatch, graph, selectAll, shownNow, useScreen } from '../../../../client/state/screen.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';

const settings = () => useScreen.getState().settings;
const titles = () => useHistory.getState().done.map(({ title }) => title);

beforeEach(() => {
  graph.clear();
  dispatch({ kind: 'set', settings: DEFAULT_SETTINGS });
  useHistory.setState({ done: [], undone: [] });
  act('Open', {
    kind: 'merge',
    nodes: ['a', 'b', 'c'].map((id) => ({ id, elementId: id, labels: ['State'], properties: { name: id } })),
    relationships: [{ id: 'r', elementId: 'r', type: 'URGED', source: 'a', target: 'b', properties: {} }],
  });
});

describe('hiding', () => {
  it('takes out of the picture, keeps loaded, and lets go of the selection', () => {
    selectAll({ nodes: ['a', 'c'], relationships: [] });
    hide({ nodes: ['a'], relationships: [] });
    expect([...shownNow().nodes]).toEqual(['b', 'c']);
    expect([...shownNow().relationships]).toEqual([]);
    expect(graph.order).toBe(3);
    expect(useScreen.getState().selection.nodes).toEqual(['c']);
  });

  it('adds up, shows all of it again, and each is a step', () => {
    hide({ nodes: ['a'], relationships: [] });
    hide({ nodes: ['a', 'c'], relationships: ['r'] });
    expect(hiddenCount(settings())).toBe(3);
    showHidden();
    expect([hiddenCount(settings()), shownNow().nodes.size]).toEqual([0, 3]);
    expect(titles()).toEqual(['Hide a', 'Hide 2 actors and events and a claim', 'Show what was hidden']);
    undo();
    expect(settings().hiddenNodes).toEqual(['a', 'c']);
  });

  it('counts only what is loaded', () => {
    hide({ nodes: ['a', 'c'], relationships: [] });
    dispatch({ kind: 'dismiss', nodes: ['a'], relationships: [] });
    expect(hiddenCount(settings())).toBe(1);
  });

  it('of nothing, and showing where nothing is hidden, is no step', () => {
    hide({ nodes: [], relationships: [] });
    showHidden();
    expect(titles()).toEqual([]);
  });

  it('an eye shuts and opens kinds and types', () => {
    setHidden('hiddenTypes', ['URGED', 'MOCKED'], true, 'Requests');
    setHidden('hiddenTypes', ['MOCKED'], false, 'Mocked');
    expect([settings().hiddenTypes, shownNow().relationships.size]).toEqual([['URGED'], 0]);
    setHidden('hiddenKinds', ['State'], true, 'States');
    expect(shownNow().nodes.size).toBe(0);
    expect(titles()).toEqual(['Hide Requests', 'Show Mocked', 'Hide States']);
  });
});

it('pins and lets go: of several, all are pinned unless all were', () => {
  togglePins(['a']);
  togglePins(['a', 'b']);
  expect([settings().pins, arePinned(settings(), ['a', 'b']), arePinned(settings(), ['c'])]).toEqual([
    ['a', 'b'],
    true,
    false,
  ]);
  togglePins(['a']);
  expect(settings().pins).toEqual(['b']);
  expect(titles()).toEqual(['Pin a', 'Pin 2 actors and events', 'Unpin a']);
});

describe('grouping', () => {
  it('and ungrouping everything is a step, once each', () => {
    groupBy('country');
    groupBy('country');
    ungroup();
    ungroup();
    expect(titles()).toEqual(['Group by country', 'Ungroup']);
  });

  it('and ungrouping what is selected is a step that is taken back', () => {
    dispatch({
      kind: 'merge',
      nodes: ['a', 'b', 'c', 'd'].map((id) => ({ id, elementId: id, labels: ['State'], properties: { name: id, side: 'north' } })), // prettier-ignore
      relationships: [],
    });
    groupBy('side', ['a', 'b']);
    groupBy('side', ['b', 'a']);
    ungroup(['d']);
    expect(settings().groupBy).toEqual([{ property: 'side', nodes: ['a', 'b'] }]);
    ungroup(['b']);
    expect(settings().groupBy).toEqual([]);
    expect(titles()).toEqual(['Group 2 actors and events by side', 'Ungroup north']);
    undo();
    undo();
    expect(settings().groupBy).toEqual([]);
  });
});
