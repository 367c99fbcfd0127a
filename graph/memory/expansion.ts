import type { Direction, Expansion, NodeId, Reader, RelationshipId, TypeId } from './graph.ts';
import type { Relationships } from './relationships.ts';

const NONE = -1;

/** Walks the chains of a node, leaving out what the view does not see. */
export class ChainExpansion implements Expansion {
  relationship: RelationshipId = NONE;
  other: NodeId = NONE;
  readonly #view: Pick<Reader, 'hasRelationship'>;
  readonly #relationships: Relationships;
  #node: NodeId = NONE;
  #types: readonly TypeId[] | null = null;
  #outgoing = false;
  /** Nothing was given yet of the chain being walked. */
  #atStart = true;
  #incomingFollows = false;
  #both = false;
  #ended = true;

  constructor(view: Pick<Reader, 'hasRelationship'>, relationships: Relationships) {
    this.#view = view;
    this.#relationships = relationships;
  }

  start(node: NodeId, direction: Direction, types: readonly TypeId[] | null): void {
    this.#node = node;
    this.#types = types;
    this.#both = direction === 'both';
    this.#incomingFollows = this.#both;
    this.#outgoing = direction !== 'in';
    this.#atStart = true;
    this.#ended = false;
    this.relationship = NONE;
    this.other = NONE;
  }

  next(): boolean {
    if (this.#ended) return false;
    // The walk rests on a relationship that the view sees, and goes on from there: that one cannot leave its
    // chain while the view lasts, its successor can.
    let id = this.#atStart ? this.#first() : this.#successor(this.relationship);
    this.#atStart = false;
    for (;;) {
      while (id !== NONE) {
        if (this.#gives(id)) return true;
        id = this.#successor(id);
      }
      if (!this.#incomingFollows) {
        this.#ended = true;
        return false;
      }
      this.#incomingFollows = false;
      this.#outgoing = false;
      id = this.#first();
    }
  }

  #first(): RelationshipId {
    return this.#outgoing
      ? this.#relationships.firstOut(this.#node)
      : this.#relationships.firstIn(this.#node);
  }

  #successor(id: RelationshipId): RelationshipId {
    return this.#outgoing ? this.#relationships.nextOut(id) : this.#relationships.nextIn(id);
  }

  #gives(id: RelationshipId): boolean {
    const relationships = this.#relationships;
    if (this.#types !== null && !this.#types.includes(relationships.type(id))) return false;
    if (!this.#view.hasRelationship(id)) return false;
    const other = this.#outgoing ? relationships.target(id) : relationships.source(id);
    // a self-loop was given among the outgoing ones
    if (this.#both && !this.#outgoing && other === this.#node) return false;
    this.relationship = id;
    this.other = other;
    return true;
  }
}
