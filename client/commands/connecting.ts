/** What joins what is selected, or what is shown. */
import { Link2, Route, Share2, Waypoints } from 'lucide-react';
import { ask } from '../state/asked.ts';
import { addCommonNeighbours, addPaths, MOST_ASKED, revealClaims } from '../state/connect.ts';
import type { Command } from './command.ts';
import { selected, selectedPair } from './selected.ts';

const isPair = (): boolean => selectedPair() !== null;

export const CONNECTING_COMMANDS: readonly Command[] = [
  {
    id: 'path',
    title: 'Find the shortest path between the two that are selected',
    label: 'Shortest path between the two',
    group: 'Selection',
    keys: ['S'],
    Icon: Route,
    failure: 'No path was looked for',
    isEnabled: isPair,
    run: () => {
      const pair = selectedPair();
      if (pair !== null) return addPaths(...pair);
    },
  },
  {
    id: 'paths',
    title: 'Find all shortest paths, within a number of steps',
    label: 'Paths between the two …',
    group: 'Selection',
    keys: ['Shift+S'],
    Icon: Waypoints,
    isEnabled: isPair,
    run: () => ask('paths'),
  },
  {
    id: 'common',
    title: 'Bring in the neighbours that the selected have in common',
    label: 'Common neighbours',
    group: 'Selection',
    keys: ['J'],
    Icon: Share2,
    failure: 'Nothing was added',
    isEnabled: () => selected().nodes.length > 1 && selected().nodes.length <= MOST_ASKED,
    run: () => addCommonNeighbours(selected().nodes),
  },
  {
    id: 'reveal',
    title: 'Reveal claims among what is shown',
    group: 'Selection',
    keys: ['R'],
    Icon: Link2,
    failure: 'Nothing was added',
    run: revealClaims,
  },
];
