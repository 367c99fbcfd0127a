/** A span of dates: a histogram to draw it on, and its ends to be typed. */
import { useMemo, useRef } from 'react';
import { TextInput } from '@mantine/core';
import { changeFilter, sayFilteredOut } from '../../state/filtering.ts';
import type { Filter } from '../../state/filters.ts';
import { dateOf } from '../../state/period.ts';
import { writtenMoment } from '../../state/words.ts';
import { Bars } from '../histogram/bars.tsx';
import { Brush } from '../histogram/brush.tsx';
import { binned, positionOf } from '../histogram/edges.ts';
import { endOf, isoBefore, isoOf, startOf, timeBins } from '../histogram/time-edges.ts';

interface Props {
  readonly filter: Extract<Filter, { kind: 'date' }>;
  readonly title: string;
  readonly values: readonly unknown[];
}

const BINS = 40;

export function DateFilter({ filter, title, values }: Props) {
  const isTyping = useRef(false);
  const told = useMemo(() => {
    const texts = values.filter((value) => typeof value === 'string');
    const times = Float64Array.from(texts, (text) => startOf(dateOf(text)));
    let [least, most] = [Infinity, -Infinity];
    for (const time of times) {
      if (time < least) least = time;
      if (time > most) most = time;
    }
    if (least > most) return null;
    const { edges, unit } = timeBins(least, most, BINS, texts.some((text) => text.length > 10)); // prettier-ignore
    return { edges, unit, counts: binned(times, edges)[0] as Uint32Array };
  }, [values]);
  if (told === null) return <p className="filter-note">Nothing on the screen has a date here.</p>;
  const { edges, unit, counts } = told;
  const bins = counts.length;
  const { from, to } = filter;
  const edge = (place: number): number => edges[Math.round(place)] as number;
  const isoAt = (place: number, end: 'from' | 'to'): string =>
    end === 'from' ? isoOf(edge(place), unit) : isoBefore(edge(place), unit);
  const span =
    from === null && to === null
      ? null
      : ([
          from === null ? 0 : positionOf(startOf(from), edges),
          to === null ? bins : positionOf(endOf(to), edges),
        ] as const);
  const input = (end: 'from' | 'to') => (
    <TextInput
      size="xs"
      type="date"
      aria-label={`${title}: ${end}`}
      value={dayOf(filter[end], end)}
      onFocus={() => {
        isTyping.current = false;
      }}
      onChange={(event) => {
        const { value } = event.currentTarget;
        changeFilter({ ...filter, [end]: value === '' ? null : value }, isTyping.current);
        isTyping.current = true;
      }}
      onBlur={sayFilteredOut}
    />
  );
  return (
    <>
      <div className="filter-histogram">
        <Brush
          bins={bins}
          span={span}
          label={title}
          textOf={(place, end) => writtenMoment(isoAt(place, end))}
          onChange={([start, end], isMore) =>
            changeFilter(
              {
                ...filter,
                from: start === 0 ? null : isoAt(start, 'from'),
                to: end === bins ? null : isoAt(end, 'to'),
              },
              isMore,
            )
          }
          onDone={sayFilteredOut}
        >
          <Bars bins={bins} layers={[{ color: 'var(--accent)', counts }]} />
        </Brush>
      </div>
      <div className="filter-ends">
        {input('from')}
        <span aria-hidden="true">–</span>
        {input('to')}
      </div>
    </>
  );
}

/** The day that an end of a span is in: its first, or its last. */
function dayOf(iso: string | null, end: 'from' | 'to'): string {
  if (iso === null) return '';
  const ms = end === 'from' ? startOf(iso) : endOf(iso) - 1;
  return Number.isNaN(ms) ? '' : isoOf(iso.length > 10 ? startOf(iso) : ms, { name: 'day' });
}
