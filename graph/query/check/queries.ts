/** The rules of whole queries: their clauses in turn, UNION, and what a subquery sees of the statement around it. */
import type { Clause, Conditional, Query, Sequence, SingleQuery, Span, Union } from '../ast.ts';
import { mentions, some } from '../plan/walk.ts';
import type { Checking, QueryPlace, QueryResult, Surroundings } from './checking.ts';
import { failure } from './checking.ts';
import { checkClause } from './clauses.ts';
import { checkPredicate } from './expressions.ts';
import { checkOrder, lastClause } from './order.ts';
import { PLAIN } from './usage.ts';
import { Scope } from './scope.ts';

/**
 * @param around what the query sees of the statement around it
 * @throws CypherError naming the first rule that is broken
 */
export function checkQuery(
  checking: Checking,
  query: Query,
  around: Surroundings,
  place: QueryPlace,
): QueryResult {
  switch (query.kind) {
    case 'SingleQuery':
      return checkSingle(checking, query, around, place);
    case 'Union':
      return checkUnion(checking, query, around, place);
    case 'Conditional':
      return checkConditional(checking, query, around, place);
    case 'Sequence':
      return checkSequence(checking, query, around, place);
  }
}

function checkUnion(checking: Checking, query: Union, around: Surroundings, place: QueryPlace): QueryResult {
  const left = checkQuery(checking, query.left, around, place);
  if (query.left.kind === 'Union' && query.left.all !== query.all) {
    throw failure(checking, unionAt(checking, query), 'Invalid combination of UNION and UNION ALL', '42I40');
  }
  const right = checkQuery(checking, query.right, around, place);
  if (!sameColumns(left.columns, right.columns)) {
    throw failure(
      checking,
      unionAt(checking, query),
      'All sub queries in an UNION must have the same return column names',
      '42N39',
    );
  }
  return { columns: left.columns, updates: left.updates || right.updates };
}

/** @see https://neo4j.com/docs/cypher-manual/25/queries/composed-queries/conditional-queries/ */
function checkConditional(
  checking: Checking,
  { branches, otherwise }: Conditional,
  around: Surroundings,
  place: QueryPlace,
): QueryResult {
  const results: QueryResult[] = [];
  const compare = (query: Query, at: number): void => {
    const result = checkQuery(checking, query, around, place);
    const [first = result] = results;
    if ((first.columns === null) !== (result.columns === null)) {
      const rule = '42N3A: All conditional queries need to either return rows or update the graph.';
      throw failure(checking, at, rule, '42N3A');
    }
    if (!sameColumns(first.columns, result.columns)) {
      const rule = '42N39: All conditional queries must have the same return column names.';
      throw failure(checking, at, `${rule} Use \`AS\` to ensure columns have the same name.`, '42N39');
    }
    results.push(result);
  };
  for (const { when, query, span } of branches) {
    checkPredicate(checking, when, new Scope(around.visible, around.given ?? []), PLAIN);
    compare(query, span.start);
  }
  const lastEnd = branches.at(-1)?.span.end ?? 0;
  if (otherwise !== null) compare(otherwise, checking.text.toUpperCase().indexOf('ELSE', lastEnd));
  return {
    columns: results[0]?.columns ?? null,
    updates: results.some(({ updates }) => updates),
  };
}

/** @see https://neo4j.com/docs/cypher-manual/25/queries/composed-queries/sequential-queries/ */
function checkSequence(
  checking: Checking,
  { first, next }: Sequence,
  around: Surroundings,
  place: QueryPlace,
): QueryResult {
  const end = lastClause(first);
  if (end !== undefined) requireAliases(checking, end, 'RETURN followed by NEXT');
  const before = checkQuery(checking, first, around, place);
  const given = before.columns ?? new Map();
  const after = checkQuery(checking, next, { ...around, importable: null, given }, place);
  return { columns: after.columns, updates: before.updates || after.updates };
}

