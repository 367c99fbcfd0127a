import type { NodeId, RelationshipId, TypeId } from './graph.ts';

const NONE = -1;

// One record of five numbers a group: the relationships of one type at one node, in one direction.
const STRIDE = 5;
const TYPE = 0;
const FIRST = 1;
const COUNT = 2;
const LOOPS = 3;
const NEXT = 4;

/** A node with more types than these finds each by a table instead of one after another. */
const FEW_TYPES = 8;

/** A node with relationships of many types: its groups by type, -1 for none. */
interface Hub {
  first: Group;
  byType: Int32Array;
}

/** What an adjacency consists of. */
export interface AdjacencyParts {
  /** By node its first group, -1 for none. */
  readonly first: Int32Array<ArrayBuffer>;
  readonly groups: Int32Array<ArrayBuffer>;
  /** The nodes that have a table. */
  readonly hubs: Int32Array<ArrayBuffer>;
}

/** A place in {@link Adjacency}; -1 for none. */
export type Group = number;

/**
 * For each node the types that it has relationships of, in one direction, and for each of them where their chain begins
 * and how many of them are alive: a hub costs what is asked of it, not all it has. A group is never taken away, so
 * that a walk can rest on it.
 */
export class Adjacency {
  /** By node its first group, -1 for none; below that, a place among the hubs: -2 the first one, -3 the second. */
  #first = new Int32Array(1024).fill(NONE);
  readonly #hubs: Hub[] = [];
  #groups = new Int32Array(STRIDE * 1024);
  #end = 0;

  /** Views where possible: to be read before a relationship is created. */
  parts(): AdjacencyParts {
    let { length } = this.#first;
    while (length > 0 && this.#first[length - 1] === NONE) length -= 1;
    const hubs: NodeId[] = [];
    let first = this.#first.subarray(0, length);
    if (this.#hubs.length > 0) {
      first = first.slice();
      for (let node = 0; node < length; node += 1) {
        if (first[node]! >= NONE) continue;
        hubs.push(node);
        first[node] = this.firstGroup(node);
      }
    }
    return { first, groups: this.#groups.subarray(0, this.#end * STRIDE), hubs: Int32Array.from(hubs) };
  }

  /** Fills an empty one, whose own the arrays become. */
  take({ first, groups, hubs }: AdjacencyParts): void {
    this.#first = first;
    this.#groups = groups;
    this.#end = groups.length / STRIDE;
    for (const node of hubs) this.#makeHub(node);
  }

  firstGroup(node: NodeId): Group {
    const first = node < this.#first.length ? this.#first[node]! : NONE;
    return first >= NONE ? first : this.#hubs[-2 - first]!.first;
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
    let group = this.find(node, type);
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
    this.#groups[this.find(node, type) * STRIDE + FIRST] = relationship;
  }

  add(node: NodeId, type: TypeId, by: 1 | -1, loop: boolean): void {
    const at = this.find(node, type) * STRIDE;
    this.#groups[at + COUNT]! += by;
    if (loop) this.#groups[at + LOOPS]! += by;
  }

  /** The group of a type, -1 for none. */
  find(node: NodeId, type: TypeId): Group {
    const first = node < this.#first.length ? this.#first[node]! : NONE;
    if (first < NONE) return this.#hubs[-2 - first]!.byType[type] ?? NONE;
    const groups = this.#groups;
    let group = first;
    while (group !== NONE && groups[group * STRIDE + TYPE] !== type) group = groups[group * STRIDE + NEXT]!;
    return group;
  }

  #sum(node: NodeId, types: readonly TypeId[] | null, field: number): number {
    let sum = 0;
    const groups = this.#groups;
    if (types !== null) {
      for (const type of types) {
        const group = this.find(node, type);
        if (group !== NONE) sum += groups[group * STRIDE + field]!;
      }
      return sum;
    }
    for (let group = this.firstGroup(node); group !== NONE; group = groups[group * STRIDE + NEXT]!)
      sum += groups[group * STRIDE + field]!;
    return sum;
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
      const grown = new Int32Array(Math.max(this.#end * STRIDE, this.#groups.length * 2));
      grown.set(this.#groups);
      this.#groups = grown;
    }
    this.#groups.set([type, NONE, 0, 0, this.firstGroup(node)], group * STRIDE);
    if (this.#first[node]! >= NONE) {
      this.#first[node] = group;
      this.#makeHub(node);
    } else this.#addToHub(this.#hubs[-2 - this.#first[node]!]!, type, group);
    return group;
  }

  /** Gives a node its table, once it has types enough. */
  #makeHub(node: NodeId): void {
    let types = 0;
    for (let group = this.firstGroup(node); group !== NONE; group = this.nextGroup(group)) types += 1;
    if (types <= FEW_TYPES) return;
    const hub: Hub = { first: this.firstGroup(node), byType: new Int32Array(16).fill(NONE) };
    for (let group = hub.first; group !== NONE; group = this.nextGroup(group))
      this.#addToHub(hub, this.type(group), group);
    hub.first = this.firstGroup(node);
    this.#first[node] = -2 - this.#hubs.length;
    this.#hubs.push(hub);
  }

  #addToHub(hub: Hub, type: TypeId, group: Group): void {
    if (type >= hub.byType.length) {
      const grown = new Int32Array(Math.max(type + 1, hub.byType.length * 2)).fill(NONE);
      grown.set(hub.byType);
      hub.byType = grown;
    }
    hub.byType[type] = group;
    hub.first = group;
  }
}
