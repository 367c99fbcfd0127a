import { redo, undo, useHistory } from '../state/history.ts';
import type { Command } from './command.ts';

export const HISTORY_COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo what was done to the picture',
    group: 'History',
    keys: ['Mod+Z'],
    isEnabled: () => useHistory.getState().done.length > 0,
    run: undo,
  },
  {
    id: 'redo',
    title: 'Do it again',
    group: 'History',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isEnabled: () => useHistory.getState().undone.length > 0,
    run: redo,
  },
];
