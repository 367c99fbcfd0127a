/**
 * The client's graph: the single truth for what is on the screen. Keys are element ids (see server/contract/api.ts);
 * attributes are the element as the server gave it, plus where a node lies. Colour, size and shape are derived by the
 * picture when it draws.
 */
import { MultiDirectedGraph } from 'graphology';
import type { NodeJson, RelationshipJson } from '../../server/contract/api.ts';

export interface NodeAttributes {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: NodeJson['properties'];
  /** See the contract: what plain JSON tells too little of. */
  readonly typed: NodeJson['typed'];
  /** Graph units, y upwards. The layout's unit is one CSS pixel of the view it was made for. */
  x: number;
  y: number;
  /** False until the layout (or the user) has given the node its place. */
  placed: boolean;
}

export interface RelationshipAttributes {
  readonly elementId: string;
  readonly type: string;
  readonly properties: RelationshipJson['properties'];
  readonly typed: RelationshipJson['typed'];
}

export type ScreenGraph = MultiDirectedGraph<NodeAttributes, RelationshipAttributes>;

export const newScreenGraph = (): ScreenGraph =>
  new MultiDirectedGraph<NodeAttributes, RelationshipAttributes>();

/** A node with its place, enough to put it back where it was. */
export interface PlacedNode {
  readonly node: NodeJson;
  readonly x: number;
  readonly y: number;
  readonly placed: boolean;
}

export function nodeOf(graph: ScreenGraph, id: string): NodeJson {
  const { elementId, labels, properties, typed } = graph.getNodeAttributes(id);
  return { id, elementId, labels: [...labels], properties, typed };
}

export function relationshipOf(graph: ScreenGraph, id: string): RelationshipJson {
  const { elementId, type, properties, typed } = graph.getEdgeAttributes(id);
  return { id, elementId, type, source: graph.source(id), target: graph.target(id), properties, typed };
}

/** The name readers know a node by: `name`, else `title`, else its id. */
export function nameOf(node: { id: string; properties: NodeJson['properties'] }): string {
  const { name, title } = node.properties;
  if (typeof name === 'string' && name !== '') return name;
  return typeof title === 'string' && title !== '' ? title : node.id;
}
