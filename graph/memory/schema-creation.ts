/** New indexes and constraints, over what is there already. */
import { CypherError } from '../errors.ts';
import type { Value } from '../model.ts';
import type { Columns } from './columns.ts';
import { BROKEN, bothHave, isCheckedAtEnd, violation } from './constraints.ts';
import type { ConstraintDefinition, IndexDefinition, Reader } from './graph.ts';
import { indexState } from './index/build.ts';
import { checkNewConstraint, checkNewIndex, generatedName, printConstraint } from './schema-changes.ts';
import type { ConstraintState, IndexState, Schema } from './schema.ts';
import { equals } from './values.ts';

/** @throws CypherError an equal or equally named one exists */
export function withNewIndex(schema: Schema, columns: Columns, definition: IndexDefinition): Schema {
  const named =
    definition.name === '' ? { ...definition, name: generatedName('index', definition) } : definition;
  checkNewIndex(schema, named);
  return schema.withIndex(indexState(columns, named));
}

/**
 * @param reader what the writer sees
 * @throws CypherError an equal or equally named one exists; existing data breaks it
 */
export function withNewConstraint(
  schema: Schema,
  columns: Columns,
  reader: Reader,
  definition: ConstraintDefinition,
): Schema {
  const named =
    definition.name === '' ? { ...definition, name: generatedName('constraint', definition) } : definition;
  checkNewConstraint(schema, named);
  const tokens = named.entity === 'node' ? columns.labels : columns.types;
  const constraint: ConstraintState = {
    definition: named,
    token: tokens.ensure(named.labelOrType),
    keys: named.properties.map((property) => columns.keys.ensure(property)),
  };
  const changed = schema.withConstraint(constraint);
  const index = named.kind === 'unique' || named.kind === 'key' ? uniqueIndex(columns, named) : null;
  if (isCheckedAtEnd(named)) checkAll(reader, constraint);
  return index === null ? changed : changed.withIndex(index);
}

/** The index that keeps the constraint. */
function uniqueIndex(columns: Columns, constraint: ConstraintDefinition): IndexState {
  const index = indexState(columns, {
    name: constraint.name,
    kind: 'range',
    entity: constraint.entity,
    labelsOrTypes: [constraint.labelOrType],
    properties: constraint.properties,
    constraint: constraint.name,
  });
  for (const key of index.property?.sharedKeys() ?? []) {
    const ids = index.property?.candidates(key) ?? [];
    for (const [i, first] of ids.entries()) {
      const values = columns.indexedValues(index, first);
      const second = ids
        .slice(i + 1)
        .find((other) => compositeEquals(values, columns.indexedValues(index, other)));
      if (second === undefined) continue;
      throw creationFailed(constraint, bothHave(index.definition, first, second, values));
    }
  }
  return index;
}

function checkAll(reader: Reader, constraint: ConstraintState): void {
  const ids = new Int32Array(1024);
  const fill = (after: number): number =>
    constraint.definition.entity === 'node'
      ? reader.nodesWithLabelAfter(constraint.token, after, ids)
      : reader.relationshipsOfTypeAfter(constraint.token, after, ids);
  for (let filled = fill(-1); filled > 0; filled = fill(ids[filled - 1]!)) {
    for (let i = 0; i < filled; i++) {
      const broken = violation(reader, constraint, ids[i]!);
      if (broken !== null) throw creationFailed(constraint.definition, broken);
    }
  }
}

function creationFailed(constraint: ConstraintDefinition, why: string): CypherError {
  return new CypherError(
    'Neo.DatabaseError.Schema.ConstraintCreationFailed',
    `Unable to create ${printConstraint(constraint)}: ${why}`,
    { gql: ['50N11', BROKEN[constraint.kind]] },
  );
}

function compositeEquals(a: readonly Value[], b: readonly Value[]): boolean {
  return a.every((value, i) => equals(value, b[i] ?? null));
}
