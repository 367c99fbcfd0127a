import type { NodeId, RelationshipId, TypeId } from './graph.ts';

const NONE = -1;

// One record of five numbers a group: the relationships of one type at one node, in one direction.
const STRIDE = 5;
const TYPE = 0;
const FIRST = 1;
const COUNT = 2;
const LOOPS = 3;
const NEXT = 4;

/** A place in {@link Adjacency}; -1 for none. */
export type Group = number;

/**
 * For each node the types that it has relationships of, in one direction, and for each of them where their chain begins
 * and how many of them are alive: a hub costs what is asked of it, not all it has. A group is never taken away, so
 * that a walk can rest on it.
 */
export class Adjacency {
  #first = new Int32Array(1024).fill(NONE);
  #groups = new Int32Array(STRIDE * 1024);
  #end = 0;

  firstGroup(node: NodeId): Group {
    return node < this.#first.length ? this.#first[node]! : NONE;
  }
  nextGroup(group: Group): Group {
    return this.#groups[group * STRIDE + NEXT]!;
  }
  type(group: Group): TypeId {
    return this.#groups[group * STRIDE + TYPE]!;
  }
  /** The newest relationship of a group, -1 for none. */
  first(group: Group): RelationshipId {
    return this.#groups[group * STRIDE + FIRST]!;
  }

  count(node: NodeId, types: readonly TypeId[] | null): number {
    return this.#sum(node, types, COUNT);
  }
  countLoops(node: NodeId, types: readonly TypeId[] | null): number {
    return this.#sum(node, types, LOOPS);
  }

  /** Makes a relationship the first of its chain, and counts it; the one that was, or -1. */
  prepend(node: NodeId, type: TypeId, relationship: RelationshipId, loop: boolean): RelationshipId {
    let group = this.#find(node, type);
    if (group === NONE) group = this.#create(node, type);
    const groups = this.#groups;
    const at = group * STRIDE;
    const before = groups[at + FIRST]!;
    groups[at + FIRST] = relationship;
    groups[at + COUNT]! += 1;
    if (loop) groups[at + LOOPS]! += 1;
    return before;
  }

  setFirst(node: NodeId, type: TypeId, relationship: RelationshipId): void {
    this.#groups[this.#find(node, type) * STRIDE + FIRST] = relationship;
  }

  add(node: NodeId, type: TypeId, by: 1 | -1, loop: boolean): void {
    const at = this.#find(node, type) * STRIDE;
    this.#groups[at + COUNT]! += by;
    if (loop) this.#groups[at + LOOPS]! += by;
  }

  #sum(node: NodeId, types: readonly TypeId[] | null, field: number): number {
    let sum = 0;
    const groups = this.#groups;
    for (let group = this.firstGroup(node); group !== NONE; group = groups[group * STRIDE + NEXT]!)
      if (types === null || types.includes(groups[group * STRIDE + TYPE]!))
        sum += groups[group * STRIDE + field]!;
    return sum;
  }

  #find(node: NodeId, type: TypeId): Group {
    const groups = this.#groups;
    let group = this.firstGroup(node);
    while (group !== NONE && groups[group * STRIDE + TYPE] !== type) group = groups[group * STRIDE + NEXT]!;
    return group;
  }

  #create(node: NodeId, type: TypeId): Group {
    if (node >= this.#first.length) {
      const { length } = this.#first;
      const grown = new Int32Array(Math.max(node + 1, length * 2)).fill(NONE, length);
      grown.set(this.#first);
      this.#first = grown;
    }
    const group = this.#end;
    this.#end += 1;
    if (this.#end * STRIDE > this.#groups.length) {
      const grown = new Int32Array(this.#groups.length * 2);
      grown.set(this.#groups);
      this.#groups = grown;
    }
    this.#groups.set([type, NONE, 0, 0, this.#first[node]!], group * STRIDE);
    this.#first[node] = group;
    return group;
  }
}
