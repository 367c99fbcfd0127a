import { describe, expect, it } from 'vitest';
import { spellOf } from '../../../../../graph/formats/gexf/time.ts';
import type { Value } from '../../../../../graph/model.ts';
import { DateTime, LocalDate, LocalDateTime } from '../../../../../graph/temporal.ts';

const spell = (properties: Record<string, Value>) => spellOf(new Map(Object.entries(properties)));
const HOUR = 3_600_000_000_000;

describe('spellOf', () => {
  it('gives a day, a whole month or a whole year, as precise as the date is', () => {
    const date = LocalDate.of(2024, 2, 1);
    expect(spell({ date })).toEqual({ start: '2024-02-01', end: '2024-02-01' });
    expect(spell({ date, datePrecision: 'month' })).toEqual({ start: '2024-02-01', end: '2024-02-29' });
    expect(spell({ date, datePrecision: 'year' })).toEqual({ start: '2024-02-01', end: '2024-12-31' });
    expect(spell({ date: LocalDate.of(2021, 12, 1), datePrecision: 'month' })?.end).toBe('2021-12-31');
  });

  it('lasts until the end where one is known', () => {
    const [date, end] = [LocalDate.of(1979, 1, 1), LocalDate.of(1989, 12, 31)];
    expect(spell({ date, datePrecision: 'year', end })).toEqual({ start: '1979-01-01', end: '1989-12-31' });
  });

  it('gives moments in UTC', () => {
    const date = new DateTime(18_920, 1 * HOUR, 3 * 3600, 'Europe/Moscow');
    expect(spell({ date })).toEqual({ start: '2021-10-19T22:00:00Z', end: '2021-10-19T22:00:00Z' });
    expect(spell({ date: new LocalDateTime(18_920, 1_234_567) })?.start).toBe('2021-10-20T00:00:00.001Z');
  });

  it('leaves an end open that is not known', () => {
    expect(spell({ start: LocalDate.of(1979, 12, 24) })).toEqual({ start: '1979-12-24', end: null });
    expect(spell({ end: LocalDate.of(1989, 2, 15) })).toEqual({ start: null, end: '1989-02-15' });
  });

  it('is null where there is no date, or none that is one', () => {
    expect(spell({})).toBeNull();
    expect(spell({ date: 'yesterday', start: 7n })).toBeNull();
  });
});
