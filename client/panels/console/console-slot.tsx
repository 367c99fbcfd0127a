/** Where the console opens. It is large (CodeMirror), so it is fetched when it is first wanted. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { SquareTerminal } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { toggleConsole, useConsole } from './session.ts';

const Console = lazy(() => import('./console.tsx'));

export function ConsoleSlot() {
  const isOpen = useConsole((state) => state.isOpen);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Console />
    </Suspense>
  );
}

export function ConsoleButton() {
  const isOpen = useConsole((state) => state.isOpen);
  return (
    <Tooltip label="Cypher console (C)">
      <ActionIcon
        variant={isOpen ? 'light' : 'subtle'}
        color="gray"
        size="lg"
        aria-label="Cypher console"
        aria-expanded={isOpen}
        onClick={() => toggleConsole()}
      >
        <SquareTerminal size={19} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
