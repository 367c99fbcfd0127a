/**
 * The order of clauses: where a query may read again after it wrote, and how it may end.
 *
 * @see TCK InvalidClauseComposition, and Neo4j's manual on composing clauses
 */
import type { Clause, Query, SingleQuery } from '../ast.ts';
import type { Checking, QueryPlace } from './checking.ts';
import { failure } from './checking.ts';

const NAMES: Readonly<Record<Clause['kind'], string>> = {
  Match: 'MATCH',
  Unwind: 'UNWIND',
  With: 'WITH',
  Return: 'RETURN',
  Create: 'CREATE',
  Merge: 'MERGE',
  Set: 'SET',
  Remove: 'REMOVE',
  Delete: 'DELETE',
  Foreach: 'FOREACH',
  CallProcedure: 'CALL',
  CallSubquery: 'CALL',
  LoadCsv: 'LOAD CSV',
  Let: 'LET',
  Filter: 'FILTER',
  Finish: 'FINISH',
};

/** The clause's keyword. */
export const nameOf = (clause: Clause): string => NAMES[clause.kind];

const UPDATES: ReadonlySet<Clause['kind']> = new Set([
  'Create',
  'Merge',
  'Set',
  'Remove',
  'Delete',
  'Foreach',
]);

/** Whether the clause itself writes, as its keyword says; a CALL may as well. */
export const isUpdate = (clause: Clause): boolean => UPDATES.has(clause.kind);

export function checkOrder(checking: Checking, { clauses, span }: SingleQuery, place: QueryPlace): void {
  let update: Clause | null = null;
  for (const [i, clause] of clauses.entries()) {
    const last = i === clauses.length - 1;
    const next = clauses[i + 1];
    if (clause.kind === 'Return' && next?.kind === 'With' && next.span.start === next.projection.span.start) {
      throw failure(
        checking,
        clause.span,
        'ORDER BY, SKIP and LIMIT stand in this order, and each once, after RETURN.',
        '42I63',
      );
    }
    if (!last && (clause.kind === 'Return' || clause.kind === 'Finish')) {
      throw failure(
        checking,
        clause.span,
        `${nameOf(clause)} can only be used at the end of the query.`,
        '42I38',
      );
    }
    if (clause.kind === 'With') update = null;
    else if (isUpdate(clause)) update = clause;
    else if (
      checking.version === 5 &&
      update !== null &&
      clause.kind !== 'Return' &&
      clause.kind !== 'Finish'
    ) {
      throw failure(
        checking,
        clause.span,
        `WITH is required between ${nameOf(update)} and ${nameOf(clause)}`,
        '42N24',
      );
    }
  }
  const end = clauses.at(-1);
  if (end === undefined || place === 'EXISTS' || place === 'COUNT') return;
  if (canConclude(end, clauses.length === 1 && place === 'statement')) return;
  const name = end.kind === 'CallProcedure' ? 'CALL together with YIELD' : nameOf(end);
  throw failure(
    checking,
    clauses.length === 1 ? span : end.span,
    `Query cannot conclude with ${name} (must be a RETURN clause, a FINISH clause, an update clause, a unit subquery call, ` +
      'or a procedure call with no YIELD).',
    '42N71',
  );
}

function canConclude(clause: Clause, alone: boolean): boolean {
  if (isUpdate(clause) || clause.kind === 'Return' || clause.kind === 'Finish') return true;
  if (clause.kind === 'CallProcedure') return alone || (clause.yields === null && !clause.yieldStar);
  return clause.kind === 'CallSubquery' && !returns(clause.query);
}

function returns(query: Query): boolean {
  return lastClause(query)?.kind === 'Return';
}

/** The clause that a query ends with; of several queries side by side, the first one's. */
export function lastClause(query: Query): Clause | undefined {
  switch (query.kind) {
    case 'SingleQuery':
      return query.clauses.at(-1);
    case 'Union':
      return lastClause(query.left);
    case 'Conditional': {
      const [first] = query.branches;
      return first === undefined ? undefined : lastClause(first.query);
    }
    case 'Sequence':
      return lastClause(query.next);
  }
}
