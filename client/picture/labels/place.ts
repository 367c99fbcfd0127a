/**
 * Where labels go: the most important first, each at the first of its candidate places that touches nothing placed
 * before; a label with no free place is left out. Greedy, so that the result is stable and linear in the number of labels.
 */
import { Occupied } from '../occupied.ts';
import type { Box } from '../occupied.ts';

export interface LabelRequest {
  readonly id: string;
  /** Higher is placed earlier; equals in id order. */
  readonly priority: number;
  /** Places it could take, best first. */
  readonly candidates: readonly Box[];
  /** Obstacles it may cover, because they are its own. */
  readonly owns?: string;
  /** Whether it may cover what is faint where no place is free: a name that is asked for matters more than a dimmed node. */
  readonly mayCoverFaint?: boolean;
  /** Whether it may cover any obstacle that has an owner, as the last resort: what is selected is never without its name. */
  readonly mayCoverOwned?: boolean;
}

export interface Obstacle {
  readonly box: Box;
  readonly owner?: string;
  readonly isFaint?: boolean;
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  /** Index into the request's candidates. */
  readonly candidate: number;
}

/**
 * @param obstacles what no label may cover, except one that `owns` it
 * @param bounds labels lie wholly inside
 * @param previous the candidate each label took last time; it is tried first, so that labels do not jump about
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Obstacle[],
  bounds: Box,
  previous: ReadonlyMap<string, number> = new Map(),
): PlacedLabel[] {
  const occupied = new Occupied<Omit<Obstacle, 'box'>>();
  for (const { box, ...rest } of obstacles) occupied.add(box, rest);
  const placed: PlacedLabel[] = [];
  const inOrder = requests.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const { id, candidates, owns, mayCoverFaint = false, mayCoverOwned = false } of inOrder) {
    const before = previous.get(id);
    const order = [...candidates.keys()];
    if (before !== undefined && before < candidates.length)
      order.sort((a, b) => Number(b === before) - Number(a === before));
    const isOwn = ({ owner }: Omit<Obstacle, 'box'>): boolean => owner !== undefined && owner === owns;
    const found =
      firstFree(order, candidates, bounds, occupied, isOwn) ??
      (mayCoverFaint
        ? firstFree(order, candidates, bounds, occupied, (note) => note.isFaint === true || isOwn(note))
        : undefined) ??
      (mayCoverOwned
        ? firstFree(order, candidates, bounds, occupied, ({ owner }) => owner !== undefined)
        : undefined);
    const box = found === undefined ? undefined : candidates[found];
    if (found === undefined || box === undefined) continue;
    occupied.add(box, {});
    placed.push({ id, box, candidate: found });
  }
  return placed;
}

function firstFree(
  order: readonly number[],
  candidates: readonly Box[],
  bounds: Box,
  occupied: Occupied<Omit<Obstacle, 'box'>>,
  mayCover: (note: Omit<Obstacle, 'box'>) => boolean,
): number | undefined {
  return order.find((candidate) => {
    const box = candidates[candidate];
    return box !== undefined && isInside(box, bounds) && occupied.isFree(box, mayCover);
  });
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/**
 * The places around a node, best first: below, right, left, above, the four corners, then below and above once more, shifted
 * along the node's edge.
 *
 * @param radiusPx of the node, its border included
 * @param gapPx between the node and its name
 */
export function aroundNode(
  x: number,
  y: number,
  radiusPx: number,
  width: number,
  height: number,
  gapPx = 3,
): Box[] {
  const away = radiusPx + gapPx;
  const near = away * 0.72;
  const aside = width / 4;
  const at = (left: number, top: number): Box => ({ x: left, y: top, width, height });
  return [
    at(x - width / 2, y + away),
    at(x + away, y - height / 2),
    at(x - away - width, y - height / 2),
    at(x - width / 2, y - away - height),
    at(x + near, y + near),
    at(x - near - width, y + near),
    at(x + near, y - near - height),
    at(x - near - width, y - near - height),
    at(x - width / 2 + aside, y + away),
    at(x - width / 2 - aside, y + away),
    at(x - width / 2 + aside, y - away - height),
    at(x - width / 2 - aside, y - away - height),
  ];
}

/** Pixels between two places when a name is moved along a node. */
const SLIDE_PX = 9;

/** All round a node, at `gapPx` from it: where a name that must be shown can go when no place of `aroundNode` is free; sides first. */
export function slidAround(
  x: number,
  y: number,
  radiusPx: number,
  width: number,
  height: number,
  gapPx: number,
): Box[] {
  const away = radiusPx + gapPx;
  const boxes: Box[] = [];
  for (let down = 0; down <= away + height / 2; down += SLIDE_PX)
    for (const top of down === 0 ? [y - height / 2] : [y - height / 2 + down, y - height / 2 - down])
      for (const left of [x + away, x - away - width]) boxes.push({ x: left, y: top, width, height });
  for (let right = 0; right <= away + width / 2; right += SLIDE_PX)
    for (const left of right === 0 ? [x - width / 2] : [x - width / 2 + right, x - width / 2 - right])
      for (const top of [y + away, y - away - height]) boxes.push({ x: left, y: top, width, height });
  return boxes;
}
