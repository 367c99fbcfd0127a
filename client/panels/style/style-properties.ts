/** The properties that colours and sizes can tell. */
import type { ScreenGraph } from '../../state/graph.ts';

export interface StyleProperty {
  readonly key: string;
  /** How many nodes have it. */
  readonly count: number;
  /** Whether all its values are numbers: only those can be sizes. */
  readonly isScale: boolean;
}

/** Those that most nodes have first. Left out is what tells nothing: lists, one value for all, and a value of its own for each text. */
export function styleProperties(graph: ScreenGraph, nodes: Iterable<string>): StyleProperty[] {
  const columns = new Map<
    string,
    { count: number; isScale: boolean; isText: boolean; values: Set<unknown> }
  >();
  for (const id of nodes)
    for (const [key, value] of Object.entries(graph.getNodeAttribute(id, 'properties'))) {
      if (value === null || typeof value === 'object') continue;
      let column = columns.get(key);
      if (column === undefined)
        columns.set(key, (column = { count: 0, isScale: true, isText: false, values: new Set() }));
      column.count++;
      column.values.add(value);
      if (typeof value !== 'number') column.isScale = false;
      if (typeof value === 'string' && !/^\d{4}(-\d{2}(-\d{2})?)?(T|$)/.test(value)) column.isText = true;
    }
  return [...columns]
    .filter(([, { count, values, isText }]) => values.size > 1 && !(isText && values.size === count))
    .map(([key, { count, isScale }]) => ({ key, count, isScale }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
