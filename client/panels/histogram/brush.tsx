/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native range has one handle, and lies over no histogram */
/**
 * A span over a histogram, chosen by mouse, finger or keyboard: two handles that are sliders, a span between them that can be moved, and
 * ground on which a new one is drawn. It goes from edge to edge.
 */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useFrame } from '../use-frame.ts';

/** Places between edges: 0 is the first, `bins` the last; a fraction lies inside a bin. */
export type Span = readonly [from: number, to: number];

interface BrushProps {
  readonly bins: number;
  /** Null where nothing is chosen: the handles stand at the ends. */
  readonly span: Span | null;
  /** What the handles choose: "Date". */
  readonly label: string;
  /** What is said of a place, of the end of a span or of its beginning. */
  readonly textOf: (place: number, end: 'from' | 'to') => string;
  /** @param isMore while the same drag goes on; whole places, one bin at least */
  readonly onChange: (span: Span, isMore: boolean) => void;
  /** When a drag or a step with a key is done. */
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

type Drag =
  | { readonly kind: 'from' | 'to' | 'new'; readonly anchor: number }
  | { readonly kind: 'move'; readonly grip: number; readonly length: number };

export function Brush({ bins, span, label, textOf, onChange, onDone, children }: BrushProps) {
  const ground = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const isMore = useRef(false);
  const inFrame = useFrame();
  const [from, to] = span ?? [0, bins];
  const now = useRef<Span>([from, to]);
  /** What was asked for last: it may still wait for its frame, and the next key goes on from it. */
  const wanted = useRef<Span>([from, to]);
  useEffect(() => {
    now.current = wanted.current = [from, to];
  }, [from, to]);

  const tell = (a: number, b: number): void => {
    const [low, high] = a <= b ? [a, b] : [b, a];
    const start = Math.min(Math.max(0, Math.round(low)), bins - 1);
    const end = Math.max(start + 1, Math.min(bins, Math.round(high)));
    wanted.current = [start, end];
    inFrame(() => {
      // what changes nothing begins no step
      if (now.current[0] === start && now.current[1] === end) return;
      onChange([start, end], isMore.current);
      isMore.current = true;
    });
  };

  /** After the frame that the last change waits for. */
  const done = (): void => void requestAnimationFrame(() => onDone?.());

  const placeOf = (event: PointerEvent): number => {
    const box = ground.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return 0;
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * bins;
  };

  const begin = (event: PointerEvent, what: 'from' | 'to' | 'move' | 'new'): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    ground.current?.setPointerCapture(event.pointerId);
    isMore.current = false;
    const at = placeOf(event);
    drag.current =
      what === 'move'
        ? { kind: 'move', grip: at - from, length: to - from }
        : { kind: what, anchor: what === 'from' ? to : what === 'to' ? from : at };
  };

  const go = (event: PointerEvent): void => {
    const held = drag.current;
    if (held === null) return;
    const at = placeOf(event);
    if (held.kind === 'move') {
      const start = Math.round(Math.min(Math.max(0, at - held.grip), bins - held.length));
      tell(start, start + held.length);
    } else if (held.kind === 'new') {
      // a click alone chooses nothing; a drag takes the bins that it touches
      if (Math.abs(at - held.anchor) * (ground.current?.clientWidth ?? 0) < 4 * bins) return;
      tell(Math.floor(Math.min(at, held.anchor)), Math.ceil(Math.max(at, held.anchor)));
    } else tell(at, held.anchor);
  };

  const end = (): void => {
    if (drag.current === null) return;
    drag.current = null;
    done();
  };

  const step = (event: KeyboardEvent, which: 'from' | 'to'): void => {
    const [low, high] = wanted.current;
    const [least, most] = which === 'from' ? [0, Math.ceil(high) - 1] : [Math.floor(low) + 1, bins];
    const at = which === 'from' ? low : high;
    const far = Math.max(1, Math.round(bins / 10));
    const next = {
      ArrowRight: Math.floor(at) + 1,
      ArrowUp: Math.floor(at) + 1,
      ArrowLeft: Math.ceil(at) - 1,
      ArrowDown: Math.ceil(at) - 1,
      PageUp: Math.floor(at) + far,
      PageDown: Math.ceil(at) - far,
      Home: least,
      End: most,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const place = Math.min(most, Math.max(least, next));
    tell(which === 'from' ? place : low, which === 'to' ? place : high);
    done();
  };

  const handle = (which: 'from' | 'to', at: number) => (
    <div
      className="brush-handle"
      data-end={which}
      role="slider"
      tabIndex={0}
      aria-label={`${label}: ${which === 'from' ? 'from' : 'to'}`}
      aria-valuemin={which === 'from' ? 0 : 1}
      aria-valuemax={which === 'from' ? bins - 1 : bins}
      aria-valuenow={Math.round(at)}
      aria-valuetext={textOf(at, which)}
      style={{ left: `${(at / bins) * 100}%` }}
      // what keys do to a handle until it is left is one change, like a drag
      onFocus={() => {
        isMore.current = false;
      }}
      onKeyDown={(event) => step(event, which)}
      onPointerDown={(event) => begin(event, which)}
    />
  );

  return (
    // the handles do by keyboard what the ground does by pointer
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={ground}
      className="brush"
      data-chosen={span !== null}
      onPointerDown={(event) => begin(event, 'new')}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {children}
      {span !== null && (
        <>
          <div className="brush-beyond" style={{ left: 0, width: `${(from / bins) * 100}%` }} />
          <div className="brush-beyond" style={{ left: `${(to / bins) * 100}%`, right: 0 }} />
          <div
            className="brush-span"
            style={{ left: `${(from / bins) * 100}%`, width: `${((to - from) / bins) * 100}%` }}
            onPointerDown={(event) => begin(event, 'move')}
          />
        </>
      )}
      {handle('from', from)}
      {handle('to', to)}
    </div>
  );
}
