import { read, stopReading, usePanels } from '../state/panels.ts';
import type { Command } from './command.ts';

export const READING_COMMANDS: readonly Command[] = [
  {
    id: 'read-source',
    title: 'Read a source, or close it',
    group: 'Panels',
    keys: ['Q'],
    run: () => (usePanels.getState().reading === null ? read(null) : stopReading()),
  },
];
