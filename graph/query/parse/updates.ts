/**
 * The clauses that write:
 *
 *     create  = (CREATE | INSERT) pattern
 *     merge   = MERGE part { ON CREATE set | ON MATCH set }
 *     set     = SET setItem { "," setItem }
 *     setItem = target "=" expression | name "=" expression | name "+=" expression | name labels
 *     target  = an expression that ends in `.name` or `[expression]`
 *     labels  = (":" | IS) label { ":" label }
 *     remove  = REMOVE (target | name labels) { "," (target | name labels) }
 *     delete  = [DETACH | NODETACH] DELETE expression { "," expression }
 *     foreach = FOREACH "(" name IN expression "|" update { update } ")"
 */
import type {
  Clause,
  Create,
  Delete,
  Expression,
  Foreach,
  Merge,
  Name,
  Remove,
  RemoveItem,
  SetClause,
  SetItem,
} from '../ast.ts';
import type { Cursor } from './cursor.ts';
import { parseLabelNames } from './labels.ts';
import { parsePattern, parsePatternPart } from './patterns.ts';

export function parseCreate(cursor: Cursor): Create {
  const { start } = cursor.token;
  if (!cursor.accept('INSERT')) cursor.expect('CREATE');
  return { kind: 'Create', pattern: parsePattern(cursor), span: cursor.span(start) };
}

export function parseMerge(cursor: Cursor): Merge {
  const { start } = cursor.expect('MERGE');
  cursor.expecting('a graph pattern', { whole: true });
  const pattern = parsePatternPart(cursor);
  const onCreate: SetItem[] = [];
  const onMatch: SetItem[] = [];
  while (cursor.accept('ON')) {
    const items = cursor.accept('CREATE') ? onCreate : onMatch;
    if (items === onMatch) cursor.expect('MATCH');
    items.push(...parseSet(cursor).items);
  }
  return { kind: 'Merge', pattern, onCreate, onMatch, span: cursor.span(start) };
}

export function parseSet(cursor: Cursor): SetClause {
  const { start } = cursor.expect('SET');
  return { kind: 'Set', items: cursor.list(() => parseSetItem(cursor)), span: cursor.span(start) };
}

function parseSetItem(cursor: Cursor): SetItem {
  const { start } = cursor.token;
  const variable = bareVariable(cursor);
  if (variable !== null) {
    const operator = cursor.acceptOne(['=', '+=']);
    if (operator !== undefined) {
      const value = cursor.rules.expression(cursor);
      return { kind: 'SetAll', variable, value, merge: operator === '+=', span: cursor.span(start) };
    }
    const labels = parseLabelNames(cursor);
    if (labels.length === 0) throw cursor.unexpected();
    return { kind: 'SetLabels', variable, labels, span: cursor.span(start) };
  }
  const target = parseTarget(cursor);
  cursor.expect('=');
  return { kind: 'SetProperty', target, value: cursor.rules.expression(cursor), span: cursor.span(start) };
}

/** A variable that is the whole target, not the beginning of `n.name` or `n[key]`. */
function bareVariable(cursor: Cursor): Name | null {
  const next = cursor.peek(1).key;
  return cursor.atName() && next !== '.' && next !== '[' && next !== '('
    ? cursor.name('a variable name')
    : null;
}

function parseTarget(cursor: Cursor): Extract<SetItem, { kind: 'SetProperty' }>['target'] {
  const { start } = cursor.token;
  const target = cursor.rules.operand(cursor);
  if (target.kind === 'Property' || target.kind === 'DynamicProperty') return target;
  throw cursor.error('Invalid target: expected a property, as in `n.name`', '42I06', start);
}

export function parseRemove(cursor: Cursor): Remove {
  const { start } = cursor.expect('REMOVE');
  return { kind: 'Remove', items: cursor.list(() => parseRemoveItem(cursor)), span: cursor.span(start) };
}

function parseRemoveItem(cursor: Cursor): RemoveItem {
  const { start } = cursor.token;
  const variable = bareVariable(cursor);
  if (variable === null) {
    return { kind: 'RemoveProperty', target: parseTarget(cursor), span: cursor.span(start) };
  }
  const labels = parseLabelNames(cursor);
  if (labels.length === 0) {
    cursor.expecting("'.'");
    throw cursor.unexpected();
  }
  return { kind: 'RemoveLabels', variable, labels, span: cursor.span(start) };
}

export function parseDelete(cursor: Cursor): Delete {
  const { start } = cursor.token;
  const detach = cursor.accept('DETACH');
  if (!detach) cursor.accept('NODETACH');
  cursor.expect('DELETE');
  const expressions: Expression[] = cursor.list(() => cursor.rules.expression(cursor));
  return { kind: 'Delete', detach, expressions, span: cursor.span(start) };
}

/** @param parseClause any clause; which of them FOREACH may hold is the semantic check's matter */
export function parseForeach(cursor: Cursor, parseClause: (cursor: Cursor) => Clause | null): Foreach {
  const { start } = cursor.expect('FOREACH');
  cursor.expect('(');
  const rest = cursor.bracketed(() => {
    const variable = cursor.name('a variable name');
    cursor.expect('IN');
    const list = cursor.rules.expression(cursor);
    cursor.expect('|');
    const updates: Clause[] = [];
    for (let next = parseClause(cursor); next !== null; next = parseClause(cursor)) updates.push(next);
    if (updates.length === 0) throw cursor.unexpected();
    return { variable, list, updates };
  });
  cursor.expect(')');
  return { kind: 'Foreach', ...rest, span: cursor.span(start) };
}
