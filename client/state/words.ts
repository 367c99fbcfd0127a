/** Numbers and dates in words. */

const NUMBERS = new Intl.NumberFormat('en');

/** `1 claim`, `1,204 claims`. */
export const counted = (count: number, one: string, many: string): string =>
  `${NUMBERS.format(count)} ${count === 1 ? one : many}`;

const FORMATS = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
};

/**
 * `2021-10-20` → "20 October 2021"; as much of it as `precision` says is known. A text that does not begin with such a date
 * is given back as it is.
 */
export function writtenDate(date: string, precision: unknown = 'day'): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (match === null) return date;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined) return date;
  const format = precision === 'month' ? FORMATS.month : precision === 'year' ? FORMATS.year : FORMATS.day;
  return format.format(new Date(Date.UTC(year, month - 1, day)));
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
