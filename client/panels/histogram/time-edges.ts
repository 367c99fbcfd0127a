/** Bins of time that suit a span: from a century down to a quarter of an hour, each beginning where a calendar begins it. UTC throughout. */
import type { Edges } from './edges.ts';

interface Unit {
  readonly name: 'minute' | 'hour' | 'day' | 'month' | 'year';
  /** How many of them make a bin. */
  readonly many: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LENGTH_MS = {
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  month: 30.44 * DAY_MS,
  year: 365.24 * DAY_MS,
} as const;

const unitsOf = (name: Unit['name'], ...many: number[]): Unit[] => many.map((each) => ({ name, many: each }));

const UNITS: readonly Unit[] = [
  ...unitsOf('minute', 15),
  ...unitsOf('hour', 1, 3, 6, 12),
  ...unitsOf('day', 1, 7),
  ...unitsOf('month', 1, 3),
  ...unitsOf('year', 1, 2, 5, 10, 25, 50, 100, 500, 1000),
];

export interface TimeBins {
  readonly unit: Unit;
  /** Milliseconds since 1970. */
  readonly edges: Edges;
}

/** The finest bins that hold all from `least` to `most` (ms) and are at most `bins`; by default no finer than a day. */
export function timeBins(least: number, most: number, bins: number, isTimed = false): TimeBins {
  const fitting = UNITS.filter(({ name }) => isTimed || (name !== 'hour' && name !== 'minute'));
  const unit =
    fitting.find(({ name, many }) => (most - least) / (LENGTH_MS[name] * many) <= bins - 1) ??
    (UNITS.at(-1) as Unit);
  const edges = [floorTo(least, unit)];
  while ((edges.at(-1) as number) <= most) edges.push(next(edges.at(-1) as number, unit));
  return { unit, edges };
}

/** A Monday. */
const FIRST_WEEK_MS = Date.UTC(1970, 0, 5);

function floorTo(ms: number, { name, many }: Unit): number {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (name === 'year') return startOfYear(Math.floor(year / many) * many);
  if (name === 'month') return Date.UTC(year, Math.floor(date.getUTCMonth() / many) * many, 1);
  const length = LENGTH_MS[name] * many;
  const origin = name === 'day' && many === 7 ? FIRST_WEEK_MS : 0;
  return Math.floor((ms - origin) / length) * length + origin;
}

function next(ms: number, { name, many }: Unit): number {
  const date = new Date(ms);
  if (name === 'year') return startOfYear(date.getUTCFullYear() + many);
  if (name === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + many, 1);
  return ms + LENGTH_MS[name] * many;
}

/** `Date.UTC` takes the years 0 to 99 for those of the last century. */
const startOfYear = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

const CHARACTERS = { year: 4, month: 7, day: 10, hour: 13, minute: 16 } as const;

/** The instant as an ISO text that is no longer than bins of this unit are told apart by: `2021-10`. */
export const isoOf = (ms: number, { name }: Pick<Unit, 'name'>): string =>
  new Date(ms).toISOString().slice(0, CHARACTERS[name]);

/** The last text that lies before an edge, for spans that include their end: of days `2021-10-31` before 1 November. */
export const isoBefore = (edge: number, unit: Pick<Unit, 'name'>): string => isoOf(edge - 1, unit);

/** When a text begins, in ms since 1970; NaN where it is no date. */
export const startOf = (iso: string): number => Date.parse(whole(iso));

/** When it is over: the beginning of what follows; of an instant that instant. */
export function endOf(iso: string): number {
  const name = (Object.keys(CHARACTERS) as Unit['name'][]).find((each) => CHARACTERS[each] === iso.length);
  const start = startOf(iso);
  return name === undefined ? start : next(start, { name, many: 1 });
}

/** `2021-10-20T13` is no date to a browser, and one without a zone is of its own. */
function whole(iso: string): string {
  if (iso.length === 13) return `${iso}:00Z`;
  return iso.length > 10 && !/(Z|[+-]\d\d:\d\d)$/.test(iso) ? `${iso}Z` : iso;
}

/** A tick's words: `1990`, `Oct 2021`, `20 Oct 2021`, `20 Oct, 13:00`. */
export const tickText = (ms: number, { name }: Pick<Unit, 'name'>): string => TICKS[name].format(ms);

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const TIMED = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const TICKS = {
  year: format({ year: 'numeric' }),
  month: format({ month: 'short', year: 'numeric' }),
  day: format({ day: 'numeric', month: 'short', year: 'numeric' }),
  hour: TIMED,
  minute: TIMED,
} as const;
