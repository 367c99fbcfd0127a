/** Makes what two stores answer comparable. */
import { encodeTyped } from '../../graph/formats/typed-json.ts';
import type { Value } from '../../graph/model.ts';

/** All that a graph holds, without ids. */
export const HELD = `MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties, '' AS from, '' AS to
  UNION ALL MATCH (a)-[r]->(b) RETURN [type(r)] AS labels, properties(r) AS properties, a.id AS from, b.id AS to`;

/** As text; element ids are each store's own, and the keys and labels of an element have no order. */
function shown(value: Value, statement: string): string {
  const unorderedLists = /keys\(|labels\(/.test(statement);
  const canonical = (json: unknown, key = ''): unknown => {
    if (key.endsWith('element_id')) return '<id>';
    if (typeof json !== 'object' || json === null) return json;
    if (Array.isArray(json)) {
      const items = json.map((item) => canonical(item));
      return unorderedLists
        ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
        : items;
    }
    return Object.fromEntries(
      Object.entries(json)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, item]) => [name, canonical(item, name)]),
    );
  };
  return JSON.stringify(canonical(encodeTyped(value)));
}

/** Where nothing orders them, rows come in any order. */
export function comparableRows(statement: string, rows: readonly (readonly Value[])[]): string[] {
  const texts = rows.map((row) => row.map((value) => shown(value, statement)).join(' | '));
  return /ORDER BY/.test(statement) ? texts : texts.toSorted();
}
