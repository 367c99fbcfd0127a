import { focusSearch } from '../panels/search/focus.ts';
import { setLegend } from '../panels/legend/legend-open.ts';
import { showHelp, toggleDrawer, togglePanel } from '../state/panels.ts';
import { activeFilters, clearFilters } from '../state/filtering.ts';
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
  {
    id: 'filters',
    title: 'Open or close the filters',
    group: 'Panels',
    keys: ['F'],
    run: () => togglePanel('filters'),
  },
  {
    id: 'clear-filters',
    title: 'Clear the filters and the span of time',
    group: 'Panels',
    keys: ['Shift+F'],
    isEnabled: () => activeFilters() > 0,
    run: clearFilters,
  },
  {
    id: 'timeline',
    title: 'Open or close the timeline',
    group: 'Panels',
    keys: ['T'],
    run: () => toggleDrawer('timeline'),
  },
  {
    id: 'table',
    title: 'Open or close the table',
    group: 'Panels',
    keys: ['B'],
    run: () => toggleDrawer('table'),
  },
  { id: 'help', title: 'Show help and every key', group: 'Panels', keys: ['?'], run: () => showHelp(true) },
];
