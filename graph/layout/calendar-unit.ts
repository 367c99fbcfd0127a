/** Days, months, years and decades, in UTC, for what is laid out along time. Times are milliseconds since 1970. */

export type CalendarUnit = 'day' | 'month' | 'year' | 'decade';
export const CALENDAR_UNITS: readonly CalendarUnit[] = ['day', 'month', 'year', 'decade'];

/** ISO 8601 cut to the unit: `2021-10-20`, `2021-10`, `2021`; a decade is `1990s`. Sorts by time within the years 0 to 9999. */
export function unitLabel(timeMs: number, unit: CalendarUnit): string {
  const iso = new Date(timeMs).toISOString();
  const year = iso.slice(0, iso.indexOf('-', 1));
  switch (unit) {
    case 'day':
      return iso.slice(0, iso.indexOf('T'));
    case 'month':
      return iso.slice(0, year.length + 3);
    case 'year':
      return year;
    case 'decade':
      return `${year.slice(0, -1)}0s`;
  }
}
