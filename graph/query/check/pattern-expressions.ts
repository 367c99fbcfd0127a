/** The rules of patterns that stand where an expression is expected. */
import type { Expression, PatternComprehension, PatternExpression } from '../ast.ts';
import type { Checking } from './checking.ts';
import { failure } from './checking.ts';
import { checkPatternParts, patternVariables } from './patterns.ts';
import { Scope } from './scope.ts';
import type { StaticType } from './static-type.ts';
import type { Usage } from './usage.ts';
import { WITHIN_LIST } from './usage.ts';

type Check = (inner: Expression, scope?: Scope, usage?: Usage) => StaticType;

/** @see TCK Pattern1: UndefinedVariable, UnexpectedSyntax */
export function checkPatternExpression(
  checking: Checking,
  { pattern, span }: PatternExpression,
  scope: Scope,
  usage: Usage,
  check: Check,
): StaticType {
  for (const { name, span: at } of patternVariables(pattern)) {
    if (scope.has(name)) continue;
    throw failure(
      checking,
      at,
      `PatternExpressions are not allowed to introduce new variables: '${name}'.`,
      '42N29',
    );
  }
  checkPatternParts(checking, [pattern], scope, check, usage);
  if (pattern.selector?.kind === 'shortestPath') return 'Path';
  if (pattern.selector?.kind === 'allShortestPaths') return 'List<Path>';
  if (!usage.predicate) {
    throw failure(
      checking,
      span,
      'A pattern expression should only be used in order to test the existence of a pattern. It should therefore only be ' +
        'used in contexts that evaluate to a boolean, e.g. inside the function exists() or in a WHERE-clause. No other ' +
        'uses are allowed, instead they should be replaced by a pattern comprehension.',
      '42I34',
    );
  }
  return 'Boolean';
}

/** @returns the type of the items */
export function checkPatternComprehension(
  checking: Checking,
  { pattern, where, projection }: PatternComprehension,
  scope: Scope,
  usage: Usage,
  check: Check,
  checkBoolean: Check,
): StaticType {
  const inner = new Scope(scope);
  const within = { ...usage, ...WITHIN_LIST, predicate: false };
  checkPatternParts(
    checking,
    [pattern],
    inner,
    (expression, at = inner) => check(expression, at, { ...within, predicate: true }),
    // MATCH knows its path in its own properties: `MATCH p = (n {x: length(p)})`; a comprehension only after the pattern
    { ...usage, seesPath: false },
  );
  if (where !== null) checkBoolean(where, inner, within);
  return check(projection, inner, within);
}
