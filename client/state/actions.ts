/**
 * Every change of what is on the screen is one of these plain objects, carried out by `apply`. What `apply` gives back
 * says what really changed, in full, so that a change can be told, and taken back.
 */
import type { NodeJson, RelationshipJson } from '../../server/contract/api.ts';
import { nodeOf, relationshipOf } from './graph.ts';
import type { PlacedNode, ScreenGraph } from './graph.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Settings } from './settings.ts';

export type Action =
  /** Adds what is not there; what is there already keeps its place and takes the newer properties. */
  | {
      readonly kind: 'merge';
      readonly nodes: readonly NodeJson[];
      readonly relationships: readonly RelationshipJson[];
    }
  /** As merge, and takes everything else off the screen; shown with these settings from now on. */
  | {
      readonly kind: 'replace';
      readonly nodes: readonly NodeJson[];
      readonly relationships: readonly RelationshipJson[];
      readonly settings?: Partial<Settings>;
    }
  /** Takes nodes (with their relationships) and relationships off the screen; the store is not touched. */
  | { readonly kind: 'dismiss'; readonly nodes: readonly string[]; readonly relationships: readonly string[] }
  /** Puts nodes where a layout or a hand has moved them. */
  | { readonly kind: 'move'; readonly positions: Positions }
  /** Shows what is loaded in another way. */
  | { readonly kind: 'set'; readonly settings: Partial<Settings> }
  /** Takes a change back: see `inverse`. */
  | Restore;

/** `[x, y]` by node id, in graph units. */
export type Positions = ReadonlyMap<string, readonly [x: number, y: number]>;

export interface Restore {
  readonly kind: 'restore';
  readonly nodes: readonly PlacedNode[];
  readonly relationships: readonly RelationshipJson[];
  readonly removeNodes: readonly string[];
  readonly removeRelationships: readonly string[];
  /** Where nodes go that stay on the screen. */
  readonly positions: Positions;
  readonly settings: Partial<Settings>;
}

/** What an action changed; empty lists where it changed nothing. */
export interface Change {
  readonly addedNodes: readonly string[];
  readonly addedRelationships: readonly string[];
  readonly removedNodes: readonly PlacedNode[];
  readonly removedRelationships: readonly RelationshipJson[];
  /** Relationships left out because one of their ends is neither on the screen nor in the action. */
  readonly dangling: readonly string[];
  /** What it replaced of the settings. */
  readonly formerSettings: Partial<Settings>;
}

/** The settings after an action. */
export const settingsAfter = (settings: Settings, action: Action): Settings =>
  'settings' in action ? { ...settings, ...action.settings } : settings;

/** Carries out `action` on `graph` in place; the settings that it changes are in `settingsAfter`. */
export function apply(graph: ScreenGraph, action: Action, settings: Settings = DEFAULT_SETTINGS): Change {
  switch (action.kind) {
    case 'merge':
      return merge(graph, action.nodes, action.relationships);
    case 'replace': {
      const keepNodes = new Set(action.nodes.map((node) => node.id));
      const keepRelationships = new Set(action.relationships.map((relationship) => relationship.id));
      const removed = dismiss(
        graph,
        graph.filterNodes((id) => !keepNodes.has(id)),
        graph.filterEdges((id) => !keepRelationships.has(id)),
      );
      const added = merge(graph, action.nodes, action.relationships);
      return {
        ...added,
        removedNodes: removed.removedNodes,
        removedRelationships: removed.removedRelationships,
        formerSettings: formerOf(settings, action.settings ?? {}),
      };
    }
    case 'dismiss':
      return dismiss(graph, action.nodes, action.relationships);
    case 'restore':
      return { ...restore(graph, action), formerSettings: formerOf(settings, action.settings) };
    case 'set':
      return { ...NO_CHANGE, formerSettings: formerOf(settings, action.settings) };
    case 'move':
      move(graph, action.positions);
      return NO_CHANGE;
  }
}

/**
 * What takes `change` back, and, applied to what that gives, does it again.
 *
 * @param positions where the nodes lay before the change
 */
