/** Where the console opens. It is large (CodeMirror), so it is fetched when it is first wanted. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { SquareTerminal } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { notifyFailure } from '../status/notify.tsx';
import { toggleDrawer, usePanels } from '../../state/panels.ts';

// on its own: a `then` at the import would not be told that its styles could not be loaded
const load = () => import('./console.tsx');

export function ConsoleSlot() {
  const isOpen = usePanels((state) => state.drawer === 'console');
  const [loaded, setLoaded] = useState<{ readonly Console: ComponentType } | null>(null);
  useEffect(() => {
    if (!isOpen || loaded !== null) return;
    load().then(
      (module) => setLoaded({ Console: module.default }),
      () => {
        // the picture stays, and the next try may find the server again
        toggleDrawer('console', false);
        notifyFailure(
          'The console could not be opened',
          new Error('It is loaded when it is first wanted, and the server cannot be reached.'),
        );
      },
    );
  }, [isOpen, loaded]);
  return isOpen && loaded !== null ? <loaded.Console /> : null;
}

export function ConsoleButton() {
  const isOpen = usePanels((state) => state.drawer === 'console');
  return (
    <Tooltip label="Cypher console (C)">
      <ActionIcon
        variant={isOpen ? 'light' : 'subtle'}
        color="gray"
        size="lg"
        aria-label="Cypher console"
        aria-expanded={isOpen}
        onClick={() => toggleDrawer('console')}
      >
        <SquareTerminal size={19} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
