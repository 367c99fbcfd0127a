/**
 * The rules of WITH and RETURN: names, grouping, and what ORDER BY, SKIP, LIMIT and WHERE can see.
 *
 * @see TCK clauses/return, clauses/with: ColumnNameConflict, NoExpressionAlias, NoVariablesInScope, UndefinedVariable,
 *   InvalidAggregation, NonConstantExpression, NegativeIntegerArgument
 */
import type { Expression, Projection, Span } from '../ast.ts';
import { fingerprint, mentions, rewrite, some } from '../plan/walk.ts';
import { checkGrouping, containsAggregate } from './aggregation.ts';
import type { Checking } from './checking.ts';
import { failure } from './checking.ts';
import { checkExpression, checkPredicate } from './expressions.ts';
import { Scope } from './scope.ts';
import type { Usage } from './usage.ts';
import { PLAIN, PROJECTED } from './usage.ts';

export interface ProjectionPlace {
  readonly clause: 'WITH' | 'RETURN' | 'YIELD';
  /** Where the clause begins. */
  readonly span: Span;
  /** What stays visible: the statement around a subquery. */
  readonly base: Scope | null;
}

/** @returns the scope of the projected columns, in order: those of `*` by name, then the items as written */
export function checkProjection(
  checking: Checking,
  projection: Projection,
  scope: Scope,
  place: ProjectionPlace,
  where: Expression | null = null,
): Scope {
  const { clause, span, base } = place;
  const { environment } = checking;
  const { star, items, distinct, orderBy, groupBy } = projection;
  if (star && clause === 'RETURN' && items.length === 0 && scope.isEmpty) {
    throw failure(checking, span, 'RETURN * is not allowed when there are no variables in scope', '42I37');
  }
  const columns = new Scope(base, star ? [...scope.own()].toSorted(([a], [b]) => (a < b ? -1 : 1)) : []);
  const seen = new Map<string, Span>();
  let unaliased: Span | null = null;
  for (const { expression, alias, aliased, span: at } of items) {
    const type = checkExpression(checking, expression, scope, PROJECTED);
    if (clause === 'WITH' && expression.kind !== 'Variable' && base?.has(alias) === true) {
      throw failure(
        checking,
        at,
        `The variable \`${alias}\` is shadowing a variable with the same name from the outer scope and needs to be renamed`,
        '42N07',
      );
    }
    if (clause === 'WITH' && !aliased && !isNamed(expression)) unaliased ??= at;
    const first = seen.get(alias);
    if (first !== undefined) {
      throw failure(checking, first, 'Multiple result columns with the same name are not supported', '42N38');
    }
    seen.set(alias, at);
    columns.declare(alias, type);
  }
  for (const key of groupBy ?? []) checkExpression(checking, key, new Scope(scope, columns.own()), PLAIN);
  checkGrouping(checking, items, undefined, groupBy);
  const aggregates =
    groupBy !== null || items.some((item) => containsAggregate(item.expression, environment));
  const after = aggregates || distinct ? restricted(projection, scope, columns) : extended(scope, columns);
  for (const { expression } of orderBy) {
    if (!aggregates && containsAggregate(expression, environment)) {
      throw failure(
        checking,
        span,
        `Cannot use aggregation in ORDER BY if there are no aggregate expressions in the preceding ${clause}`,
        '42N23',
      );
    }
    after.check(checking, expression, (replaced, inner, usage) =>
      checkExpression(checking, replaced, inner, { ...usage, noAggregation: null }),
    );
  }
  if (aggregates) {
    const named = new Set(items.map((item) => item.alias));
    const keys = orderBy
      .map((item) => item.expression)
      .filter((key) => groupBy === null || key.kind !== 'Variable' || !named.has(key.name));
    checkGrouping(
      checking,
      items,
      keys.filter((key) => !isProjected(key, projection)),
      groupBy,
    );
  }
  // after the grouping, of which the TCK would rather hear: clauses/with-orderBy/WithOrderBy4 [20]
  if (unaliased !== null)
    throw failure(checking, unaliased, 'Expression in WITH must be aliased (use AS)', '42N21');
  checkRowCount(checking, 'SKIP', projection.skip, scope);
  checkRowCount(checking, 'LIMIT', projection.limit, scope);
  if (where !== null) {
    after.check(checking, where, (replaced, inner, usage) =>
      checkPredicate(checking, replaced, inner, usage),
    );
  }
  return columns;
}

const isNamed = ({ kind }: Expression): boolean => kind === 'Variable' || kind === 'MapProjection';

interface After {
  /** Checks an expression that stands after the items, under what it can see. */
  check(
    checking: Checking,
    expression: Expression,
    rule: (expression: Expression, scope: Scope, usage: Usage) => void,
  ): void;
}

/** Both what was visible before and the new columns; a column hides what has its name. */
function extended(scope: Scope, columns: Scope): After {
  const inner = new Scope(scope, columns.own());
  return { check: (_, expression, rule) => rule(expression, inner, PLAIN) };
}

/** Only the columns, and expressions that say the same as an item. */
function restricted(projection: Projection, scope: Scope, columns: Scope): After {
  const hidden = new Set(scope.names());
  const projected = new Map(
    projection.items.map(({ expression, alias }) => [fingerprint(expression), alias] as const),
  );
  return {
    check: (_, expression, rule) => {
      const replaced = rewrite(expression, (part) => {
        const name = 'kind' in part ? projected.get(fingerprint(part)) : undefined;
        return name === undefined ? null : { kind: 'Variable', name, span: part.span };
      });
      rule(replaced, columns, { ...PLAIN, hidden });
    },
  };
}

function isProjected(expression: Expression, { items }: Projection): boolean {
  const text = fingerprint(expression);
  return items.some((item) => fingerprint(item.expression) === text);
}

/** SKIP and LIMIT are known before the first row: they name no variable, and as literals are non-negative integers. */
export function checkRowCount(
  checking: Checking,
  word: 'SKIP' | 'LIMIT',
  expression: Expression | null,
  scope: Scope,
): void {
  if (expression === null) return;
  const variable = [...mentions(expression)].some((name) => scope.has(name));
  if (variable || some(expression, (part) => part['kind'] === 'Variable')) {
    throw failure(
      checking,
      expression.span,
      `It is not allowed to refer to variables in ${word}, so that the value for ${word} can be statically calculated.`,
      '42N28',
    );
  }
  checkExpression(checking, expression, new Scope(), PLAIN);
  checkNonNegative(checking, expression, 0n, 'non-negative');
}

/** A literal row count of the wrong type or sign; what is only known when it runs is checked then. */
export function checkNonNegative(
  checking: Checking,
  expression: Expression,
  least: bigint,
  words: 'non-negative' | 'positive',
): void {
  if (expression.kind !== 'Literal') return;
  const { value, span } = expression;
  if (typeof value === 'bigint' && value >= least) return;
  const written =
    value === null ? 'NULL' : typeof value === 'string' ? value : checking.text.slice(span.start, span.end);
  throw failure(
    checking,
    span,
    `Invalid input. '${written}' is not a valid value. Must be a ${words} integer.`,
    '42N31',
  );
}
