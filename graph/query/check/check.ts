/**
 * The semantic check: what a statement must be before it is planned, beyond being well-formed. Pure: it sees the tree
 * and what may be called, no graph and no parameters. The rules are openCypher's compile-time errors (each file names
 * its TCK scenarios) with Neo4j 5's words; they lie by subject:
 *
 * | file | subject |
 * |---|---|
 * | `queries.ts`, `order.ts` | whole queries, UNION, subqueries; the order of clauses |
 * | `clauses.ts`, `projections.ts`, `updates.ts`, `procedures.ts` | one clause each |
 * | `scope.ts` | variables |
 * | `patterns.ts`, `create-patterns.ts`, `pattern-expressions.ts` | patterns matched, made, tested |
 * | `expressions.ts`, `operators.ts`, `functions.ts` | expressions, with their types |
 * | `aggregation.ts`, `usage.ts` | where aggregations may stand |
 * | `static-type.ts`, `signatures.ts` | what is known of types |
 */
import type { Statement } from '../ast.ts';
import type { Checking } from './checking.ts';
import { checkInTransactions } from './in-transactions.ts';
import type { Environment } from './environment.ts';
import { checkQuery, checkSubquery } from './queries.ts';
import { checkShow } from './show.ts';
import type { StaticType } from './static-type.ts';

export interface Checked {
  /** What the statement may do: a `read` statement changes nothing, `schema` changes indexes or constraints. */
  readonly access: 'read' | 'write' | 'schema';
  /** The names of the result's columns, in order; empty where it gives none. */
  readonly columns: readonly string[];
  /** What is known of each column's values, in the same order. */
  readonly types: readonly StaticType[];
  /** Neo4j's letters: a statement that writes and gives rows is `rw`. */
  readonly queryType: 'r' | 'w' | 'rw' | 's';
  /** It begins transactions itself: `CALL { … } IN TRANSACTIONS`. */
  readonly inTransactions: boolean;
}

/**
 * @param text the statement's text, for messages
 * @throws CypherError naming the first rule that is broken, with its place
 */
export function check(statement: Statement, text: string, environment: Environment): Checked {
  const checking: Checking = {
    text,
    statement,
    environment,
    version: statement.version,
    deferred: [],
    checkSubquery: (query, around, place, span) => checkSubquery(checking, query, around, place, span),
  };
  const { body } = statement;
  switch (body.kind) {
    case 'SingleQuery':
    case 'Union':
    case 'Conditional':
    case 'Sequence': {
      const nothing = { visible: null, importable: null, given: null };
      const { columns, updates } = checkQuery(checking, body, nothing, 'statement');
      const [deferred] = checking.deferred;
      if (deferred !== undefined) throw deferred;
      return {
        access: updates ? 'write' : 'read',
        columns: [...(columns?.keys() ?? [])],
        types: [...(columns?.values() ?? [])],
        queryType: !updates ? 'r' : columns === null ? 'w' : 'rw',
        inTransactions: checkInTransactions(checking, body),
      };
    }
    case 'Show': {
      const columns = checkShow(checking, body);
      return {
        access: 'read',
        columns,
        types: columns.map(() => 'Any'),
        queryType: 'r',
        inTransactions: false,
      };
    }
    default:
      return { access: 'schema', columns: [], types: [], queryType: 's', inTransactions: false };
  }
}
