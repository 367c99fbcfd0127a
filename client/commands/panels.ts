import { focusSearch } from '../panels/search/focus.ts';
import { setLegend } from '../panels/legend/legend-open.ts';
import { showHelp, toggleDrawer, togglePanel } from '../state/panels.ts';
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
  {
    id: 'style',
    title: 'Choose what colours and sizes tell',
    group: 'Panels',
    keys: ['V'],
    run: () => {
      setLegend(true);
      togglePanel('style');
    },
  },
  { id: 'help', title: 'Show help and every key', group: 'Panels', keys: ['?'], run: () => showHelp(true) },
];
