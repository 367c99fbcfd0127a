import type { NodeId } from './graph.ts';
import type { CellUndo, Cells } from './versions.ts';

/** The label set of a node that is not there. */
export const ABSENT_NODE = -1;

/** Which nodes there are, and the label set (see `LabelSets`) of each. */
export class Nodes implements Cells<number> {
  readonly entity = 'node';
  readonly undo = new Map<number, CellUndo<number>>();
  #labelSets = new Int32Array(1024).fill(ABSENT_NODE);
  #end = 0;

  /** One more than the highest id ever used. */
  get end(): number {
    return this.#end;
  }

  /** The label set of each: a view, to be read before anything changes. */
  parts(): Int32Array<ArrayBuffer> {
    return this.#labelSets.subarray(0, this.#end);
  }

  /** Fills an empty graph's, whose own the array becomes. */
  take(labelSets: Int32Array<ArrayBuffer>): void {
    this.#labelSets = labelSets;
    this.#end = labelSets.length;
  }

  get(id: NodeId): number {
    return this.#labelSets[id]!;
  }
  set(id: NodeId, labelSet: number): void {
    this.#labelSets[id] = labelSet;
  }

  /** Adds one under the next id, or under a higher one that the caller names. */
  create(labelSet: number, id = this.#end): NodeId {
    const { length } = this.#labelSets;
    if (id >= length) {
      const grown = new Int32Array(Math.max(id + 1, length * 2)).fill(ABSENT_NODE, length);
      grown.set(this.#labelSets);
      this.#labelSets = grown;
    }
    this.#labelSets[id] = labelSet;
    this.#end = id + 1;
    return id;
  }

  /** Forgets all ids from `end` on. */
  truncate(end: number): void {
    this.#labelSets.fill(ABSENT_NODE, end, this.#end);
    this.#end = end;
  }
}
