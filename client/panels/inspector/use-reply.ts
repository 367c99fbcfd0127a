/** A reply from the server for as long as a panel asks for it: asked again when `key` changes, given up when the panel goes. */
import { useCallback, useEffect, useState } from 'react';
import type { ApiError } from '../../api.ts';
import { asApiError, watch } from '../../state/commands.ts';

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
  const [reply, setReply] = useState<Reply<T> & { readonly key?: string }>({ kind: 'loading' });
  useEffect(() => {
    const controller = new AbortController();
    setReply({ kind: 'loading', key });
    watch(ask(key, controller.signal)).then(
      (value) => setReply({ kind: 'here', value, key }),
      (error: unknown) => {
        if (!controller.signal.aborted) setReply({ kind: 'failed', error: asApiError(error), key });
      },
    );
    return () => controller.abort();
  }, [key, ask, attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  // the first frame after the key has changed still holds the old reply
  return { reply: reply.key === key ? reply : { kind: 'loading' }, retry };
}
