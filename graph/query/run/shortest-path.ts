import { truth } from '../expressions/logic.ts';
import { CypherError } from '../../errors.ts';
import type { Direction, NodeId, TypeId } from '../../memory/graph.ts';
import { NodeRef, PathRef, RelationshipRef, type Evaluate, type Row } from '../runtime.ts';
import { waysFromBothEnds, type Accept, type Way } from './both-ends.ts';
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

/** Walks without a repeated relationship, in order of length: what is left when the shortest need not be good enough. */
function* byLength(
  context: RunContext,
  from: NodeId,
  direction: Direction,
  types: readonly TypeId[] | null,
  max: number,
  accept: Accept | null,
): Generator<Way | null, void, void> {
  const walk = context.tx.expansion();
  let level: Way[] = [{ nodes: [from], relationships: [] }];
  for (let depth = 0; level.length > 0; depth += 1) {
    for (const found of level) yield found;
    if (depth >= max) return;
    const next: Way[] = [];
    let bytes = 0;
    for (const found of level) {
      walk.start(found.nodes[found.nodes.length - 1]!, direction, types);
      while (walk.next()) {
        context.tick();
        context.profile?.hit();
        if (found.relationships.includes(walk.relationship)) continue;
        if (accept !== null && !accept(walk.relationship)) continue;
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
          const take = (found: Way): boolean => {
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
            ? yield* waysFromBothEnds(context, {
                from: from.id,
                to: to.id,
                direction: options.direction,
                types,
                max,
                accept,
                one: !options.lengths,
              })
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

function accepts(context: RunContext, row: Row, each: ShortestPath['each']): Accept | null {
  if (each === null) return null;
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
