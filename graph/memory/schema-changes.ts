/** Which schema changes Neo4j refuses, with its codes and words; and the names it gives. */
import { CypherError } from '../errors.ts';
import type { GqlCondition } from '../gql-status.ts';
import type { ConstraintDefinition, Entity, IndexDefinition } from './graph.ts';
import type { Schema } from './schema.ts';

const schemaError = (code: string, message: string, gql: GqlCondition): CypherError =>
  new CypherError(`Neo.ClientError.Schema.${code}`, message, { gql });

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  sameList([...a].toSorted(), [...b].toSorted());

/** `(:Actor {id})`, `()-[:URGED {id}]-()`. */
function pattern(entity: Entity, labelsOrTypes: readonly string[], properties: readonly string[]): string {
  const inner = `:${labelsOrTypes.join('|')} {${properties.join(', ')}}`;
  return entity === 'node' ? `(${inner})` : `()-[${inner}]-()`;
}

export function printIndex(index: IndexDefinition): string {
  const type = index.kind.toUpperCase();
  return `Index( name='${index.name}', type='${type}', schema=${pattern(index.entity, index.labelsOrTypes, index.properties)} )`;
}

const CONSTRAINT_TYPE: Record<ConstraintDefinition['kind'], string> = {
  unique: 'UNIQUENESS',
  key: 'KEY',
  exists: 'PROPERTY EXISTENCE',
  typed: 'PROPERTY TYPE',
};

export function printConstraint(constraint: ConstraintDefinition): string {
  const { entity, kind, labelOrType, name, properties } = constraint;
  const prefix = kind === 'unique' && entity === 'node' ? '' : `${entity.toUpperCase()} `;
  return `Constraint( name='${name}', type='${prefix}${CONSTRAINT_TYPE[kind]}', schema=${pattern(entity, [labelOrType], properties)} )`;
}

/**
 * A name for what was given none: `index_` or `constraint_` and eight hexadecimal digits of what it is over, so that
 * the same definition has the same name in every store.
 */
export function generatedName(kind: 'index' | 'constraint', definition: object): string {
  // FNV-1a, 32 bits
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify({ ...definition, name: undefined })) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return `${kind}_${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** @throws CypherError the name or the same index is there already */
export function checkNewIndex(schema: Schema, index: IndexDefinition): void {
  const equal = schema.indexDefinitions.find(
    (other) =>
      other.kind === index.kind &&
      other.entity === index.entity &&
      (index.kind === 'fulltext'
        ? sameSet(other.labelsOrTypes, index.labelsOrTypes) && sameSet(other.properties, index.properties)
        : sameList(other.labelsOrTypes, index.labelsOrTypes) && sameList(other.properties, index.properties)),
  );
  if (equal !== undefined) {
    if (equal.constraint !== null) {
      throw schemaError(
        'ConstraintAlreadyExists',
        `There is a uniqueness constraint on ${pattern(equal.entity, equal.labelsOrTypes, equal.properties)}, so an index is already created that matches this.`,
        ['22N74', '22N70'],
      );
    }
    if (equal.name !== index.name) {
      const over = pattern(equal.entity, equal.labelsOrTypes, equal.properties);
      throw schemaError('IndexAlreadyExists', `There already exists an index ${over}.`, '22N70');
    }
    throw schemaError(
      'EquivalentSchemaRuleAlreadyExists',
      `An equivalent index already exists, '${printIndex(equal)}'.`,
      '22N70',
    );
  }
  checkName(schema, index.name);
}

function checkName(schema: Schema, name: string): void {
  // an owned index has its constraint's name, which is the one to tell
  if (schema.constraintDefinitions.some((constraint) => constraint.name === name)) {
    throw schemaError(
      'ConstraintWithNameAlreadyExists',
      `There already exists a constraint called '${name}'.`,
      '22N67',
    );
  }
  if (schema.index(name) !== undefined) {
    throw schemaError(
      'IndexWithNameAlreadyExists',
      `There already exists an index called '${name}'.`,
      '22N71',
    );
  }
}

/** @throws CypherError the name, the same constraint or an index where its own has to be is there already */
export function checkNewConstraint(schema: Schema, constraint: ConstraintDefinition): void {
  const { entity, kind, labelOrType, properties } = constraint;
  const over = schema.constraintDefinitions.filter(
    (other) =>
      other.entity === entity && other.labelOrType === labelOrType && sameList(other.properties, properties),
  );
  const equal = over.find((other) => other.kind === kind && other.type === constraint.type);
  if (equal?.name === constraint.name) {
    throw schemaError(
      'EquivalentSchemaRuleAlreadyExists',
      `An equivalent constraint already exists, '${printConstraint(equal)}'.`,
      '22N65',
    );
  }
  const isIndexed = kind === 'unique' || kind === 'key';
  const conflicting = over.find(
    (other) =>
      other === equal ||
      (isIndexed && (other.kind === 'unique' || other.kind === 'key')) ||
      (kind === 'typed' && other.kind === 'typed'),
  );
  if (conflicting !== undefined) {
    throw schemaError(
      'ConstraintAlreadyExists',
      `Constraint already exists: ${printConstraint(conflicting)}`,
      '22N65',
    );
  }
  const index = schema.indexDefinitions.find(
    (other) =>
      other.kind === 'range' &&
      other.entity === entity &&
      sameList(other.labelsOrTypes, [labelOrType]) &&
      sameList(other.properties, properties),
  );
  if (isIndexed && index !== undefined) {
    throw schemaError(
      'IndexAlreadyExists',
      `There already exists an index ${pattern(entity, [labelOrType], properties)}. A constraint cannot be created until the index has been dropped.`,
      '22N73',
    );
  }
  checkName(schema, constraint.name);
}

/** @throws CypherError there is none of this name, or a constraint owns it */
export function checkDropIndex(schema: Schema, name: string): void {
  const index = schema.index(name);
  if (index === undefined) {
    throw new CypherError(
      'Neo.DatabaseError.Schema.IndexDropFailed',
      `Unable to drop index called \`${name}\`. There is no such index.`,
      { gql: ['50N10', '22N69'] },
    );
  }
  if (index.definition.constraint !== null) {
    throw new CypherError(
      'Neo.DatabaseError.Schema.IndexDropFailed',
      `Unable to drop index: Index belongs to constraint: \`${index.definition.constraint}\``,
      { gql: ['50N10', '22NBC'] },
    );
  }
}

/** @throws CypherError there is none of this name */
export function checkDropConstraint(schema: Schema, name: string): void {
  if (schema.constraintDefinitions.some((constraint) => constraint.name === name)) return;
  throw new CypherError(
    'Neo.DatabaseError.Schema.ConstraintDropFailed',
    `Unable to drop constraint \`${name}\`: No such constraint \`${name}\`.`,
    { gql: ['50N12', '22N64'] },
  );
}
