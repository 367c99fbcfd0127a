import { truth } from '../expressions/logic.ts';
import type { Expansion } from '../../memory/graph.ts';
import { NodeRef, RelationshipRef, type Evaluate, type Row } from '../runtime.ts';
import { hasWalked, type Step } from './expand.ts';
import { BATCH, type About, type Batch, type Operator } from './operator.ts';
import { typeIds } from './type-ids.ts';

/** A step repeated: `-[rs:R*1..3]->`, `-[rs:R]->+`. The slot `relationship` takes the list. */
export interface Walk extends Step {
  readonly min: number;
  /** Null: unbounded. */
  readonly max: number | null;
  /** The far end is known already and must be reached. */
  readonly into: boolean;
  /** The walk begins at the pattern's right end, so that the list is given the other way round. */
  readonly reversed: boolean;
  /** A relationship may be walked again: `MATCH REPEATABLE ELEMENTS`. */
  readonly repeatable: boolean;
  /** No node is come to twice: `ACYCLIC`. */
  readonly acyclic: boolean;
  /** What each relationship must satisfy, seen in this slot. */
  readonly each: { readonly slot: number; readonly predicates: readonly Evaluate[] } | null;
}

/**
 * Every walk, depth first; none uses a relationship twice unless it may. The depth is the data's, so the stack is ours and not JavaScript's.
 */
export function varExpand(about: About, source: Operator, walk: Walk): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        // not before: what the source did may have brought the type
        const { tx } = context;
        const types = typeIds(tx, walk.types);
        const most = types?.length === 0 ? 0 : (walk.max ?? Infinity);
        if (walk.min > most) continue;
        const levels: Expansion[] = [];
        const level = (depth: number): Expansion => (levels[depth] ??= tx.expansion());
        let out: Batch = [];
        for (const row of batch) {
          context.tick();
          const from = row[walk.from];
          if (!(from instanceof NodeRef)) continue;
          const goal = walk.into ? row[walk.to] : null;
          if (walk.into && !(goal instanceof NodeRef)) continue;

          const path: RelationshipRef[] = [];
          const used = new Set<number>();
          const come = [from.id];
          const give = (node: number): void => {
            if (path.length < walk.min) return;
            if (goal instanceof NodeRef && goal.id !== node) return;
            const next = row.slice();
            next[walk.relationship] = walk.reversed ? path.toReversed() : path.slice();
            if (!walk.into) next[walk.to] = new NodeRef(node);
            out.push(next);
          };
          give(from.id);
          if (most > 0) level(0).start(from.id, walk.direction, types);
          for (let depth = most > 0 ? 0 : -1; depth >= 0;) {
            context.tick();
            if (context.pause) yield null;
            if (out.length >= BATCH) {
              yield out;
              out = [];
            }
            const here = level(depth);
            if (!here.next()) {
              depth -= 1;
              const last = path.pop();
              if (last !== undefined) used.delete(last.id);
              continue;
            }
            context.profile?.hit();
            const { relationship, other } = here;
            if ((used.has(relationship) && !walk.repeatable) || hasWalked(row, walk.walked, relationship))
              continue;
            if (walk.acyclic) {
              come.length = path.length + 1;
              if (come.includes(other)) continue;
              come.push(other);
            }
            const ref = new RelationshipRef(relationship);
            if (walk.each !== null) {
              const seen = row.slice();
              seen[walk.each.slot] = ref;
              if (!walk.each.predicates.every((predicate) => truth(predicate(seen, context)) === true))
                continue;
            }
            path.push(ref);
            used.add(relationship);
            give(other);
            if (path.length < most) {
              depth += 1;
              level(depth).start(other, walk.direction, types);
            } else {
              path.pop();
              used.delete(relationship);
            }
          }
        }
        if (out.length > 0) yield out;
      }
    },
  };
}

/** Walks along a list of relationships that is already known: `MATCH (a)-[rs*]->(b)` where `rs` came from before. */
export function walkAlong(about: About, source: Operator, walk: Omit<Walk, 'each'>): Operator {
  const next = (row: Row, tx: Parameters<typeof typeIds>[0], from: number): number | null => {
    const list = row[walk.relationship];
    if (!Array.isArray(list)) return null;
    const types = typeIds(tx, walk.types);
    if (list.length < walk.min || list.length > (walk.max ?? Infinity)) return null;
    let node = from;
    for (const item of walk.reversed ? list.toReversed() : list) {
      if (!(item instanceof RelationshipRef)) return null;
      if (types !== null && !types.includes(tx.typeOf(item.id))) return null;
      if (hasWalked(row, walk.walked, item.id)) return null;
      const start = tx.sourceOf(item.id);
      const end = tx.targetOf(item.id);
      if (start === node && walk.direction !== 'in') node = end;
      else if (end === node && walk.direction !== 'out') node = start;
      else return null;
    }
    return node;
  };
  return {
    about,
    children: [source],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        const out: Batch = [];
        for (const row of batch) {
          context.tick();
          const from = row[walk.from];
          if (!(from instanceof NodeRef)) continue;
          const end = next(row, context.tx, from.id);
          if (end === null) continue;
          const known = row[walk.to];
          if (walk.into && !(known instanceof NodeRef && known.id === end)) continue;
          const given = row.slice();
          given[walk.to] = new NodeRef(end);
          out.push(given);
        }
        if (out.length > 0) yield out;
      }
    },
  };
}
