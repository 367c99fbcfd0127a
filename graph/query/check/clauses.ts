/** The rules of each clause: what it needs in scope, and what it leaves there. */
import type {
  CallSubquery,
  Clause,
  Expression,
  Foreach,
  Let,
  LoadCsv,
  Merge,
  Name,
  Query,
  Span,
  Subquery,
  Unwind,
} from '../ast.ts';
import { some } from '../plan/walk.ts';
import type { Checking, Surroundings } from './checking.ts';
import { alreadyDeclared, expectType, failure } from './checking.ts';
import { checkCreatedPattern } from './create-patterns.ts';
import { checkExpression, checkPredicate } from './expressions.ts';
import { isUpdate, lastClause, nameOf } from './order.ts';
import { checkPatternParts, hasQuantified } from './patterns.ts';
import { checkProcedureCall } from './procedures.ts';
import { checkNonNegative, checkProjection } from './projections.ts';
import { Scope } from './scope.ts';
import { elementOf, isList } from './static-type.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { checkDelete, checkRemoveItems, checkSetItems } from './updates.ts';
import { PLAIN, WITHIN_LIST } from './usage.ts';

export interface ClausePlace {
  /** What stays visible after WITH: the statement around a subquery. */
  readonly base: Scope | null;
  /** Whether the clause is the whole statement. */
  readonly alone: boolean;
}

export interface ClauseResult {
  /** What the next clause sees. */
  readonly scope: Scope;
  readonly updates: boolean;
}

export function checkClause(
  checking: Checking,
  clause: Clause,
  scope: Scope,
  place: ClausePlace,
): ClauseResult {
  const updates = isUpdate(clause);
  switch (clause.kind) {
    case 'Match': {
      const usage = { ...PLAIN, besideQuantified: hasQuantified(clause.pattern) };
      const check = (expression: Expression, inner = scope) =>
        checkExpression(checking, expression, inner, { ...usage, predicate: true });
      checkPatternParts(checking, clause.pattern, scope, check, { ...usage, repeatable: clause.repeatable });
      if (clause.where !== null) checkPredicate(checking, clause.where, scope, usage);
      break;
    }
    case 'Unwind':
      checkUnwind(checking, clause, scope);
      break;
    case 'With':
    case 'Return': {
      const { projection, span } = clause;
      const word = clause.kind === 'With' ? 'WITH' : 'RETURN';
      const where = clause.kind === 'With' ? clause.where : null;
      const at = { clause: word, span, base: place.base } as const;
      return { scope: checkProjection(checking, projection, scope, at, where), updates };
    }
    case 'Create':
      checkCreatedPattern(checking, 'CREATE', clause.pattern, scope);
      break;
    case 'Merge':
      checkCreatedPattern(checking, 'MERGE', [clause.pattern], scope);
      checkSetItems(checking, [...clause.onCreate, ...clause.onMatch], scope);
      refuseSubqueries(checking, clause);
      break;
    case 'Set':
      checkSetItems(checking, clause.items, scope);
      break;
    case 'Remove':
      checkRemoveItems(checking, clause.items, scope);
      break;
    case 'Delete':
      checkDelete(checking, clause, scope);
      break;
    case 'Foreach':
      checkForeach(checking, clause, scope);
      break;
    case 'CallProcedure': {
      const { mode } = checkProcedureCall(checking, clause, scope, place.alone);
      return { scope, updates: mode === 'write' || mode === 'schema' };
    }
    case 'CallSubquery':
      return { scope, updates: checkCallSubquery(checking, clause, scope) };
    case 'LoadCsv':
      checkLoadCsv(checking, clause, scope);
      break;
    case 'Let':
      checkLet(checking, clause, scope);
      break;
    case 'Filter':
      checkPredicate(checking, clause.where, scope, PLAIN);
      break;
    case 'Finish':
      return { scope: new Scope(place.base), updates };
  }
  return { scope, updates };
}

function declare(
  checking: Checking,
  { name, span }: Name,
  scope: Scope,
  type: ReturnType<typeof elementOf>,
): void {
  if (scope.has(name)) throw alreadyDeclared(checking, name, span);
  scope.declare(name, type);
}

function checkLet(checking: Checking, { items }: Let, scope: Scope): void {
  const types = items.map(({ value }) => checkExpression(checking, value, scope, PLAIN));
  for (const [i, { variable }] of items.entries()) declare(checking, variable, scope, types[i] ?? 'Any');
}

