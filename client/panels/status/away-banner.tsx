/** Says that the server, or the store behind it, cannot be reached; the picture stays as it is. */
import { Button } from '@mantine/core';
import type { CSSProperties } from 'react';
import { CloudOff } from 'lucide-react';
import { checkHealth } from '../../state/explore.ts';
import { useScreen } from '../../state/screen.ts';

export function AwayBanner() {
  const away = useScreen((state) => state.away);
  const isFirstLoad = useScreen((state) => state.stage.kind !== 'ready');
  const { left, right } = useScreen((state) => state.covered);
  if (away === null || isFirstLoad) return null;
  return (
    <div
      className="away"
      role="alert"
      // in the middle of what the panels leave
      style={{ '--away-left': `${left}px`, '--away-right': `${right}px` } as CSSProperties}
    >
      <CloudOff size={18} aria-hidden />
      <p>
        <strong>The graph cannot be reached.</strong> {away} Trying again by itself.
      </p>
      <Button size="compact-sm" variant="default" onClick={() => void checkHealth()}>
        Retry now
      </Button>
    </div>
  );
}
