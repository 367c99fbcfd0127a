/** The tool that opens the layouts, and ends the one that runs. Their panel is fetched when it is first wanted. */
import { ActionIcon, Popover } from '@mantine/core';
import { Network, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { stopLayout, useLayoutRun } from '../../picture/layout/run-state.ts';
import { useNarrow } from '../narrow.ts';
import { notifyFailure } from '../status/notify.tsx';

type Panel = ComponentType<{ readonly onClose: () => void }>;

// on its own: a `then` at the import would not be told that its styles could not be loaded
const load = () => import('./layout-panel.tsx');

export function LayoutTool() {
  const [isOpen, setOpen] = useState(false);
  const isNarrow = useNarrow();
  const [loaded, setLoaded] = useState<{ readonly Panel: Panel } | null>(null);
  useEffect(() => {
    if (!isOpen || loaded !== null) return;
    load().then(
      (module) => setLoaded({ Panel: module.default }),
      () => {
        setOpen(false);
        notifyFailure(
          'The layouts could not be opened',
          new Error('They are loaded when they are first wanted, and the server cannot be reached.'),
        );
      },
    );
  }, [isOpen, loaded]);
  return (
    <>
      <Popover
        opened={isOpen && loaded !== null}
        onChange={setOpen}
        position={isNarrow ? 'top' : 'left-end'}
        shadow="md"
        width={300}
        middlewares={{ flip: true, shift: { padding: 8 } }}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <ActionIcon
            data-tip={isOpen ? undefined : 'Layout'}
            data-tip-side="left"
            variant="default"
            size="lg"
            aria-label="Layout"
            aria-expanded={isOpen}
            onClick={() => setOpen((before) => !before)}
          >
            <Network size={17} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label="Layout" className="layout-panel">
          {loaded !== null && <loaded.Panel onClose={() => setOpen(false)} />}
        </Popover.Dropdown>
      </Popover>
      <StopTool />
    </>
  );
}

/** Shown once a layout has run long enough to tell how far it is. */
function StopTool() {
  const share = useLayoutRun((run) => run.share);
  if (share === null || share === 0) return null;
  const percent = Math.round(share * 100);
  return (
    <ActionIcon
      data-tip={`Stop the layout (Esc), ${percent} % done`}
      data-tip-side="left"
      variant="default"
      size="lg"
      aria-label="Stop the layout"
      onClick={stopLayout}
    >
      <Square size={15} aria-hidden />
    </ActionIcon>
  );
}
