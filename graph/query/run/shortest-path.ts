import { truth } from '../expressions/logic.ts';
import { CypherError } from '../../errors.ts';
import type { Direction, NodeId, RelationshipId, TypeId } from '../../memory/graph.ts';
import { NodeRef, PathRef, RelationshipRef, type Evaluate, type Row } from '../runtime.ts';
import type { RunContext } from './context.ts';
import type { Step } from './expand.ts';
import { BATCH, type About, type Batch, type Operator } from './operator.ts';
import { typeIds } from './type-ids.ts';

/** `shortestPath((a)-[*]->(b))` and its kin; both ends are known. The slot `relationship` takes the list. */
export interface ShortestPath extends Omit<Step, 'walked'> {
  readonly min: number;
  readonly max: number | null;
  /** How many paths between the two ends, shortest first; `lengths` counts lengths instead (`ALL SHORTEST` is 1). */
  readonly count: number;
  readonly lengths: boolean;
  readonly each: { readonly slot: number; readonly predicates: readonly Evaluate[] } | null;
  /** What the found path must satisfy, in this slot; the shortest of those that do is given. */
  readonly path: { readonly slot: number; readonly predicates: readonly Evaluate[] } | null;
  /** GQL's words allow both ends to be one node; `shortestPath` refuses that, as Neo4j does. */
  readonly sameEnds: boolean;
}

interface Found {
  readonly nodes: NodeId[];
  readonly relationships: RelationshipId[];
}

type Accept = (relationship: RelationshipId) => boolean;

const BYTES_PER_VISIT = 96;

/** Which relationships lead, one step shorter, to each node that one side of the search has seen. */
class Side {
  readonly direction: Direction;
  readonly parents = new Map<NodeId, { readonly relationship: RelationshipId; readonly node: NodeId }[]>();
  frontier: NodeId[];
  depth = 0;

  constructor(start: NodeId, direction: Direction) {
    this.direction = direction;
    this.parents.set(start, []);
    this.frontier = [start];
  }

  /** Every way back from a node to where this side began. */
  *ways(node: NodeId): Generator<Found> {
    const parents = this.parents.get(node) ?? [];
    if (parents.length === 0) {
      yield { nodes: [node], relationships: [] };
      return;
    }
    for (const parent of parents) {
      for (const way of this.ways(parent.node)) {
        yield { nodes: [node, ...way.nodes], relationships: [parent.relationship, ...way.relationships] };
      }
    }
  }
}

/**
 * All shortest paths between two different nodes, by breadth-first search from both ends, always from the side whose
 * frontier is smaller. Yields null to give up the thread.
 */
function* bidirectional(
  context: RunContext,
  ends: { readonly from: NodeId; readonly to: NodeId },
  direction: Direction,
  types: readonly TypeId[] | null,
  max: number,
  accept: Accept,
): Generator<null, Iterable<Found>, void> {
  const back: Direction = direction === 'both' ? 'both' : direction === 'out' ? 'in' : 'out';
  const left = new Side(ends.from, direction);
  const right = new Side(ends.to, back);
  const walk = context.tx.expansion();
  let charged = 0;
  try {
    while (left.depth + right.depth < max && left.frontier.length > 0 && right.frontier.length > 0) {
      const side = left.frontier.length <= right.frontier.length ? left : right;
      const other = side === left ? right : left;
      const reached = new Map<NodeId, { relationship: RelationshipId; node: NodeId }[]>();
      for (const node of side.frontier) {
        walk.start(node, side.direction, types);
        while (walk.next()) {
          context.tick();
          context.profile?.hit();
          if (side.parents.has(walk.other) || !accept(walk.relationship)) continue;
          const parent = { relationship: walk.relationship, node };
          const parents = reached.get(walk.other);
          if (parents === undefined) reached.set(walk.other, [parent]);
          else parents.push(parent);
        }
        if (context.pause) yield null;
      }
      context.charge(reached.size * BYTES_PER_VISIT);
      charged += reached.size * BYTES_PER_VISIT;
      for (const [node, parents] of reached) side.parents.set(node, parents);
      side.frontier = [...reached.keys()];
      side.depth += 1;
      const meetings = side.frontier.filter((node) => other.parents.has(node));
      if (meetings.length > 0) return joined(left, right, meetings);
    }
    return [];
  } finally {
    context.charge(-charged);
  }
}

