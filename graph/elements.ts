/** Graph elements among values, and what they are known by outside a store. */
import { isList, isMap, Node, Path, Relationship } from './model.ts';
import type { Value } from './model.ts';

/** The `id` property, or the element id where there is none: what `/api/*`, the screen and files know an element by. */
export function idOf({ elementId, properties }: Node | Relationship): string {
  const id = properties.get('id');
  return typeof id === 'string' ? id : elementId;
}

/** The graph elements in a batch of rows, wherever they are: in columns, lists, maps or paths; in order, with repetitions. */
export function elementsIn(rows: readonly (readonly Value[])[]): {
  nodes: Node[];
  relationships: Relationship[];
} {
  const nodes: Node[] = [];
  const relationships: Relationship[] = [];
  const visit = (value: Value): void => {
    if (value instanceof Node) nodes.push(value);
    else if (value instanceof Relationship) relationships.push(value);
    else if (value instanceof Path) {
      nodes.push(...value.nodes);
      relationships.push(...value.relationships);
    } else if (isList(value)) value.forEach(visit);
    else if (isMap(value)) for (const item of value.values()) visit(item);
  };
  for (const row of rows) row.forEach(visit);
  return { nodes, relationships };
}