/** In any order: Neo4j 5 matches them by name. */
function sameColumns(a: QueryResult['columns'], b: QueryResult['columns']): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a.keys()].every((name) => b.has(name));
}

function unionAt({ text }: Checking, { left, right }: Union): number {
  const between = text.slice(left.span.end, right.span.start).toUpperCase();
  return left.span.end + Math.max(0, between.lastIndexOf('UNION'));
}

const PLACE_NAMES = { EXISTS: 'An Exists', COUNT: 'A Count', COLLECT: 'A Collect' } as const;

/** A query inside a clause or an expression. */
export function checkSubquery(
  checking: Checking,
  query: Query,
  around: Surroundings,
  place: QueryPlace,
  span: Span,
): QueryResult {
  const result = checkQuery(checking, query, around, place);
  if (place === 'CALL' || place === 'statement') return result;
  if (some(query, (part) => part['kind'] === 'LoadCsv')) {
    // an expression cannot wait for a file
    throw failure(
      checking,
      span,
      `LOAD CSV in a ${place} expression is not supported: use CALL () { … } instead`,
      '42001',
    );
  }
  if (result.updates) {
    throw failure(checking, span, `${PLACE_NAMES[place]} Expression cannot contain any updates`, '42N57');
  }
  if (place === 'COLLECT' && result.columns?.size !== 1) {
    throw failure(checking, span, 'A Collect Expression must end with a single return column.', '42N22');
  }
  return result;
}

function checkSingle(
  checking: Checking,
  query: SingleQuery,
  { visible, importable, given }: Surroundings,
  place: QueryPlace,
): QueryResult {
  checkOrder(checking, query, place);
  const { clauses } = query;
  const alone = clauses.length === 1 && place === 'statement';
  const end = clauses.at(-1);
  let scope =
    importable !== null && imports(checking, clauses[0], importable)
      ? importable
      : new Scope(visible, given ?? []);
  let updates = false;
  for (const clause of clauses) {
    if (clause === end && place === 'CALL') requireAliases(checking, clause, 'CALL { RETURN ... }');
    const result = checkClause(checking, clause, scope, { base: visible, alone });
    scope = result.scope;
    updates ||= result.updates;
  }
  const gives = end?.kind === 'Return' || (alone && end?.kind === 'CallProcedure' && !scope.isEmpty);
  return { columns: gives ? new Map(scope.own()) : null, updates };
}

/** Whether the query begins with a WITH that only names variables from outside. */
function imports(checking: Checking, first: Clause | undefined, outside: Scope): boolean {
  if (first?.kind !== 'With') return false;
  const { projection, where } = first;
  const outer = [...mentions(first)].some((name) => outside.has(name));
  if (!outer && !projection.star) return false;
  const simple = projection.items.every(
    ({ expression, alias }) => expression.kind === 'Variable' && expression.name === alias,
  );
  const rule = 'Importing WITH should consist only of simple references to outside variables.';
  if (!simple) {
    throw failure(checking, first.span, `${rule} Aliasing or expressions are not supported.`, '42I28');
  }
  const { orderBy, skip, limit, distinct } = projection;
  const banned = [
    [where !== null, 'WHERE is'],
    [orderBy.length > 0, 'ORDER BY is'],
    [skip !== null, 'SKIP is'],
    [limit !== null, 'LIMIT is'],
    [distinct, 'DISTINCT is'],
  ] as const;
  for (const [found, what] of banned) {
    if (found) throw failure(checking, first.span, `${rule} ${what} not allowed.`, '42I28');
  }
  return true;
}

function requireAliases(checking: Checking, clause: Clause, where: string): void {
  if (clause.kind !== 'Return') return;
  for (const { expression, aliased, span } of clause.projection.items) {
    if (aliased || expression.kind === 'Variable') continue;
    throw failure(checking, span, `Expression in ${where} must be aliased (use AS)`, '42N21');
  }
}
