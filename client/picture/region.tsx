/** Drawing around what is to be selected: a rectangle or a lasso over the picture, with a mouse, a pen or a finger. */
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { selectAll, selectMore } from '../state/screen.ts';
import { useTool } from '../state/tool.ts';
import type { Point } from './curve.ts';
import { rectangle } from './polygon.ts';
import { shownPicture } from './shown.ts';

/** A shorter way is a click: it selects nothing, and lets nothing go. */
const LEAST_PX = 6;

export function Region() {
  const tool = useTool((state) => state.tool);
  return tool === 'pan' ? null : <Overlay key={tool} isLasso={tool === 'lasso'} />;
}

function Overlay({ isLasso }: { readonly isLasso: boolean }) {
  /** What is seen of it: what is drawn may run ahead, by moves that come between two frames. */
  const [seen, setSeen] = useState<readonly Point[]>([]);
  const way = useRef<readonly Point[]>([]);
  /** The pointer that draws; others are left alone. */
  const pointer = useRef<number | null>(null);
  const go = (points: readonly Point[]): void => {
    way.current = points;
    setSeen(points);
  };
  const at = ({ clientX, clientY, currentTarget }: PointerEvent): Point => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const end = (): void => {
    pointer.current = null;
    go([]);
  };
  const shapeOf = (points: readonly Point[]): readonly Point[] => {
    const [first, last] = [points[0], points.at(-1)];
    return isLasso || first === undefined || last === undefined ? points : rectangle(first, last);
  };
  const shape = shapeOf(seen);
  return (
    <svg
      className="region"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0 || pointer.current !== null) return;
        pointer.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
        go([at(event)]);
      }}
      onPointerMove={(event) => {
        if (event.pointerId === pointer.current) go([...way.current, at(event)]);
      }}
      onPointerUp={(event) => {
        if (event.pointerId !== pointer.current) return;
        const drawn = way.current;
        end();
        if (reach(drawn) < LEAST_PX) return;
        const nodes = shownPicture()?.nodesWithin(shapeOf(drawn)) ?? [];
        const select = event.shiftKey || event.ctrlKey || event.metaKey ? selectMore : selectAll;
        select({ nodes, relationships: [] });
      }}
      onPointerCancel={end}
    >
      {shape.length > 1 && <polygon points={shape.map(({ x, y }) => `${x},${y}`).join(' ')} />}
    </svg>
  );
}

/** How far a way gets from where it began. */
function reach([first, ...rest]: readonly Point[]): number {
  return first === undefined
    ? 0
    : Math.max(0, ...rest.map(({ x, y }) => Math.hypot(x - first.x, y - first.y)));
}
