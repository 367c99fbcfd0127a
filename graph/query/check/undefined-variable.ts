/** A variable that cannot be named where it is: the error says what was likely meant, or why it is not visible. */
import type { CypherError } from '../../errors.ts';
import type { Span, Statement } from '../ast.ts';
import { eachPart } from '../plan/walk.ts';
import { nearest } from '../syntax-error.ts';
import type { Checking } from './checking.ts';
import { failure } from './checking.ts';
import type { Scope } from './scope.ts';

export function undefinedVariable(checking: Checking, scope: Scope, name: string, at: Span): CypherError {
  const hint = hintFor(checking, scope, name, at);
  return failure(checking, at, `Variable \`${name}\` not defined${hint}`, '42N62');
}

function hintFor({ statement, deferred }: Checking, scope: Scope, name: string, at: Span): string {
  const names = [...scope.names()];
  const meant = nearest(name, names);
  if (meant !== undefined) return `; did you mean \`${meant}\`?`;
  if (isNamedBefore(statement, name, at.start)) {
    return '; it is named before, but no WITH or CALL (…) passes it on to here';
  }
  if (deferred.length > 0) return '; what a procedure gives is named by YIELD';
  return names.length === 0 ? `; text stands in quotation marks: '${name}'` : '';
}

/** What gives a name only to what is inside it. */
const LOCAL: ReadonlySet<string> = new Set(['Foreach', 'ListComprehension', 'Quantifier', 'Reduce']);

/** Whether a pattern, a clause or an `AS` before the offset gives something this name. */
function isNamedBefore(statement: Statement, name: string, offset: number): boolean {
  let found = false;
  eachPart(statement.body, (part) => {
    const { kind, variable, alias, aliased, span } = part;
    if (LOCAL.has(String(kind))) return !found;
    const names =
      (typeof variable === 'object' && variable !== null && 'name' in variable && variable.name === name) ||
      (aliased === true && alias === name);
    found ||= names && (span as Span | undefined) !== undefined && (span as Span).start < offset;
    return !found;
  });
  return found;
}
