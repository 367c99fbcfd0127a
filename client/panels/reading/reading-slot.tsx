/** Where the reading view opens; fetched when it is first wanted. */
import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { stopReading, usePanels } from '../../state/panels.ts';
import { notifyFailure } from '../status/notify.tsx';

// on its own: a `then` at the import would not be told that its styles could not be loaded
const load = () => import('./reading.tsx');

export function ReadingSlot() {
  const isOpen = usePanels((state) => state.reading !== null);
  const [loaded, setLoaded] = useState<{ readonly Reading: ComponentType } | null>(null);
  useEffect(() => {
    if (!isOpen || loaded !== null) return;
    load().then(
      (module) => setLoaded({ Reading: module.default }),
      () => {
        // the picture stays, and the next try may find the server again
        stopReading();
        notifyFailure(
          'The reading view could not be opened',
          new Error('It is loaded when it is first wanted, and the server cannot be reached.'),
        );
      },
    );
  }, [isOpen, loaded]);
  return isOpen && loaded !== null ? <loaded.Reading /> : null;
}
