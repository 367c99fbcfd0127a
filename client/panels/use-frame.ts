/** Work that follows a hand: once a frame at most, and only the latest of it. */
import { useEffect, useRef } from 'react';

export function useFrame(): (work: () => void) => void {
  const waiting = useRef<{ frame: number; work: () => void } | null>(null);
  useEffect(
    () => () => {
      if (waiting.current === null) return;
      cancelAnimationFrame(waiting.current.frame);
      waiting.current = null;
    },
    [],
  );
  return (work) => {
    if (waiting.current !== null) {
      waiting.current.work = work;
      return;
    }
    const frame = requestAnimationFrame(() => {
      const latest = waiting.current;
      waiting.current = null;
      latest?.work();
    });
    waiting.current = { frame, work };
  };
}
