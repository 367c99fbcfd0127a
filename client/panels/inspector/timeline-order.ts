/** The claims of one actor or event in the order of time. */
import type { Claim } from '../../state/claims.ts';
import { writtenDate } from '../../state/words.ts';

export type Direction = 'made' | 'received';

/** A claim of a node, and whether the node made it or it was made about the node. */
export interface Entry extends Claim {
  readonly direction: Direction;
}

/** Claims of the same day, or month or year where no more is known. */
export interface Span {
  /** "20 October 2021", "October 2021", "2021", "No date". */
  readonly title: string;
  /** The year before the title where it is another than that of the span before; null else, and where there is one year only. */
  readonly year: string | null;
  readonly entries: readonly Entry[];
}

export interface Wanted {
  readonly direction: Direction | null;
  /** A relationship type; null for all. */
  readonly type: string | null;
}

export const isWanted = ({ direction, claim }: Entry, wanted: Wanted): boolean =>
  (wanted.direction === null || wanted.direction === direction) &&
  (wanted.type === null || wanted.type === claim.type);

/** Earliest first; what is vaguer comes before what is more exact; what has no date comes last, in the order given. */
export function spansOf(entries: readonly Entry[]): Span[] {
  const dated = entries
    .map((entry) => ({ entry, when: whenOf(entry) }))
    .toSorted((a, b) => compare(a.when, b.when));
  const years = new Set(dated.flatMap(({ when }) => when?.year ?? []));
  const spans: { title: string; year: string | null; entries: Entry[] }[] = [];
  let key = '';
  let year: number | null = null;
  for (const { entry, when } of dated) {
    const next = when === null ? 'No date' : when.title;
    if (spans.length === 0 || next !== key) {
      const isNewYear = when !== null && when.year !== year && years.size > 1;
      spans.push({
        title: next,
        year: isNewYear && String(when.year) !== next ? String(when.year) : null,
        entries: [],
      });
      key = next;
      year = when?.year ?? year;
    }
    spans.at(-1)?.entries.push(entry);
  }
  return spans;
}

interface When {
  readonly year: number;
  /** Month, day and time, to be compared as text. */
  readonly rest: string;
  readonly precision: number;
  readonly title: string;
}

const PRECISIONS: Readonly<Record<string, number>> = { year: 0, month: 1, day: 2 };
const DATE = /^([+-]?\d{4,9})-(\d\d-\d\d)(.*)$/;

function whenOf({ claim: { properties } }: Entry): When | null {
  const { date, datePrecision } = properties;
  const match = typeof date === 'string' ? DATE.exec(date) : null;
  if (match === null) return null;
  const [whole, year = '', day = '', time = ''] = match;
  return {
    year: Number(year),
    rest: day + time,
    precision: PRECISIONS[String(datePrecision)] ?? 2,
    title: writtenDate(whole, datePrecision),
  };
}

function compare(a: When | null, b: When | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a.year !== b.year) return a.year - b.year;
  // "October 2021" stands before its first day
  const length = [0, 2, 5][Math.min(a.precision, b.precision)] ?? 5;
  const [left, right] = [a.rest.slice(0, length), b.rest.slice(0, length)];
  if (left !== right) return left < right ? -1 : 1;
  if (a.precision !== b.precision) return a.precision - b.precision;
  return a.rest < b.rest ? -1 : Number(a.rest > b.rest);
}
