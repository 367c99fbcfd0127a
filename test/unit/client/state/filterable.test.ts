import { describe, expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { countLet } from '../../../../client/state/filter-counts.ts';
import { countedValues, filterables, valuesOf } from '../../../../client/state/filterable.ts';
import { filteredOutText, filterTitle, newFilter } from '../../../../client/state/filtering.ts';
import type { Filter } from '../../../../client/state/filters.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';

/** Twenty states, a claim from each to the next. */
function picture() {
  const graph = newScreenGraph();
  const ids = Array.from({ length: 20 }, (_, at) => `s${at}`);
  apply(graph, {
    kind: 'merge',
    nodes: ids.map((id, at) => ({
      id,
      elementId: id,
      labels: ['Actor', 'State'],
      properties: {
        id,
        name: `State number ${at}`,
        aliases: at % 2 === 0 ? ['even', 'both'] : ['both'],
        ...(at < 5 && { population: at * 1000 }),
        ...(at === 0 && { place: 'POINT (1 2)' }),
      },
      ...(at === 0 && { typed: { place: { $type: 'Point', _value: 'SRID=4326;POINT (1 2)' } } }),
    })),
    relationships: ids.slice(1).map((id, at) => ({
      id: `c${at}`,
      elementId: `c${at}`,
      type: at % 2 === 0 ? 'URGED' : 'PRAISED',
      source: id,
      target: `s${at}`,
      properties: { date: `2021-10-${String(at + 1).padStart(2, '0')}` },
    })),
  });
  return graph;
}

describe('what can be filtered', () => {
  it('is guessed from the values, what most have first, and what tells each apart last', () => {
    const found = filterables(picture()).map(({ on, of, property, kinds, count }) => [on, of ?? property, kinds.join(), count]); // prettier-ignore
    expect(found).toEqual([
      ['node', 'kind', 'category', 20],
      ['node', 'claims', 'number', 20],
      ['node', 'name', 'text,category', 20],
      ['node', 'aliases', 'category,text', 20],
      ['node', 'population', 'number,category', 5],
      ['node', 'id', 'text,category', 20],
      ['relationship', 'kind', 'category', 19],
      ['relationship', 'date', 'date', 19],
    ]);
  });

  it('has its values counted, each item of a list, and says how many have none', () => {
    const graph = picture();
    const aliases = valuesOf(graph, { on: 'node', property: 'aliases' });
    expect([countedValues(aliases.values), aliases.missing]).toEqual([
      [
        { value: 'both', count: 20 },
        { value: 'even', count: 10 },
      ],
      0,
    ]);
    expect(valuesOf(graph, { on: 'node', property: 'population' })).toEqual({ values: [0, 1000, 2000, 3000, 4000], missing: 15 }); // prettier-ignore
    expect(countedValues(valuesOf(graph, { on: 'node', of: 'claims', property: '' }).values)).toEqual([
      { value: '2', count: 18 },
      { value: '1', count: 2 },
    ]);
  });
});

describe('a new filter', () => {
  it('lets everything through, of whatever kind', () => {
    const graph = picture();
    for (const filterable of filterables(graph))
      for (const kind of filterable.kinds) {
        const all = filterable.on === 'node' ? graph.order : graph.size;
        expect(countLet(graph, newFilter(filterable, kind))).toBe(all);
      }
  });

  it('counts what it lets through by itself', () => {
    const verb: Filter = { id: '1', on: 'relationship', of: 'kind', property: '', keepsMissing: false, kind: 'category', values: ['URGED'] }; // prettier-ignore
    expect(countLet(picture(), verb)).toBe(10);
    expect(countLet(picture(), { ...verb, isOff: true })).toBe(10);
  });
});

describe('the words of filters', () => {
  it('name what is looked at', () => {
    const names = (['datePrecision', 'is_known', 'officialName'] as const).map((property) => filterTitle({ on: 'node', property })); // prettier-ignore
    expect(names).toEqual(['Date precision', 'Is known', 'Official name']);
    expect(filterTitle({ on: 'relationship', of: 'kind', property: '' })).toBe('Verb');
  });

  it('say how much is filtered out', () => {
    const none = { nodes: 0, ofNodes: 120, relationships: 0, ofRelationships: 293 };
    expect(filteredOutText(none)).toBe('');
    expect(filteredOutText({ ...none, relationships: 12 })).toBe('12 of 293 claims are filtered out');
    expect(filteredOutText({ ...none, nodes: 1 })).toBe('1 of 120 actors and events is filtered out');
    expect(filteredOutText({ ...none, nodes: 3, relationships: 1_200, ofRelationships: 10_000 })).toBe('1,200 of 10,000 claims and 3 of 120 actors and events are filtered out'); // prettier-ignore
  });
});
