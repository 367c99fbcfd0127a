/** Spans of time, as ISO 8601 texts. Texts are compared as far as the shorter goes, so that a year holds each of its days. */
import { z } from 'zod';

/** An inclusive span of dates or of instants in UTC (`2021`, `2021-10`, `2021-10-20`, `2021-10-20T13`); either end may be open. */
export const Period = z.object({ from: z.string().nullable(), to: z.string().nullable() });
export type Period = z.infer<typeof Period>;

/** What the timeline lets through. */
export const Timespan = Period.extend({
  /** Whether claims without a date are shown. */
  keepsUndated: z.boolean().default(true),
});
export type Timespan = z.infer<typeof Timespan>;

export function isWithin(date: string, { from, to }: Period): boolean {
  return (from === null || !isBefore(date, from)) && (to === null || !isBefore(to, date));
}

function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/**
 * A date as far as it is known, in UTC: `2021-10-01`, known to the `month`, is `2021-10`.
 *
 * @param precision a claim's `datePrecision`; anything but `month` and `year` leaves the date whole
 */
export function dateOf(value: string, precision?: unknown): string {
  if (precision === 'month') return value.slice(0, 7);
  if (precision === 'year') return value.slice(0, 4);
  // only a time of day can stand in another zone than that of the others
  if (value.length <= 10 || value.endsWith('Z')) return value;
  const offset = /^(.+T.+[+-]\d\d:\d\d)(?:\[.*\])?$/.exec(value)?.[1];
  return offset === undefined ? value : new Date(offset).toISOString();
}

type Dated = Readonly<Record<string, unknown>>;

/** When a claim was made, as far as that is known; null where it has no date. */
export const claimDate = ({ date, datePrecision }: Dated): string | null =>
  typeof date === 'string' && /^\d{4}/.test(date) ? dateOf(date, datePrecision) : null;
