/** What a plane has room for: boxes in a grid of cells, so that asking what a box touches looks at its neighbourhood only. */

/** `x` and `y` are the corner with the least of both. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const CELL = 64;

export class Occupied<Note> {
  readonly #cells = new Map<string, { box: Box; note: Note }[]>();

  /** @param note what `isFree` is told of the box */
  add(box: Box, note: Note): void {
    const entry = { box, note };
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [entry]);
      else cell.push(entry);
    }
  }

  /** True where `box` touches nothing, but for what `mayCover` allows. */
  isFree(box: Box, mayCover: (note: Note) => boolean = () => false): boolean {
    for (const key of cellsOf(box)) {
      for (const entry of this.#cells.get(key) ?? []) {
        if (overlaps(box, entry.box) && !mayCover(entry.note)) return false;
      }
    }
    return true;
  }
}

function* cellsOf({ x, y, width, height }: Box): Generator<string> {
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
      yield `${column}:${row}`;
    }
  }
}