function* joined(left: Side, right: Side, meetings: readonly NodeId[]): Generator<Found> {
  for (const meeting of meetings) {
    for (const first of left.ways(meeting)) {
      for (const second of right.ways(meeting)) {
        yield {
          nodes: [...first.nodes.toReversed(), ...second.nodes.slice(1)],
          relationships: [...first.relationships.toReversed(), ...second.relationships],
        };
      }
    }
  }
}

/** Walks without a repeated relationship, in order of length: what is left when the shortest need not be good enough. */
function* byLength(
  context: RunContext,
  from: NodeId,
  direction: Direction,
  types: readonly TypeId[] | null,
  max: number,
  accept: Accept,
): Generator<Found | null, void, void> {
  const walk = context.tx.expansion();
  let level: Found[] = [{ nodes: [from], relationships: [] }];
  for (let depth = 0; level.length > 0; depth += 1) {
    for (const found of level) yield found;
    if (depth >= max) return;
    const next: Found[] = [];
    let bytes = 0;
    for (const found of level) {
      walk.start(found.nodes[found.nodes.length - 1]!, direction, types);
      while (walk.next()) {
        context.tick();
        context.profile?.hit();
        if (found.relationships.includes(walk.relationship) || !accept(walk.relationship)) continue;
        next.push({
          nodes: [...found.nodes, walk.other],
          relationships: [...found.relationships, walk.relationship],
        });
        bytes += 64 + 16 * depth;
      }
      if (context.pause) yield null;
    }
    context.charge(bytes);
    level = next;
  }
}

export function shortestPath(about: About, source: Operator, options: ShortestPath): Operator {
  const max = options.max ?? Infinity;
  return {
    about,
    children: [source],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        const types = typeIds(context.tx, options.types);
        let out: Batch = [];
        for (const row of batch) {
          const from = row[options.from];
          const to = row[options.to];
          if (!(from instanceof NodeRef) || !(to instanceof NodeRef)) continue;
          if (from.id === to.id && options.min > 0 && !options.sameEnds) throw sameEnds();
          const accept = accepts(context, row, options.each);
          const given = new Set<number>();
          let count = 0;
          // false: enough
          const take = (found: Found): boolean => {
            if (found.relationships.length < options.min) return true;
            const length = found.relationships.length;
            if (options.lengths && !given.has(length) && given.size >= options.count) return false;
            const next = row.slice();
            next[options.relationship] = found.relationships.map((id) => new RelationshipRef(id));
            if (options.path !== null) {
              next[options.path.slot] = new PathRef(found.nodes, found.relationships);
              if (!options.path.predicates.every((predicate) => truth(predicate(next, context)) === true))
                return true;
            }
            given.add(length);
            count += 1;
            out.push(next);
            return options.lengths || count < options.count;
          };
          const shortestWillDo =
            options.count === 1 &&
            options.min <= 1 &&
            from.id !== to.id &&
            (options.path === null || options.path.predicates.length === 0);
          const found = shortestWillDo
            ? yield* bidirectional(
                context,
                { from: from.id, to: to.id },
                options.direction,
                types,
                max,
                accept,
              )
            : byLength(context, from.id, options.direction, types, max, accept);
          for (const each of found) {
            context.tick();
            if (each === null || context.pause) yield null;
            if (each === null || each.nodes[each.nodes.length - 1] !== to.id) continue;
            if (!take(each)) break;
            if (out.length >= BATCH) {
              yield out;
              out = [];
            }
          }
        }
        if (out.length > 0) yield out;
      }
    },
  };
}

function accepts(context: RunContext, row: Row, each: ShortestPath['each']): Accept {
  if (each === null) return () => true;
  return (relationship) => {
    const seen = row.slice();
    seen[each.slot] = new RelationshipRef(relationship);
    return each.predicates.every((predicate) => truth(predicate(seen, context)) === true);
  };
}

function sameEnds(): CypherError {
  return new CypherError(
    'Neo.DatabaseError.Statement.ExecutionFailed',
    'The shortest path algorithm does not work when the start and end nodes are the same. If you would rather not experience this exception, add a predicate that excludes them, e.g. WHERE a <> b.',
  );
}
