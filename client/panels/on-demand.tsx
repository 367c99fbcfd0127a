/** A panel that is fetched when it is first wanted, so that the first picture does not wait for it. */
import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { notifyFailure } from './status/notify.tsx';

interface OnDemandProps {
  readonly isOpen: boolean;
  /** Within a sentence: "console", "table". */
  readonly name: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Closes it where it cannot be loaded. */
  readonly onFailure: () => void;
}

export function OnDemand({ isOpen, name, load, onFailure }: OnDemandProps) {
  const [loaded, setLoaded] = useState<{ readonly Panel: ComponentType } | null>(null);
  useEffect(() => {
    if (!isOpen || loaded !== null) return;
    load().then(
      (module) => setLoaded({ Panel: module.default }),
      () => {
        // the picture stays, and the next try may find the server again
        onFailure();
        notifyFailure(
          `The ${name} could not be opened`,
          new Error('It is loaded when it is first wanted, and the server cannot be reached.'),
        );
      },
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is opened is the same for the panel's life
  }, [isOpen, loaded]);
  return isOpen && loaded !== null ? <loaded.Panel /> : null;
}
