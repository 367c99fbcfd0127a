/** What stands out in the picture and what steps back, from what is hovered, selected or emphasised in the legend. */
import type { ScreenGraph } from '../state/graph.ts';
import type { Found } from '../state/screen.ts';

export interface Element {
  readonly kind: 'node' | 'relationship';
  readonly id: string;
}

export interface Focus {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  /** Relationships whose words are shown beside their line. */
  readonly worded: ReadonlySet<string>;
}

/** A node with its neighbours and the claims that join them; a relationship with its ends. Null where it is not on the screen. */
export function focusOn(graph: ScreenGraph, element: Element | null): Focus | null {
  if (element === null) return null;
  if (element.kind === 'node') {
    if (!graph.hasNode(element.id)) return null;
    const relationships = new Set(graph.edges(element.id));
    const nodes = new Set([element.id, ...graph.neighbors(element.id)]);
    return { nodes, relationships, worded: relationships };
  }
  if (!graph.hasEdge(element.id)) return null;
  const only = new Set([element.id]);
  return { nodes: new Set(graph.extremities(element.id)), relationships: only, worded: only };
}

/** What a question has found: nodes, claims with their ends, and, where only nodes were found, the claims between two of them. */
export function focusOnFound(graph: ScreenGraph, found: Found | null): Focus | null {
  if (found === null) return null;
  const nodes = new Set(found.nodes);
  const relationships = new Set(found.relationships.filter((id) => graph.hasEdge(id)));
  if (relationships.size === 0)
    for (const id of graph.filterEdges(
      (_id, _attributes, ...ends) => nodes.has(ends[0]) && nodes.has(ends[1]),
    ))
      relationships.add(id);
  for (const id of relationships) for (const end of graph.extremities(id)) nodes.add(end);
  return { nodes, relationships, worded: new Set() };
}

/**
 * What the legend's pressed rows bring out: nodes of the pressed kinds, claims of the pressed tones with their ends, and, where
 * kinds alone are pressed, the claims between two nodes of them. Null where nothing is pressed.
 */
export function emphasise(
  graph: ScreenGraph,
  kinds: ReadonlySet<string>,
  tones: ReadonlySet<string>,
  kindOf: (node: string) => string,
  toneOf: (relationship: string) => string,
): Focus | null {
  if (kinds.size === 0 && tones.size === 0) return null;
  const nodes = new Set(graph.filterNodes((id) => kinds.has(kindOf(id))));
  const relationships = new Set(
    graph.filterEdges((id, _attributes, source, target) => {
      const ofTone = tones.size === 0 || tones.has(toneOf(id));
      if (kinds.size === 0) return ofTone;
      return ofTone && nodes.has(source) && nodes.has(target);
    }),
  );
  if (kinds.size === 0) {
    for (const id of relationships) for (const end of graph.extremities(id)) nodes.add(end);
  }
  return { nodes, relationships, worded: new Set() };
}
