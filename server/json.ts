/**
 * Graph values as the plain JSON of `/api/*` (see contract/api.ts), and JSON text that keeps every digit of an
 * integer beyond 2^53: `JSON.stringify` refuses a bigint, and turning it into a number would round it.
 */
import { Node, Path, Point, Relationship } from '../graph/model.ts';
import type { Properties, Value } from '../graph/model.ts';
import type { NodeJson, RelationshipJson } from './contract/api.ts';

/** JSON in which an integer may still be a bigint. */
export type WideJson =
  null | boolean | number | bigint | string | readonly WideJson[] | { readonly [key: string]: WideJson };

type Wide<T> = Omit<T, 'properties'> & { readonly properties: WideJson };

/** The `id` property, or the element id where there is none. */
export function idOf(element: Node | Relationship): string {
  const id = element.properties.get('id');
  return typeof id === 'string' ? id : element.elementId;
}

export function nodeJson(node: Node): Wide<NodeJson> {
  return {
    id: idOf(node),
    elementId: node.elementId,
    labels: [...node.labels],
    properties: propertiesJson(node.properties),
  };
}

/** @param endId gives the `id` of an end from its element id */
export function relationshipJson(
  relationship: Relationship,
  endId: (elementId: string) => string,
): Wide<RelationshipJson> {
  return {
    id: idOf(relationship),
    elementId: relationship.elementId,
    type: relationship.type,
    source: endId(relationship.startNodeElementId),
    target: endId(relationship.endNodeElementId),
    properties: propertiesJson(relationship.properties),
  };
}

export function propertiesJson(properties: Properties): { readonly [key: string]: WideJson } {
  return Object.fromEntries([...properties].map(([key, value]) => [key, valueJson(value)]));
}

/** Temporal and spatial values become their strings, bytes become base64, NaN and the infinities become strings. */
export function valueJson(value: Value): WideJson {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(valueJson);
  if (value instanceof Map) return propertiesJson(value);
  if (value instanceof Node) return nodeJson(value);
  if (value instanceof Relationship) return relationshipJson(value, (elementId) => elementId);
  if (value instanceof Path)
    return {
      nodes: value.nodes.map(nodeJson),
      relationships: value.relationships.map((r) => relationshipJson(r, (elementId) => elementId)),
    };
  if (value instanceof Point) {
    const z = value.z === null ? '' : ` ${value.z}`;
    return `SRID=${value.srid};POINT${value.z === null ? '' : ' Z'} (${value.x} ${value.y}${z})`;
  }
  return String(value);
}

/** JSON text of a value that may hold bigints; members that are undefined are left out. */
export function writeJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
