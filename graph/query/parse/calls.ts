/**
 *     call      = [OPTIONAL] CALL (procedure | subquery)
 *     procedure = name { "." name } ["(" [expression { "," expression }] ")"] [YIELD ("*" | yield { "," yield } [WHERE expression])]
 *     yield     = name [AS name]
 *     subquery  = ["(" ["*" | name { "," name }] ")"] "{" query "}" [transactions]
 *     transactions = IN [[expression] CONCURRENT] TRANSACTIONS { OF expression (ROW | ROWS)
 *                  | ON ERROR (CONTINUE | BREAK | FAIL | RETRY [FOR expression (SECOND | SECONDS)] [THEN (CONTINUE | BREAK | FAIL)])
 *                  | REPORT STATUS AS name }                each at most once
 */
import type { CallProcedure, CallSubquery, InTransactions, Name } from '../ast.ts';
import type { Cursor } from './cursor.ts';

export function parseCall(cursor: Cursor): CallProcedure | CallSubquery {
  const { start } = cursor.token;
  const optional = cursor.accept('OPTIONAL');
  cursor.expect('CALL');
  return cursor.at('{') || cursor.at('(')
    ? parseCallSubquery(cursor, start, optional)
    : parseCallProcedure(cursor, start, optional);
}

function parseCallSubquery(cursor: Cursor, start: number, optional: boolean): CallSubquery {
  const imports = cursor.accept('(') ? parseImports(cursor) : null;
  cursor.expect('{');
  const query = cursor.bracketed(() => cursor.rules.query(cursor));
  cursor.expect('}');
  const inTransactions = cursor.accept('IN') ? parseInTransactions(cursor) : null;
  return { kind: 'CallSubquery', optional, imports, query, inTransactions, span: cursor.span(start) };
}

function parseImports(cursor: Cursor): CallSubquery['imports'] {
  if (cursor.accept('*')) {
    cursor.expect(')');
    return '*';
  }
  const imports = cursor.at(')') ? [] : cursor.list(() => cursor.name('a variable name'));
  cursor.expect(')');
  return imports;
}

function parseInTransactions(cursor: Cursor): InTransactions {
  const concurrency =
    cursor.at('CONCURRENT') || cursor.at('TRANSACTIONS') ? null : cursor.rules.expression(cursor);
  const concurrent = cursor.accept('CONCURRENT');
  cursor.expect('TRANSACTIONS');
  let rows: InTransactions['rows'] = null;
  let failing: Pick<InTransactions, 'onError' | 'retry'> | null = null;
  let status: Name | null = null;
  let reported = 0;
  const once = (there: unknown, what: string, start: number): void => {
    if (there !== null) throw cursor.error(`Duplicated ${what} parameters`, '42N19', start);
  };
  for (;;) {
    const { start } = cursor.token;
    if (cursor.accept('OF')) {
      once(rows, 'OF ROWS', start);
      rows = cursor.rules.expression(cursor);
      if (!cursor.accept('ROWS')) cursor.expect('ROW');
    } else if (cursor.accept('ON', 'ERROR')) {
      once(failing, 'ON ERROR', start);
      failing = parseOnError(cursor);
    } else if (cursor.accept('REPORT', 'STATUS', 'AS')) {
      once(status, 'REPORT STATUS', start);
      status = cursor.name('a variable name');
      reported = start;
    } else {
      if (status !== null && (failing?.onError ?? 'fail') === 'fail') {
        const message = 'REPORT STATUS can only be used when specifying ON ERROR CONTINUE or ON ERROR BREAK';
        throw cursor.error(message, '42I36', reported);
      }
      return { rows, concurrent, concurrency, ...(failing ?? { onError: 'fail', retry: null }), status };
    }
  }
}

function parseOnError(cursor: Cursor): Pick<InTransactions, 'onError' | 'retry'> {
  if (!cursor.accept('RETRY')) return { onError: parseFailing(cursor), retry: null };
  const seconds = cursor.accept('FOR') ? cursor.rules.expression(cursor) : null;
  if (seconds !== null && !cursor.accept('SECONDS')) cursor.expect('SECOND');
  return { onError: cursor.accept('THEN') ? parseFailing(cursor) : 'fail', retry: { seconds } };
}

function parseFailing(cursor: Cursor): InTransactions['onError'] {
  if (cursor.accept('CONTINUE')) return 'continue';
  if (cursor.accept('BREAK')) return 'break';
  cursor.expect('FAIL');
  return 'fail';
}

function parseCallProcedure(cursor: Cursor, start: number, optional: boolean): CallProcedure {
  const names = [cursor.name('a procedure name').name];
  while (cursor.accept('.')) names.push(cursor.name('a procedure name').name);
  let args: CallProcedure['args'] = null;
  if (cursor.accept('(')) {
    args = cursor.bracketed(() => (cursor.at(')') ? [] : cursor.list(() => cursor.rules.expression(cursor))));
    cursor.expect(')');
  }
  let yields: CallProcedure['yields'] = null;
  let yieldStar = false;
  let where: CallProcedure['where'] = null;
  if (cursor.accept('YIELD')) {
    yieldStar = cursor.accept('*');
    if (!yieldStar) yields = cursor.list(() => parseYield(cursor));
    if (cursor.accept('WHERE')) where = cursor.rules.expression(cursor);
  }
  const name = names.join('.');
  return { kind: 'CallProcedure', optional, name, args, yields, yieldStar, where, span: cursor.span(start) };
}

function parseYield(cursor: Cursor): { field: Name; alias: Name } {
  const field = cursor.name('a procedure result field');
  return { field, alias: cursor.accept('AS') ? cursor.name('a variable name') : field };
}
