import { describe, expect, it } from 'vitest';
import { CATEGORIES, OTHERS, ownColors, RAMP, rampColor } from '../../../../client/picture/scales.ts';
import { kindStyle } from '../../../../client/picture/palette.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import type { Style } from '../../../../client/state/settings.ts';
import { shownOf } from '../../../../client/state/shown.ts';
import { styleOf } from '../../../../client/state/style.ts';
import type { Measures } from '../../../../client/state/style.ts';

/** a is the hub: b, c and d urge it; e is alone. */
const graph = newScreenGraph();
const properties: Record<string, Record<string, string | number | boolean>> = {
  a: { country: 'Russia', born: 1950, since: '2021-01-01', isMember: true },
  b: { country: 'Russia', born: 1960, since: '2021-01-11', isMember: false },
  c: { country: 'China', born: 1970, since: '2021-01-06', isMember: true },
  d: { country: 'Iran' },
  e: {},
};
apply(graph, {
  kind: 'merge',
  nodes: Object.entries(properties).map(([id, each]) => ({
    id,
    elementId: id,
    labels: [id === 'e' ? 'Event' : 'State'],
    properties: each,
  })),
  relationships: ['b', 'c', 'd'].map((source) => ({
    id: `${source}a`,
    elementId: source,
    type: 'URGED',
    source,
    target: 'a',
    properties: {},
  })),
});
const all = shownOf(graph, DEFAULT_SETTINGS);
const styled = (style: Partial<Style>, measures?: Measures, shown = all) =>
  styleOf(graph, shown, { ...DEFAULT_SETTINGS.style, ...style }, measures);
const colorsOf = (style: Partial<Style>, measures?: Measures) => {
  const { colorOf } = styled(style, measures);
  return graph.nodes().map((id) => colorOf(id));
};

