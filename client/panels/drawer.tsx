/** A panel at the bottom of the page, with a head of tools; what floats over the picture keeps out of its way. */
import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { toggleDrawer } from '../state/panels.ts';
import type { Drawer as Name } from '../state/panels.ts';
import { useCover } from './cover.ts';
import { useNarrow } from './narrow.ts';

interface DrawerProps {
  readonly name: Name;
  readonly title: string;
  /** CSS pixels; at most what leaves a strip of the picture. */
  readonly height: number;
  /** Where its height can be changed: what it is changed to. */
  readonly onResize?: (height: number) => void;
  readonly tools: ReactNode;
  readonly children: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** Of the picture and the bar, above the drawer. */
const LEAST_ABOVE_PX = 96;
const LEAST_PX = 160;
const STEP_PX = 40;

export function Drawer({ name, title, height, onResize, tools, children, onKeyDown }: DrawerProps) {
  const ref = useRef<HTMLElement>(null);
  const isNarrow = useNarrow();
  // what leaves hardly any of the picture lies over it rather than pressing it together
  const isTall = isNarrow && height > 320;
  useCover(ref, isTall ? null : 'bottom');
  useEffect(() => {
    const stage = ref.current?.closest<HTMLElement>('.stage');
    stage?.style.setProperty('--drawer-height', `min(${height}px, 100% - ${LEAST_ABOVE_PX}px)`);
    return () => void stage?.style.removeProperty('--drawer-height');
  }, [height]);
  return (
    // keys that belong to the panel as a whole: play, find
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={ref} className={`drawer ${name}`} aria-label={title} onKeyDown={onKeyDown}>
      {onResize !== undefined && <Edge title={title} height={height} onResize={onResize} />}
      <div className="drawer-head">
        <h2>{title}</h2>
        {tools}
        <ActionIcon
          data-tip={`Close the ${name}`}
          variant="subtle"
          color="gray"
          className="drawer-close"
          aria-label={`Close the ${name}`}
          onClick={() => toggleDrawer(name, false)}
        >
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      {children}
    </section>
  );
}

interface EdgeProps {
  readonly title: string;
  readonly height: number;
  readonly onResize: (height: number) => void;
}

/** The upper edge, to be dragged, or moved with the arrow keys. */
function Edge({ title, height, onResize }: EdgeProps) {
  const held = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const most = window.innerHeight - LEAST_ABOVE_PX;
  const resize = (wanted: number): void => onResize(Math.round(Math.min(most, Math.max(LEAST_PX, wanted))));
  const drag = (event: PointerEvent): void => {
    if (held.current !== null) resize(held.current.height + held.current.y - event.clientY);
  };
  const step = (event: KeyboardEvent): void => {
    const next = {
      ArrowUp: height + STEP_PX,
      ArrowDown: height - STEP_PX,
      Home: LEAST_PX,
      End: most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    resize(next);
  };
  return (
    // a separator that has a value and takes the focus is one that can be moved
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="drawer-edge"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <hr> cannot be moved
      role="separator"
      aria-orientation="horizontal"
      aria-label={`Height of the ${title.toLowerCase()}`}
      aria-valuemin={LEAST_PX}
      aria-valuemax={most}
      aria-valuenow={Math.min(height, most)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={step}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { y: event.clientY, height };
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null;
      }}
    />
  );
}
