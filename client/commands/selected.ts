/** What the commands ask of the selection. */
import { useScreen } from '../state/screen.ts';
import { selectedCount } from '../state/selection.ts';
import type { Selection } from '../state/selection.ts';

export const selected = (): Selection => useScreen.getState().selection;
export const isAnySelected = (): boolean => selectedCount(selected()) > 0;
export const areNodesSelected = (): boolean => selected().nodes.length > 0;

/** The two nodes that are selected; null where it is another number. */
export function selectedPair(): readonly [string, string] | null {
  const [from, to, third] = selected().nodes;
  return from === undefined || to === undefined || third !== undefined ? null : [from, to];
}
