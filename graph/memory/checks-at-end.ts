import { CypherError } from '../errors.ts';
import type { Changes } from './change-set.ts';
import { BROKEN, VALIDATION_FAILED, isCheckedAtEnd, violation } from './constraints.ts';
import type { Entity, Reader } from './graph.ts';
import type { Schema } from './schema.ts';

/**
 * What can only be told when a transaction ends.
 *
 * @throws CypherError a deleted node still has relationships, something lacks what a constraint asks of it
 */
export function checkAtEnd(reader: Reader, schema: Schema, changes: Changes): void {
  const expansion = reader.expansion();
  for (const node of changes.deletedNodes) {
    expansion.start(node, 'both', null);
    if (expansion.next()) {
      throw new CypherError(
        VALIDATION_FAILED,
        `Cannot delete node<${node}>, because it still has relationships. To delete this node, you must first delete its relationships.`,
        { gql: 'G1001' },
      );
    }
  }
  checkConstraints(reader, schema, 'node', changes.changedNodes);
  checkConstraints(reader, schema, 'relationship', changes.changedRelationships);
}

function checkConstraints(reader: Reader, schema: Schema, entity: Entity, ids: readonly number[]): void {
  const constraints = schema
    .constraintsOn(entity)
    .filter((constraint) => isCheckedAtEnd(constraint.definition));
  if (constraints.length === 0) return;
  for (const id of ids) {
    for (const constraint of constraints) {
      const broken = violation(reader, constraint, id);
      if (broken !== null) {
        throw new CypherError(VALIDATION_FAILED, broken, { gql: BROKEN[constraint.definition.kind] });
      }
    }
  }
}
