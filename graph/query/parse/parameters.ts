/** `parameter = "$" (name | digits)` */
import type { Parameter } from '../ast.ts';
import type { Cursor } from './cursor.ts';

export function parseParameter(cursor: Cursor): Parameter {
  const start = cursor.expect('$').start;
  const { name } = cursor.name('an identifier or an integer value');
  return { kind: 'Parameter', name, span: cursor.span(start) };
}