export const inverse = (change: Change, positions: Positions): Restore => ({
  kind: 'restore',
  nodes: change.removedNodes,
  relationships: change.removedRelationships,
  removeNodes: change.addedNodes,
  removeRelationships: change.addedRelationships,
  positions,
  settings: change.formerSettings,
});

/** What stands in `settings` where `wanted` says something else. */
function formerOf(settings: Settings, wanted: Partial<Settings>): Partial<Settings> {
  const keys = Object.keys(wanted) as (keyof Settings)[];
  const changed = keys.filter((key) => JSON.stringify(settings[key]) !== JSON.stringify(wanted[key]));
  return Object.fromEntries(changed.map((key) => [key, settings[key]]));
}

/** Where the nodes lie that have a place. */
export function positionsOf(graph: ScreenGraph): Positions {
  const positions = new Map<string, readonly [number, number]>();
  graph.forEachNode((id, { x, y, placed }) => {
    if (placed) positions.set(id, [x, y]);
  });
  return positions;
}

export const NO_CHANGE: Change = {
  addedNodes: [],
  addedRelationships: [],
  removedNodes: [],
  removedRelationships: [],
  dangling: [],
  formerSettings: {},
};

function merge(
  graph: ScreenGraph,
  nodes: readonly NodeJson[],
  relationships: readonly RelationshipJson[],
): Change {
  const addedNodes: string[] = [];
  const addedRelationships: string[] = [];
  const dangling: string[] = [];
  for (const { id, elementId, labels, properties, typed } of nodes) {
    if (graph.hasNode(id)) graph.mergeNodeAttributes(id, { elementId, labels, properties, typed });
    else {
      graph.addNode(id, { elementId, labels, properties, typed, x: 0, y: 0, placed: false });
      addedNodes.push(id);
    }
  }
  for (const { id, elementId, type, source, target, properties, typed } of relationships) {
    if (graph.hasEdge(id)) graph.mergeEdgeAttributes(id, { elementId, type, properties, typed });
    else if (graph.hasNode(source) && graph.hasNode(target)) {
      graph.addDirectedEdgeWithKey(id, source, target, { elementId, type, properties, typed });
      addedRelationships.push(id);
    } else dangling.push(id);
  }
  return { ...NO_CHANGE, addedNodes, addedRelationships, dangling };
}

function dismiss(graph: ScreenGraph, nodes: readonly string[], relationships: readonly string[]): Change {
  const removedNodes: PlacedNode[] = [];
  const removedRelationships: RelationshipJson[] = [];
  const drop = (id: string): void => {
    removedRelationships.push(relationshipOf(graph, id));
    graph.dropEdge(id);
  };
  for (const id of relationships) if (graph.hasEdge(id)) drop(id);
  for (const id of nodes) {
    if (!graph.hasNode(id)) continue;
    for (const relationship of graph.edges(id)) drop(relationship);
    const { x, y, placed } = graph.getNodeAttributes(id);
    removedNodes.push({ node: nodeOf(graph, id), x, y, placed });
    graph.dropNode(id);
  }
  return { ...NO_CHANGE, removedNodes, removedRelationships };
}

function restore(graph: ScreenGraph, action: Restore): Change {
  const { removedNodes, removedRelationships } = dismiss(
    graph,
    action.removeNodes,
    action.removeRelationships,
  );
  const added = merge(
    graph,
    action.nodes.map(({ node }) => node),
    action.relationships,
  );
  for (const { node, x, y, placed } of action.nodes) graph.mergeNodeAttributes(node.id, { x, y, placed });
  move(graph, action.positions);
  return { ...added, removedNodes, removedRelationships };
}

function move(graph: ScreenGraph, positions: Positions): void {
  // each attribute is set at once, so that Sigma hears of one change and not of one for each node
  graph.updateEachNodeAttributes(
    (id, attributes) => {
      const position = positions.get(id);
      return position === undefined
        ? attributes
        : { ...attributes, x: position[0], y: position[1], placed: true };
    },
    { attributes: ['x', 'y'] },
  );
}
