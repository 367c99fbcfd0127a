/** Selections made from what is shown and what is selected. All give nodes in the order of the graph. */
import { kindOfLabels } from '../../graph/vocabulary.ts';
import type { ScreenGraph } from './graph.ts';
import type { Selection } from './selection.ts';
import type { Shown } from './shown.ts';

/** All nodes that are shown. Claims are not: what is done to the nodes is done to their claims. */
export const allNodes = ({ nodes }: Shown): Selection => ({ nodes: [...nodes], relationships: [] });

/**
 * What is shown and not selected: claims where only claims are selected, else nodes.
 */
export function inverted({ nodes, relationships }: Shown, selection: Selection): Selection {
  const isOfClaims = selection.nodes.length === 0 && selection.relationships.length > 0;
  const without = (all: ReadonlySet<string>, selected: readonly string[]): string[] => {
    const out = new Set(selected);
    return [...all].filter((id) => !out.has(id));
  };
  return isOfClaims
    ? { nodes: [], relationships: without(relationships, selection.relationships) }
    : { nodes: without(nodes, selection.nodes), relationships: [] };
}

/** The selected nodes, the ends of the selected claims, and what a shown claim joins to a selected node. */
export function withNeighbours(graph: ScreenGraph, shown: Shown, selection: Selection): Selection {
  const chosen = new Set(selection.nodes);
  const found = new Set(selection.nodes);
  for (const id of selection.relationships) for (const end of graph.extremities(id)) found.add(end);
  for (const id of shown.relationships) {
    const [source, target] = graph.extremities(id);
    if (chosen.has(source)) found.add(target);
    if (chosen.has(target)) found.add(source);
  }
  return { nodes: [...shown.nodes].filter((id) => found.has(id)), relationships: [] };
}

/** Everything shown that is of a kind with a selected node, or of a type with a selected claim. */
export function sameKind(graph: ScreenGraph, shown: Shown, selection: Selection): Selection {
  const kind = (id: string): string => kindOfLabels(graph.getNodeAttribute(id, 'labels'));
  const type = (id: string): string => graph.getEdgeAttribute(id, 'type');
  const kinds = new Set(selection.nodes.map(kind));
  const types = new Set(selection.relationships.map(type));
  return {
    nodes: kinds.size === 0 ? [] : [...shown.nodes].filter((id) => kinds.has(kind(id))),
    relationships: types.size === 0 ? [] : [...shown.relationships].filter((id) => types.has(type(id))),
  };
}

/** The shown claims whose two ends are both selected, beside those that are selected themselves. */
export function withInnerClaims(graph: ScreenGraph, shown: Shown, selection: Selection): Selection {
  const nodes = new Set(selection.nodes);
  const inner = [...shown.relationships].filter((id) => graph.extremities(id).every((end) => nodes.has(end)));
  return { nodes: selection.nodes, relationships: [...new Set([...selection.relationships, ...inner])] };
}
