import { focusSearch } from '../panels/search/focus.ts';
import { showHelp, toggleDrawer } from '../state/panels.ts';
import type { Command } from './command.ts';

export const PANEL_COMMANDS: readonly Command[] = [
  { id: 'search', title: 'Search', group: 'Find', keys: ['/', 'Mod+K'], run: focusSearch },
  {
    id: 'console',
    title: 'Open or close the Cypher console',
    group: 'Panels',
    keys: ['C'],
    run: () => toggleDrawer('console'),
  },
  { id: 'help', title: 'Show help and every key', group: 'Panels', keys: ['?'], run: () => showHelp(true) },
];
