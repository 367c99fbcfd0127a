/** A finger that stays: what a right click is with a mouse. */

const LONG_MS = 500;
/** A finger is never quite still. */
const STILL_PX = 10;

/** Keeps the end of the present touch from the picture; one that was cancelled has none, and the next is heard again. */
function swallowEnd(target: Document): void {
  const heard = new AbortController();
  const { signal } = heard;
  const swallow = (event: TouchEvent): void => {
    event.stopPropagation();
    heard.abort();
  };
  target.addEventListener('touchend', swallow, { capture: true, passive: true, signal });
  for (const name of ['touchcancel', 'touchstart'] as const)
    target.addEventListener(name, () => heard.abort(), { capture: true, passive: true, signal });
}

/** Calls `onPress` when a single finger has stayed where it came down. @returns stops listening */
export function onLongPress(target: Document, onPress: (down: PointerEvent) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun: PointerEvent | null = null;
  const end = (): void => {
    clearTimeout(timer);
    begun = null;
  };
  const down = (event: PointerEvent): void => {
    // a second finger pinches
    const isFirst = begun === null && event.isPrimary;
    end();
    if (event.pointerType !== 'touch' || !isFirst) return;
    begun = event;
    timer = setTimeout(() => {
      end();
      // what the finger does when it leaves is no tap any more: the picture may have moved under it meanwhile
      swallowEnd(target);
      onPress(event);
    }, LONG_MS);
  };
  const move = ({ clientX, clientY }: PointerEvent): void => {
    if (begun !== null && Math.hypot(clientX - begun.clientX, clientY - begun.clientY) > STILL_PX) end();
  };
  // before the picture's own listeners, which keep some of them to themselves
  const options = { capture: true, passive: true } as const;
  target.addEventListener('pointerdown', down, options);
  target.addEventListener('pointermove', move, options);
  target.addEventListener('pointerup', end, options);
  target.addEventListener('pointercancel', end, options);
  return () => {
    end();
    target.removeEventListener('pointerdown', down, options);
    target.removeEventListener('pointermove', move, options);
    target.removeEventListener('pointerup', end, options);
    target.removeEventListener('pointercancel', end, options);
  };
}
