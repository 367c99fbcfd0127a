/** Tells the picture what lies over it: what is fitted is fitted into the rest, and no name goes under a sign that floats. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { cover, float } from '../state/screen.ts';
import type { Side } from '../state/screen.ts';

/** While the element of `ref` is there, `side` of the stage is covered by its width (or height); null for an overlay that covers nothing. */
export function useCover(ref: RefObject<HTMLElement | null>, side: Side | null): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null || side === null) return;
    const tell = (): void => {
      const box = element.getBoundingClientRect();
      const stage = element.closest('.stage')?.getBoundingClientRect();
      if (stage === undefined) return;
      const px = {
        left: box.right - stage.left,
        right: stage.right - box.left,
        top: box.bottom - stage.top,
        bottom: stage.bottom - box.top,
      }[side];
      cover(element, { side, px: Math.max(0, Math.round(px)) });
    };
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => {
      observer.disconnect();
      cover(element, null);
    };
  }, [ref, side]);
}

/** While the element of `ref` is there, it floats over the stage: the picture's names keep clear of it. */
export function useFloat(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    const stage = element?.closest('.stage');
    if (element === null || stage === null || stage === undefined) return;
    const tell = (): void => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { left, top } = stage.getBoundingClientRect();
      float(element, { x: x - left, y: y - top, width, height });
    };
    // it keeps to a corner of the stage: it moves when that changes its size, or when its words do
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    observer.observe(stage);
    return () => {
      observer.disconnect();
      float(element, null);
    };
  }, [ref]);
}
