/**
 * Where aggregations may stand, and what may stand beside them.
 *
 * @see openCypher TCK, clauses/return ReturnOrderBy6, With6, expressions/aggregation: AmbiguousAggregationExpression
 */
import type { Expression, ProjectionItem } from '../ast.ts';
import { fingerprint, some } from '../plan/walk.ts';
import type { Checking } from './checking.ts';
import { failure } from './checking.ts';
import type { Environment } from './environment.ts';

type Tree = Readonly<Record<string, unknown>>;

/** Whether this very expression aggregates: `count(*)`, `collect(x)`. */
export function isAggregate(part: object, environment: Environment): boolean {
  const { kind, name } = part as Tree;
  if (kind === 'CountStar') return true;
  if (kind !== 'FunctionCall' || typeof name !== 'string') return false;
  return environment.functions.get(name.toLowerCase())?.aggregate ?? false;
}

/** Whether it aggregates anywhere, subqueries left out: they aggregate for themselves. */
export function containsAggregate(expression: Expression, environment: Environment): boolean {
  return some(
    expression,
    (part) => isAggregate(part, environment),
    (part) => part['kind'] === 'Subquery',
  );
}

/**
 * Beside an aggregation only constants and grouping keys may stand: `RETURN n.a + count(*)` does not say what to group
 * by. A grouping key is a projected item that is a variable, or a property of one.
 */
export function checkGrouping(
  checking: Checking,
  items: readonly ProjectionItem[],
  expressions: readonly Expression[] = items.map((item) => item.expression),
  groupBy: readonly Expression[] | null = null,
): void {
  const { environment } = checking;
  const keys = new Set<string>();
  if (groupBy !== null) {
    checkExplicitGrouping(checking, items, expressions, groupBy);
    return;
  }
  for (const { expression, alias, aliased } of items) {
    if (containsAggregate(expression, environment)) continue;
    if (isKey(expression)) keys.add(fingerprint(expression));
    if (aliased) keys.add(fingerprint({ kind: 'Variable', name: alias }));
  }
  for (const expression of expressions) {
    if (containsAggregate(expression, environment)) refuseImplicitKeys(checking, expression, keys);
  }
}

/** Cypher 25: every column is made of the keys that GROUP BY names, of aggregations and of constants. */
function checkExplicitGrouping(
  checking: Checking,
  items: readonly ProjectionItem[],
  expressions: readonly Expression[],
  groupBy: readonly Expression[],
): void {
  const keys = new Set(groupBy.map(fingerprint));
  for (const { expression, alias } of items) {
    // a column may be named as a key, and a key may be said again as a column
    if (keys.has(fingerprint({ kind: 'Variable', name: alias }))) keys.add(fingerprint(expression));
    else if (keys.has(fingerprint(expression))) keys.add(fingerprint({ kind: 'Variable', name: alias }));
  }
  for (const expression of expressions) {
    if (!keys.has(fingerprint(expression))) refuseImplicitKeys(checking, expression, keys);
  }
}

function refuseImplicitKeys(checking: Checking, expression: Expression, keys: ReadonlySet<string>): void {
  const illegal = [...implicitKeys(expression, keys, new Set(), checking.environment)];
  if (illegal.length === 0) return;
  throw failure(
    checking,
    expression.span,
    "Aggregation column contains implicit grouping expressions. For example, in 'RETURN n.a, n.a + n.b + count(*)' " +
      "the aggregation expression 'n.a + n.b + count(*)' includes the implicit grouping key 'n.b'. It may be " +
      'possible to rewrite the query by extracting these grouping/aggregation expressions into a preceding WITH ' +
      `clause. Illegal expression(s): ${illegal.join(', ')}`,
    '42I18',
  );
}

function isKey(expression: Expression): boolean {
  return (
    expression.kind === 'Variable' ||
    (expression.kind === 'Property' && expression.subject.kind === 'Variable')
  );
}

/** The variables and properties outside aggregations that are no keys and not bound inside the expression itself. */
function* implicitKeys(
  tree: object,
  keys: ReadonlySet<string>,
  bound: ReadonlySet<string>,
  environment: Environment,
): Generator<string> {
  if (isAggregate(tree, environment)) return;
  const part = tree as Tree;
  if (part['kind'] === 'Subquery') return;
  const expression = tree as Expression;
  if (expression.kind === 'Variable') {
    if (!keys.has(fingerprint(expression)) && !bound.has(expression.name)) yield expression.name;
    return;
  }
  if (expression.kind === 'Property' && expression.subject.kind === 'Variable') {
    const { subject, key } = expression;
    if (keys.has(fingerprint(expression)) || keys.has(fingerprint(subject)) || bound.has(subject.name))
      return;
    yield `${subject.name}.${key.name}`;
    return;
  }
  const inner = new Set([...bound, ...boundBy(part)]);
  for (const [key, value] of Object.entries(part)) {
    if (key === 'span' || typeof value !== 'object' || value === null || part['kind'] === 'Literal') continue;
    yield* implicitKeys(value, keys, inner, environment);
  }
}

/** The variables that a comprehension, quantifier, reduce or pattern binds for what is inside it. */
function boundBy(part: Tree): string[] {
  const names = [part['variable'], part['accumulator']].flatMap((name) =>
    typeof name === 'object' && name !== null && 'name' in name ? [String(name.name)] : [],
  );
  const pattern = part['pattern'];
  if (typeof pattern !== 'object' || pattern === null) return names;
  some(pattern, (inner) => {
    names.push(...boundBy(inner));
    return false;
  });
  return names;
}
