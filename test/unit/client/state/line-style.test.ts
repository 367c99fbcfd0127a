import { describe, expect, it } from 'vitest';
import { RELATIONSHIP_KINDS } from '../../../../graph/vocabulary.ts';
import { contrast, GROUND, TONES } from '../../../../client/picture/palette.ts';
import { CATEGORIES, OTHERS } from '../../../../client/picture/scales.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { lineStyling, quadOf } from '../../../../client/state/line-style.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import type { Style } from '../../../../client/state/settings.ts';
import { shownOf } from '../../../../client/state/shown.ts';

/** Ten types, the first ten times, the second nine … */
const graph = newScreenGraph();
const types = RELATIONSHIP_KINDS.slice(0, 10).map(({ type }) => type);
apply(graph, {
  kind: 'merge',
  nodes: ['a', 'b'].map((id) => ({ id, elementId: id, labels: ['State'], properties: {} })),
  relationships: types.flatMap((type, index) =>
    Array.from({ length: 10 - index }, (_, each) => ({
      id: `${type}${each}`,
      elementId: `${type}${each}`,
      type,
      source: 'a',
      target: 'b',
      properties: {},
    })),
  ),
});
const styling = (by: Style['lineColor']['by'], colors: Style['colors'] = {}) =>
  lineStyling(graph, shownOf(graph, DEFAULT_SETTINGS), {
    ...DEFAULT_SETTINGS.style,
    lineColor: { by },
    colors,
  });

describe('lines', () => {
  it('by tone are as the picture draws them, but for the reader’s own colours', () => {
    const { classes, classOf } = styling('tone', { 'tone:conflict': '#aa0000' });
    expect(classes.map(({ key }) => key)).toEqual([
      'tone:cooperation',
      'tone:request',
      'tone:warning',
      'tone:conflict',
      'tone:standing',
    ]);
    expect(classes[classOf('URGED', undefined)]).toMatchObject(TONES.request);
    expect(classes[classOf('INVADED', undefined)]?.color).toEqual({ light: '#aa0000', dark: '#be4645' });
  });

  it('by PLOVER’s quad categories, of the vocabulary or of the event they were coded as', () => {
    const { classes, classOf } = styling('quad');
    const name = (type: string, event?: string) => classes[classOf(type, event)]?.name;
    expect([
      name('SUPPORTED'),
      name('EXERCISED_WITH'),
      name('URGED'),
      name('INVADED'),
      name('LEADS'),
    ]).toEqual([
      'Cooperation in words',
      'Cooperation in deeds',
      'Conflict in words',
      'Conflict in deeds',
      'Neither',
    ]);
    expect([
      quadOf('UNHEARD_OF', 'AID'),
      quadOf('UNHEARD_OF', 'ASSAULT'),
      quadOf('UNHEARD_OF', 'x'),
      quadOf('UNHEARD_OF', undefined),
    ]).toEqual(['material cooperation', 'material conflict', 'none', 'none']);
  });

  it('by type: the eight most frequent have colours, the others share one', () => {
    const { classes, classOf } = styling('type');
    expect(classes.map(({ key }) => key)).toEqual([
      ...types.slice(0, 8).map((type) => `type:${type}`),
      'type:…',
    ]);
    expect(classes.at(-1)).toMatchObject({ name: '2 other types', color: OTHERS });
    expect(types.map((type) => classOf(type, undefined))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 8]);
    expect(classes[0]?.color).toEqual(CATEGORIES[0]);
  });

  it('can all be seen on the ground', () => {
    for (const by of ['tone', 'quad', 'type'] as const)
      for (const { name, color } of styling(by).classes)
        for (const scheme of ['light', 'dark'] as const)
          expect(contrast(color[scheme], GROUND[scheme]), `${name}, ${scheme}`).toBeGreaterThanOrEqual(3);
  });
});
