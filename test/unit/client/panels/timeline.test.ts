import { describe, expect, it } from 'vitest';
import { claimTimes, countDated, happenings } from '../../../../client/panels/timeline/claim-times.ts';
import { firstPlayed, moved, periodOf, spanOf } from '../../../../client/panels/timeline/span.ts';
import { timeBins } from '../../../../client/panels/histogram/time-edges.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';

function picture() {
  const graph = newScreenGraph();
  const node = (id: string, properties = {}) => ({ id, elementId: id, labels: ['Event'], properties: { name: id, ...properties } }); // prettier-ignore
  const claim = (id: string, properties: Record<string, string>) => ({ id, elementId: id, type: 'URGED', source: 'talks', target: 'war', properties }); // prettier-ignore
  apply(graph, {
    kind: 'merge',
    nodes: [
      node('talks', { start: '2021-10-20', end: '2021-10-20', datePrecision: 'day' }),
      node('war', { start: '1979-12-24', end: '1989-02-15', datePrecision: 'year' }),
      node('fear'),
    ],
    relationships: [
      claim('a', { date: '2021-10-20' }),
      claim('b', { date: '2021-08-01', datePrecision: 'month' }),
      claim('c', {}),
      claim('d', { date: '1979-01-01', datePrecision: 'year' }),
    ],
  });
  return graph;
}

describe('the times of claims', () => {
  it('are taken from their dates, and those without one are counted', () => {
    const times = claimTimes(picture());
    expect(times.ids).toEqual(['a', 'b', 'c', 'd']);
    expect([...times.starts]).toEqual([Date.UTC(2021, 9, 20), Date.UTC(2021, 7, 1), Number.NaN, Date.UTC(1979, 0, 1)]); // prettier-ignore
    expect([times.range, times.isTimed]).toEqual([[Date.UTC(1979, 0, 1), Date.UTC(2021, 9, 20)], false]);
    expect(countDated(times, new Set(['a', 'c', 'd']))).toEqual({ dated: 2, undated: 1 });
    expect(claimTimes(newScreenGraph()).range).toBeNull();
  });

  it('stand beside what happened, as exactly as that is known', () => {
    expect(happenings(picture()).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['war', '1979', '1989'],
      ['talks', '2021-10-20', '2021-10-20'],
    ]);
  });

  it('of a hundred thousand claims are read and binned in one pass', () => {
    const graph = newScreenGraph();
    const nodes = ['x', 'y'].map((id) => ({ id, elementId: id, labels: ['State'], properties: {} }));
    const relationships = Array.from({ length: 100_000 }, (_, at) => ({
      id: `c${at}`,
      elementId: `c${at}`,
      type: 'URGED',
      source: 'x',
      target: 'y',
      properties: { date: new Date(Date.UTC(2018, 0, 1) + at * 300_000).toISOString() },
    }));
    apply(graph, { kind: 'merge', nodes, relationships });
    const times = claimTimes(graph);
    expect(times.isTimed).toBe(true);
    expect(times.range?.[1]).toBe(Date.UTC(2018, 0, 1) + 99_999 * 300_000);
  });
});

describe('a span', () => {
  const bins = timeBins(Date.UTC(2021, 0, 1), Date.UTC(2021, 11, 31), 13);

  it('is a period as exact as the bins, open where it reaches the end of all', () => {
    expect(periodOf([2, 5], bins, true, true)).toEqual({ from: '2021-03', to: '2021-05', keepsUndated: true }); // prettier-ignore
    expect(periodOf([0, 5], bins, true, true)).toEqual({ from: null, to: '2021-05', keepsUndated: true });
    expect(periodOf([0, 12], bins, true, true)).toBeNull();
    expect(periodOf([0, 12], bins, true, false)).toEqual({ from: null, to: null, keepsUndated: false });
    expect(periodOf([0, 12], bins, false, true)).toEqual({ from: '2021-01', to: '2021-12', keepsUndated: true }); // prettier-ignore
  });

  it('comes back from its period', () => {
    for (const span of [
      [2, 5],
      [0, 3],
      [11, 12],
    ] as const)
      // prettier-ignore
      expect(spanOf(periodOf(span, bins, true, true), bins)).toEqual(span);
    expect(spanOf(null, bins)).toBeNull();
    expect(spanOf({ from: null, to: null, keepsUndated: false }, bins)).toBeNull();
  });

  it('steps as far as there is time', () => {
    expect([moved([2, 5], 3, 12), moved([8, 11], 3, 12), moved([9, 12], 1, 12), moved([1, 3], -2, 12)]).toEqual([[5, 8], [9, 12], null, [0, 2]]); // prettier-ignore
  });

  it('plays from where it is, and from the beginning where it is at the end', () => {
    expect([firstPlayed([2, 5], 12), firstPlayed([9, 12], 12), firstPlayed(null, 40), firstPlayed(null, 3)]).toEqual([[2, 5], [0, 3], [0, 4], [0, 1]]); // prettier-ignore
  });
});
