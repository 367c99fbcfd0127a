/**
 * The TCK's classification of errors: a type, a phase, a detail. This engine's errors carry Neo4j's status codes and words
 * instead; the tables here say which of those the TCK's stand for.
 */
import type { CypherError } from '../../graph/errors.ts';

/** `compile time`: before the header of the result; `runtime`: after it. */
export type Phase = 'compile time' | 'runtime';

export interface Failure {
  readonly error: CypherError;
  readonly phase: Phase;
}

export interface ExpectedError {
  readonly type: string;
  readonly phase: Phase | 'any time';
  /** `*`: any. */
  readonly detail: string;
}

/** @returns null where the step expects no error */
export function readExpectedError(words: string): ExpectedError | null {
  const [, type, phase, detail] =
    /^an? (\w+) should be raised at (compile time|runtime|any time): (\*|\w+)$/.exec(words) ?? [];
  if (type === undefined || detail === undefined) return null;
  return { type, phase: phase as ExpectedError['phase'], detail };
}

/** What is wrong about the error, or null. */
export function compareError(expected: ExpectedError, { error, phase }: Failure): string | null {
  const type = typeOf(error.code);
  const wrong =
    type !== expected.type
      ? `a ${type}`
      : expected.phase !== 'any time' && phase !== expected.phase
        ? `one at ${phase}`
        : expected.detail !== '*' && DETAILS[expected.detail]?.test(error.message) !== true
          ? 'another fault'
          : null;
  if (wrong === null) return null;
  return `expected a ${expected.type} at ${expected.phase}: ${expected.detail}\n  but it was ${wrong}: ${error.message}`;
}

/** Neo4j's codes whose last word is not the TCK's type. */
const TYPES: Readonly<Record<string, string>> = {
  'Neo.ClientError.Procedure.ProcedureNotFound': 'ProcedureError',
  'Neo.ClientError.Schema.ConstraintValidationFailed': 'ConstraintVerificationFailed',
};

const typeOf = (code: string): string => TYPES[code] ?? code.replace('Neo.ClientError.Statement.', '');

/** The words by which an error tells its detail. No two of the same type and phase share any, but for what the parser did not expect. */
const DETAILS: Readonly<Record<string, RegExp>> = {
  AmbiguousAggregationExpression: /^Aggregation column contains implicit grouping expressions/,
  ColumnNameConflict: /^Multiple result columns with the same name/,
  CreatingVarLength: /^Variable length relationships cannot be used in (CREATE|MERGE)/,
  DeleteConnectedNode: /^Cannot delete node<\d+>, because it still has relationships/,
  DeletedEntityAccess: /^(Node|Relationship) with id \d+ has been deleted in this transaction/,
  DifferentColumnsInUnion: /UNION must have the same return column names/,
  FloatingPointOverflow: /^floating point number is too large/,
  IntegerOverflow: /^integer is too large/,
  InvalidAggregation:
    /^(Can't use aggregating expressions inside|Cannot use aggregation in ORDER BY|Invalid use of aggregating function|Procedure call cannot take an aggregating function)/,
  InvalidArgumentPassingMode: /^Procedure call is missing parentheses/,
  InvalidArgumentType:
    /^(Type mismatch: expected (?!a string key)|Coercion of list to boolean is not allowed|Invalid input\. '\d+\.\d+' is not a valid value|.* is not a collection or a map)/,
  InvalidArgumentValue: /^Invalid input for function '\w+\(\)': Expected a/,
  InvalidClauseComposition:
    /(Exists Expression cannot contain any updates|combination of UNION and UNION ALL)/,
  InvalidDelete: /^DELETE doesn't support removing labels/,
  InvalidNumberLiteral: /^invalid literal number/,
  InvalidNumberOfArguments:
    /^Procedure call (does not provide the required number of|provides too many) arguments/,
  InvalidParameterUse: /^Parameter maps cannot be used in `(MATCH|MERGE)` patterns/,
  InvalidPropertyType: /^Property values can only be of primitive types or arrays thereof/,
  InvalidRelationshipPattern: /^Invalid input '(-|\.\.)': expected .*']'/,
  InvalidUnicodeCharacter: /^Invalid input '[^\0-\x7f]'/,
  InvalidUnicodeLiteral: /expected four hexadecimal digits specifying a unicode character/,
  MapElementAccessByNonString: /^Type mismatch: expected a string key/,
  MergeReadOwnWrites: /^Cannot merge the following (node|relationship) because of null property value/,
  MissingParameter: /^Expected parameter\(s\): /,
  NegativeIntegerArgument: /^Invalid input\. '-\d+' is not a valid value\. Must be a non-negative integer/,
  NestedAggregation: /^Can't use aggregate functions inside of aggregate functions/,
  NoExpressionAlias: /^Expression in WITH must be aliased/,
  NoSingleRelationshipType: /^(A single|Exactly one) relationship type must be specified for (CREATE|MERGE)/,
  NoVariablesInScope: /^RETURN \* is not allowed when there are no variables in scope/,
  NonConstantExpression:
    /^(Can't use non-deterministic \(random\) functions inside|It is not allowed to refer to variables in (SKIP|LIMIT))/,
  NumberOutOfRange:
    /(must be a number in the range 0\.0 to 1\.0|^Step argument to 'range\(\)' cannot be zero)/,
  ProcedureNotFound: /^There is no procedure with the name `/,
  RelationshipUniquenessViolation: /^Cannot use the same relationship variable '/,
  RequiresDirectedRelationship: /^Only directed relationships are supported in (CREATE|MERGE)/,
  UndefinedVariable:
    /^(Variable `\w+` not defined|.* it is not possible to access variables declared before the WITH\/RETURN: |PatternExpressions are not allowed to introduce new variables: )/,
  UnexpectedSyntax:
    /^(Invalid input '|Unexpected end of the statement|A pattern expression should only be used in order to test the existence of a pattern|Cannot use `YIELD \*` outside standalone call)/,
  UnknownFunction: /^Unknown function '/,
  VariableAlreadyBound:
    /^(Variable `\w+` already declared|Can't create node `\w+` with labels or properties here)/,
  VariableTypeConflict: /^Type mismatch: \w+ defined with conflicting type /,
};
