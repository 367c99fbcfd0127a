/** One filter: what it is about, what it asks, how much it lets through, and whether it is on. */
import { ActionIcon, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { countLetOnScreen } from '../../state/filter-counts.ts';
import { countedValues, valuesOf } from '../../state/filterable.ts';
import type { Filterable } from '../../state/filterable.ts';
import { changeFilter, filterTitle, newFilter, removeFilter, sayFilteredOut, switchFilter } from '../../state/filtering.ts'; // prettier-ignore
import type { Filter } from '../../state/filters.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { CategoryFilter } from './category-filter.tsx';
import { DateFilter } from './date-filter.tsx';
import { NumberFilter } from './number-filter.tsx';

const KIND_WORDS = { category: 'One of', text: 'Contains', number: 'Range', date: 'Dates' } as const;
const NUMBERS = new Intl.NumberFormat('en');

interface CardProps {
  readonly filter: Filter;
  /** What the screen has of it; null where nothing on it has the property any more. */
  readonly filterable: Filterable | null;
  /** It comes into view, with the focus. */
  readonly isNew: boolean;
}

export function FilterCard({ filter, filterable, isNew }: CardProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) ref.current?.focus();
  }, [isNew]);
  const revision = useScreen((state) => state.revision);
  const title = filter.kind === 'question' ? 'Found by a question' : filterTitle(filter);
  const { on, of, property } = filter;
  const { values, missing } = useMemo(
    () => (filter.kind === 'question' ? { values: [], missing: 0 } : valuesOf(graph, { on, of, property })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place, its revision says when
    [revision, on, of, property, filter.kind === 'question'],
  );
  const all = on === 'node' ? graph.order : graph.size;
  const isOn = filter.isOff !== true;
  const what =
    on === 'node' ? counted(all, 'actor or event', 'actors and events') : counted(all, 'claim', 'claims');
  return (
    <section ref={ref} tabIndex={-1} className="filter-card" aria-label={`Filter: ${title}`} data-off={!isOn}>
      <div className="filter-head">
        <h3>
          {title} <span className="count">{on === 'node' ? 'of actors and events' : 'of claims'}</span>
        </h3>
        <Switch
          size="xs"
          checked={isOn}
          aria-label={`Use the filter ${title}`}
          onChange={(event) => switchFilter(filter, event.currentTarget.checked)}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Remove the filter ${title}`}
          onClick={() => removeFilter(filter)}
        >
          <X size={15} aria-hidden />
        </ActionIcon>
      </div>
      {filterable !== null && filterable.kinds.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={`How to filter by ${title}`}
          value={filter.kind}
          data={filterable.kinds.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
          onChange={(kind) =>
            changeFilter({ ...newFilter(filterable, kind as Filterable['kinds'][number]), id: filter.id })
          }
        />
      )}
      <Asked filter={filter} title={title} values={values} />
      {missing > 0 && (
        <label className="filter-missing">
          <input
            type="checkbox"
            checked={filter.keepsMissing}
            onChange={(event) => {
              changeFilter({ ...filter, keepsMissing: event.currentTarget.checked });
              sayFilteredOut();
            }}
          />
          also the {NUMBERS.format(missing)} without it
        </label>
      )}
      <p className="filter-note">
        {isOn ? 'Lets' : 'Would let'} {NUMBERS.format(countLetOnScreen(filter))} of {what} through
      </p>
    </section>
  );
}

interface AskedProps {
  readonly filter: Filter;
  readonly title: string;
  readonly values: readonly unknown[];
}

function Asked({ filter, title, values }: AskedProps) {
  const isTyping = useRef(false);
  const choices = useMemo(
    () => (filter.kind === 'category' ? countedValues(values) : []),
    [filter.kind, values],
  );
  switch (filter.kind) {
    case 'category':
      return <CategoryFilter filter={filter} title={title} choices={choices} />;
    case 'number':
      return <NumberFilter filter={filter} title={title} values={values} />;
    case 'date':
      return <DateFilter filter={filter} title={title} values={values} />;
    case 'question':
      return <code className="filter-question">{filter.statement}</code>;
    case 'text':
      return (
        <TextInput
          size="xs"
          aria-label={`${title} contains`}
          placeholder="some of its words"
          value={filter.contains}
          onFocus={() => {
            isTyping.current = false;
          }}
          onChange={(event) => {
            changeFilter({ ...filter, contains: event.currentTarget.value }, isTyping.current);
            isTyping.current = true;
          }}
          onBlur={() => {
            if (isTyping.current) sayFilteredOut();
          }}
        />
      );
  }
}
