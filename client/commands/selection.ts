/** What can be done with what is selected, in the order of its menu. */
import {
  CircleMinus,
  Crosshair,
  Expand,
  Eye,
  EyeOff,
  Group,
  ListFilterPlus,
  Pin,
  Ungroup,
} from 'lucide-react';
import { ask } from '../state/asked.ts';
import { dismissOthers, dismissSelected } from '../state/explore.ts';
import { expand } from '../state/expand.ts';
import { groupsWith, ungroup } from '../state/grouped.ts';
import { arePinned, hiddenCount, hide, showHidden, togglePins } from '../state/hiding.ts';
import { useScreen } from '../state/screen.ts';
import type { Command } from './command.ts';
import { areNodesSelected, isAnySelected, selected } from './selected.ts';

const settings = () => useScreen.getState().settings;
const hidden = (): number => hiddenCount(settings());
const isAnyGrouped = (): boolean =>
  isAnySelected()
    ? areNodesSelected() && groupsWith(selected().nodes).size > 0
    : settings().groupBy.length > 0;

export const SELECTION_COMMANDS: readonly Command[] = [
  {
    id: 'expand',
    title: 'Expand the selection: bring in what touches it',
    label: 'Expand',
    group: 'Selection',
    keys: ['E'],
    Icon: Expand,
    failure: 'Nothing was added',
    isEnabled: areNodesSelected,
    run: () => expand(selected().nodes),
  },
  {
    id: 'expand-by',
    title: 'Expand by type, direction and number',
    label: 'Expand by …',
    group: 'Selection',
    keys: ['Shift+E'],
    Icon: ListFilterPlus,
    isEnabled: areNodesSelected,
    run: () => ask('expand'),
  },
  {
    id: 'hide',
    title: 'Hide the selection: it stays loaded',
    label: 'Hide',
    group: 'Selection',
    keys: ['H'],
    Icon: EyeOff,
    isEnabled: isAnySelected,
    run: () => hide(selected()),
  },
  {
    id: 'show-hidden',
    title: 'Show what was hidden',
    get label() {
      return `+${hidden()} Show hidden`;
    },
    group: 'Selection',
    keys: ['Shift+H'],
    Icon: Eye,
    isEnabled: () => hidden() > 0,
    run: showHidden,
  },
  {
    id: 'pin',
    title: 'Pin the selection where it is, or let it go',
    label: 'Pin',
    group: 'Selection',
    keys: ['P'],
    Icon: Pin,
    isOn: () => arePinned(settings(), selected().nodes),
    isEnabled: areNodesSelected,
    run: () => togglePins(selected().nodes),
  },
  {
    id: 'dismiss',
    title: 'Take the selection off the screen',
    label: 'Dismiss',
    group: 'Selection',
    keys: ['Delete', 'Backspace'],
    Icon: CircleMinus,
    isEnabled: isAnySelected,
    run: () => dismissSelected(selected()),
  },
  {
    id: 'dismiss-others',
    title: 'Take everything else off the screen',
    label: 'Dismiss the others',
    group: 'Selection',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    Icon: Crosshair,
    isEnabled: isAnySelected,
    run: () => dismissOthers(selected()),
  },
  {
    id: 'group',
    title: 'Group by a property: draw what shares a value as one, of the selection or of all',
    label: 'Group by …',
    group: 'Selection',
    keys: ['G'],
    Icon: Group,
    // one by itself shares nothing
    isEnabled: () => !isAnySelected() || selected().nodes.length > 1,
    run: () => ask('group'),
  },
  {
    id: 'ungroup',
    title: 'Ungroup: draw each by itself again, of the selection or of all',
    label: 'Ungroup',
    group: 'Selection',
    keys: ['Shift+G'],
    Icon: Ungroup,
    isEnabled: isAnyGrouped,
    run: () => ungroup(selected().nodes),
  },
];
