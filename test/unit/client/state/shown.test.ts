import { describe, expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import type { Settings } from '../../../../client/state/settings.ts';
import { rememberingShown, shownOf, whyHidden } from '../../../../client/state/shown.ts';

/** russia -urged 2021-10-20-> taliban -dateless-> kabul */
function picture() {
  const graph = newScreenGraph();
  const node = (id: string, label: string) => ({
    id,
    elementId: id,
    labels: [label],
    properties: { name: id },
  });
  const claim = (id: string, type: string, source: string, target: string, properties = {}) => ({
    id,
    elementId: id,
    type,
    source,
    target,
    properties,
  });
  apply(graph, {
    kind: 'merge',
    nodes: [node('russia', 'State'), node('taliban', 'Group'), node('kabul', 'Place')],
    relationships: [
      claim('urged', 'URGED', 'russia', 'taliban', { date: '2021-10-20' }),
      claim('in', 'ACTIVE_IN', 'taliban', 'kabul'),
    ],
  });
  return graph;
}

const shown = (settings: Partial<Settings>) => {
  const { nodes, relationships } = shownOf(picture(), { ...DEFAULT_SETTINGS, ...settings });
  return [[...nodes], [...relationships]];
};

describe('what is shown', () => {
  it('is all that is loaded, to begin with', () => {
    expect(shown({})).toEqual([
      ['russia', 'taliban', 'kabul'],
      ['urged', 'in'],
    ]);
  });

  it('is no claim of which an end is hidden', () => {
    expect(shown({ hiddenNodes: ['russia'] })).toEqual([['taliban', 'kabul'], ['in']]);
    expect(shown({ hiddenKinds: ['Place'] })).toEqual([['russia', 'taliban'], ['urged']]);
  });

  it('keeps the ends of a claim that is hidden', () => {
    expect(shown({ hiddenTypes: ['URGED'], hiddenRelationships: ['in'] })).toEqual([
      ['russia', 'taliban', 'kabul'],
      [],
    ]);
  });

  it('is what every filter and the period let through; claims without a date as the period says', () => {
    expect(shown({ period: { from: '2022', to: null, keepsUndated: true } })[1]).toEqual(['in']);
    expect(shown({ period: { from: null, to: null, keepsUndated: false } })[1]).toEqual(['urged']);
    const filters = [
      { id: '1', on: 'node', property: 'name', keepsMissing: false, kind: 'text', contains: 'a' } as const,
      { id: '2', on: 'node', property: 'name', keepsMissing: false, kind: 'text', contains: 'l' } as const,
    ];
    expect(shown({ filters })).toEqual([['taliban', 'kabul'], ['in']]);
    const off = filters.map((filter) => ({ ...filter, isOff: true }));
    expect(shown({ filters: off })).toEqual(shown({}));
  });

  it('says why the rest is not', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      hiddenNodes: ['kabul'],
      hiddenKinds: ['State'],
      period: { from: '2022', to: null, keepsUndated: true },
    };
    const why = whyHidden(picture(), settings);
    const nodes = ['russia', 'taliban', 'kabul'].map((id) => why({ kind: 'node', id }));
    const claims = ['urged', 'in'].map((id) => why({ kind: 'relationship', id }));
    expect([nodes, claims]).toEqual([
      ['kind', null, 'hand'],
      ['period', 'end'],
    ]);
  });

  it('is looked for again only where the graph or a rule has changed', () => {
    const graph = picture();
    const remembered = rememberingShown();
    const first = remembered(graph, 1, DEFAULT_SETTINGS);
    expect(remembered(graph, 1, { ...DEFAULT_SETTINGS, pins: ['russia'] } as Settings)).toBe(first);
    expect(remembered(graph, 2, DEFAULT_SETTINGS)).not.toBe(first);
    expect(remembered(graph, 2, { ...DEFAULT_SETTINGS, hiddenKinds: ['State'] }).nodes.size).toBe(2);
  });
});
