/** What stands out in the picture and what steps back, from what is hovered or selected. */
import type { ScreenGraph } from '../state/graph.ts';
import type { Element } from '../state/element.ts';
import { NO_GROUPS } from '../state/grouping.ts';
import type { Grouping } from '../state/grouping.ts';
import { selectedCount, soleElement } from '../state/selection.ts';
import type { Selection } from '../state/selection.ts';

export interface Focus {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  /** Relationships whose words are shown beside their line. */
  readonly worded: ReadonlySet<string>;
}

/**
 * A node with its neighbours and the claims that join them, or a group with those of its members; a relationship with its ends. Null where
 * it is not on the screen.
 */
export function focusOn(
  graph: ScreenGraph,
  element: Element | null,
  { groups }: Grouping = NO_GROUPS,
): Focus | null {
  if (element === null) return null;
  if (element.kind === 'node') {
    const members = groups.find(({ id }) => id === element.id)?.members ?? [element.id];
    const there = members.filter((id) => graph.hasNode(id));
    if (there.length === 0) return null;
    const relationships = new Set(there.flatMap((id) => graph.edges(id)));
    const nodes = new Set([...there, ...there.flatMap((id) => graph.neighbors(id))]);
    return { nodes, relationships, worded: relationships };
  }
  if (!graph.hasEdge(element.id)) return null;
  const only = new Set([element.id]);
  return { nodes: new Set(graph.extremities(element.id)), relationships: only, worded: only };
}

/**
 * Several selected elements: the nodes, the claims with their ends, and, where only nodes are selected, the claims between two of
 * them. One alone is `focusOn` of it; null where nothing is selected.
 */
export function focusOnSelection(graph: ScreenGraph, selection: Selection): Focus | null {
  if (selectedCount(selection) === 0) return null;
  const sole = soleElement(selection);
  if (sole !== null) return focusOn(graph, sole);
  const nodes = new Set(selection.nodes);
  const relationships = new Set(selection.relationships.filter((id) => graph.hasEdge(id)));
  if (relationships.size === 0)
    for (const id of graph.filterEdges(
      (_id, _attributes, ...ends) => nodes.has(ends[0]) && nodes.has(ends[1]),
    ))
      relationships.add(id);
  for (const id of relationships) for (const end of graph.extremities(id)) nodes.add(end);
  return { nodes, relationships, worded: new Set() };
}
