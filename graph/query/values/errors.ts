/** Failures over values of the wrong type, in Neo4j's words. */
import { CypherError } from '../../errors.ts';
import type { GqlCondition } from '../../gql-status.ts';
import type { RunValue } from '../runtime.ts';
import { isList, isMap, typeName } from './types.ts';
import type { TypeName } from './types.ts';

/** @param gql its condition; default: a value of an invalid type */
export function typeError(message: string, gql?: GqlCondition): CypherError {
  return new CypherError('Neo.ClientError.Statement.TypeError', message, { gql });
}

/** @param expected with its article: `a Boolean` */
export function mismatch(expected: string, value: RunValue): CypherError {
  return typeError(`Type mismatch: expected ${expected} but was ${describe(value)}`);
}

export function syntaxError(message: string): CypherError {
  return new CypherError('Neo.ClientError.Statement.SyntaxError', message);
}

/** Java's `%e`: `1.500000e+00`. */
function printScientific(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return value.toExponential(6).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** The type alone, as Neo4j's messages name it: `Long`, `List`, `Date`. */
export function kindOf(value: RunValue): string {
  switch (typeof value) {
    case 'bigint':
      return 'Long';
    case 'number':
      return 'Double';
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean';
    default:
      return JAVA_NAMES[typeName(value)] ?? typeName(value);
  }
}

const JAVA_NAMES: Readonly<Partial<Record<TypeName, string>>> = {
  LIST: 'List',
  MAP: 'Map',
  NODE: 'Node',
  RELATIONSHIP: 'Relationship',
  PATH: 'Path',
  POINT: 'Point',
  DATE: 'Date',
  'LOCAL TIME': 'LocalTime',
  'ZONED TIME': 'Time',
  'LOCAL DATETIME': 'LocalDateTime',
  'ZONED DATETIME': 'DateTime',
  DURATION: 'Duration',
};

const MAX_LENGTH = 100;

/** A value with its type, as Neo4j's messages name it: `Long(1)`, `String("a")`, `List{Long(1)}`. */
export function describe(value: RunValue): string {
  const text = describeWhole(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

function describeWhole(value: RunValue): string {
  switch (typeof value) {
    case 'bigint':
      return `Long(${value})`;
    case 'number':
      return `Double(${printScientific(value)})`;
    case 'string':
      return `String("${value.slice(0, MAX_LENGTH)}")`;
    case 'boolean':
      return `Boolean('${value}')`;
    default:
  }
  if (value === null) return 'NO_VALUE';
  // A few items say enough, and the list may be long.
  if (isList(value))
    return `List{${value.slice(0, 5).map(describe).join(', ')}${value.length > 5 ? ', …' : ''}}`;
  if (isMap(value)) return `Map{${[...value.keys()].slice(0, 5).join(', ')}}`;
  return `${typeName(value)}`;
}
