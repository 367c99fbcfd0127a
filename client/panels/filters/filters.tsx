/** What is let through: one card a filter, and how much all of them together keep off the screen. */
import '../histogram/histogram.css';
import './filters.css';
import { ActionIcon, Button, Select } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { filteredOut } from '../../state/filter-counts.ts';
import { filterables } from '../../state/filterable.ts';
import type { Filterable } from '../../state/filterable.ts';
import { addFilter, clearFilters, filteredOutText, filterTitle, newFilter, setPeriod } from '../../state/filtering.ts'; // prettier-ignore
import { toggleDrawer, togglePanel } from '../../state/panels.ts';
import { graph, useScreen, useShown } from '../../state/screen.ts';
import { writtenPeriod } from '../../state/words.ts';
import { useCover } from '../cover.ts';
import { useNarrow } from '../narrow.ts';
import { FilterCard } from './filter-card.tsx';
import { QuestionField } from './question-field.tsx';

export default function Filters() {
  const ref = useRef<HTMLElement>(null);
  const isNarrow = useNarrow();
  useCover(ref, isNarrow ? null : 'left');
  // what was added last has the focus, and the field to add more begins anew
  const [added, setAdded] = useState<string | null>(null);
  useShown();
  const revision = useScreen((state) => state.revision);
  const { filters, period } = useScreen((state) => state.settings);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place, its revision says when
  const offered = useMemo(() => filterables(graph), [revision]);
  const out = filteredOutText(filteredOut());
  return (
    <aside ref={ref} className="filters panel" aria-label="Filters">
      <div className="legend-head">
        <h2>Filters</h2>
        {(filters.length > 0 || period !== null) && (
          <Button size="compact-sm" variant="subtle" onClick={clearFilters}>
            Clear all
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Close the filters"
          onClick={() => togglePanel('filters', false)}
        >
          <X size={17} aria-hidden />
        </ActionIcon>
      </div>
      <p className="filters-note">{out === '' ? 'Everything is shown.' : `${out}.`}</p>
      {period !== null && (
        <section className="filter-card" aria-label="Time">
          <div className="filter-head">
            <h3>Time</h3>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label="Remove the span of time"
              onClick={() => setPeriod(null)}
            >
              <X size={15} aria-hidden />
            </ActionIcon>
          </div>
          <p className="filter-note">
            Claims made {writtenPeriod(period)}
            {period.keepsUndated ? ', and those without a date' : ''}.{' '}
            <button type="button" className="text-button" onClick={() => toggleDrawer('timeline', true)}>
              Timeline
            </button>
          </p>
        </section>
      )}
      {filters.map((filter) => (
        <FilterCard
          key={filter.id}
          filter={filter}
          isNew={filter.id === added}
          filterable={offered.find((each) => isAbout(each, filter)) ?? null}
        />
      ))}
      <AddFilter key={added ?? ''} offered={offered} onAdd={setAdded} />
      <QuestionField />
    </aside>
  );
}

const isAbout = (a: Filterable, b: Pick<Filterable, 'on' | 'of' | 'property'>): boolean =>
  a.on === b.on && a.of === b.of && a.property === b.property;

const GROUPS = { node: 'Actors and events', relationship: 'Claims' } as const;

interface AddFilterProps {
  readonly offered: readonly Filterable[];
  readonly onAdd: (id: string) => void;
}

function AddFilter({ offered, onAdd }: AddFilterProps) {
  const counts = new Map(offered.map((each, at) => [String(at), each.count]));
  const data = (['node', 'relationship'] as const).map((on) => ({
    group: GROUPS[on],
    items: offered
      .map((each, at) => ({ each, value: String(at) }))
      .filter(({ each }) => each.on === on)
      .map(({ each, value }) => ({ value, label: filterTitle(each) })),
  }));
  return (
    <Select
      className="filters-add"
      aria-label="Add a filter"
      placeholder="Add a filter …"
      leftSection={<Plus size={16} aria-hidden />}
      searchable
      value={null}
      data={data}
      maxDropdownHeight={320}
      nothingFoundMessage="Nothing is called so"
      renderOption={({ option }) => (
        <span className="filters-option">
          {option.label} <span className="count">{counts.get(String(option.value))}</span>
        </span>
      )}
      onChange={(value) => {
        const chosen = value === null ? undefined : offered[Number(value)];
        if (chosen === undefined) return;
        const filter = newFilter(chosen);
        addFilter(filter);
        onAdd(filter.id);
      }}
    />
  );
}
