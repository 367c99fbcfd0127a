import { CypherError } from '../errors.ts';
import type { GqlCondition } from '../gql-status.ts';
import { Node, Path, Point, Relationship, isList, isMap, type Value } from '../model.ts';
import { DateTime, Duration, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../temporal.ts';

const typeError = (message: string, gql?: GqlCondition): CypherError =>
  new CypherError('Neo.ClientError.Statement.TypeError', message, { gql });

/** What a property can be, in the words of Neo4j. */
const ALLOWED = 'Property values can only be of primitive types or arrays thereof.';

/** The type of a value that can be stored, as Cypher writes it; null where it cannot. */
export function storableType(value: Value): string | null {
  switch (typeof value) {
    case 'bigint':
      return 'INTEGER';
    case 'number':
      return 'FLOAT';
    case 'string':
      return 'STRING';
    case 'boolean':
      return 'BOOLEAN';
    default:
      if (value instanceof LocalDate) return 'DATE';
      if (value instanceof DateTime) return 'ZONED DATETIME';
      if (value instanceof LocalDateTime) return 'LOCAL DATETIME';
      if (value instanceof LocalTime) return 'LOCAL TIME';
      if (value instanceof OffsetTime) return 'ZONED TIME';
      if (value instanceof Duration) return 'DURATION';
      if (value instanceof Point) return 'POINT';
      return null;
  }
}

/**
 * Gives the value as it is stored: a list of integers and floats becomes one of floats, as in Neo4j.
 *
 * @throws CypherError maps, graph elements, nested or mixed lists and nulls in lists cannot be stored
 */
export function storable(value: Value): Value {
  if (value === null || storableType(value) !== null || value instanceof Uint8Array) return value;
  if (isList(value)) return storableList(value);
  throw typeError(`${ALLOWED} Encountered: ${describe(value)}.`);
}

/** A list that no property can be. */
const NOT_STORABLE: GqlCondition = ['22G03', '22N39'];

function storableList(list: readonly Value[]): Value {
  const [first] = list;
  if (first === undefined) return list;
  let type: string | null = null;
  let floats = false;
  for (const item of list) {
    if (item === null) {
      throw typeError('Collections containing null values can not be stored in properties.', NOT_STORABLE);
    }
    if (isList(item)) {
      throw typeError('Collections containing collections can not be stored in properties.', NOT_STORABLE);
    }
    const own = storableType(item);
    if (own === null) throw typeError(`${ALLOWED} Encountered: ${describe(item)}.`);
    const isNumber = own === 'INTEGER' || own === 'FLOAT';
    if (own === 'FLOAT') floats = true;
    if (item instanceof Point && first instanceof Point && item.srid !== first.srid) {
      throw typeError(
        'Collections containing point values with different CRS can not be stored in properties.',
      );
    }
    if (type === null) type = isNumber ? 'NUMBER' : own;
    else if (type !== (isNumber ? 'NUMBER' : own)) {
      throw typeError(
        'Neo4j only supports a subset of Cypher types for storage as singleton or array properties. Please refer to section cypher/syntax/values of the manual for more details.',
        NOT_STORABLE,
      );
    }
  }
  return floats ? list.map((item) => (typeof item === 'bigint' ? Number(item) : item)) : list;
}

function describe(value: Value): string {
  if (value instanceof Node) return `Node(${value.elementId})`;
  if (value instanceof Relationship) return `Relationship(${value.elementId})`;
  if (value instanceof Path) return 'Path';
  if (isMap(value)) return `Map{${[...value].map(([key, v]) => `${key} -> ${describe(v)}`).join(', ')}}`;
  if (isList(value)) return `List{${value.map(describe).join(', ')}}`;
  if (value === null) return 'NO_VALUE';
  if (typeof value === 'string') return `String("${value}")`;
  if (typeof value === 'bigint') return `Long(${value})`;
  if (typeof value === 'number') return `Double(${value})`;
  if (typeof value === 'boolean') return `Boolean('${value}')`;
  return String(value);
}
