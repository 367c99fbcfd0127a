/** What the timeline lets through, in words: nothing is dropped in silence. */
import { useMemo } from 'react';
import { sayFilteredOut, setPeriod } from '../../state/filtering.ts';
import type { Timespan } from '../../state/period.ts';
import type { Shown } from '../../state/shown.ts';
import { capitalised, counted, writtenPeriod } from '../../state/words.ts';
import { countDated } from './claim-times.ts';
import type { ClaimTimes } from './claim-times.ts';
import { isEverything } from './span.ts';

interface Props {
  readonly times: ClaimTimes;
  readonly shown: Shown;
  /** What would be shown at any time. */
  readonly any: Shown;
  readonly period: Timespan | null;
}

const NUMBERS = new Intl.NumberFormat('en');

export function TimelineNote({ times, shown, any, period }: Props) {
  const all = useMemo(() => countDated(times, any.relationships), [times, any]);
  const now = useMemo(() => countDated(times, shown.relationships), [times, shown]);
  const keepsUndated = period?.keepsUndated ?? true;
  const dated = counted(all.dated, 'dated claim', 'dated claims');
  const when = period ?? { from: null, to: null };
  const isOpen = when.from === null && when.to === null;
  return (
    <p className="timeline-note">
      <span>
        {isOpen
          ? `${dated}. Draw over the bars to look at a span of time.`
          : `${capitalised(writtenPeriod(when))}: ${NUMBERS.format(now.dated)} of ${dated}.`}
      </span>
      {all.undated > 0 && (
        <label>
          <input
            type="checkbox"
            checked={keepsUndated}
            onChange={(event) => {
              const next = { ...when, keepsUndated: event.currentTarget.checked };
              setPeriod(isEverything(next) ? null : next);
              sayFilteredOut();
            }}
          />
          Show the {NUMBERS.format(all.undated)} without a date
        </label>
      )}
    </p>
  );
}
