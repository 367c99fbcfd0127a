/** A span of dates. */
import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { changeFilter } from '../../state/filtering.ts';
import type { Filter } from '../../state/filters.ts';
import { dateOf } from '../../state/period.ts';
import { writtenMoment } from '../../state/words.ts';
import { binned, positionOf } from '../histogram/edges.ts';
import { endOf, isoBefore, isoOf, startOf, timeBins } from '../histogram/time-edges.ts';
import { RangeFilter } from './range-filter.tsx';
import type { EndFieldProps } from './range-filter.tsx';

interface Props {
  readonly filter: Extract<Filter, { kind: 'date' }>;
  readonly title: string;
  readonly values: readonly unknown[];
}

const BINS = 40;

export function DateFilter({ filter, title, values }: Props) {
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
  const edge = (place: number): number => edges[Math.round(place)] as number;
  return (
    <RangeFilter
      title={title}
      from={filter.from}
      to={filter.to}
      counts={counts}
      placeOf={(iso, end) => positionOf(end === 'from' ? startOf(iso) : endOf(iso), edges)}
      valueAt={(place, end) => (end === 'from' ? isoOf(edge(place), unit) : isoBefore(edge(place), unit))}
      textOf={writtenMoment}
      EndField={DayField}
      onChange={(range, isMore) => changeFilter({ ...filter, ...range }, isMore)}
    />
  );
}

function DayField({ title, end, value, onType }: EndFieldProps<string>) {
  return (
    <TextInput
      size="xs"
      type="date"
      aria-label={`${title}: ${end}`}
      value={dayOf(value, end)}
      onChange={({ currentTarget }) => onType(currentTarget.value === '' ? null : currentTarget.value)}
    />
  );
}

/** The day that an end of a span is in: its first, or its last. */
function dayOf(iso: string | null, end: 'from' | 'to'): string {
  if (iso === null) return '';
  const ms = end === 'from' ? startOf(iso) : endOf(iso) - 1;
  return Number.isNaN(ms) ? '' : isoOf(iso.length > 10 ? startOf(iso) : ms, { name: 'day' });
}
