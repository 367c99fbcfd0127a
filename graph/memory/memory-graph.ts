import { Columns } from './columns.ts';
import { numberedElementIds } from './element-ids.ts';
import type { ElementIds } from './element-ids.ts';
import type { Graph, Reader, Writer } from './graph.ts';
import { Loader } from './loader.ts';
import { partsOf, type GraphParts } from './parts.ts';
import { View } from './view.ts';
import { WriteTransaction } from './writer.ts';

/** A snapshot, until it is released. */
class Snapshot extends View {
  readonly #release: () => void;
  #released = false;

  constructor(columns: Columns, release: () => void) {
    super(columns, false);
    this.#release = release;
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#release();
  }
}

/**
 * A property graph in memory: columns that one writer at a time changes in place, and snapshots that never wait.
 *
 * A snapshot reads the columns directly while nothing was changed since it began; else it consults the undo
 * records of what was. Ids are not reused while the graph exists.
 */
export class MemoryGraph implements Graph {
  readonly uuid: string;
  readonly #columns: Columns;
  /** The versions that snapshots see, and how many of each, oldest first; none may be left of one. */
  readonly #seen: { readonly version: number; snapshots: number }[] = [];
  readonly #waiting: (() => void)[] = [];
  #writing = false;
  #writers = 0;

  /**
   * @param uuid part of every element id; a store keeps its own for ever
   * @param elementIds what elements are known by instead, where they come from elsewhere
   */
  constructor(uuid: string = crypto.randomUUID(), elementIds: ElementIds = numberedElementIds(uuid)) {
    this.uuid = uuid;
    this.#columns = new Columns(elementIds);
  }

  /** Fills the graph with what was committed elsewhere. Only before its first transaction. */
  loader(): Loader {
    return new Loader(this.#columns);
  }

  /** How many nodes and relationships there are, those of a transaction that is not committed left aside. */
  get size(): number {
    const { nodes, relationships } = this.#columns.counts;
    return nodes + relationships;
  }

  /**
   * What the graph consists of, to fill another by `loader().parts`. Not while something is written or a snapshot is older than
   * the last commit; to be read before something is written.
   */
  parts(): GraphParts {
    if (this.#writing) throw new Error('The graph is being written.');
    if (this.historySize > 0) throw new Error('A snapshot needs what was before.');
    return partsOf(this.#columns);
  }

  /** Counts commits; a rolled-back transaction does not count. */
  get version(): number {
    return this.#columns.version;
  }

  /** How many have begun to write: as long as it stays the same, what `parts` gave does. */
  get writers(): number {
    return this.#writers;
  }

  /** How many old values are kept for snapshots: 0 when no snapshot is older than the last commit. */
  get historySize(): number {
    return this.#columns.history.size;
  }

  read(): Reader & { release(): void } {
    const { version } = this.#columns;
    const newest = this.#seen.at(-1);
    const seen = newest?.version === version ? newest : { version, snapshots: 0 };
    if (seen !== newest) this.#seen.push(seen);
    seen.snapshots += 1;
    return new Snapshot(this.#columns, () => {
      seen.snapshots -= 1;
      if (seen.snapshots === 0) this.#expire();
    });
  }

  async write(signal?: AbortSignal): Promise<Writer> {
    signal?.throwIfAborted();
    if (this.#writing) await this.#turn(signal);
    this.#writing = true;
    this.#writers += 1;
    return new WriteTransaction(this.#columns, () => {
      this.#expire();
      const next = this.#waiting.shift();
      // `#writing` stays true, so that nobody gets in between
      if (next === undefined) this.#writing = false;
      else next();
    });
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const abort = (): void => {
        const place = this.#waiting.indexOf(start);
        if (place !== -1) this.#waiting.splice(place, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(start);
    });
  }

  #expire(): void {
    // the last one is kept: who reads next most likely reads the same
    while (this.#seen.length > 1 && this.#seen[0]!.snapshots === 0) this.#seen.shift();
    if (this.#columns.history.size === 0) return;
    const [oldest] = this.#seen;
    const isSeen = oldest !== undefined && oldest.snapshots > 0;
    this.#columns.history.expire(isSeen ? oldest.version : this.#columns.version);
  }
}
