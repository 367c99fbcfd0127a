/** A row of the legend: its sign opens the colours, its name selects, its eye hides. */
import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { selectAll, selectMore } from '../../state/screen.ts';
import { NOTHING } from '../../state/selection.ts';
import type { Selection } from '../../state/selection.ts';
import { useLoaded } from '../loaded.ts';

export interface LegendRowProps {
  readonly name: string;
  readonly sign: ReactNode;
  readonly loaded: number;
  readonly shown: number;
  readonly selected: number;
  /** What a press of the name selects, looked up when it is pressed. */
  elements(): Selection;
  /** Its colour, where it has one to choose. */
  readonly color?: { readonly key: string; readonly present: string };
  readonly eye?: { readonly isShut: boolean; toggle(): void };
  /** Behind the name: what unfolds the row. */
  readonly fold?: ReactNode;
}

const NUMBERS = new Intl.NumberFormat('en');

export function LegendRow({
  name,
  sign,
  loaded,
  shown,
  selected,
  elements,
  color,
  eye,
  fold,
}: LegendRowProps) {
  const isWhole = shown > 0 && selected >= shown;
  return (
    <div
      className="legend-row"
      data-shut={eye?.isShut === true || undefined}
      data-selected={isWhole || undefined}
    >
      {color === undefined ? (
        <span className="legend-sign">{sign}</span>
      ) : (
        <Swatch name={name} sign={sign} color={color} />
      )}
      <UnstyledButton
        className="legend-name"
        aria-pressed={isWhole}
        disabled={shown === 0}
        onClick={(event) => choose(elements(), isMore(event), isWhole)}
      >
        <span>{name}</span>
        <span className="count">
          {shown === loaded
            ? NUMBERS.format(loaded)
            : `${NUMBERS.format(shown)} of ${NUMBERS.format(loaded)}`}
        </span>
      </UnstyledButton>
      {fold}
      {eye !== undefined && (
        <ActionIcon
          className="legend-eye"
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`${eye.isShut ? 'Show' : 'Hide'} ${name}`}
          onClick={eye.toggle}
        >
          {eye.isShut ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
        </ActionIcon>
      )}
    </div>
  );
}

// the picker is large, and few will choose a colour of their own
const load = () => import('../style/color-form.tsx');

interface SwatchProps {
  readonly name: string;
  readonly sign: ReactNode;
  readonly color: { readonly key: string; readonly present: string };
}

function Swatch({ name, sign, color }: SwatchProps) {
  const [isOpen, setOpen] = useState(false);
  const form = useLoaded(load, isOpen, 'The choice of colours', () => setOpen(false));
  return (
    <Popover
      opened={isOpen && form !== null}
      onChange={setOpen}
      position="right-start"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className="legend-sign"
          aria-label={`Colour of ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          {sign}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Colour of ${name}`}>
        {form !== null && <form.ColorForm name={name} colorKey={color.key} present={color.present} />}
      </Popover.Dropdown>
    </Popover>
  );
}

const isMore = (event: MouseEvent): boolean => event.shiftKey || event.ctrlKey || event.metaKey;

/** Selects a row, as well as what is selected where `isMoreWanted`; pressed again it is let go. */
function choose(row: Selection, isMoreWanted: boolean, isThere: boolean): void {
  if (isMoreWanted) selectMore(row);
  else selectAll(isThere ? NOTHING : row);
}
