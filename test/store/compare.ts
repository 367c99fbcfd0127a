/** Makes what two stores answer comparable. */
import { encodeTyped } from '../../graph/formats/typed-json.ts';
import type { Value } from '../../graph/model.ts';

/** All that a graph holds, without ids. */
export const HELD = `MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties, '' AS from, '' AS to
  UNION ALL MATCH (a)-[r]->(b) RETURN [type(r)] AS labels, properties(r) AS properties, a.id AS from, b.id AS to`;

/** What of a result may come in any order. */
export interface Comparison {
  /** True where the rows come in the order that the statement asks for. */
  readonly ordered: boolean;
  /** True where the items of a list come in any order, as keys and labels do. */
  readonly bags: boolean;
}

export const comparisonOf = (statement: string): Comparison => ({
  ordered: /ORDER BY/.test(statement),
  // a pattern comprehension gives what it finds in any order
  bags: /keys\(|labels\(|\[(?:\w+ = )?\(\w*[:)]/.test(statement),
});

/**
 * As typed text, in which `1` and `1.0`, `0.0` and `-0.0`, a zone by name and by offset differ. Element ids are each
 * store's own.
 */
function shown(value: Value, bags: boolean): string {
  const canonical = (json: unknown, key = ''): unknown => {
    if (key.endsWith('element_id')) return '<id>';
    if (typeof json !== 'object' || json === null) return json;
    if (Array.isArray(json)) {
      const items = json.map((item) => canonical(item));
      return bags ? items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
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
export function comparableRows({ ordered, bags }: Comparison, rows: readonly (readonly Value[])[]): string[] {
  const texts = rows.map((row) => row.map((value) => shown(value, bags)).join(' | '));
  return ordered ? texts : texts.toSorted();
}
