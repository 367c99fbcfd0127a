import type { Adjacency, Group } from './adjacency.ts';
import type { Direction, Expansion, NodeId, Reader, RelationshipId, TypeId } from './graph.ts';
import { ALIVE, SOURCE, STATE, STRIDE, TARGET, type Relationships } from './relationships.ts';

const NONE = -1;

interface WalkedView extends Pick<Reader, 'hasRelationship'> {
  /** What is alive below this id is seen, and nothing from it on; -1 where each must be asked about. May change between two calls. */
  readonly seesAllBelow: number;
}

/** Walks the chains of a node, type by type, leaving out what the view does not see. */
export class ChainExpansion implements Expansion {
  relationship: RelationshipId = NONE;
  other: NodeId = NONE;
  readonly #view: WalkedView;
  readonly #relationships: Relationships;
  #node: NodeId = NONE;
  #types: readonly TypeId[] | null = null;
  #side: Adjacency;
  #outgoing = false;
  /** The chain being walked; -1 when the direction has no more. */
  #group: Group = NONE;
  /** Nothing was given yet of the chain being walked. */
  #atStart = true;
  #incomingFollows = false;
  #both = false;

  constructor(view: WalkedView, relationships: Relationships) {
    this.#view = view;
    this.#relationships = relationships;
    this.#side = relationships.outgoing;
  }

  start(node: NodeId, direction: Direction, types: readonly TypeId[] | null): void {
    this.#node = node;
    this.#types = types;
    this.#both = direction === 'both';
    this.#incomingFollows = this.#both;
    this.relationship = NONE;
    this.other = NONE;
    this.#begin(direction !== 'in');
  }

  #begin(outgoing: boolean): void {
    this.#outgoing = outgoing;
    this.#side = outgoing ? this.#relationships.outgoing : this.#relationships.incoming;
    const types = this.#types;
    this.#group =
      types?.length === 1
        ? this.#side.find(this.#node, types[0]!)
        : this.#wanted(this.#side.firstGroup(this.#node));
    this.#atStart = true;
  }

  next(): boolean {
    for (;;) {
      while (this.#group !== NONE) {
        // The walk rests on a relationship that the view sees, and goes on from there: that one cannot leave its
        // chain while the view lasts, its successor can.
        let id = this.#atStart ? this.#side.first(this.#group) : this.#successor(this.relationship);
        this.#atStart = false;
        for (; id !== NONE; id = this.#successor(id)) if (this.#gives(id)) return true;
        this.#group = this.#types?.length === 1 ? NONE : this.#wanted(this.#side.nextGroup(this.#group));
        this.#atStart = true;
      }
      if (!this.#incomingFollows) return false;
      this.#incomingFollows = false;
      this.#begin(false);
    }
  }

  fill(relationships: Int32Array, others: Int32Array, from: number): number {
    const end = this.#view.seesAllBelow;
    let filled = from;
    if (end < 0) {
      for (; filled < relationships.length && this.next(); filled += 1) {
        relationships[filled] = this.relationship;
        others[filled] = this.other;
      }
      return filled;
    }
    for (;;) {
      while (this.#group !== NONE) {
        filled = this.#fillFromChain(end, relationships, others, filled);
        if (filled === relationships.length) return filled;
        this.#group = this.#types?.length === 1 ? NONE : this.#wanted(this.#side.nextGroup(this.#group));
        this.#atStart = true;
      }
      if (!this.#incomingFollows) return filled;
      this.#incomingFollows = false;
      this.#begin(false);
    }
  }

  /** The rest of the chain that is being walked, as far as there is room; of what is alive, all below `end` is seen. */
  #fillFromChain(end: number, relationships: Int32Array, others: Int32Array, from: number): number {
    const { length } = relationships;
    const { records, nextOut, nextIn } = this.#relationships;
    const next = this.#outgoing ? nextOut : nextIn;
    const far = this.#outgoing ? TARGET : SOURCE;
    // a self-loop was given among the outgoing ones
    const left = this.#both && !this.#outgoing ? this.#node : NONE;
    let filled = from;
    let id = this.#atStart ? this.#side.first(this.#group) : next[this.relationship]!;
    while (id !== NONE && filled < length) {
      const at = id * STRIDE;
      const other = records[at + far]!;
      if (id < end && other !== left && records[at + STATE] === ALIVE) {
        relationships[filled] = id;
        others[filled] = other;
        filled += 1;
      }
      id = next[id]!;
    }
    if (filled > from) {
      this.relationship = relationships[filled - 1]!;
      this.other = others[filled - 1]!;
      this.#atStart = false;
    }
    return filled;
  }

  /** The group, or the first after it that is of a wanted type. */
  #wanted(from: Group): Group {
    if (this.#types === null) return from;
    let group = from;
    while (group !== NONE && !this.#types.includes(this.#side.type(group)))
      group = this.#side.nextGroup(group);
    return group;
  }

  #successor(id: RelationshipId): RelationshipId {
    return (this.#outgoing ? this.#relationships.nextOut : this.#relationships.nextIn)[id]!;
  }

  #gives(id: RelationshipId): boolean {
    if (!this.#view.hasRelationship(id)) return false;
    const relationships = this.#relationships;
    const other = this.#outgoing ? relationships.target(id) : relationships.source(id);
    // a self-loop was given among the outgoing ones
    if (this.#both && !this.#outgoing && other === this.#node) return false;
    this.relationship = id;
    this.other = other;
    return true;
  }
}
