/** A range of numbers. */
import { NumberInput } from '@mantine/core';
import { useMemo } from 'react';
import { changeFilter } from '../../state/filtering.ts';
import type { Filter } from '../../state/filters.ts';
import { binned, numberEdges, positionOf } from '../histogram/edges.ts';
import { RangeFilter } from './range-filter.tsx';
import type { EndFieldProps } from './range-filter.tsx';

interface Props {
  readonly filter: Extract<Filter, { kind: 'number' }>;
  readonly title: string;
  readonly values: readonly unknown[];
}

const BINS = 30;
const NUMBERS = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

export function NumberFilter({ filter, title, values }: Props) {
  const told = useMemo(() => {
    const numbers = Float64Array.from(values.filter((value) => typeof value === 'number'));
    let [least, most, isWhole] = [Infinity, -Infinity, true];
    for (const number of numbers) {
      if (!Number.isFinite(number)) continue;
      if (number < least) least = number;
      if (number > most) most = number;
      isWhole &&= Number.isInteger(number);
    }
    if (least > most) return null;
    const edges = numberEdges(least, most, BINS, isWhole);
    return { edges, isWhole, counts: binned(numbers, edges)[0] as Uint32Array };
  }, [values]);
  if (told === null) return <p className="filter-note">Nothing on the screen has a number here.</p>;
  const { edges, isWhole, counts } = told;
  // a range includes its ends, so of whole numbers it goes to the last before an edge
  return (
    <RangeFilter
      title={title}
      from={filter.from}
      to={filter.to}
      counts={counts}
      placeOf={(number, end) => positionOf(end === 'to' && isWhole ? number + 1 : number, edges)}
      valueAt={(place, end) => (edges[Math.round(place)] as number) - (end === 'to' && isWhole ? 1 : 0)}
      textOf={(number) => NUMBERS.format(number)}
      EndField={NumberField}
      onChange={(range, isMore) => changeFilter({ ...filter, ...range }, isMore)}
    />
  );
}

function NumberField({ title, end, value, outermost, onType }: EndFieldProps<number>) {
  return (
    <NumberInput
      size="xs"
      hideControls
      aria-label={`${title}: ${end === 'from' ? 'at least' : 'at most'}`}
      placeholder={outermost}
      value={value ?? ''}
      onChange={(typed) => onType(typeof typed === 'number' ? typed : null)}
    />
  );
}
