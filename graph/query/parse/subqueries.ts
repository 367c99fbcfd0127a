/** `subquery = (EXISTS | COUNT | COLLECT) "{" (pattern [WHERE expression] | query) "}"` */
import type { Match, Subquery } from '../ast.ts';
import type { Cursor } from './cursor.ts';
import { parsePattern, shortestFunction } from './patterns.ts';

export function parseSubquery(cursor: Cursor, form: Subquery['form']): Subquery {
  const start = cursor.expect(form).start;
  cursor.expect('{');
  const query = cursor.bracketed(() =>
    atBarePattern(cursor) ? parseBarePattern(cursor) : cursor.rules.query(cursor),
  );
  cursor.expect('}');
  return { kind: 'Subquery', form, query, span: cursor.span(start) };
}

function atBarePattern(cursor: Cursor): boolean {
  return (
    cursor.at('(') ||
    (cursor.atName() && cursor.peek(1).key === '=') ||
    shortestFunction(cursor) !== null ||
    ['ANY', 'ALL', 'SHORTEST'].includes(cursor.token.key) ||
    (cursor.version === 25 && ['WALK', 'TRAIL', 'ACYCLIC'].includes(cursor.token.key))
  );
}

function parseBarePattern(cursor: Cursor): Subquery['query'] {
  const { start } = cursor.token;
  const pattern = parsePattern(cursor);
  const where = cursor.accept('WHERE') ? cursor.rules.expression(cursor) : null;
  const span = cursor.span(start);
  const match: Match = { kind: 'Match', optional: false, repeatable: false, pattern, where, span };
  return { kind: 'SingleQuery', clauses: [match], span };
}
