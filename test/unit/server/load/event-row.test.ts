import { describe, expect, it } from 'vitest';
import { DateTime, LocalDate } from '../../../../graph/temporal.ts';
import { BadRow, readEventRow, readHeader } from '../../../../server/load/event-row.ts';

const header = readHeader('source\trelation\ttarget\tdate\tsplit');
const whyNot = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof BadRow) return error.message;
    throw error;
  }
  return 'it was taken';
};

describe('an event row', () => {
  it('holds who did what to whom, and when', () => {
    expect(readEventRow('Russia\tCriticize or denounce\tSyria\t2018-01-25T00:15:00Z\tvalid', header)).toEqual(
      {
        source: 'Russia',
        phrase: 'Criticize or denounce',
        type: 'CRITICIZED_OR_DENOUNCED',
        target: 'Syria',
        date: new DateTime(LocalDate.of(2018, 1, 25).epochDay, 900 * 1_000_000_000, 0),
      },
    );
  });

  it('may have a date without a time, and its columns in another order', () => {
    const other = readHeader('Date\tTarget\tRelation\tSource');
    expect(readEventRow('2018-01-25\tSyria\tAccuse\tRussia', other)).toEqual({
      source: 'Russia',
      phrase: 'Accuse',
      type: 'ACCUSED',
      target: 'Syria',
      date: LocalDate.of(2018, 1, 25),
    });
  });

  it.each([
    ['Russia\tAccuse\tSyria\t2018-01-25', 'the row has 4 columns, the header 5'],
    ['\tAccuse\tSyria\t2018-01-25\tvalid', 'source is empty'],
    ['Russia\tAccuse\t  \t2018-01-25\tvalid', 'target is empty'],
    ['Russia\t!!\tSyria\t2018-01-25\tvalid', 'relation "!!" has no letters'],
    [`${'x'.repeat(501)}\tAccuse\tSyria\t2018-01-25\tvalid`, 'source is longer than 500 characters'],
    ...['2018-02-30', '2018-13-01', '25.01.2018', '2018', '2018-01-25T25:00:00Z', 'yesterday'].map((date) => [
      `Russia\tAccuse\tSyria\t${date}\tvalid`,
      `date "${date}" is no date such as 2018-01-25 or 2018-01-25T00:15:00Z`,
    ]),
  ])('%j is not taken: %s', (row, why) => {
    expect(whyNot(() => readEventRow(row ?? '', header))).toBe(why);
  });

  it('needs a header that names its columns', () => {
    expect(whyNot(() => readHeader('Russia\tAccuse\tSyria\t2018-01-25'))).toBe(
      'the first line must name the columns, separated by tabs: source, relation, target, date; missing: source, relation, target, date',
    );
  });
});
