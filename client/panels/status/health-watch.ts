/** Looks now and then whether the server is there: every 20 s while it is, more often while it is away. */
import { useEffect } from 'react';
import { checkHealth } from '../../state/explore.ts';
import { useScreen } from '../../state/screen.ts';

const CALM_MS = 20_000;
const AWAY_MS = 3_000;

export function useHealthWatch(): void {
  const isAway = useScreen((state) => state.away !== null);
  useEffect(() => {
    const controller = new AbortController();
    const timer = setInterval(
      () => {
        // nobody looks at a hidden page
        if (document.visibilityState === 'visible') void checkHealth(controller.signal);
      },
      isAway ? AWAY_MS : CALM_MS,
    );
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [isAway]);
}
