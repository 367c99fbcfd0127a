/** What is selected: any number of nodes and relationships of the screen, in the order in which they were chosen. */
import type { Element } from './element.ts';

export interface Selection {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
}

export const NOTHING: Selection = { nodes: [], relationships: [] };

export const selectionOf = (element: Element | null): Selection =>
  element === null
    ? NOTHING
    : element.kind === 'node'
      ? { nodes: [element.id], relationships: [] }
      : { nodes: [], relationships: [element.id] };

export const selectedCount = ({ nodes, relationships }: Selection): number =>
  nodes.length + relationships.length;

/** The one element that is selected; null where nothing or several are. */
export function soleElement(selection: Selection): Element | null {
  if (selectedCount(selection) !== 1) return null;
  const [node] = selection.nodes;
  const [relationship] = selection.relationships;
  return node === undefined
    ? { kind: 'relationship', id: relationship as string }
    : { kind: 'node', id: node };
}

export const isSelected = ({ nodes, relationships }: Selection, { kind, id }: Element): boolean =>
  (kind === 'node' ? nodes : relationships).includes(id);

/** Whether all of `part` is selected. */
export function holds(selection: Selection, part: Selection): boolean {
  const [nodes, relationships] = [new Set(selection.nodes), new Set(selection.relationships)];
  return part.nodes.every((id) => nodes.has(id)) && part.relationships.every((id) => relationships.has(id));
}

/** The selection without the element where it has it, with it where it has not. */
export function toggled(selection: Selection, element: Element): Selection {
  const key = element.kind === 'node' ? 'nodes' : 'relationships';
  const rest = selection[key].filter((id) => id !== element.id);
  return { ...selection, [key]: isSelected(selection, element) ? rest : [...rest, element.id] };
}

/** Both together, each element once. */
export const united = (a: Selection, b: Selection): Selection => ({
  nodes: [...new Set([...a.nodes, ...b.nodes])],
  relationships: [...new Set([...a.relationships, ...b.relationships])],
});

/** What of the selection `isThere`; the same object where that is all of it. */
export function those(selection: Selection, isThere: (element: Element) => boolean): Selection {
  const nodes = selection.nodes.filter((id) => isThere({ kind: 'node', id }));
  const relationships = selection.relationships.filter((id) => isThere({ kind: 'relationship', id }));
  const isAll =
    nodes.length === selection.nodes.length && relationships.length === selection.relationships.length;
  return isAll ? selection : { nodes, relationships };
}
