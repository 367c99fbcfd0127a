/** Failures over values of the wrong type, in Neo4j's words. */
import { CypherError } from '../../errors.ts';
import type { RunValue } from '../runtime.ts';
import { printFloat } from './numbers.ts';
import { isList, isMap, typeName } from './types.ts';

export function typeError(message: string): CypherError {
  return new CypherError('Neo.ClientError.Statement.TypeError', message);
}

/** @param expected with its article: `a Boolean` */
export function mismatch(expected: string, value: RunValue): CypherError {
  return typeError(`Type mismatch: expected ${expected} but was ${describe(value)}`);
}

export function syntaxError(message: string): CypherError {
  return new CypherError('Neo.ClientError.Statement.SyntaxError', message);
}

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
      return `Double(${printFloat(value)})`;
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