describe('colour', () => {
  it('by kind, with colours of the reader’s own', () => {
    const state = kindStyle('State').color;
    expect(colorsOf({})).toEqual([state, state, state, state, kindStyle('Event').color]);
    const own = ownColors('#123456');
    expect(own.light).toBe('#123456');
    expect(colorsOf({ colors: { 'kind:State': '#123456' } })).toEqual([
      own,
      own,
      own,
      own,
      kindStyle('Event').color,
    ]);
    expect(styled({}).colorKey).toEqual({ kind: 'kinds' });
  });

  it('by a text: the most frequent value first, what has none grey and counted', () => {
    const style = { nodeColor: { by: 'property', property: 'country' } } as const;
    const [first, second, third] = CATEGORIES;
    expect(colorsOf(style)).toEqual([first, first, second, third, OTHERS]);
    const { colorKey } = styled(style);
    expect(colorKey).toMatchObject({
      kind: 'categories',
      missing: 1,
      categories: [
        { key: 'value:country:Russia', name: 'Russia', nodes: ['a', 'b'] },
        { key: 'value:country:China', name: 'China', nodes: ['c'] },
        { key: 'value:country:Iran', name: 'Iran', nodes: ['d'] },
      ],
    });
    const own = { ...style, colors: { 'value:country:Iran': '#00ff00' } };
    // and darker where it would not be seen
    expect(colorsOf(own)[3]).toEqual({ light: '#0ba90a', dark: '#00ff00' });
  });

  it('by yes or no as two categories', () => {
    const { colorKey } = styled({ nodeColor: { by: 'property', property: 'isMember' } });
    expect(colorKey).toMatchObject({ missing: 2, categories: [{ name: 'true' }, { name: 'false' }] });
  });

  it('gives what is not among the eight most frequent one grey, and says how many values that are', () => {
    const many = newScreenGraph();
    apply(many, {
      kind: 'merge',
      nodes: Array.from({ length: 20 }, (_, index) => ({
        id: String(index),
        elementId: String(index),
        labels: ['State'],
        properties: { name: `n${index % 11}` },
      })),
      relationships: [],
    });
    const { colorKey, colorOf } = styleOf(many, shownOf(many, DEFAULT_SETTINGS), {
      ...DEFAULT_SETTINGS.style,
      nodeColor: { by: 'property', property: 'name' },
    });
    if (colorKey.kind !== 'categories') throw new Error(colorKey.kind);
    expect(colorKey.categories.map(({ name }) => name).at(-1)).toBe('3 others');
    expect(colorKey.categories.length).toBe(CATEGORIES.length + 1);
    expect(colorOf('10')).toEqual(OTHERS);
  });

  it('by a number or a day on an even ramp, told at its ends and its middle', () => {
    const born = styled({ nodeColor: { by: 'property', property: 'born' } });
    expect(born.colorKey).toEqual({
      kind: 'ramp',
      least: 1950,
      middle: 1960,
      most: 1970,
      missing: 2,
      note: null,
    });
    expect(['a', 'b', 'c', 'e'].map((id) => born.colorOf(id))).toEqual([RAMP[0], RAMP[2], RAMP[4], OTHERS]);
    const since = styled({ nodeColor: { by: 'property', property: 'since' } });
    expect(since.colorKey).toMatchObject({ least: '2021-01-01', middle: '2021-01-06', most: '2021-01-11' });
    expect(since.colorOf('c')).toEqual(RAMP[2]);
  });

  it('by degree of what is shown, on a scale that leaves room for those with few', () => {
    const { colorKey, colorOf } = styled({ nodeColor: { by: 'degree' } });
    expect(colorKey).toEqual({ kind: 'ramp', least: 0, middle: 0.75, most: 3, missing: 0, note: null });
    expect(['a', 'e'].map((id) => colorOf(id))).toEqual([RAMP[4], RAMP[0]]);
    expect(colorOf('b')).toEqual(rampColor(Math.sqrt(1 / 3)));
    const withoutB = shownOf(graph, { ...DEFAULT_SETTINGS, hiddenNodes: ['b'] });
    expect(styled({ nodeColor: { by: 'degree' } }, undefined, withoutB).colorKey).toMatchObject({ most: 2 });
  });

  it('by a measure: of the kind until it has been taken, then by its values, with how sure it is', () => {
    const style = { nodeColor: { by: 'betweenness' } } as const;
    expect(styled(style).colorKey).toEqual({ kind: 'waiting' });
    expect(colorsOf(style)).toEqual(colorsOf({}));
    const measures: Measures = new Map([
      [
        'betweenness',
        {
          values: new Map([
            ['a', 1],
            ['b', 0],
            ['c', 0],
            ['d', 0],
            ['e', 0],
          ]),
          note: 'Estimated.',
        },
      ],
    ]);
    expect(styled(style, measures).colorKey).toMatchObject({ kind: 'ramp', most: 1, note: 'Estimated.' });
    expect(styled(style, measures).colorOf('a')).toEqual(RAMP[4]);
  });

  it('by community: numbered by size', () => {
    const measures: Measures = new Map([
      [
        'community',
        {
          values: new Map([
            ['a', 0],
            ['b', 0],
            ['c', 1],
            ['d', 0],
            ['e', 2],
          ]),
          note: 'Modularity 0.4',
        },
      ],
    ]);
    expect(styled({ nodeColor: { by: 'community' } }, measures).colorKey).toMatchObject({
      categories: [
        { name: 'Community 1', nodes: ['a', 'b', 'd'] },
        { name: 'Community 2', nodes: ['c'] },
        { name: 'Community 3', nodes: ['e'] },
      ],
      note: 'Modularity 0.4',
    });
  });
});

describe('size', () => {
  const sizes = (by: Style['nodeSize']) => {
    const { sizeOf } = styled({ nodeSize: by });
    return graph.nodes().map((id) => sizeOf(id));
  };

  it('is left to the picture by number of claims, and one for all where nothing is to be told', () => {
    expect(sizes({ by: 'degree' })).toEqual([null, null, null, null, null]);
    expect(new Set(sizes({ by: 'kind' })).size).toBe(1);
  });

  it('follows the number of a property; what has none is the smallest', () => {
    expect(sizes({ by: 'property', property: 'born' })).toEqual([0, 0.5, 1, 0, 0]);
  });

  it('of a text tells nothing', () => {
    expect(sizes({ by: 'property', property: 'country' })).toEqual([null, null, null, null, null]);
  });
});
