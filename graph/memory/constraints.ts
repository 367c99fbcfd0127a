import { CypherError } from '../errors.ts';
import type { Value } from '../model.ts';
import type { ConstraintDefinition, Entity, IndexDefinition, Reader } from './graph.ts';
import { matchesType, typeOfStored } from './property-types.ts';
import type { ConstraintState } from './schema.ts';

export const VALIDATION_FAILED = 'Neo.ClientError.Schema.ConstraintValidationFailed';

/** The GQLSTATUS that says which kind of constraint is broken. */
export const BROKEN = { unique: '22N79', key: '22N77', exists: '22N77', typed: '22N78' } as const;

const ENTITY_WORD: Record<Entity, string> = { node: 'Node', relationship: 'Relationship' };
const TOKEN_WORD: Record<Entity, string> = { node: 'label', relationship: 'type' };

/** A value as Neo4j writes it into messages. */
function print(value: Value): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

const listed = (properties: readonly string[]): string => properties.map((p) => `\`${p}\``).join(', ');

function valuesText(properties: readonly string[], values: readonly Value[]): string {
  const word = properties.length === 1 ? 'property' : 'properties';
  return `${word} ${properties.map((p, i) => `\`${p}\` = ${print(values[i] ?? null)}`).join(', ')}`;
}

/** Another one with the same values is there already. */
export function alreadyExists(index: IndexDefinition, id: number, values: readonly Value[]): CypherError {
  const { entity, labelsOrTypes, properties } = index;
  return new CypherError(
    VALIDATION_FAILED,
    `${ENTITY_WORD[entity]}(${id}) already exists with ${TOKEN_WORD[entity]} \`${labelsOrTypes[0]}\` and ${valuesText(properties, values)}`,
    { gql: ['22N79', '22N80'] },
  );
}

/** Existing data is not unique. */
export function bothHave(
  index: IndexDefinition,
  first: number,
  second: number,
  values: readonly Value[],
): string {
  const { entity, labelsOrTypes, properties } = index;
  const word = ENTITY_WORD[entity];
  return `Both ${word}(${first}) and ${word}(${second}) have the ${TOKEN_WORD[entity]} \`${labelsOrTypes[0]}\` and ${valuesText(properties, values)}`;
}

/** What breaks an existence, key or type constraint in one node or relationship; null where nothing does. */
export function violation(reader: Reader, constraint: ConstraintState, id: number): string | null {
  const { definition, keys, token } = constraint;
  const isNode = definition.entity === 'node';
  if (isNode ? !reader.hasLabel(id, token) : reader.typeOf(id) !== token) return null;
  const values = keys.map((key) =>
    isNode ? reader.nodeProperty(id, key) : reader.relationshipProperty(id, key),
  );
  const subject = `${ENTITY_WORD[definition.entity]}(${id}) with ${TOKEN_WORD[definition.entity]} \`${definition.labelOrType}\``;
  if (definition.kind === 'exists' || definition.kind === 'key') {
    if (!values.includes(null)) return null;
    return definition.properties.length === 1
      ? `${subject} must have the property ${listed(definition.properties)}`
      : `${subject} must have the properties (${listed(definition.properties)})`;
  }
  if (definition.kind === 'typed') {
    const [value = null] = values;
    if (value === null || matchesType(value, definition.type ?? 'ANY')) return null;
    return `${subject} required the property ${listed(definition.properties)} to be of type \`${definition.type}\`, but was of type \`${typeOfStored(value)}\`.`;
  }
  return null;
}

/** Whether a constraint has to be looked at when a transaction ends; uniqueness is kept by its index at once. */
export const isCheckedAtEnd = (definition: ConstraintDefinition): boolean => definition.kind !== 'unique';
