/** Ways to select. */
import { isLayoutRunning, stopLayout } from '../picture/layout/run-state.ts';
import { LassoSelect, SquareDashedMousePointer } from 'lucide-react';
import { graph, select, selectAll, shownNow, useScreen } from '../state/screen.ts';
import { allNodes, inverted, sameKind, withInnerClaims, withNeighbours } from '../state/selecting.ts';
import { setTool, toggleTool, useTool } from '../state/tool.ts';
import { openMenu } from '../state/asked.ts';
import { placeOfMenu } from '../panels/menu/place.ts';
import type { Command } from './command.ts';
import { areNodesSelected, isAnySelected, selected } from './selected.ts';

export const SELECTING_COMMANDS: readonly Command[] = [
  {
    id: 'marquee',
    title: 'Select with a rectangle',
    group: 'Select',
    keys: ['M'],
    Icon: SquareDashedMousePointer,
    isOn: () => useTool.getState().tool === 'marquee',
    run: () => toggleTool('marquee'),
  },
  {
    id: 'lasso',
    title: 'Select with a lasso',
    group: 'Select',
    keys: ['L'],
    Icon: LassoSelect,
    isOn: () => useTool.getState().tool === 'lasso',
    run: () => toggleTool('lasso'),
  },
  {
    id: 'select-all',
    title: 'Select everything that is shown',
    label: 'Select all',
    group: 'Select',
    keys: ['Mod+A'],
    run: () => selectAll(allNodes(shownNow())),
  },
  {
    id: 'invert',
    title: 'Invert the selection: what is selected, let go; what is not, select',
    label: 'Invert the selection',
    group: 'Select',
    keys: ['I'],
    run: () => selectAll(inverted(shownNow(), selected())),
  },
  {
    id: 'select-neighbours',
    title: 'Select the neighbours of the selection as well',
    label: 'Select its neighbours',
    group: 'Select',
    keys: ['N'],
    isEnabled: isAnySelected,
    run: () => selectAll(withNeighbours(graph, shownNow(), selected())),
  },
  {
    id: 'select-kind',
    title: 'Select all of the same kind',
    group: 'Select',
    keys: ['K'],
    isEnabled: isAnySelected,
    run: () => selectAll(sameKind(graph, shownNow(), selected())),
  },
  {
    id: 'select-inner',
    title: 'Select the claims among the selected',
    group: 'Select',
    keys: ['Shift+K'],
    isEnabled: areNodesSelected,
    run: () => selectAll(withInnerClaims(graph, shownNow(), selected())),
  },
  {
    id: 'deselect',
    title: 'Stop a layout; end drawing around things; let go of the selection',
    label: 'Let go of the selection',
    group: 'Select',
    keys: ['Escape'],
    isEnabled: () => isLayoutRunning() || isAnySelected() || useTool.getState().tool !== 'pan',
    run: () => {
      if (isLayoutRunning()) stopLayout();
      else if (useTool.getState().tool === 'pan') select(null);
      else setTool('pan');
    },
  },
  {
    id: 'menu',
    title: 'Open the menu of the selection',
    group: 'Select',
    keys: ['ContextMenu', 'Shift+F10'],
    isEnabled: () => useScreen.getState().stage.kind === 'ready',
    run: () => openMenu(placeOfMenu()),
  },
];
