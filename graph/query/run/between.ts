import type { Direction, Expansion, NodeId, Reader, RelationshipId, TypeId } from '../../memory/graph.ts';
import type { RunContext } from './context.ts';

const reverse: Record<Direction, Direction> = { out: 'in', in: 'out', both: 'both' };

/** Fewer relationships than these are walked again each time. */
const FEW = 8;
/** Most relationships that are remembered at once. */
const MOST_KEPT = 1_000_000;
const BYTES_KEPT = 32;

/** The relationships of a node by the node at their other end. */
type Neighbours = ReadonlyMap<NodeId, readonly RelationshipId[]>;

const NOTHING: readonly RelationshipId[] = [];

/**
 * Finds the relationships between two nodes by walking those of the end that has fewer. An end that is asked about again
 * is remembered with its neighbours, in a statement that cannot change them, so that asking whether the third side of
 * each of many triangles is there costs a look into a table.
 */
export class Between {
  readonly #context: RunContext;
  readonly #tx: Reader;
  readonly #walk: Expansion;
  readonly #direction: Direction;
  readonly #types: readonly TypeId[] | null;
  /** Null: walked once. By node, the two sides apart. */
  readonly #from = new Map<NodeId, Neighbours | null>();
  readonly #to = new Map<NodeId, Neighbours | null>();
  #kept = 0;

  /** @param direction as seen from where the first node is */
  constructor(context: RunContext, direction: Direction, types: readonly TypeId[] | null) {
    this.#context = context;
    this.#tx = context.tx;
    this.#walk = context.tx.expansion();
    this.#direction = direction;
    this.#types = types;
  }

  /** In no promised order; a self-loop once. */
  find(from: NodeId, to: NodeId): readonly RelationshipId[] {
    this.#context.tick();
    this.#context.profile?.hit();
    const starting = this.#from.get(from) ?? null;
    if (starting !== null) return starting.get(to) ?? NOTHING;
    const ending = this.#to.get(to) ?? null;
    if (ending !== null) return ending.get(from) ?? NOTHING;
    const back = reverse[this.#direction];
    const forth = this.#tx.degree(from, this.#direction, this.#types);
    if (forth === 0) return NOTHING;
    const returning = this.#tx.degree(to, back, this.#types);
    return forth <= returning
      ? this.#among(this.#from, from, this.#direction, forth, to)
      : this.#among(this.#to, to, back, returning, from);
  }

  #among(
    known: Map<NodeId, Neighbours | null>,
    node: NodeId,
    direction: Direction,
    degree: number,
    other: NodeId,
  ): readonly RelationshipId[] {
    if (degree > FEW && this.#context.writer === null) {
      if (known.has(node)) {
        const neighbours = this.#remember(node, direction, degree);
        known.set(node, neighbours);
        return neighbours.get(other) ?? NOTHING;
      }
      known.set(node, null);
    }
    const found: RelationshipId[] = [];
    const walk = this.#walk;
    walk.start(node, direction, this.#types);
    while (walk.next()) {
      this.#context.tick();
      this.#context.profile?.hit();
      if (walk.other === other) found.push(walk.relationship);
    }
    return found;
  }

  #remember(node: NodeId, direction: Direction, degree: number): Neighbours {
    if (this.#kept + degree > MOST_KEPT) {
      this.#context.charge(-this.#kept * BYTES_KEPT);
      this.#from.clear();
      this.#to.clear();
      this.#kept = 0;
    }
    const neighbours = new Map<NodeId, RelationshipId[]>();
    const walk = this.#walk;
    walk.start(node, direction, this.#types);
    while (walk.next()) {
      this.#context.tick();
      this.#context.profile?.hit();
      const known = neighbours.get(walk.other);
      if (known === undefined) neighbours.set(walk.other, [walk.relationship]);
      else known.push(walk.relationship);
    }
    this.#kept += degree;
    this.#context.charge(degree * BYTES_KEPT);
    return neighbours;
  }
}
