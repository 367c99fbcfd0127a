import { redo, undo } from '../state/history.ts';
import type { Command } from './command.ts';

export const HISTORY_COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo what was done to the picture',
    group: 'History',
    keys: ['Mod+Z'],
    run: undo,
  },
  {
    id: 'redo',
    title: 'Do it again',
    group: 'History',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    run: redo,
  },
];
