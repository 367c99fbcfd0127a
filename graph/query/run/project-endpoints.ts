import { NodeRef, RelationshipRef } from '../runtime.ts';
import { hasWalked, type Step } from './expand.ts';
import { eachRow, type About, type Operator } from './operator.ts';
import { typeIds } from './type-ids.ts';

/**
 * The ends of a relationship that is already known (`MATCH (a)-[r]->(b)` where `r` came from before); an end that is
 * known too must be the same node. Undirected, each way round is a row.
 */
export function projectEndpoints(
  about: About,
  source: Operator,
  step: Step,
  bound: { readonly from: boolean; readonly to: boolean },
): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        const { tx } = context;
        const types = typeIds(tx, step.types);
        const relationship = row[step.relationship];
        if (!(relationship instanceof RelationshipRef)) return;
        if (types !== null && !types.includes(tx.typeOf(relationship.id))) return;
        if (hasWalked(row, step.walked, relationship.id)) return;
        const start = tx.sourceOf(relationship.id);
        const end = tx.targetOf(relationship.id);
        const give = (from: number, to: number): void => {
          const knownFrom = row[step.from];
          const knownTo = row[step.to];
          if (bound.from && !(knownFrom instanceof NodeRef && knownFrom.id === from)) return;
          if (bound.to && !(knownTo instanceof NodeRef && knownTo.id === to)) return;
          // `(a)-[r]-(a)`: both ends are one variable
          if (step.from === step.to && from !== to) return;
          const next = row.slice();
          next[step.from] = new NodeRef(from);
          next[step.to] = new NodeRef(to);
          out.push(next);
        };
        if (step.direction !== 'in') give(start, end);
        if (step.direction === 'in' || (step.direction === 'both' && start !== end)) give(end, start);
      }),
  };
}
