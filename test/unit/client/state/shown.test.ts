import { describe, expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import type { Settings } from '../../../../client/state/settings.ts';
import { shownOf } from '../../../../client/state/shown.ts';

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

  it('is what every filter and the period let through; a claim without a date is in any period', () => {
    expect(shown({ period: { from: '2022', to: null } })[1]).toEqual(['in']);
    const filters = [
      { id: '1', on: 'node', property: 'name', keepsMissing: false, kind: 'text', contains: 'a' } as const,
      { id: '2', on: 'node', property: 'name', keepsMissing: false, kind: 'text', contains: 'l' } as const,
    ];
    expect(shown({ filters })).toEqual([['taliban', 'kabul'], ['in']]);
  });
});
