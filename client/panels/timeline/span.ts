/** Spans of the timeline: between places on its bins and the period that the settings keep. */
import type { Timespan } from '../../state/period.ts';
import type { Span } from '../histogram/brush.tsx';
import { positionOf } from '../histogram/edges.ts';
import { endOf, isoBefore, isoOf, startOf } from '../histogram/time-edges.ts';
import type { TimeBins } from '../histogram/time-edges.ts';

/** Where a period lies on the bins; null where it is open at both ends. */
export function spanOf(period: Timespan | null, { edges }: TimeBins): Span | null {
  if (period === null || (period.from === null && period.to === null)) return null;
  return [
    period.from === null ? 0 : positionOf(startOf(period.from), edges),
    period.to === null ? edges.length - 1 : positionOf(endOf(period.to), edges),
  ];
}

/**
 * The period from one place to another, as exact as the bins; null where it lets everything through.
 *
 * @param isWhole whether the bins hold all the time there is: what reaches one of their ends is open there
 */
export function periodOf(
  [from, to]: Span,
  { edges, unit }: TimeBins,
  isWhole: boolean,
  keepsUndated: boolean,
): Timespan | null {
  const period = {
    from: isWhole && from === 0 ? null : isoOf(edges[from] as number, unit),
    to: isWhole && to === edges.length - 1 ? null : isoBefore(edges[to] as number, unit),
    keepsUndated,
  };
  return isEverything(period) ? null : period;
}

export const isEverything = ({ from, to, keepsUndated }: Timespan): boolean =>
  from === null && to === null && keepsUndated;

/** The span moved by whole bins, its length kept; null where that leads beyond the ends. */
export function moved([from, to]: Span, by: number, bins: number): Span | null {
  const length = Math.max(1, Math.round(to - from));
  const wanted = Math.round(from) + by;
  const start = Math.min(Math.max(0, wanted), bins - length);
  return start === Math.round(from) ? null : [start, start + length];
}

/** What playing begins with: the span there is, one of a tenth of the time from its beginning where there is none or it is at the end. */
export function firstPlayed(span: Span | null, bins: number): Span {
  const length =
    span === null ? Math.max(1, Math.round(bins / 10)) : Math.max(1, Math.round(span[1] - span[0]));
  if (span === null || Math.round(span[0]) + length >= bins) return [0, Math.min(bins, length)];
  return [Math.round(span[0]), Math.round(span[0]) + length];
}
