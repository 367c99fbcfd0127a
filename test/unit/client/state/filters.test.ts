import { describe, expect, it } from 'vitest';
import { letting } from '../../../../client/state/filters.ts';
import type { Filter } from '../../../../client/state/filters.ts';
import { claimDate, dateOf, isWithin } from '../../../../client/state/period.ts';

const on = { id: 'f', on: 'node', property: 'p', keepsMissing: false } as const;
const lets = (filter: Filter, properties: object): boolean =>
  letting(filter)({ id: 'x', kind: 'State', claims: 3, properties: { ...properties } });
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

  it('over categories takes all but those that are named, where it is told so', () => {
    const filter: Filter = { ...on, kind: 'category', values: ['RUS'], isExcept: true };
    expect(through(filter, ['RUS', 'USA', ['USA', 'RUS'], ['RUS'], undefined])).toEqual([
      'USA',
      ['USA', 'RUS'],
    ]);
    expect(through({ ...filter, values: [], keepsMissing: true }, ['RUS', undefined])).toEqual(['RUS', undefined]); // prettier-ignore
  });

  it('may look at the kind of a node and at how many claims it has', () => {
    expect(lets({ ...on, of: 'kind', kind: 'category', values: ['State'] }, {})).toBe(true);
    expect(lets({ ...on, of: 'claims', kind: 'number', from: 4, to: null }, {})).toBe(false);
  });

  it('of a question lets through what it found', () => {
    const filter: Filter = { ...on, kind: 'question', statement: 'MATCH (n) RETURN n', ids: ['x'] };
    expect([lets(filter, {}), lets({ ...filter, ids: ['y'] }, {})]).toEqual([true, false]);
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

  it('over dates takes one that is known to the month for any day of it', () => {
    const filter: Filter = { ...on, kind: 'date', from: '2021-10-15', to: null };
    expect([lets(filter, { p: '2021-10-01', datePrecision: 'month' }), lets(filter, { p: '2021-10-01' })]).toEqual([true, false]); // prettier-ignore
  });

  it('keeps what has no such property where it is told to', () => {
    expect([lets({ ...on, kind: 'text', contains: 'x', keepsMissing: true }, {}), lets({ ...on, kind: 'text', contains: 'x' }, { p: null })]).toEqual([true, false]); // prettier-ignore
  });
});

describe('a date', () => {
  it('is as long as it is known, and in UTC', () => {
    expect(claimDate({ date: '2021-10-01', datePrecision: 'month' })).toBe('2021-10');
    expect(claimDate({ date: '1979-01-01', datePrecision: 'year' })).toBe('1979');
    expect(claimDate({ date: '2021-10-20', datePrecision: 'day' })).toBe('2021-10-20');
    expect([claimDate({}), claimDate({ date: 2021 }), claimDate({ date: 'soon' })]).toEqual([null, null, null]); // prettier-ignore
    expect(dateOf('2018-01-25T00:15:00+02:00[Europe/Athens]')).toBe('2018-01-24T22:15:00.000Z');
    expect(dateOf('2018-01-25T00:15:00')).toBe('2018-01-25T00:15:00');
  });
});

describe('a period', () => {
  it('holds what is known to be in one of its months, or its year', () => {
    const period = { from: '2021-10-15', to: '2021-10-31' };
    expect(['2021', '2021-09', '2021-10', '2021-10-14', '2021-10-15'].filter((date) => isWithin(date, period))).toEqual(['2021', '2021-10', '2021-10-15']); // prettier-ignore
  });

  it('may be open at either end', () => {
    const dates = ['2018-01-25T00:15:00Z', '2018-01-26', '2018-01-27'];
    expect(dates.filter((date) => isWithin(date, { from: '2018-01-26', to: null }))).toEqual(dates.slice(1));
    expect(dates.filter((date) => isWithin(date, { from: null, to: '2018-01-25' }))).toEqual(
      dates.slice(0, 1),
    );
  });
});
