import { describe, expect, it } from 'vitest';
import { isWithin, lets } from '../../../../client/state/filters.ts';
import type { Filter } from '../../../../client/state/filters.ts';

const on = { id: 'f', on: 'node', property: 'p', keepsMissing: false } as const;
const through = (filter: Filter, values: readonly unknown[]) =>
  values.filter((value) => lets(filter, value === undefined ? {} : { p: value }));

describe('a filter', () => {
  it('over text looks for a part of it, whatever its case', () => {
    const filter: Filter = { ...on, kind: 'text', contains: 'TALKS' };
    expect(through(filter, ['Moscow talks', 'war', ['x', 'the talks'], undefined, 3])).toEqual([
      'Moscow talks',
      ['x', 'the talks'],
    ]);
  });

  it('over categories takes those that are named', () => {
    const filter: Filter = { ...on, kind: 'category', values: ['RUS', 'true', '3'] };
    expect(through(filter, ['RUS', 'USA', true, 3, ['USA', 'RUS']])).toEqual([
      'RUS',
      true,
      3,
      ['USA', 'RUS'],
    ]);
  });

  it('over numbers includes its ends, and no text that looks like one', () => {
    const filter: Filter = { ...on, kind: 'number', from: 1, to: 3 };
    expect(through(filter, [0.9, 1, 3, 3.1, '2', Number.NaN])).toEqual([1, 3]);
    expect(through({ ...filter, to: null }, [0, 1e9])).toEqual([1e9]);
  });

  it('over dates compares as far as both are known', () => {
    const filter: Filter = { ...on, kind: 'date', from: '2021-10-20', to: '2021-11' };
    expect(through(filter, ['2021-10-19', '2021-10-20', '2021-11-30', '2021-12-01', '2021', 5])).toEqual([
      '2021-10-20',
      '2021-11-30',
      '2021',
    ]);
  });

  it('keeps what has no such property where it is told to', () => {
    expect([lets({ ...on, kind: 'text', contains: 'x', keepsMissing: true }, {}), lets({ ...on, kind: 'text', contains: 'x' }, { p: null })]).toEqual([true, false]); // prettier-ignore
  });
});

describe('a period', () => {
  it('may be open at either end', () => {
    const dates = ['2018-01-25T00:15:00Z', '2018-01-26', '2018-01-27'];
    expect(dates.filter((date) => isWithin(date, { from: '2018-01-26', to: null }))).toEqual(dates.slice(1));
    expect(dates.filter((date) => isWithin(date, { from: null, to: '2018-01-25' }))).toEqual(
      dates.slice(0, 1),
    );
  });
});
