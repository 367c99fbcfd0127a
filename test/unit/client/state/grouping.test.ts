import { describe, expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { groupingChoices, groupingOf, NO_GROUPS } from '../../../../client/state/grouping.ts';

const graph = newScreenGraph();
const people: readonly (readonly [string, Record<string, string | number | boolean | string[] | null>])[] = [
  ['a', { country: 'Russia', born: 1952 }],
  ['b', { country: 'Russia', born: 1950 }],
  ['c', { country: 'China', born: 1953 }],
  ['d', { country: 'Iran' }],
  ['e', { country: 'Iran', aliases: ['x'] }],
  ['f', { country: 'Russia', aliases: ['x'] }],
  ['g', { country: null }],
];
apply(graph, {
  kind: 'merge',
  nodes: people.map(([id, properties]) => ({ id, elementId: id, labels: ['Person'], properties })),
  relationships: [],
});
const all = new Set(graph.nodes());

describe('grouping', () => {
  it('gathers nodes that share a value, the largest group first, members in the order of the graph', () => {
    const { groups } = groupingOf(graph, all, 'country');
    expect(groups.map(({ name, members }) => [name, members])).toEqual([
      ['Russia', ['a', 'b', 'f']],
      ['Iran', ['d', 'e']],
    ]);
  });

  it('leaves by itself what shares no value, and what has none', () => {
    const { groupOf } = groupingOf(graph, all, 'country');
    expect(['c', 'g'].map((id) => groupOf.has(id))).toEqual([false, false]);
    expect(groupOf.get('d')).toBe(groupOf.get('e'));
  });

  it('does not count what is not shown: a group of one is none', () => {
    expect(groupingOf(graph, ['a', 'b', 'd'], 'country').groups.map(({ name }) => name)).toEqual(['Russia']);
  });

  it('keeps ids of groups apart from each other and from ids of nodes', () => {
    const byCountry = groupingOf(graph, all, 'country').groups.map(({ id }) => id);
    expect(new Set([...byCountry, ...graph.nodes()]).size).toBe(2 + 7);
    // the same again, so that what is selected stays so
    expect(groupingOf(graph, all, 'country').groups.map(({ id }) => id)).toEqual(byCountry);
  });

  it('by nothing, by an unknown property, or by a list there are no groups', () => {
    expect(groupingOf(graph, all, null)).toBe(NO_GROUPS);
    expect(groupingOf(graph, all, 'nowhere').groups).toEqual([]);
    expect(groupingOf(graph, all, 'aliases').groups).toEqual([]);
  });

  it('offers only properties that gather something, those that gather most first', () => {
    expect(groupingChoices(graph, all)).toEqual([{ property: 'country', groups: 2, grouped: 5 }]);
  });
});