/** What is no list is unwound as a list of one. */
function checkUnwind(checking: Checking, { list, variable }: Unwind, scope: Scope): void {
  const type = checkExpression(checking, list, scope, { ...PLAIN, ...WITHIN_LIST });
  declare(checking, variable, scope, isList(type) ? elementOf(type) : 'Any');
}

function checkForeach(checking: Checking, { variable, list, updates }: Foreach, scope: Scope): void {
  const type = checkExpression(checking, list, scope, PLAIN);
  const inner = new Scope(scope, [[variable.name, elementOf(type)]]);
  for (const clause of updates) {
    if (!isUpdate(clause)) {
      throw failure(checking, clause.span, `Invalid use of ${nameOf(clause)} inside FOREACH`, '42I01');
    }
    checkClause(checking, clause, inner, { base: inner, alone: false });
  }
}

function checkLoadCsv(
  checking: Checking,
  { from, variable, withHeaders, fieldTerminator, span }: LoadCsv,
  scope: Scope,
): void {
  expectType(checking, from, checkExpression(checking, from, scope, PLAIN), ['String']);
  if (fieldTerminator !== null && fieldTerminator.length !== 1) {
    throw failure(checking, span, 'CSV field terminator can only be one character wide', '42I06');
  }
  declare(checking, variable, scope, withHeaders ? 'Map' : 'List<String>');
}

/** @returns whether the subquery updates */
/** Neither in the pattern nor after ON CREATE and ON MATCH; a pattern expression may stand there. */
function refuseSubqueries(checking: Checking, clause: Merge): void {
  some(clause, (part) => {
    if (part['kind'] !== 'Subquery') return false;
    throw failure(
      checking,
      (part as unknown as Subquery).span,
      'Subquery expressions are not allowed in a MERGE clause.',
      ['42001', '42I48'],
    );
  });
}

function checkCallSubquery(checking: Checking, clause: CallSubquery, scope: Scope): boolean {
  const { imports, query, inTransactions, span } = clause;
  const { columns, updates } = checking.checkSubquery(
    query,
    surroundings(checking, imports, scope),
    'CALL',
    span,
  );
  if (inTransactions !== null) {
    for (const [count, words] of [
      [inTransactions.rows, 'OF ... ROWS'],
      [inTransactions.concurrency, 'IN ... CONCURRENT'],
      [inTransactions.retry?.seconds ?? null, 'FOR ... SECONDS'],
    ] as const) {
      if (count === null) continue;
      if (some(count, (part) => part['kind'] === 'Variable')) {
        throw failure(
          checking,
          count.span,
          `It is not allowed to refer to variables in ${words}, so that the value for ${words} can be statically calculated.`,
          '42N28',
        );
      }
      if (words === 'FOR ... SECONDS') continue;
      checkExpression(checking, count, new Scope(), PLAIN);
      checkNonNegative(checking, count, 1n, 'positive');
    }
  }
  for (const [name, type] of columns ?? []) {
    if (scope.has(name))
      throw failure(
        checking,
        columnSpan(checking.text, query, name) ?? span,
        `Variable \`${name}\` already declared in outer scope`,
        '42N07',
      );
    scope.declare(name, type);
  }
  const status = inTransactions?.status ?? null;
  if (status !== null) declare(checking, status, scope, 'Map');
  return updates;
}

function surroundings(checking: Checking, imports: CallSubquery['imports'], scope: Scope): Surroundings {
  if (imports === null) return { visible: null, importable: scope, given: null };
  if (imports === '*') return { visible: scope, importable: null, given: null };
  const imported = imports.map(({ name, span }) => {
    const type = scope.type(name);
    if (type === undefined) throw undefinedVariable(checking, scope, name, span);
    return [name, type] as const;
  });
  return { visible: new Scope(null, imported), importable: null, given: null };
}

/** Where a query's RETURN names a column. */
function columnSpan(text: string, query: Query, name: string): Span | undefined {
  const end = lastClause(query);
  if (end?.kind !== 'Return') return undefined;
  const item = end.projection.items.find(({ alias }) => alias === name);
  if (item === undefined) return undefined;
  const written = /(?:`[^`]*`|[^\s`])+$/.exec(text.slice(item.span.start, item.span.end))?.[0] ?? '';
  return { start: item.span.end - written.length, end: item.span.end };
}
