/** A reply from the server for as long as a panel asks for it: asked again when `key` changes, given up when the panel goes. */
import { useCallback, useEffect, useState } from 'react';
import type { ApiError } from '../../api.ts';
import { asApiError, watch } from '../../state/explore.ts';

export type Reply<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: ApiError };

/** @param ask must not change while `key` does not */
export function useReply<T>(
  key: string,
  ask: (key: string, signal: AbortSignal) => Promise<T>,
): { reply: Reply<T>; retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<{ readonly asked: string; readonly reply: Reply<T> } | null>(null);
  // what is held counts only if it answers what is asked now
  const asked = `${attempt} ${key}`;
  useEffect(() => {
    const controller = new AbortController();
    const settle = (reply: Reply<T>): void => {
      if (!controller.signal.aborted) setHeld({ asked, reply });
    };
    watch(ask(key, controller.signal)).then(
      (value) => settle({ kind: 'here', value }),
      (error: unknown) => settle({ kind: 'failed', error: asApiError(error) }),
    );
    return () => controller.abort();
  }, [asked, key, ask]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { reply: held?.asked === asked ? held.reply : { kind: 'loading' }, retry };
}
