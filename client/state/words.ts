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

/** An ISO text as long as it is known: `2021` → "2021", `2021-10` → "October 2021", `2021-10-20T13` → "20 October 2021, 13:00". */
export function writtenMoment(iso: string): string {
  if (iso.length === 4) return writtenDate(`${iso}-01-01`, 'year');
  if (iso.length === 7) return writtenDate(`${iso}-01`, 'month');
  const time = /T(\d\d)(:\d\d)?/.exec(iso);
  return time === null ? writtenDate(iso) : `${writtenDate(iso)}, ${time[1]}${time[2] ?? ':00'}`;
}

/** "from 1990 to 1999", "in October 2021", "on 20 October 2021", "from 2001", "until 2001", "at any time". */
export function writtenPeriod({
  from,
  to,
}: {
  readonly from: string | null;
  readonly to: string | null;
}): string {
  if (from === null && to === null) return 'at any time';
  if (to === null) return `from ${writtenMoment(from as string)}`;
  if (from === null) return `until ${writtenMoment(to)}`;
  if (from !== to) return `from ${writtenMoment(from)} to ${writtenMoment(to)}`;
  return `${from.length > 10 ? 'at' : from.length === 10 ? 'on' : 'in'} ${writtenMoment(from)}`;
}

const MEGABYTES = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `312 KB`, `1.2 MB`; of what it is a part of: `12 of 480 KB`, `0.4 of 4.5 MB`, both in the unit of the larger. */
export function writtenBytes(bytes: number, of: number | null = null): string {
  const isLarge = Math.max(bytes, of ?? 0) >= 999_500;
  const written = (amount: number): string =>
    isLarge ? MEGABYTES.format(amount / 1e6) : NUMBERS.format(Math.round(amount / 1e3));
  return `${written(bytes)}${of === null ? '' : ` of ${written(of)}`} ${isLarge ? 'MB' : 'KB'}`;
}
