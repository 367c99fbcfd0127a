/** A range of numbers: a histogram to draw it on, and its ends to be typed. */
import { NumberInput } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { changeFilter, sayFilteredOut } from '../../state/filtering.ts';
import type { Filter } from '../../state/filters.ts';
import { Bars } from '../histogram/bars.tsx';
import { Brush } from '../histogram/brush.tsx';
import { binned, numberEdges, positionOf } from '../histogram/edges.ts';

interface Props {
  readonly filter: Extract<Filter, { kind: 'number' }>;
  readonly title: string;
  readonly values: readonly unknown[];
}

const BINS = 30;
const NUMBERS = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });

export function NumberFilter({ filter, title, values }: Props) {
  const isTyping = useRef(false);
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
  const { from, to } = filter;
  const bins = counts.length;
  /** The last number before an edge that is let through: a range includes its ends. */
  const last = (edge: number): number => (isWhole ? edge - 1 : edge);
  const after = (number: number): number => (isWhole ? number + 1 : number);
  const span =
    from === null && to === null
      ? null
      : ([
          from === null ? 0 : positionOf(from, edges),
          to === null ? bins : positionOf(after(to), edges),
        ] as const);
  const edge = (place: number): number => edges[Math.round(place)] as number;
  const type = (next: Partial<typeof filter>): void => {
    changeFilter({ ...filter, ...next }, isTyping.current);
    isTyping.current = true;
  };
  const input = (end: 'from' | 'to') => (
    <NumberInput
      size="xs"
      hideControls
      aria-label={`${title}: ${end === 'from' ? 'at least' : 'at most'}`}
      placeholder={NUMBERS.format(end === 'from' ? edge(0) : last(edge(bins)))}
      value={filter[end] ?? ''}
      onFocus={() => {
        isTyping.current = false;
      }}
      onChange={(value) => type({ [end]: typeof value === 'number' ? value : null })}
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
          textOf={(place, end) => NUMBERS.format(end === 'from' ? edge(place) : last(edge(place)))}
          onChange={([start, end], isMore) =>
            changeFilter(
              {
                ...filter,
                from: start === 0 ? null : edge(start),
                to: end === bins ? null : last(edge(end)),
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
