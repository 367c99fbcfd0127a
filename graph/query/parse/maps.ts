/** `map = "{" [ name ":" expression { "," name ":" expression } ] "}"` */
import type { MapLiteral } from '../ast.ts';
import type { Cursor } from './cursor.ts';

export function parseMap(cursor: Cursor): MapLiteral {
  const start = cursor.expect('{').start;
  if (cursor.accept('}')) return { kind: 'MapLiteral', entries: [], span: cursor.span(start) };
  const entries = cursor.bracketed(() =>
    cursor.list(() => {
      const key = cursor.name('an identifier');
      cursor.expect(':');
      return { key, value: cursor.rules.expression(cursor) };
    }),
  );
  cursor.expect('}');
  return { kind: 'MapLiteral', entries, span: cursor.span(start) };
}
