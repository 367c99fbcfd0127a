import { describe, expect, it } from 'vitest';
import { counted, writtenDate, writtenPeriod } from '../../../../client/state/words.ts';

describe('words for numbers and dates', () => {
  it('writes a date out, as far as it is known', () => {
    expect([
      writtenDate('2021-10-20'),
      writtenDate('2021-10-01', 'month'),
      writtenDate('1979-01-01', 'year'),
      writtenDate('2021-10-20T10:00:00+03:00[Europe/Moscow]'),
    ]).toEqual(['20 October 2021', 'October 2021', '1979', '20 October 2021']);
  });

  it('leaves alone what is not such a date', () => {
    expect([writtenDate('autumn 2021'), writtenDate('-0044-03-15')]).toEqual(['autumn 2021', '-0044-03-15']);
  });

  it('counts with the right word', () => {
    expect([
      counted(0, 'claim', 'claims'),
      counted(1, 'claim', 'claims'),
      counted(1204, 'claim', 'claims'),
    ]).toEqual(['0 claims', '1 claim', '1,204 claims']);
  });
});

describe('a span of time', () => {
  it('is written as far as it is known', () => {
    const spans = [['1990', '1999'], ['2021-10', '2021-10'], ['2021-10-20', '2021-10-20'], ['2001', null], [null, '2001-09-11'], ['2018-01-25T00', '2018-01-25T05'], [null, null]] as const; // prettier-ignore
    expect(spans.map(([from, to]) => writtenPeriod({ from, to }))).toEqual([
      'from 1990 to 1999',
      'in October 2021',
      'on 20 October 2021',
      'from 2001',
      'until 11 September 2001',
      'from 25 January 2018, 00:00 to 25 January 2018, 05:00',
      'at any time',
    ]);
  });
});
