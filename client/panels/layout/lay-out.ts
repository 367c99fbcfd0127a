/** Laying the picture out anew, as one step that can be taken back. */
import { shownPicture } from '../../picture/shown.ts';
import { positionsOf } from '../../state/actions.ts';
import { act, keepMoved } from '../../state/history.ts';
import { announce, graph, useScreen } from '../../state/screen.ts';
import type { Layout } from '../../state/settings.ts';

export const LAYOUT_TITLES: Readonly<Record<Layout['kind'], string>> = {
  force: 'Lay out by forces',
  circular: 'Lay out in a circle',
  concentric: 'Lay out in rings',
  time: 'Lay out by time',
  hierarchy: 'Lay out as a hierarchy',
  axes: 'Lay out on two axes',
};

/** Gives every node that is shown and not pinned a new place; resolves when they are there, or when it was stopped. */
export async function layOut(layout: Layout): Promise<void> {
  const title = LAYOUT_TITLES[layout.kind];
  const before = positionsOf(graph);
  const isSame = JSON.stringify(layout) === JSON.stringify(useScreen.getState().settings.layout);
  if (!isSame) act(title, { kind: 'set', settings: { layout } });
  await shownPicture()?.arrange(true);
  // the step of the new setting takes the places back as well; the same layout again changes nothing but places
  if (isSame) keepMoved(title, before);
  announce(`${title}: done.`);
}
