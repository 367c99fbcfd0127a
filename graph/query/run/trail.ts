import { NodeRef, RelationshipRef, type Row, type RunValue } from '../runtime.ts';
import { BATCH, at, type About, type Batch, type Operator, type Rows } from './operator.ts';

/** A quantified path pattern, `((a)-[r]->(b) WHERE …){1,3}`: the inner pattern, walked again and again. */
export interface Trail {
  readonly from: number;
  readonly to: number;
  readonly into: boolean;
  readonly min: number;
  readonly max: number | null;
  /** The walk begins at the pattern's right end; lists are given the other way round. */
  readonly reversed: boolean;
  /** Slots of the inner pattern: where a repetition begins and ends as it is walked, and its relationships as they are written. */
  readonly inner: { readonly from: number; readonly to: number; readonly relationships: readonly number[] };
  /** Inner variables and the lists that they are outside. */
  readonly groups: readonly { readonly inner: number; readonly list: number }[];
  /** Takes all relationships of the walk so far: the inner pattern sees it and walks none of them again. */
  readonly walked: number;
}

interface Repetition {
  readonly before: Repetition | null;
  readonly row: Row | null;
  readonly node: number;
  readonly depth: number;
  readonly relationships: readonly RelationshipRef[];
}

function flatten(value: RunValue): readonly RelationshipRef[] {
  if (value instanceof RelationshipRef) return [value];
  return Array.isArray(value) ? (value as RunValue[]).flatMap(flatten) : [];
}

/** Every way to walk the inner pattern `min` to `max` times that uses no relationship twice, depth first. */
export function trail(about: About, source: Operator, inner: Operator, options: Trail): Operator {
  const most = options.max ?? Infinity;
  return {
    about,
    children: [source, inner],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        let out: Batch = [];
        for (const row of batch) {
          const from = row[options.from];
          const goal = options.into ? row[options.to] : null;
          if (!(from instanceof NodeRef) || (options.into && !(goal instanceof NodeRef))) continue;

          const give = (last: Repetition): void => {
            if (last.depth < options.min || (goal instanceof NodeRef && goal.id !== last.node)) return;
            const rows: Row[] = [];
            for (let each: Repetition | null = last; each !== null; each = each.before) {
              if (each.row !== null) rows.push(each.row);
            }
            if (!options.reversed) rows.reverse();
            const next = row.slice();
            for (const group of options.groups) next[group.list] = rows.map((each) => at(each, group.inner));
            next[options.walked] = rows.flatMap((each) =>
              options.inner.relationships.flatMap((slot) => flatten(at(each, slot))),
            );
            if (!options.into) next[options.to] = new NodeRef(last.node);
            out.push(next);
          };
          const again = (last: Repetition): Rows => {
            const start = row.slice();
            start[options.inner.from] = new NodeRef(last.node);
            start[options.walked] = last.relationships;
            return context.open(inner, [start]);
          };

          const first: Repetition = { before: null, row: null, node: from.id, depth: 0, relationships: [] };
          give(first);
          const stack: { readonly at: Repetition; readonly rows: Rows; batch: Batch; next: number }[] = [];
          if (most > 0) stack.push({ at: first, rows: again(first), batch: [], next: 0 });
          while (stack.length > 0) {
            context.tick();
            if (context.pause) yield null;
            if (out.length >= BATCH) {
              yield out;
              out = [];
            }
            const top = stack[stack.length - 1]!;
            const found = top.batch[top.next];
            if (found === undefined) {
              const more = top.rows.next();
              if (more.done === true) stack.pop();
              else if (more.value === null) yield null;
              else {
                top.batch = more.value;
                top.next = 0;
              }
              continue;
            }
            top.next += 1;
            const end = found[options.inner.to];
            if (!(end instanceof NodeRef)) continue;
            const reached: Repetition = {
              before: top.at,
              row: found,
              node: end.id,
              depth: top.at.depth + 1,
              relationships: [
                ...top.at.relationships,
                ...options.inner.relationships.flatMap((slot) => flatten(at(found, slot))),
              ],
            };
            give(reached);
            if (reached.depth < most) stack.push({ at: reached, rows: again(reached), batch: [], next: 0 });
          }
        }
        if (out.length > 0) yield out;
      }
    },
  };
}
