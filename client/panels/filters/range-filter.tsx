/** A range of what can be put in order: a histogram to draw it on, and its two ends to be typed. */
import { useRef } from 'react';
import type { ComponentType } from 'react';
import { sayFilteredOut } from '../../state/filtering.ts';
import { Bars } from '../histogram/bars.tsx';
import { Brush } from '../histogram/brush.tsx';

/** Null where that side is open. */
interface Range<Value> {
  readonly from: Value | null;
  readonly to: Value | null;
}

export interface EndFieldProps<Value> {
  readonly title: string;
  readonly end: keyof Range<Value>;
  readonly value: Value | null;
  /** Where what is on the screen ends. */
  readonly outermost: string;
  readonly onType: (value: Value | null) => void;
}

interface RangeFilterProps<Value> extends Range<Value> {
  readonly title: string;
  /** Of each bin of the histogram. */
  readonly counts: Uint32Array;
  /** Where an end lies among the edges of the bins: see `Span` of client/panels/histogram/brush.tsx. */
  readonly placeOf: (value: Value, end: keyof Range<Value>) => number;
  /** The end of a range that goes to an edge. */
  readonly valueAt: (place: number, end: keyof Range<Value>) => Value;
  readonly textOf: (value: Value) => string;
  readonly EndField: ComponentType<EndFieldProps<Value>>;
  /** @param isMore while the same drag, or the same typing, goes on */
  readonly onChange: (range: Partial<Range<Value>>, isMore: boolean) => void;
}

export function RangeFilter<Value>(props: RangeFilterProps<Value>) {
  const { title, from, to, counts, placeOf, valueAt, textOf, EndField, onChange } = props;
  const isTyping = useRef(false);
  const bins = counts.length;
  const span =
    from === null && to === null
      ? null
      : ([from === null ? 0 : placeOf(from, 'from'), to === null ? bins : placeOf(to, 'to')] as const);
  const type = (range: Partial<Range<Value>>): void => {
    onChange(range, isTyping.current);
    isTyping.current = true;
  };
  return (
    <>
      <div className="filter-histogram">
        <Brush
          bins={bins}
          span={span}
          label={title}
          textOf={(place, end) => textOf(valueAt(place, end))}
          onChange={([start, end], isMore) =>
            onChange(
              {
                from: start === 0 ? null : valueAt(start, 'from'),
                to: end === bins ? null : valueAt(end, 'to'),
              },
              isMore,
            )
          }
          onDone={sayFilteredOut}
        >
          <Bars bins={bins} layers={[{ color: 'var(--accent)', counts }]} />
        </Brush>
      </div>
      <div
        className="filter-ends"
        onFocus={() => {
          isTyping.current = false;
        }}
        onBlur={sayFilteredOut}
      >
        <EndField
          title={title}
          end="from"
          value={from}
          outermost={textOf(valueAt(0, 'from'))}
          onType={(value) => type({ from: value })}
        />
        <span aria-hidden="true">–</span>
        <EndField
          title={title}
          end="to"
          value={to}
          outermost={textOf(valueAt(bins, 'to'))}
          onType={(value) => type({ to: value })}
        />
      </div>
    </>
  );
}
