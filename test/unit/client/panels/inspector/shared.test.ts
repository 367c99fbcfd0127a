import { describe, expect, it } from 'vitest';
import { commonTo } from '../../../../../client/panels/inspector/shared.ts';
import { apply } from '../../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../../client/state/graph.ts';

const node = (id: string, properties = {}) => ({
  id,
  elementId: id,
  labels: ['Actor'],
  properties: { id, name: id, ...properties },
});
const claim = (source: string, target: string, id: string, ...evidence: string[]) => ({
  id,
  elementId: id,
  type: 'URGED',
  source,
  target,
  properties: (evidence.length === 0 ? {} : { evidence }) as Record<string, string[]>,
});

const graph = newScreenGraph();
apply(graph, {
  kind: 'merge',
  nodes: [
    node('a', { region: 'Asia', seats: [1, 2], iso: 'A' }),
    node('b', { region: 'Asia', seats: [1, 2], iso: 'B' }),
    node('c', { region: 'Asia', iso: 'C' }),
    node('talks'),
    node('un'),
    node('alone'),
  ],
  relationships: [
    claim('a', 'talks', 'a-talks', 'q1'),
    claim('b', 'talks', 'b-talks', 'q1'),
    claim('talks', 'c', 'talks-c', 'q2'),
    claim('a', 'un', 'a-un', 'q3'),
    claim('a', 'un', 'a-un-2', 'q3'),
    claim('b', 'un', 'b-un'),
    claim('a', 'alone', 'a-alone', 'q4'),
    claim('a', 'b', 'a-b', 'q5', 'q5'),
    claim('b', 'a', 'b-a', 'q2'),
  ],
});

/** The claims of each, in id order. */
const sorted = (shared: ReturnType<typeof commonTo>['neighbours']) =>
  shared.map((each) => ({ ...each, claims: each.claims.toSorted() }));

describe('what several share', () => {
  it('is what at least two of them are joined to, most of them first, and the claims between them', () => {
    const common = commonTo(graph, ['a', 'b', 'c']);
    expect(common.among.toSorted()).toEqual(['a-b', 'b-a']);
    expect(sorted(common.neighbours)).toEqual([
      { id: 'talks', with: ['a', 'b', 'c'], claims: ['a-talks', 'b-talks', 'talks-c'] },
      { id: 'un', with: ['a', 'b'], claims: ['a-un', 'a-un-2', 'b-un'] },
    ]);
  });

  it('is a quote on which claims of two of them rest, not the quote of one claim between them', () => {
    expect(sorted(commonTo(graph, ['a', 'b', 'c']).quotes)).toEqual([
      { id: 'q2', with: ['a', 'b', 'c'], claims: ['b-a', 'talks-c'] },
      { id: 'q1', with: ['a', 'b'], claims: ['a-talks', 'b-talks'] },
    ]);
  });

  it('is a property that all of them have with the same value', () => {
    expect(commonTo(graph, ['a', 'b']).properties).toEqual([
      ['region', 'Asia'],
      ['seats', '[1,2]'],
    ]);
    expect(commonTo(graph, ['a', 'b', 'c']).properties).toEqual([['region', 'Asia']]);
  });

  it('leaves out claims that are hidden, and is nothing for one node or none', () => {
    expect(commonTo(graph, ['a', 'b'], (id) => id !== 'b-un').neighbours.map(({ id }) => id)).toEqual([
      'talks',
    ]);
    expect(commonTo(graph, ['a']).neighbours).toEqual([]);
    expect(commonTo(graph, []).properties).toEqual([]);
    expect(commonTo(graph, ['a', 'gone']).properties).toEqual([]);
  });
});
