import { Adjacency, type AdjacencyParts } from './adjacency.ts';
import type { Direction, NodeId, RelationshipId, TypeId } from './graph.ts';
import type { CellUndo, Cells } from './versions.ts';

const NONE = -1;

// One record of eight numbers (32 bytes) a relationship, so that what a step asks of one lies in one cache line.
export const STRIDE = 8;
export const SOURCE = 0;
export const TARGET = 1;
const TYPE = 2;
const NEXT_OUT = 3;
const PREVIOUS_OUT = 4;
const NEXT_IN = 5;
const PREVIOUS_IN = 6;
export const STATE = 7;

const UNUSED = 0;
export const ALIVE = 1;
/** Deleted, but still in its chains. */
const DELETED = 2;

/** What relationships consist of, chains included. */
export interface RelationshipParts {
  readonly records: Int32Array<ArrayBuffer>;
  readonly outgoing: AdjacencyParts;
  readonly incoming: AdjacencyParts;
}

/**
 * Relationships as records in two chains each: that of its source's outgoing and that of its target's incoming
 * ones of its type, newest first. A deleted one stays in its chains, marked, until no snapshot can be standing on it.
 */
export class Relationships implements Cells<boolean> {
  readonly entity = 'relationship';
  readonly undo = new Map<number, CellUndo<boolean>>();
  /** Where the chains begin, and how many alive are in each. */
  readonly outgoing = new Adjacency();
  readonly incoming = new Adjacency();
  #records = new Int32Array(STRIDE * 1024);
  /**
   * The next one of each chain once more, apart from the records that are put away: a walk waits for each before it can ask for the one
   * after. Eight times as many of these lie in a cache, and the records, which only wait for them, come meanwhile.
   */
  #nextOut = new Int32Array(1024);
  #nextIn = new Int32Array(1024);
  #end = 0;

  /** One more than the highest id ever used. */
  get end(): number {
    return this.#end;
  }

  /** Views where possible: to be read before anything changes, and while no deleted one is kept for a snapshot. */
  parts(): RelationshipParts {
    return {
      records: this.#records.subarray(0, this.#end * STRIDE),
      outgoing: this.outgoing.parts(),
      incoming: this.incoming.parts(),
    };
  }

  /** Fills an empty graph's, whose own the arrays become. */
  take({ records, outgoing, incoming }: RelationshipParts): void {
    this.#records = records;
    this.#end = records.length / STRIDE;
    this.#nextOut = new Int32Array(this.#end);
    this.#nextIn = new Int32Array(this.#end);
    for (let id = 0; id < this.#end; id += 1) {
      this.#nextOut[id] = records[id * STRIDE + NEXT_OUT]!;
      this.#nextIn[id] = records[id * STRIDE + NEXT_IN]!;
    }
    this.outgoing.take(outgoing);
    this.incoming.take(incoming);
  }

  /** Whether it is alive, leaving versions aside. */
  get(id: RelationshipId): boolean {
    return this.#records[id * STRIDE + STATE] === ALIVE;
  }
  set(id: RelationshipId, alive: boolean): void {
    if (this.get(id) === alive) return;
    this.#records[id * STRIDE + STATE] = alive ? ALIVE : DELETED;
    this.#count(id, alive ? 1 : -1);
  }

  /** The records themselves, for walks; until something is created. */
  get records(): Int32Array {
    return this.#records;
  }

  source(id: RelationshipId): NodeId {
    return this.#records[id * STRIDE + SOURCE]!;
  }
  target(id: RelationshipId): NodeId {
    return this.#records[id * STRIDE + TARGET]!;
  }
  type(id: RelationshipId): TypeId {
    return this.#records[id * STRIDE + TYPE]!;
  }

  /** By relationship the next one of its chain, -1 for none; until something is created. */
  get nextOut(): Int32Array {
    return this.#nextOut;
  }
  get nextIn(): Int32Array {
    return this.#nextIn;
  }

  /** How many are alive at a node, leaving versions aside; a self-loop is one. */
  degree(node: NodeId, direction: Direction, types: readonly TypeId[] | null): number {
    if (direction === 'out') return this.outgoing.count(node, types);
    if (direction === 'in') return this.incoming.count(node, types);
    return (
      this.outgoing.count(node, types) +
      this.incoming.count(node, types) -
      this.outgoing.countLoops(node, types)
    );
  }

  /** Adds one under the next id, or under a higher one that the caller names; what lies between stays unused. */
  create(type: TypeId, source: NodeId, target: NodeId, id = this.#end): RelationshipId {
    this.#ensureRecord(id);
    const at = id * STRIDE;
    const records = this.#records;
    records[at + SOURCE] = source;
    records[at + TARGET] = target;
    records[at + TYPE] = type;
    records[at + STATE] = ALIVE;
    const loop = source === target;
    const out = this.outgoing.prepend(source, type, id, loop);
    this.#followOut(id, out);
    records[at + PREVIOUS_OUT] = NONE;
    if (out !== NONE) records[out * STRIDE + PREVIOUS_OUT] = id;
    const incoming = this.incoming.prepend(target, type, id, loop);
    this.#followIn(id, incoming);
    records[at + PREVIOUS_IN] = NONE;
    if (incoming !== NONE) records[incoming * STRIDE + PREVIOUS_IN] = id;
    this.#end = id + 1;
    return id;
  }

  /** Takes a relationship out of its chains, for good. */
  unlink(id: RelationshipId): void {
    const at = id * STRIDE;
    const records = this.#records;
    if (records[at + STATE] === UNUSED) return;
    if (records[at + STATE] === ALIVE) this.#count(id, -1);
    records[at + STATE] = UNUSED;
    const type = records[at + TYPE]!;
    const nextOut = this.#nextOut[id]!;
    const previousOut = records[at + PREVIOUS_OUT]!;
    if (previousOut === NONE) this.outgoing.setFirst(records[at + SOURCE]!, type, nextOut);
    else this.#followOut(previousOut, nextOut);
    if (nextOut !== NONE) records[nextOut * STRIDE + PREVIOUS_OUT] = previousOut;
    const nextIn = this.#nextIn[id]!;
    const previousIn = records[at + PREVIOUS_IN]!;
    if (previousIn === NONE) this.incoming.setFirst(records[at + TARGET]!, type, nextIn);
    else this.#followIn(previousIn, nextIn);
    if (nextIn !== NONE) records[nextIn * STRIDE + PREVIOUS_IN] = previousIn;
  }

  #followOut(id: RelationshipId, next: RelationshipId): void {
    this.#records[id * STRIDE + NEXT_OUT] = next;
    this.#nextOut[id] = next;
  }
  #followIn(id: RelationshipId, next: RelationshipId): void {
    this.#records[id * STRIDE + NEXT_IN] = next;
    this.#nextIn[id] = next;
  }

  /** Forgets all ids from `end` on; they must be unlinked. */
  truncate(end: number): void {
    this.#records.fill(0, end * STRIDE, this.#end * STRIDE);
    this.#end = end;
  }

  #count(id: RelationshipId, by: 1 | -1): void {
    const [source, target, type] = [this.source(id), this.target(id), this.type(id)];
    this.outgoing.add(source, type, by, source === target);
    this.incoming.add(target, type, by, source === target);
  }

  #ensureRecord(id: RelationshipId): void {
    const needed = (id + 1) * STRIDE;
    if (needed <= this.#records.length) return;
    const length = Math.max(needed, this.#records.length * 2);
    this.#records = grown(this.#records, length);
    this.#nextOut = grown(this.#nextOut, length / STRIDE);
    this.#nextIn = grown(this.#nextIn, length / STRIDE);
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
