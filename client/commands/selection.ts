import { dismissSelected, expand } from '../state/explore.ts';
import { select, useScreen } from '../state/screen.ts';
import { selectedCount, soleElement } from '../state/selection.ts';
import type { Command } from './command.ts';

const selected = () => useScreen.getState().selection;
const isAnySelected = (): boolean => selectedCount(selected()) > 0;

export const SELECTION_COMMANDS: readonly Command[] = [
  {
    id: 'expand',
    title: 'Expand the selected actor or event',
    group: 'Selection',
    keys: ['E'],
    failure: 'Nothing was added',
    isEnabled: () => soleElement(selected())?.kind === 'node',
    run: () => expand(soleElement(selected())?.id ?? ''),
  },
  {
    id: 'dismiss',
    title: 'Take the selection off the screen',
    group: 'Selection',
    keys: ['Delete', 'Backspace'],
    isEnabled: isAnySelected,
    run: () => dismissSelected(selected()),
  },
  {
    id: 'deselect',
    title: 'Let go of the selection',
    group: 'Selection',
    keys: ['Escape'],
    isEnabled: isAnySelected,
    run: () => select(null),
  },
];
