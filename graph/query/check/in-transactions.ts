/** Where `CALL { … } IN TRANSACTIONS` may stand: in the statement itself, before anything is written. */
import type { CallSubquery, Clause, InTransactions, Query } from '../ast.ts';
import { some } from '../plan/walk.ts';
import type { Checking } from './checking.ts';
import { failure } from './checking.ts';
import { isUpdate } from './order.ts';

type Tree = Readonly<Record<string, unknown>>;

type Batched = CallSubquery & { readonly inTransactions: InTransactions };

const isBatched = (part: object): part is Batched =>
  (part as Tree)['kind'] === 'CallSubquery' && (part as Tree)['inTransactions'] !== null;

/** @returns whether the statement has one */
export function checkInTransactions(checking: Checking, query: Query): boolean {
  // most statements need not be looked through
  if (!/TRANSACTIONS/i.test(checking.text) || !some(query, isBatched)) return false;
  checkQuery(checking, query, false);
  return true;
}

function checkQuery(checking: Checking, query: Query, inUnion: boolean): void {
  switch (query.kind) {
    case 'SingleQuery':
      checkClauses(checking, query.clauses, inUnion);
      break;
    case 'Union':
      for (const side of [query.left, query.right]) checkQuery(checking, side, true);
      break;
    case 'Sequence':
      for (const part of [query.first, query.next]) checkQuery(checking, part, inUnion);
      break;
    case 'Conditional':
      refuse(checking, query, 'in a conditional query');
  }
}

function checkClauses(checking: Checking, clauses: readonly Clause[], inUnion: boolean): void {
  let wrote = false;
  for (const clause of clauses) {
    if (isBatched(clause)) {
      if (inUnion) throw unsupported(checking, clause, 'in a UNION');
      if (wrote) throw unsupported(checking, clause, 'after a write clause');
      const nested = find(clause.query);
      if (nested !== null) {
        const message = 'Nested CALL { ... } IN TRANSACTIONS is not supported';
        throw failure(checking, nested.span, message, '42N58');
      }
    } else {
      refuse(
        checking,
        clause,
        clause.kind === 'CallSubquery' ? 'nested in a regular CALL' : 'in an expression',
      );
      wrote ||= isUpdate(clause) || (clause.kind === 'CallSubquery' && writesWithin(clause.query));
    }
  }
}

const writesWithin = (query: Query): boolean =>
  some(query, (part) => typeof part['kind'] === 'string' && isUpdate(part as unknown as Clause));

function find(tree: object): CallSubquery | null {
  let found: CallSubquery | null = null;
  some(tree, (part) => {
    if (!isBatched(part)) return false;
    found = part;
    return true;
  });
  return found;
}

function refuse(checking: Checking, tree: object, where: string): void {
  const nested = find(tree);
  if (nested !== null) throw unsupported(checking, nested, where);
}

const unsupported = (checking: Checking, clause: CallSubquery, where: string) =>
  failure(checking, clause.span, `CALL { ... } IN TRANSACTIONS ${where} is not supported`, '42I25');
