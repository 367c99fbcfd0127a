import { CypherError } from '../../errors.ts';
import { NodeRef, PathRef, RelationshipRef, type Evaluate, type RunValue } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { update } from './update.ts';
import type { About, Operator } from './operator.ts';

/** DELETE: null is nothing to do; what is deleted already stays deleted. A node's relationships are checked at the transaction's end. */
export function deleteElements(
  about: About,
  source: Operator,
  values: readonly Evaluate[],
  detach: boolean,
): Operator {
  return update(
    about,
    source,
    values.map((value) => (row, context) => {
      deleteValue(context, value(row, context), detach);
    }),
  );
}

function deleteValue(context: RunContext, value: RunValue, detach: boolean): void {
  if (value === null) return;
  if (value instanceof NodeRef) deleteNode(context, value.id, detach);
  else if (value instanceof RelationshipRef) deleteRelationship(context, value.id);
  else if (value instanceof PathRef) {
    for (const relationship of value.relationships) deleteRelationship(context, relationship);
    for (const node of value.nodes) deleteNode(context, node, detach);
  } else {
    throw new CypherError(
      'Neo.ClientError.Statement.TypeError',
      'Type mismatch: expected a node, a relationship or a path to delete.',
    );
  }
}

function deleteRelationship(context: RunContext, relationship: number): void {
  const writer = context.writing();
  if (!writer.hasRelationship(relationship)) return;
  writer.deleteRelationship(relationship);
  context.counters.relationshipsDeleted += 1;
}

function deleteNode(context: RunContext, node: number, detach: boolean): void {
  const writer = context.writing();
  if (!writer.hasNode(node)) return;
  if (detach) {
    const walk = writer.expansion();
    walk.start(node, 'both', null);
    const relationships: number[] = [];
    while (walk.next()) relationships.push(walk.relationship);
    for (const relationship of relationships) {
      context.tick();
      deleteRelationship(context, relationship);
    }
  }
  writer.deleteNode(node);
  context.counters.nodesDeleted += 1;
}
