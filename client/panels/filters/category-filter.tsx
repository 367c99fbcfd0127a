/** Which values are let through: ticked in a list that may be thousands long. */
import { Button, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { kindTitle, verbTitle } from './value-titles.ts';
import { changeFilter, sayFilteredOut } from '../../state/filtering.ts';
import type { Filter } from '../../state/filters.ts';

type Category = Extract<Filter, { kind: 'category' }>;

interface Choice {
  readonly value: string;
  readonly count: number;
}

interface Props {
  readonly filter: Category;
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** A list that is no longer than this is seen at a glance. */
const SEEN_AT_A_GLANCE = 8;
const ROW_PX = 26;
const NUMBERS = new Intl.NumberFormat('en');

export function CategoryFilter({ filter, title, choices }: Props) {
  const [wanted, setWanted] = useState('');
  const { on, of } = filter;
  const titled = useMemo(() => {
    const titleOf = of !== 'kind' ? (value: string) => value : on === 'node' ? kindTitle : verbTitle;
    return choices.map((choice) => ({ ...choice, title: titleOf(choice.value) }));
  }, [choices, on, of]);
  const found = titled.filter((choice) => choice.title.toLowerCase().includes(wanted.toLowerCase()));
  const values = new Set(filter.values);
  const isExcept = filter.isExcept === true;

  /** Ticks these values or not. */
  const tick = (which: readonly string[], isTicked: boolean): void => {
    const next = new Set(values);
    for (const value of which)
      if (isTicked === isExcept) next.delete(value);
      else next.add(value);
    changeFilter({ ...filter, values: [...next] });
    sayFilteredOut();
  };
  const change = (next: Partial<Category>): void => {
    changeFilter({ ...filter, ...next });
    sayFilteredOut();
  };
  const setAll = (isTicked: boolean): void =>
    wanted === ''
      ? change({ values: [], isExcept: isTicked })
      : tick(
          found.map(({ value }) => value),
          isTicked,
        );

  return (
    <>
      {choices.length > SEEN_AT_A_GLANCE && (
        <TextInput
          size="xs"
          aria-label={`Look for a value of ${title}`}
          placeholder={`Look for one of ${NUMBERS.format(choices.length)}`}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <div className="filter-all">
        {(
          [
            ['All', () => setAll(true)],
            ['None', () => setAll(false)],
            ['Invert', () => change({ isExcept: !isExcept })],
          ] as const
        ).map(([name, run]) => (
          <Button
            key={name}
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={`${name}: ${title}`}
            onClick={run}
          >
            {name}
          </Button>
        ))}
      </div>
      <Choices
        choices={found}
        title={title}
        isTicked={(value) => values.has(value) !== isExcept}
        onTick={(value, isTicked) => tick([value], isTicked)}
      />
    </>
  );
}

interface ChoicesProps {
  readonly choices: readonly (Choice & { readonly title: string })[];
  readonly title: string;
  readonly isTicked: (value: string) => boolean;
  readonly onTick: (value: string, isTicked: boolean) => void;
}

function Choices({ choices, title, isTicked, onTick }: ChoicesProps) {
  const scroller = useRef<HTMLFieldSetElement>(null);
  const virtual = useVirtualizer({
    count: choices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  return (
    <fieldset ref={scroller} className="filter-choices" aria-label={`Values of ${title}`}>
      <div style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const choice = choices[index];
          return choice === undefined ? null : (
            <label key={choice.value} className="filter-choice" style={{ top: start }}>
              <input
                type="checkbox"
                checked={isTicked(choice.value)}
                onChange={(event) => onTick(choice.value, event.currentTarget.checked)}
              />
              <span title={choice.title}>{choice.title}</span>
              <span className="count">{NUMBERS.format(choice.count)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
