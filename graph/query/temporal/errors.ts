/** The failures of temporal functions, under Neo4j's codes. */
import { CypherError } from '../../errors.ts';
import type { GqlCondition } from '../../gql-status.ts';

/** A part of a date or time that is not known, missing or misplaced. */
export const componentError = (message: string): CypherError => argumentError(message, ['22007', '22N12']);

/** An argument has the right type and a wrong value. */
export function argumentError(message: string, gql?: GqlCondition): CypherError {
  return new CypherError('Neo.ClientError.Statement.ArgumentError', message, { gql });
}

/** A value that lacks what was asked of it: a date without an hour. */
export function typeError(message: string, gql: GqlCondition = ['22000', '22N11']): CypherError {
  return new CypherError('Neo.ClientError.Statement.TypeError', message, { gql });
}

/** Text that is no date, time or duration; `offset` points at the first character that does not fit. */
export function unparsable(text: string, what: string, offset = 0): CypherError {
  return new CypherError(
    'Neo.ClientError.Statement.SyntaxError',
    `Text cannot be parsed to a ${what}\n"${text}"\n ${' '.repeat(offset)}^`,
    { gql: ['22007', '22N36'] },
  );
}

/** The same number. @throws CypherError it is outside `min` to `max` */
export function checkRange(name: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max && Number.isInteger(value)) return value;
  throw argumentError(`Invalid value for ${name} (valid values ${min} - ${max}): ${value}`, [
    '22007',
    '22N11',
  ]);
}

/** Runs what reads text: a field out of range is then a fault of the text. */
export function asSyntax<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    throw new CypherError('Neo.ClientError.Statement.SyntaxError', error.message, {
      cause: error,
      gql: ['22000', '22N11'],
    });
  }
}
