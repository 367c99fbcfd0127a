import { describe, expect, it } from 'vitest';
import { endOf, isoBefore, isoOf, startOf, tickText, timeBins } from '../../../../client/panels/histogram/time-edges.ts'; // prettier-ignore

const bins = (from: string, to: string, most: number, isTimed = false) => {
  const { unit, edges } = timeBins(startOf(from), startOf(to), most, isTimed);
  return { unit, edges: edges.map((edge) => isoOf(edge, unit)) };
};

describe('bins of time', () => {
  it('are years where decades are looked at', () => {
    expect(bins('1979-12-24', '1983-02-15', 60).unit).toEqual({ name: 'month', many: 1 });
    expect(bins('1979-12-24', '2021-10-20', 60)).toMatchObject({ unit: { name: 'year', many: 1 } });
    expect(bins('1979-12-24', '1983-02-15', 5)).toEqual({
      unit: { name: 'year', many: 1 },
      edges: ['1979', '1980', '1981', '1982', '1983', '1984'],
    });
  });

  it('begin where a calendar begins them', () => {
    expect(bins('2021-02-20', '2021-11-05', 5).edges).toEqual(['2021-01', '2021-04', '2021-07', '2021-10', '2022-01']); // prettier-ignore
    // Mondays
    expect(bins('2021-10-20', '2021-11-09', 5).edges).toEqual(['2021-10-18', '2021-10-25', '2021-11-01', '2021-11-08', '2021-11-15']); // prettier-ignore
    expect(bins('1985', '2021', 5).edges).toEqual(['1980', '1990', '2000', '2010', '2020', '2030']);
  });

  it('are hours only where there are times of day', () => {
    expect(bins('2021-10-20', '2021-10-20', 60)).toEqual({ unit: { name: 'day', many: 1 }, edges: ['2021-10-20', '2021-10-21'] }); // prettier-ignore
    expect(bins('2018-01-25T00:15:00Z', '2018-01-25T04:00:00Z', 6, true).edges).toEqual(['2018-01-25T00', '2018-01-25T01', '2018-01-25T02', '2018-01-25T03', '2018-01-25T04', '2018-01-25T05']); // prettier-ignore
  });

  it('know of antiquity', () => {
    expect(bins('0044-03-15', '0079-08-24', 5).edges.slice(0, 2)).toEqual(['0040', '0050']);
  });
});

describe('an ISO text', () => {
  it('begins and is over, as long as it is', () => {
    const over = ['2021', '2021-12', '2021-12-31', '2021-12-31T23'].map((text) => new Date(endOf(text)).toISOString()); // prettier-ignore
    expect(over).toEqual(Array(4).fill('2022-01-01T00:00:00.000Z'));
    expect(startOf('2018-01-25T00:15:00')).toBe(Date.UTC(2018, 0, 25, 0, 15));
    expect(startOf('soon')).toBeNaN();
  });

  it('before an edge is the last of its unit', () => {
    const edge = Date.UTC(2021, 10, 1);
    expect([isoBefore(edge, { name: 'month' }), isoBefore(edge, { name: 'day' })]).toEqual(['2021-10', '2021-10-31']); // prettier-ignore
  });
});

it('ticks are written out', () => {
  const ms = Date.UTC(2021, 9, 20, 13);
  expect((['year', 'month', 'day', 'hour'] as const).map((name) => tickText(ms, { name }))).toEqual(['2021', 'Oct 2021', '20 Oct 2021', '20 Oct, 13:00']); // prettier-ignore
});
