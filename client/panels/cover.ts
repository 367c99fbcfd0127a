/** Tells the picture how much of it a panel covers, so that what is fitted is fitted into the rest. */
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { cover } from '../state/screen.ts';
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
