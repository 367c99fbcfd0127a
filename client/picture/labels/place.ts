/**
 * Where labels go: the most important first, each at the first of its candidate places that touches nothing placed
 * before; a label with no free place is left out. Greedy, so that the result is stable and linear in the number of labels.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelRequest {
  readonly id: string;
  /** Higher is placed earlier; equals in id order. */
  readonly priority: number;
  /** Places it could take, best first. */
  readonly candidates: readonly Box[];
  /** Obstacles it may cover, because they are its own. */
  readonly owns?: string;
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  /** Index into the request's candidates. */
  readonly candidate: number;
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const CELL_PX = 64;

/** Boxes in a grid of cells, so that asking what a box touches looks at its neighbourhood only. */
class Occupied {
  readonly #cells = new Map<string, { box: Box; owner: string | undefined }[]>();

  add(box: Box, owner?: string): void {
    const entry = { box, owner };
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [entry]);
      else cell.push(entry);
    }
  }

  isFree(box: Box, owner: string | undefined): boolean {
    for (const key of cellsOf(box)) {
      for (const entry of this.#cells.get(key) ?? []) {
        if ((owner === undefined || entry.owner !== owner) && overlaps(box, entry.box)) return false;
      }
    }
    return true;
  }
}

function* cellsOf({ x, y, width, height }: Box): Generator<string> {
  for (let column = Math.floor(x / CELL_PX); column <= Math.floor((x + width) / CELL_PX); column++) {
    for (let row = Math.floor(y / CELL_PX); row <= Math.floor((y + height) / CELL_PX); row++) {
      yield `${column}:${row}`;
    }
  }
}

/**
 * @param obstacles what no label may cover, except one that `owns` it
 * @param bounds labels lie wholly inside
 * @param previous the candidate each label took last time; it is tried first, so that labels do not jump about
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly { readonly box: Box; readonly owner?: string }[],
  bounds: Box,
  previous: ReadonlyMap<string, number> = new Map(),
): PlacedLabel[] {
  const occupied = new Occupied();
  for (const { box, owner } of obstacles) occupied.add(box, owner);
  const placed: PlacedLabel[] = [];
  const inOrder = requests.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  for (const { id, candidates, owns } of inOrder) {
    const before = previous.get(id);
    const order = [...candidates.keys()];
    if (before !== undefined && before < candidates.length)
      order.sort((a, b) => Number(b === before) - Number(a === before));
    for (const candidate of order) {
      const box = candidates[candidate];
      if (box === undefined || !isInside(box, bounds) || !occupied.isFree(box, owns)) continue;
      occupied.add(box);
      placed.push({ id, box, candidate });
      break;
    }
  }
  return placed;
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/**
 * The places around a node, best first: below, right, left, above, then the four corners.
 *
 * @param radiusPx of the node, its border included
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
  ];
}
