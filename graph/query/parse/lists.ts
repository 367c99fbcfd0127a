/**
 * What stands in square brackets where an expression is expected:
 *
 *     list = "[" [expression { "," expression }] "]"
 *          | "[" name IN expression [WHERE expression] ["|" expression] "]"
 *          | "[" [name "="] path [WHERE expression] "|" expression "]"
 */
import type { Expression, ListComprehension, PatternComprehension } from '../ast.ts';
import type { Cursor } from './cursor.ts';
import { atPatternExpression, parsePatternPart } from './patterns.ts';

export function parseBracketedList(cursor: Cursor): Expression {
  const { start } = cursor.token;
  if (opensComprehension(cursor)) return parseComprehension(cursor);
  cursor.expect('[');
  if (opensPatternComprehension(cursor)) return parsePatternComprehension(cursor, start);
  const items = cursor.at(']')
    ? []
    : cursor.bracketed(() => cursor.list(() => cursor.rules.expression(cursor)));
  cursor.expect(']');
  return { kind: 'ListLiteral', items, span: cursor.span(start) };
}

/** `[x IN xs …` without a comma of its own: `[x IN xs, true]` is a list of two. */
function opensComprehension(cursor: Cursor): boolean {
  const { kind } = cursor.peek(1);
  return (kind === 'word' || kind === 'quoted') && cursor.peek(2).key === 'IN' && !holds(cursor, 0, ',');
}

/** Whether `key` stands in the bracket that opens `ahead` tokens from here, and in no bracket inside it. */
function holds(cursor: Cursor, ahead: number, key: string): boolean {
  const end = cursor.closing(ahead);
  for (let i = ahead + 1; i < end; i++) {
    if (cursor.peek(i).key === key) return true;
    const close = cursor.closing(i);
    if (close > 0) i = close;
  }
  return false;
}

function parseComprehension(cursor: Cursor): ListComprehension {
  const { start } = cursor.expect('[');
  const variable = cursor.name('a variable name');
  cursor.expect('IN');
  const list = cursor.bracketed(() => cursor.rules.expression(cursor), true);
  const where = parseWhere(cursor);
  const projection = cursor.accept('|') ? cursor.bracketed(() => cursor.rules.expression(cursor)) : null;
  cursor.expect(']');
  return { kind: 'ListComprehension', variable, list, where, projection, span: cursor.span(start) };
}

/** The opening bracket is taken already. */
function opensPatternComprehension(cursor: Cursor): boolean {
  if (!holds(cursor, -1, '|')) return false;
  return (
    (cursor.atName() && cursor.peek(1).key === '=' && cursor.peek(2).key === '(') ||
    (cursor.sees('(') && atPatternExpression(cursor))
  );
}

function parsePatternComprehension(cursor: Cursor, start: number): PatternComprehension {
  const pattern = cursor.bracketed(() => parsePatternPart(cursor));
  const where = parseWhere(cursor);
  cursor.expect('|');
  const projection = cursor.bracketed(() => cursor.rules.expression(cursor));
  cursor.expect(']');
  return { kind: 'PatternComprehension', pattern, where, projection, span: cursor.span(start) };
}

function parseWhere(cursor: Cursor): Expression | null {
  return cursor.accept('WHERE') ? cursor.bracketed(() => cursor.rules.expression(cursor), true) : null;
}
