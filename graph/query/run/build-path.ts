import type { NodeId, Reader, RelationshipId } from '../../memory/graph.ts';
import { NodeRef, PathRef, RelationshipRef, type Row, type RunValue } from '../runtime.ts';
import { at, eachRow, extend, type About, type Operator } from './operator.ts';

/** The path that begins at a node and goes along the given slots: relationships, or lists of them. Null where a part is null. */
export function pathOf(tx: Reader, row: Row, start: number, parts: readonly number[]): PathRef | null {
  const first = at(row, start);
  if (!(first instanceof NodeRef)) return null;
  const nodes: NodeId[] = [first.id];
  const relationships: RelationshipId[] = [];
  let here = first.id;
  const walk = (value: RunValue): boolean => {
    if (value instanceof RelationshipRef) {
      const from = tx.sourceOf(value.id);
      here = from === here ? tx.targetOf(value.id) : from;
      relationships.push(value.id);
      nodes.push(here);
      return true;
    }
    return Array.isArray(value) && (value as RunValue[]).every(walk);
  };
  return parts.every((slot) => walk(at(row, slot))) ? new PathRef(nodes, relationships) : null;
}

export function buildPath(
  about: About,
  source: Operator,
  slot: number,
  start: number,
  parts: readonly number[],
): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        out.push(extend(row, slot, pathOf(context.tx, row, start, parts)));
      }),
  };
}
