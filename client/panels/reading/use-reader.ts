import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Reader } from './reader.ts';
import type { Readable } from './reader.ts';

/**
 * The place of the quote that is read in what `scroller` scrolls; -1 where there are none. See `Reader`.
 *
 * @param order see `Reader`; another one where another text is shown, in which the same quote is scrolled to
 * @param begin place to begin with; read once
 */
export function useReader(
  scroller: RefObject<HTMLElement | null>,
  quotes: readonly Readable[],
  order: readonly number[],
  begin: number,
): number {
  const [at, setAt] = useState(begin);
  const last = useRef(begin);
  useLayoutEffect(() => {
    const root = scroller.current;
    if (root === null || last.current < 0) return;
    const reader = new Reader({ root, quotes, order, at: last.current, onRead: setAt });
    return () => {
      last.current = reader.at;
      reader.end();
    };
  }, [scroller, quotes, order]);
  return at;
}
