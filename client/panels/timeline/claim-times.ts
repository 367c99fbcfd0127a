/** When the claims of the screen were made, in columns, so that hundreds of thousands of them are binned in one pass. */
import { toneOf } from '../../../graph/vocabulary.ts';
import type { Tone } from '../../../graph/vocabulary.ts';
import { nameOf } from '../../state/graph.ts';
import type { ScreenGraph } from '../../state/graph.ts';
import { claimDate } from '../../state/period.ts';
import { startOf } from '../histogram/time-edges.ts';

/** The order in which bars are stacked, from below. */
export const TONE_ORDER: readonly Tone[] = ['cooperation', 'request', 'warning', 'conflict', 'standing'];

export interface ClaimTimes {
  readonly ids: readonly string[];
  /** Milliseconds since 1970, where what is known of the date begins; NaN where there is none. */
  readonly starts: Float64Array;
  /** Indexes of `TONE_ORDER`. */
  readonly tones: Uint8Array;
  /** The first and the last; null where no claim has a date. */
  readonly range: readonly [least: number, most: number] | null;
  /** Whether some dates have a time of day. */
  readonly isTimed: boolean;
}

/** Linear in the graph. */
export function claimTimes(graph: ScreenGraph): ClaimTimes {
  const ids: string[] = [];
  const starts = new Float64Array(graph.size);
  const tones = new Uint8Array(graph.size);
  let [least, most, isTimed] = [Infinity, -Infinity, false];
  graph.forEachEdge((id, { type, properties }) => {
    const date = claimDate(properties);
    const start = date === null ? Number.NaN : startOf(date);
    starts[ids.length] = start;
    tones[ids.length] = TONE_ORDER.indexOf(toneOf(type, properties['event']));
    ids.push(id);
    if (start < least) least = start;
    if (start > most) most = start;
    isTimed ||= date !== null && date.length > 10;
  });
  return { ids, starts, tones, range: least > most ? null : [least, most], isTimed };
}

/** A node that has a time of its own. */
export interface Happening {
  readonly id: string;
  readonly name: string;
  readonly start: number;
  /** Not before `start`. */
  readonly end: number;
  /** As it stands in the graph. */
  readonly from: string;
  readonly to: string;
}

/** In the order in which they began. */
export function happenings(graph: ScreenGraph): Happening[] {
  const found: Happening[] = [];
  graph.forEachNode((id, { properties }) => {
    const { start, end, datePrecision } = properties;
    const from = claimDate({ date: start, datePrecision });
    if (from === null) return;
    const to = claimDate({ date: end, datePrecision }) ?? from;
    const begins = startOf(from);
    if (Number.isNaN(begins)) return;
    found.push({ id, name: nameOf({ id, properties }), start: begins, end: Math.max(begins, startOf(to)), from, to }); // prettier-ignore
  });
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** How many claims of `among` have a date, and how many have none. */
export function countDated(
  { ids, starts }: ClaimTimes,
  among: ReadonlySet<string>,
): { dated: number; undated: number } {
  let [dated, undated] = [0, 0];
  for (const [index, id] of ids.entries()) {
    if (!among.has(id)) continue;
    if (Number.isNaN(starts[index])) undated += 1;
    else dated += 1;
  }
  return { dated, undated };
}
