import { describe, expect, it } from 'vitest';
import { isWanted, spansOf } from '../../../../../client/panels/inspector/timeline-order.ts';
import type { Entry } from '../../../../../client/panels/inspector/timeline-order.ts';

const node = (id: string) => ({ id, elementId: id, labels: ['Actor'], properties: { name: id } });
const entry = (id: string, date?: string, datePrecision?: string): Entry => ({
  claim: {
    id,
    elementId: id,
    type: 'URGED',
    source: 'a',
    target: 'b',
    properties: { ...(date && { date }), ...(datePrecision && { datePrecision }) },
  },
  source: node('a'),
  target: node('b'),
  direction: 'made',
});
const told = (...entries: Entry[]) =>
  spansOf(entries).map(({ year, title, entries: of }) => [year, title, ...of.map(({ claim }) => claim.id)]);

describe('claims in the order of time', () => {
  it('stand under their day, month or year; the vaguer before the more exact, the undated last', () => {
    expect(
      told(
        entry('none'),
        entry('day', '2021-10-20'),
        entry('month', '2021-10-01', 'month'),
        entry('first', '2021-10-01', 'day'),
        entry('year', '2021-01-01', 'year'),
        entry('old', '1979-12-24'),
        entry('again', '2021-10-20'),
      ),
    ).toEqual([
      ['1979', '24 December 1979', 'old'],
      [null, '2021', 'year'],
      [null, 'October 2021', 'month'],
      [null, '1 October 2021', 'first'],
      [null, '20 October 2021', 'day', 'again'],
      [null, 'No date', 'none'],
    ]);
  });

  it('name the year only where there are several', () => {
    expect(told(entry('a', '2018-03-01'), entry('b', '2018-04-01'))).toEqual([
      [null, '1 March 2018', 'a'],
      [null, '1 April 2018', 'b'],
    ]);
    expect(told(entry('a', '2018-03-01'), entry('b', '2019-04-01'))[1]?.[0]).toBe('2019');
  });

  it('take times of a day, years before ours, and what is no date', () => {
    expect(
      told(
        entry('late', '2018-03-01T18:00:00Z'),
        entry('early', '2018-03-01T06:00:00Z'),
        entry('bc', '-0044-03-15'),
        entry('no', 'spring 2018'),
      ),
    ).toEqual([
      ['-44', '-0044-03-15', 'bc'],
      ['2018', '1 March 2018', 'early', 'late'],
      [null, 'No date', 'no'],
    ]);
  });

  it('are left out by direction and by type', () => {
    expect(isWanted(entry('a'), { direction: 'made', type: 'URGED' })).toBe(true);
    expect(isWanted(entry('a'), { direction: 'received', type: null })).toBe(false);
    expect(isWanted(entry('a'), { direction: null, type: 'CALLED_ON' })).toBe(false);
  });
});
