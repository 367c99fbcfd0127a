/** What all rules of the semantic check share: the text for messages, and what may be called. */
import type { CypherError } from '../../errors.ts';
import type { GqlCondition } from '../../gql-status.ts';
import type { CypherVersion, Expression, Query, Span, Statement } from '../ast.ts';
import { alternatives, statementError } from '../syntax-error.ts';
import type { Environment } from './environment.ts';
import type { Scope } from './scope.ts';
import type { StaticType } from './static-type.ts';
import { ANY_LIST, fits, isList, printType } from './static-type.ts';

/** The kind of a query inside a statement, which decides how it may end and whether it may write. */
export type QueryPlace = 'statement' | 'CALL' | 'EXISTS' | 'COUNT' | 'COLLECT';

/** What a query sees of the statement around it. */
export interface Surroundings {
  /** Visible throughout: for EXISTS and its like all that is, for `CALL (x) { … }` what the brackets name. */
  readonly visible: Scope | null;
  /** What a leading WITH may import: `CALL { WITH x … }`. */
  readonly importable: Scope | null;
  /** The columns that the query before NEXT gave: where this one begins. */
  readonly given: ReadonlyMap<string, StaticType> | null;
}

/** What a query gives and does. */
export interface QueryResult {
  /** Null where it ends in an update. */
  readonly columns: ReadonlyMap<string, StaticType> | null;
  readonly updates: boolean;
}

export interface Checking {
  readonly text: string;
  readonly statement: Statement;
  readonly environment: Environment;
  readonly version: CypherVersion;
  /** Rules that are broken, but tell less than what else may be wrong: the first is thrown when all the rest is well. */
  readonly deferred: CypherError[];
  /** Checks a query inside an expression, whose rules are in another file than those of expressions. */
  checkSubquery(query: Query, around: Surroundings, place: QueryPlace, span: Span): QueryResult;
}

/**
 * @param gql the condition that is broken
 * @param code the Neo4j status code; a syntax error when left out
 */
export function failure(
  checking: Checking,
  at: Span | number,
  message: string,
  gql: GqlCondition,
  code?: string,
): CypherError {
  return statementError(checking.text, typeof at === 'number' ? at : at.start, message, gql, code);
}

const TYPE_MISMATCH: GqlCondition = ['42001', '22NB1'];
/** What is known to be of another type than its place wants, and has a name. */
export const INVALID_ENTITY: GqlCondition = ['22G03', '22N27'];

/** For the faults that the TCK calls a TypeError though they are found in the text; Neo4j calls all of those syntax errors. */
export const TYPE_ERROR = 'Neo.ClientError.Statement.TypeError';

/**
 * @param options `code`: the Neo4j status code of the failure, a syntax error when left out; `gql`: its condition
 * @throws CypherError when the type cannot be one of those expected
 */
export function expectType(
  checking: Checking,
  at: Expression,
  type: StaticType,
  expected: readonly StaticType[],
  options: { readonly code?: string | undefined; readonly gql?: GqlCondition } = {},
): void {
  if (fits(type, expected)) return;
  if (isList(type) && expected.length === 1 && expected[0] === 'Boolean') {
    throw failure(
      checking,
      at.span,
      'Coercion of list to boolean is not allowed. Please use `NOT isEmpty(...)` instead.',
      ['42001', '22NB1'],
    );
  }
  const wanted = alternatives(expected.map((e) => (e === ANY_LIST ? 'List<T>' : printType(e))));
  // of what has a name Neo4j tells another condition: a variable here, an argument in functions.ts
  const gql = options.gql ?? (at.kind === 'Variable' ? INVALID_ENTITY : TYPE_MISMATCH);
  const message = `Type mismatch: expected ${wanted} but was ${printType(type)}`;
  throw failure(checking, at.span, message, gql, options.code);
}

export function alreadyDeclared(checking: Checking, name: string, at: Span): CypherError {
  return failure(checking, at, `Variable \`${name}\` already declared`, '42N59');
}
