/** Values as plain JSON, as the screen's graph holds them and the JSON view shows them, and as text in a cell. */
import { Node, Path, Point, Relationship } from '../../../graph/model.ts';
import type { Value } from '../../../graph/model.ts';
import { printFloat } from '../../../graph/float.ts';
import { printPoint } from '../../../graph/formats/point-text.ts';

/** Integers beyond 2^53 become text, since JSON numbers in a browser would round them. */
export function plainOf(value: Value): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(plainOf);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plainOf(item)]));
  if (value instanceof Node) {
    return { elementId: value.elementId, labels: value.labels, properties: plainOf(value.properties) };
  }
  if (value instanceof Relationship) {
    return {
      elementId: value.elementId,
      startNodeElementId: value.startNodeElementId,
      endNodeElementId: value.endNodeElementId,
      type: value.type,
      properties: plainOf(value.properties),
    };
  }
  if (value instanceof Path)
    return { nodes: value.nodes.map(plainOf), relationships: value.relationships.map(plainOf) };
  return textOf(value);
}

/** A value that is no graph element, in a line of text: `1.0`, `2021-10-20`, `[1, 'two']`. Text inside lists and maps has quotes. */
export function textOf(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return printFloat(value);
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${key}: ${quoted(item)}`).join(', ')}}`;
  if (value instanceof Point) return printPoint(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (value instanceof Node) return `(${nameOfNode(value)})`;
  if (value instanceof Relationship) return `[:${value.type}]`;
  if (value instanceof Path) return value.nodes.map(nameOfNode).join(' — ');
  return String(value);
}

const quoted = (value: Value): string => (typeof value === 'string' ? `'${value}'` : textOf(value));

/** The name readers know a node by. */
export function nameOfNode({ elementId, properties }: Node): string {
  for (const key of ['name', 'title', 'id']) {
    const value = properties.get(key);
    if (typeof value === 'string' && value !== '') return value;
  }
  return elementId;
}
