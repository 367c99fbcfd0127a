import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilFromDays } from '../../../../../graph/temporal.ts';
import { dayFromWeek, dayOfWeek, weekOf } from '../../../../../graph/query/temporal/calendar.ts';
import { fromUtc, readOffset, withZone } from '../../../../../graph/query/temporal/zones.ts';
import { evaluate, failure, printed } from '../expressions/evaluate.ts';

const zoned = (text: string): string | null => printed(`datetime('${text}')`);

describe('time zones', () => {
  it.each([
    ['1818-07-21T21:40:32.142[Europe/Stockholm]', '1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]'],
    ['1944-08-10T01:00[Asia/Kabul]', '1944-08-10T01:00:00+04:00[Asia/Kabul]'],
    ['2021-10-20T12:00[Asia/Kabul]', '2021-10-20T12:00:00+04:30[Asia/Kabul]'],
    ['2021-10-20T12:00[Europe/Moscow]', '2021-10-20T12:00:00+03:00[Europe/Moscow]'],
    ['+999999999-07-01T00:00[Europe/Stockholm]', '+999999999-07-01T00:00:00+02:00[Europe/Stockholm]'],
  ])('%s is %s', (text, value) => expect(zoned(text)).toBe(value));

  it('an hour that clocks show twice is the earlier, unless the offset says', () => {
    expect(zoned('2020-10-25T02:30[Europe/Stockholm]')).toBe('2020-10-25T02:30:00+02:00[Europe/Stockholm]');
    expect(zoned('2020-10-25T02:30+01:00[Europe/Stockholm]')).toBe(
      '2020-10-25T02:30:00+01:00[Europe/Stockholm]',
    );
  });
  it('an hour that clocks leave out is moved on', () =>
    expect(zoned('2020-03-29T02:30[Europe/Stockholm]')).toBe('2020-03-29T03:30:00+02:00[Europe/Stockholm]'));
  it('a day later is the same hour, 24 hours later another', () => {
    const start = `datetime('2020-03-28T12:00[Europe/Stockholm]')`;
    expect(printed(`${start} + duration('P1D')`)).toBe('2020-03-29T12:00:00+02:00[Europe/Stockholm]');
    expect(printed(`${start} + duration('PT24H')`)).toBe('2020-03-29T13:00:00+02:00[Europe/Stockholm]');
  });
  it('an unknown zone is refused', () =>
    expect(failure(`datetime({year: 2020, timezone: 'Nowhere/Land'})`)).toContain("Text 'Nowhere/Land'"));

  it('through another zone and back it is the same instant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000, max: 60_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        fc.constantFrom('Europe/Stockholm', 'America/New_York', 'Asia/Kabul', 'Australia/Lord_Howe'),
        (day, second, zone) => {
          const utc = fromUtc(day, second * 1e9, 0);
          expect(withZone(withZone(utc, zone), 0)).toStrictEqual(utc);
        },
      ),
    );
  });
  it('offsets reach 18 hours', () => {
    expect(['Z', '+01:00', '-0130', '+02', '+02:05:59', '-00:00', '+18:00'].map(readOffset)).toStrictEqual([
      0, 3600, -5400, 7200, 7559, 0, 64_800,
    ]);
    expect(['+19:00', '+18:01', '+1', '1:00', '+01:60'].map(readOffset)).toStrictEqual(
      Array.from({ length: 5 }, () => null),
    );
  });
});

describe('the calendar', () => {
  it('a day is in the week that gives it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (day) => {
        const { weekYear, week } = weekOf(day);
        expect(dayFromWeek(weekYear, week, dayOfWeek(day))).toBe(day);
      }),
    );
  });
  it('agrees with the host on dates from year 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const host = new Date(day * 86_400_000);
        const { year, month, day: date } = civilFromDays(day);
        expect([year, month, date, dayOfWeek(day)]).toStrictEqual([
          host.getUTCFullYear(),
          host.getUTCMonth() + 1,
          host.getUTCDate(),
          host.getUTCDay() || 7,
        ]);
      }),
    );
  });
  it('a month later is never in the month after', () =>
    expect(
      evaluate(`[m IN range(0, 3) | toString(date('2024-01-31') + duration({months: m}))]`),
    ).toStrictEqual(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']));
});

describe('between', () => {
  it('from a moment by the duration to another gives that other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }), (a, b) => {
        const [from, to] = [a, b].map((day) => `(date('1970-01-01') + duration({days: ${day}}))`);
        expect(printed(`${from} + duration.between(${from}, ${to})`)).toBe(printed(`${to}`));
      }),
      { numRuns: 200 },
    );
  });
});
