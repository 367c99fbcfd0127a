/**
 * The tooltips of the page: whatever carries `data-tip` shows it while it is pointed at or has the keyboard's focus, at its top or at
 * the side in `data-tip-side`. One for all of them: one a button took a fifth of the time of a click on a node.
 */
import { useEffect, useId, useState } from 'react';
import type { Tip } from './tip.tsx';

interface Wanted {
  readonly element: HTMLElement;
  readonly text: string;
}

export function Tips() {
  const [tip, setTip] = useState<Wanted | null>(null);
  const id = useId();
  useEffect(() => {
    const listening = new AbortController();
    const on = <Type extends keyof DocumentEventMap>(
      types: readonly Type[],
      listener: (event: DocumentEventMap[Type]) => void,
    ): void => {
      for (const type of types) document.addEventListener(type, listener, { signal: listening.signal });
    };
    const hide = (): void => setTip(null);
    on(['pointerover'], ({ target, pointerType }) => setTip(pointerType === 'touch' ? null : tipOf(target)));
    on(['focusin'], ({ target }) => setTip(isByKeyboard(target) ? tipOf(target) : null));
    on(['focusout', 'pointerdown'], hide);
    on(['keydown'], ({ key }) => key === 'Escape' && hide());
    document.documentElement.addEventListener('pointerleave', hide, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  const [view, setView] = useState<{ readonly Tip: typeof Tip } | null>(null);
  const isWanted = tip !== null;
  useEffect(() => {
    // where the server is away, signs go without
    if (isWanted && view === null) import('./tip.tsx').then(setView, () => {});
  }, [isWanted, view]);
  const element = tip?.element;
  useEffect(() => {
    element?.setAttribute('aria-describedby', id);
    return () => element?.removeAttribute('aria-describedby');
  }, [element, id]);
  return tip === null || view === null ? null : <view.Tip id={id} {...tip} />;
}

function tipOf(target: EventTarget | null): Wanted | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  const text = element?.dataset['tip'];
  return element === null || text === undefined ? null : { element, text };
}

const isByKeyboard = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(':focus-visible');
