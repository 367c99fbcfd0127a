import { describe, expect, it } from 'vitest';
import { counted, writtenDate } from '../../../../client/state/words.ts';

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
