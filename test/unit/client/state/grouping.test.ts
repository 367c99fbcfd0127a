import { describe, expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import {
  groupedToo,
  groupingChoices,
  groupingOf,
  NO_GROUPS,
  ungrouped,
} from '../../../../client/state/grouping.ts';
import type { GroupBy } from '../../../../client/state/settings.ts';

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
    const { groups } = groupingOf(graph, all, [{ property: 'country' }]);
    expect(groups.map(({ name, members }) => [name, members])).toEqual([
      ['Russia', ['a', 'b', 'f']],
      ['Iran', ['d', 'e']],
    ]);
  });

  it('leaves by itself what shares no value, and what has none', () => {
    const { groupOf } = groupingOf(graph, all, [{ property: 'country' }]);
    expect(['c', 'g'].map((id) => groupOf.has(id))).toEqual([false, false]);
    expect(groupOf.get('d')).toBe(groupOf.get('e'));
  });

  it('does not count what is not shown: a group of one is none', () => {
    expect(
      groupingOf(graph, ['a', 'b', 'd'], [{ property: 'country' }]).groups.map(({ name }) => name),
    ).toEqual(['Russia']);
  });

  it('keeps ids of groups apart from each other and from ids of nodes', () => {
    const byCountry = groupingOf(graph, all, [{ property: 'country' }]).groups.map(({ id }) => id);
    expect(new Set([...byCountry, ...graph.nodes()]).size).toBe(2 + 7);
    // the same again, so that what is selected stays so
    expect(groupingOf(graph, all, [{ property: 'country' }]).groups.map(({ id }) => id)).toEqual(byCountry);
  });

  it('by nothing, by an unknown property, or by a list there are no groups', () => {
    expect(groupingOf(graph, all, [])).toBe(NO_GROUPS);
    expect(groupingOf(graph, all, [{ property: 'nowhere' }]).groups).toEqual([]);
    expect(groupingOf(graph, all, [{ property: 'aliases' }]).groups).toEqual([]);
  });

  it('offers only properties that gather something, those that gather most first', () => {
    expect(groupingChoices(graph, all)).toEqual([{ property: 'country', groups: 2, grouped: 5 }]);
  });
});

describe('grouping only some', () => {
  const told = (by: readonly GroupBy[]) =>
    groupingOf(graph, all, by).groups.map(({ name, members }) => `${name}: ${members.join('')}`);
  const byBirth = (nodes?: string[]): GroupBy => ({ property: 'born', ...(nodes && { nodes }) });
  const byCountry = (nodes?: string[]): GroupBy => ({ property: 'country', ...(nodes && { nodes }) });

  it('leaves the others by themselves', () => {
    expect(told([byCountry(['a', 'b', 'd'])])).toEqual(['Russia: ab']);
  });

  it('takes nodes out of the group that they were in, and leaves that one as it is', () => {
    const by = groupedToo([byCountry(['a', 'b', 'f', 'd', 'e'])], 'born', ['a', 'b']);
    expect(told(by)).toEqual(['Iran: de']);
    expect(told(groupedToo([byCountry()], 'country', ['a', 'b']))).toEqual(['Russia: abf', 'Iran: de']);
    expect(told(groupedToo(by, 'country', ['a', 'f', 'b']))).toEqual(['Russia: abf', 'Iran: de']);
  });

  it('gathers the same value into one group, however it came to be asked for', () => {
    expect(told(groupedToo([byCountry(['a', 'b'])], 'country', ['f', 'c']))).toEqual(['Russia: abf']);
  });

  it('comes before what all that is shown is grouped by', () => {
    expect(told(groupedToo([byBirth()], 'country', ['d', 'e', 'c']))).toEqual(['Iran: de']);
    expect(told(groupedToo([byCountry(), byBirth(['a', 'b'])], 'country', ['a', 'b']))).toEqual([
      'Russia: abf',
      'Iran: de',
    ]);
  });

  it('ungroups one and keeps the others, of all that is shown as well', () => {
    const by = [byCountry()];
    const before = groupingOf(graph, all, by);
    const russia = before.groupOf.get('b');
    expect(russia).toBeDefined();
    const after = ungrouped(by, before, new Set(russia === undefined ? [] : [russia]));
    expect(told(after)).toEqual(['Iran: de']);
    expect(ungrouped(after, groupingOf(graph, all, after), new Set(groupingOf(graph, all, after).groups))).toEqual([]); // prettier-ignore
  });
});
