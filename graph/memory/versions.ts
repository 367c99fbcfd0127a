/**
 * Versions: the writer changes the columns in place and keeps, for each changed cell, what was there before.
 * A snapshot older than the change finds its value by walking back from the newest. What nobody can ask for any
 * more is let go of. This is the scheme of HyPer.
 *
 * @see https://db.in.tum.de/~muehlbau/papers/mvcc.pdf
 */

import type { Value } from '../model.ts';
import type { Document } from './fulltext/fulltext-index.ts';

/** The version of a change that is not committed: newer than every snapshot. */
export const PENDING = Number.MAX_SAFE_INTEGER;

/** Something that lists the ids of a value, and still lists one that may no longer have it. */
export interface Leftover {
  version: number;
  /**
   * Takes the id out where no version of it has the value.
   * @returns false while a snapshot may need it, so that it must be asked again later
   */
  settle(): boolean;
}

/** Values by id that snapshots can see older versions of. */
export interface Cells<T> {
  readonly entity: 'node' | 'relationship';
  /** The newest change of each cell that some snapshot may not see. */
  readonly undo: Map<number, CellUndo<T>>;
  get(id: number): T;
  set(id: number, value: T): void;
}

export class CellUndo<T> {
  version = PENDING;
  readonly cells: Cells<T>;
  readonly id: number;
  readonly before: T;
  older: CellUndo<T> | undefined;
  newer: CellUndo<T> | undefined = undefined;

  /** Remembers what the cell holds now; the caller changes it afterwards. */
  constructor(cells: Cells<T>, id: number) {
    this.cells = cells;
    this.id = id;
    this.before = cells.get(id);
    this.older = cells.undo.get(id);
    if (this.older !== undefined) this.older.newer = this;
    cells.undo.set(id, this);
  }

  /** Puts the old value back; newest first. */
  rollback(): void {
    this.cells.set(this.id, this.before);
    if (this.older === undefined) {
      this.cells.undo.delete(this.id);
    } else {
      this.older.newer = undefined;
      this.cells.undo.set(this.id, this.older);
    }
  }

  /** Every snapshot sees the change; oldest first. */
  expire(): void {
    // it is the last of its chain
    if (this.newer === undefined) this.cells.undo.delete(this.id);
    else this.newer.older = undefined;
  }
}

/** What the cell held when `version` was the newest. */
export function valueAt<T>(cells: Cells<T>, id: number, version: number): T {
  let undo = cells.undo.get(id);
  if (undo === undefined || undo.version <= version) return cells.get(id);
  while (undo.older !== undefined && undo.older.version > version) undo = undo.older;
  return undo.before;
}

/** A queue whose front is taken in order of version. */
class VersionQueue<T extends { version: number }> {
  #entries: T[] = [];
  #first = 0;

  get size(): number {
    return this.#entries.length - this.#first;
  }

  append(entries: readonly T[], version: number): void {
    for (const entry of entries) {
      entry.version = version;
      this.#entries.push(entry);
    }
  }

  takeUpTo(version: number, take: (entry: T) => void): void {
    while (this.#first < this.#entries.length && this.#entries[this.#first]!.version <= version) {
      take(this.#entries[this.#first++]!);
    }
    if (this.#first === this.#entries.length) {
      this.#entries = [];
      this.#first = 0;
    } else if (this.#first > 1024 && this.#first * 2 > this.#entries.length) {
      this.#entries.splice(0, this.#first);
      this.#first = 0;
    }
  }
}

export type AnyUndo = CellUndo<number> | CellUndo<boolean> | CellUndo<Value> | CellUndo<Document | null>;

/** What committed changes left behind for snapshots that do not see them. */
export class History {
  readonly #undo = new VersionQueue<AnyUndo>();
  readonly #leftovers = new VersionQueue<Leftover>();
  #unsettled: Leftover[] = [];

  /** How much is kept. */
  get size(): number {
    return this.#undo.size + this.#leftovers.size + this.#unsettled.length;
  }

  append(undo: readonly AnyUndo[], leftovers: readonly Leftover[], version: number): void {
    this.#undo.append(undo, version);
    this.#leftovers.append(leftovers, version);
  }

  /** Keeps what could not be settled after a rollback. */
  retry(leftover: Leftover): void {
    this.#unsettled.push(leftover);
  }

  /** Lets go of what snapshots of version `oldest` and newer do not need. */
  expire(oldest: number): void {
    this.#undo.takeUpTo(oldest, (undo) => undo.expire());
    this.#unsettled = this.#unsettled.filter((leftover) => !leftover.settle());
    this.#leftovers.takeUpTo(oldest, (leftover) => {
      if (!leftover.settle()) this.#unsettled.push(leftover);
    });
  }
}
