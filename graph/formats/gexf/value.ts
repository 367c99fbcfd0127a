/** Property values as the text of a GEXF attribute. */
import { isList, isMap, Point } from '../../model.ts';
import type { Value } from '../../model.ts';
import type { GexfType } from './columns.ts';

/** The value as a column of this type holds it (not yet escaped), or null where it is of another type and has no such text. */
export function attributeText(value: Value, type: GexfType): string | null {
  switch (type) {
    case 'long':
      return typeof value === 'bigint' ? String(value) : null;
    case 'double':
      return typeof value === 'number' ? String(value) : null;
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : null;
    case 'liststring':
      return isList(value) ? listText(value) : null;
    case 'string':
      return text(value);
  }
}

/** `["a, b", "c"]`: every item quoted, the one form in which Gephi keeps commas and brackets inside items. */
export function listText(items: readonly Value[]): string {
  return `[${items.map((item) => `"${text(item).replace(/["\\]/g, '\\$&')}"`).join(', ')}]`;
}

function text(value: Value): string {
  if (typeof value === 'string') return value;
  if (isList(value)) return listText(value);
  if (isMap(value)) return `{${[...value].map(([key, item]) => `${key}: ${text(item)}`).join(', ')}}`;
  if (value instanceof Point) {
    const { srid, x, y, z } = value;
    return `SRID=${srid};POINT (${z === null ? `${x} ${y}` : `${x} ${y} ${z}`})`;
  }
  return String(value);
}
