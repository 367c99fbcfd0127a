/** What type a value is, in Cypher's words. */
import { Point } from '../../model.ts';
import { DateTime, Duration, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../../temporal.ts';
import { NodeRef, PathRef, RelationshipRef } from '../runtime.ts';
import type { RunValue } from '../runtime.ts';

export const isList = (value: RunValue): value is readonly RunValue[] => Array.isArray(value);
export const isMap = (value: RunValue): value is ReadonlyMap<string, RunValue> => value instanceof Map;

/** Names of the types that have no part, in the order in which `valueType()` lists the members of a union. */
export const TYPE_NAMES = [
  'NULL',
  'BOOLEAN',
  'STRING',
  'INTEGER',
  'FLOAT',
  'DATE',
  'LOCAL TIME',
  'ZONED TIME',
  'LOCAL DATETIME',
  'ZONED DATETIME',
  'DURATION',
  'POINT',
  'NODE',
  'RELATIONSHIP',
  'MAP',
  'LIST',
  'PATH',
  'BYTES',
] as const;
export type TypeName = (typeof TYPE_NAMES)[number];

export function typeName(value: RunValue): TypeName {
  switch (typeof value) {
    case 'string':
      return 'STRING';
    case 'bigint':
      return 'INTEGER';
    case 'number':
      return 'FLOAT';
    case 'boolean':
      return 'BOOLEAN';
    default:
      return value === null ? 'NULL' : objectTypeName(value);
  }
}

function objectTypeName(value: Exclude<RunValue, null | boolean | bigint | number | string>): TypeName {
  if (value instanceof NodeRef) return 'NODE';
  if (value instanceof RelationshipRef) return 'RELATIONSHIP';
  if (isList(value)) return 'LIST';
  if (isMap(value)) return 'MAP';
  if (value instanceof PathRef) return 'PATH';
  if (value instanceof LocalDate) return 'DATE';
  if (value instanceof LocalTime) return 'LOCAL TIME';
  if (value instanceof OffsetTime) return 'ZONED TIME';
  if (value instanceof LocalDateTime) return 'LOCAL DATETIME';
  if (value instanceof DateTime) return 'ZONED DATETIME';
  if (value instanceof Duration) return 'DURATION';
  return value instanceof Point ? 'POINT' : 'BYTES';
}

/**
 * The type as `valueType()` gives it: `INTEGER NOT NULL`, `LIST<INTEGER NOT NULL | STRING NOT NULL> NOT NULL`, `NULL`.
 * @see https://neo4j.com/docs/cypher-manual/current/functions/scalar/#functions-valueType
 */
export function valueType(value: RunValue): string {
  if (value === null) return 'NULL';
  return `${isList(value) ? `LIST<${itemTypes(value)}>` : typeName(value)} NOT NULL`;
}

const EMPTY_LIST = 'LIST<NOTHING>';

function itemTypes(list: readonly RunValue[]): string {
  if (list.length === 0) return 'NOTHING';
  const order = new Map<string, number>();
  for (const item of list) {
    if (item !== null) order.set(isList(item) ? `LIST<${itemTypes(item)}>` : typeName(item), typeOrder(item));
  }
  if (order.size === 0) return 'NULL';
  // an empty list is a list of whatever the other lists are of
  if ([...order.keys()].some((type) => type.startsWith('LIST<') && type !== EMPTY_LIST))
    order.delete(EMPTY_LIST);
  const suffix = list.includes(null) ? '' : ' NOT NULL';
  return [...order]
    .toSorted((a, b) => a[1] - b[1])
    .map(([text]) => text + suffix)
    .join(' | ');
}

/** Lists of one another's kind are in the order of what they hold. */
function typeOrder(value: RunValue): number {
  const own = TYPE_NAMES.indexOf(typeName(value));
  return isList(value) && value.length > 0 ? own + typeOrder(value[0] ?? null) / 100 : own;
}
