import type { Row } from '../runtime.ts';
import type { Batch, Keep } from './operator.ts';

/** Makes rows out of others, and asks about each before it is given: one that is not kept is written over by the next. */
export class RowMaker {
  out: Batch = [];
  readonly #keep: Keep;
  #spare: Row | null = null;
  #of: Row | null = null;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** A row that holds what `row` holds; the caller writes the same slots into each that it makes of one row. */
  like(row: Row): Row {
    if (this.#spare !== null && this.#of === row) return this.#spare;
    this.#of = row;
    return this.copyOf(row);
  }

  /** The same for a row that is itself still being made: the same array may hold another row by now. */
  copyOf(row: Row): Row {
    if (this.#spare === null) return (this.#spare = row.slice());
    const spare = this.#spare;
    for (let i = 0; i < row.length; i += 1) spare[i] = row[i]!;
    spare.length = row.length;
    return spare;
  }

  /** Gives the row that was made last, or keeps its array for the next one. */
  give(): void {
    const row = this.#spare;
    if (row === null || !this.#keep(row)) return;
    this.out.push(row);
    this.#spare = null;
  }

  /** What was given since the last time. */
  take(): Batch {
    const { out } = this;
    this.out = [];
    return out;
  }
}
