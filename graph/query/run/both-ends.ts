/** All shortest ways between two nodes, sought from both ends. */
import type { Direction, Expansion, NodeId, RelationshipId, TypeId } from '../../memory/graph.ts';
import { IntTable } from '../values/int-table.ts';
import type { RunContext } from './context.ts';

/** A way through a graph: one more node than relationships. */
export interface Way {
  readonly nodes: NodeId[];
  readonly relationships: RelationshipId[];
}

export type Accept = (relationship: RelationshipId) => boolean;

export interface Search {
  readonly from: NodeId;
  /** Another node. */
  readonly to: NodeId;
  readonly direction: Direction;
  readonly types: readonly TypeId[] | null;
  /** Most relationships in a way. */
  readonly max: number;
  /** Null: every relationship. */
  readonly accept: Accept | null;
  /** One way is enough, the first that is found. */
  readonly one: boolean;
}

const NONE = -1;
const STEPS = 1024;
// One record of three numbers a step back.
const STRIDE = 3;
const RELATIONSHIP = 0;
const NODE = 1;
const NEXT = 2;

/** What one side has reached: nodes numbered in the order in which they were, and the steps back from each. */
class Side {
  readonly direction: Direction;
  /** Levels that were reached. */
  depth = 0;
  /** The last level's first number. */
  first = 0;
  /** How many relationships the last level has to walk; null: not yet counted. */
  toWalk: number | null = null;
  readonly #nodes: IntTable;
  readonly #charge: (bytes: number) => void;
  /** By number, the newest step back from the node; -1 for the start. */
  #steps = new Int32Array(16).fill(NONE);
  #back = new Int32Array(STRIDE * 16);
  #backs = 0;
  readonly #one = new Int32Array(1);

  constructor(start: NodeId, direction: Direction, charge: (bytes: number) => void) {
    this.direction = direction;
    this.#charge = charge;
    this.#nodes = new IntTable(1, charge);
    this.#numberOf(start);
  }

  get size(): number {
    return this.#nodes.size;
  }

  #numberOf(node: NodeId): number {
    this.#one[0] = node;
    return this.#nodes.numberOf(this.#one);
  }

  node(number: number): NodeId {
    return this.#nodes.at(number);
  }

  /** The number of a node, -1 where it was not reached. */
  find(node: NodeId): number {
    this.#one[0] = node;
    return this.#nodes.find(this.#one);
  }

  /** Reaches a node; true where it is the first time. A node of the level that is being made may be reached on many ways. */
  reach(node: NodeId, relationship: RelationshipId, from: number, level: number): boolean {
    const before = this.#nodes.size;
    const number = this.#numberOf(node);
    if (number < level) return false;
    if (number >= this.#steps.length) this.#steps = this.#grown(this.#steps);
    if ((this.#backs + 1) * STRIDE > this.#back.length) this.#back = this.#grown(this.#back);
    const at = this.#backs * STRIDE;
    this.#back[at + RELATIONSHIP] = relationship;
    this.#back[at + NODE] = from;
    this.#back[at + NEXT] = this.#steps[number]!;
    this.#steps[number] = this.#backs;
    this.#backs += 1;
    return number === before;
  }

  #grown(array: Int32Array): Int32Array<ArrayBuffer> {
    this.#charge(array.byteLength);
    const grown = new Int32Array(array.length * 2).fill(NONE, array.length);
    grown.set(array);
    return grown;
  }

  /** Every way back from a node to where this side began, in the order in which they were found. */
  *ways(number: number): Generator<Way> {
    const node = this.node(number);
    const steps: number[] = [];
    for (let step = this.#steps[number]!; step !== NONE; step = this.#back[step * STRIDE + NEXT]!)
      steps.push(step * STRIDE);
    if (steps.length === 0) yield { nodes: [node], relationships: [] };
    for (const at of steps.toReversed()) {
      const relationship = this.#back[at + RELATIONSHIP]!;
      for (const way of this.ways(this.#back[at + NODE]!))
        yield { nodes: [node, ...way.nodes], relationships: [relationship, ...way.relationships] };
    }
  }
}

const reverse: Record<Direction, Direction> = { out: 'in', in: 'out', both: 'both' };

/** Level by level, always on from the side that has fewer relationships to walk. Yields null to give up the thread. */
export function* waysFromBothEnds(context: RunContext, search: Search): Generator<null, Iterable<Way>, void> {
  let charged = 0;
  const charge = (bytes: number): void => {
    charged += bytes;
    context.charge(bytes);
  };
  const left = new Side(search.from, search.direction, charge);
  const right = new Side(search.to, reverse[search.direction], charge);
  const level = new Level(context, search);
  try {
    while (left.depth + right.depth < search.max && left.first < left.size && right.first < right.size) {
      const [side, other] = level.isCheaper(left, right) ? [left, right] : [right, left];
      const meetings = yield* level.next(side, other);
      if (meetings.length > 0) return joined(left, right, meetings);
    }
    return [];
  } finally {
    context.charge(-charged);
  }
}

class Level {
  readonly #context: RunContext;
  readonly #search: Search;
  readonly #walk: Expansion;
  readonly #relationships = new Int32Array(STEPS);
  readonly #others = new Int32Array(STEPS);

  constructor(context: RunContext, search: Search) {
    this.#context = context;
    this.#search = search;
    this.#walk = context.tx.expansion();
  }

  /** Whether the first side has no more to walk than the second. */
  isCheaper(one: Side, other: Side): boolean {
    const [few, many] = [one.size - one.first, other.size - other.first];
    // far more nodes have more relationships
    if (few * 16 < many || many * 16 < few) return few <= many;
    return (one.toWalk ??= this.#toWalk(one)) <= (other.toWalk ??= this.#toWalk(other));
  }

  #toWalk(side: Side): number {
    const { tx } = this.#context;
    let sum = 0;
    for (let number = side.first; number < side.size; number += 1)
      sum += tx.degree(side.node(number), side.direction, this.#search.types);
    this.#context.tick(side.size - side.first);
    return sum;
  }

  /** One level more of a side; where it meets the other, in the order in which that was found. */
  *next(side: Side, other: Side): Generator<null, readonly NodeId[], void> {
    const context = this.#context;
    const { types, accept, one } = this.#search;
    const walk = this.#walk;
    const [first, end] = [side.first, side.size];
    const meetings: NodeId[] = [];
    for (let number = first; number < end; number += 1) {
      walk.start(side.node(number), side.direction, types);
      for (let filled = STEPS; filled === STEPS;) {
        filled = walk.fill(this.#relationships, this.#others, 0);
        context.tick(filled + 1);
        for (let i = 0; i < filled; i += 1) {
          const relationship = this.#relationships[i]!;
          const node = this.#others[i]!;
          context.profile?.hit();
          if (accept !== null && !accept(relationship)) continue;
          if (!side.reach(node, relationship, number, end) || other.find(node) < 0) continue;
          meetings.push(node);
          if (one) return meetings;
        }
        if (context.pause) yield null;
      }
    }
    side.first = end;
    side.toWalk = null;
    side.depth += 1;
    return meetings;
  }
}

function* joined(left: Side, right: Side, meetings: readonly NodeId[]): Generator<Way> {
  for (const meeting of meetings) {
    for (const first of left.ways(left.find(meeting))) {
      for (const second of right.ways(right.find(meeting))) {
        yield {
          nodes: [...first.nodes.toReversed(), ...second.nodes.slice(1)],
          relationships: [...first.relationships.toReversed(), ...second.relationships],
        };
      }
    }
  }
}
