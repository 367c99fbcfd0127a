/** Where things are in the picture, for what opens beside them. The outline of the picture knows: see client/picture/outline.tsx. */
import { shownPicture } from '../../picture/shown.ts';
import type { MenuPoint } from '../../state/asked.ts';
import { useScreen } from '../../state/screen.ts';
import { NOTHING } from '../../state/selection.ts';
import type { Selection } from '../../state/selection.ts';

/** Where a menu of the selection opens that no pointer has asked for: at the first that is selected, else in the middle. */
export function placeOfMenu(): MenuPoint {
  const picture = document.querySelector('.picture')?.getBoundingClientRect();
  if (picture === undefined) return { x: innerWidth / 2, y: innerHeight / 2 };
  const { nodes, relationships } = useScreen.getState().selection;
  const [chosen] = [...nodes, ...relationships];
  const option =
    chosen === undefined
      ? null
      : document.querySelector<HTMLElement>(`.outline [data-id=${CSS.escape(chosen)}]`);
  const x = Number(option?.dataset['x'] ?? picture.width / 2);
  const y = Number(option?.dataset['y'] ?? picture.height / 2);
  return {
    x: picture.left + Math.min(Math.max(x, 8), picture.width - 8),
    y: picture.top + Math.min(Math.max(y, 8), picture.height - 8),
  };
}

/** What lies under a point of the page. */
export function elementsUnder({ x, y }: MenuPoint): Selection {
  const picture = document.querySelector('.picture')?.getBoundingClientRect();
  if (picture === undefined) return NOTHING;
  return shownPicture()?.under({ x: x - picture.left, y: y - picture.top }) ?? NOTHING;
}
