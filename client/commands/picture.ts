import { shownPicture } from '../picture/shown.ts';
import { isLayoutRunning, stopLayout } from '../picture/layout/run-state.ts';
import type { Command } from './command.ts';

export const PICTURE_COMMANDS: readonly Command[] = [
  {
    id: 'stop-layout',
    title: 'Stop the layout that runs',
    group: 'Picture',
    keys: [],
    isEnabled: isLayoutRunning,
    run: stopLayout,
  },
  {
    id: 'zoom-in',
    title: 'Zoom in',
    group: 'Picture',
    keys: ['+', '='],
    run: () => shownPicture()?.zoom(1.5),
  },
  {
    id: 'zoom-out',
    title: 'Zoom out',
    group: 'Picture',
    keys: ['-'],
    run: () => shownPicture()?.zoom(1 / 1.5),
  },
  {
    id: 'fit',
    title: 'Show everything',
    group: 'Picture',
    keys: ['0'],
    run: () => shownPicture()?.fit(),
  },
];
