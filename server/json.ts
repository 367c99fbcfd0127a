/**
 * Graph elements as `/api/*` gives them (see contract/api.ts), and JSON text in which property values are the Query
 * API's plain JSON: an integer keeps every digit, which `JSON.stringify` cannot do.
 */
import { idOf } from '../graph/elements.ts';
import { encodePlain } from '../graph/formats/plain-json.ts';
import { typedBeside } from '../graph/formats/typed-json.ts';
import type { Node, Properties, Relationship, Value } from '../graph/model.ts';
import type { NodeJson, RelationshipJson } from './contract/api.ts';

/** An element whose properties are still values; `writeJson` writes them. */
type Unwritten<T> = Omit<T, 'properties' | 'typed'> & {
  readonly properties: Properties;
  readonly typed: ReturnType<typeof typedBeside>;
};

export function nodeJson(node: Node): Unwritten<NodeJson> {
  const { elementId, labels, properties } = node;
  return { id: idOf(node), elementId, labels: [...labels], properties, typed: typedBeside(properties) };
}

/** @param endId gives the `id` of an end from its element id */
export function relationshipJson(
  relationship: Relationship,
  endId: (elementId: string) => string,
): Unwritten<RelationshipJson> {
  const { elementId, type, properties, startNodeElementId, endNodeElementId } = relationship;
  const [source, target] = [endId(startNodeElementId), endId(endNodeElementId)];
  const id = idOf(relationship);
  return { id, elementId, type, source, target, properties, typed: typedBeside(properties) };
}

/** JSON text of plain objects and arrays with graph values in them; members that are undefined are left out. */
export function writeJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`).join(',')}}`;
  }
  // our own counts and scores; as a graph value 1 would be 1.0
  if (typeof value === 'number' || value === undefined) return JSON.stringify(value ?? null);
  return encodePlain(value as Value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
