/**
 * Values as the plain JSON of Neo4j's Query API. Integers are written in full, beyond 2^53 too, and `1.0` stays `1.0`:
 * JSON has both, JavaScript's own reader and writer have neither. What JSON has no word for is a string: temporal and
 * spatial values, bytes (base64), `NaN`, `Infinity`; a zoned datetime leaves the name of its zone out.
 * @see https://neo4j.com/docs/query-api/current/result-formats/
 */
import { printFloat } from '../float.ts';
import { Node, Path, Point, Relationship, type Properties, type Value } from '../model.ts';
import { DateTime } from '../temporal.ts';
import { printPoint } from './point-text.ts';
import { encodeBase64 } from './typed-json.ts';

/** The value as JSON text. */
export function encodePlain(value: Value): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      return Number.isFinite(value) ? printFloat(value) : `"${value}"`;
    case 'string':
      return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(encodePlain).join(',')}]`;
  if (value instanceof Map) return encodeMap(value);
  if (value instanceof Node) return encodeNode(value);
  if (value instanceof Relationship) return encodeRelationship(value);
  if (value instanceof Path) return encodePath(value);
  if (value instanceof Point) return `"${printPoint(value)}"`;
  if (value instanceof Uint8Array) return `"${encodeBase64(value)}"`;
  if (value instanceof DateTime) return `"${String(value).replace(/\[.*/, '')}"`;
  return `"${String(value)}"`;
}

const encodeMap = (map: Properties): string =>
  `{${Array.from(map, ([key, value]) => `${JSON.stringify(key)}:${encodePlain(value)}`).join(',')}}`;

const encodeNode = ({ elementId, labels, properties }: Node): string =>
  `{"elementId":${JSON.stringify(elementId)},"labels":${JSON.stringify(labels)},"properties":${encodeMap(properties)}}`;

function encodeRelationship(relationship: Relationship): string {
  const { elementId, startNodeElementId, endNodeElementId, type, properties } = relationship;
  const head = JSON.stringify({ elementId, startNodeElementId, endNodeElementId, type });
  return `${head.slice(0, -1)},"properties":${encodeMap(properties)}}`;
}

/** Nodes and relationships in turn, as they are walked. */
function encodePath({ nodes, relationships }: Path): string {
  const steps = nodes.flatMap((node, index) => {
    const relationship = relationships[index];
    return relationship === undefined
      ? [encodeNode(node)]
      : [encodeNode(node), encodeRelationship(relationship)];
  });
  return `[${steps.join(',')}]`;
}

/** The JSON text is none, or has an integer that does not fit 64 bits. */
export class PlainJsonError extends Error {
  override readonly name = 'PlainJsonError';
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads JSON text as a value: a number without fraction and exponent is an INTEGER, any other a FLOAT, an object a MAP.
 *
 * @throws PlainJsonError
 */
export function decodePlain(json: string): Value {
  // numbers become strings that say what they were, and strings are marked so that they differ: the rest is JSON.parse's
  const marked = json.replace(TOKEN, (token) =>
    token.startsWith('"') ? `"s${token.slice(1)}` : `"n${token}"`,
  );
  let parsed: unknown;
  try {
    parsed = JSON.parse(marked);
  } catch (error) {
    throw new PlainJsonError('The text is not JSON.', { cause: error });
  }
  return unmark(parsed);
}

function unmark(json: unknown): Value {
  if (typeof json === 'string') return json.startsWith('s') ? json.slice(1) : numberOf(json.slice(1));
  if (json === null || typeof json === 'boolean') return json;
  if (Array.isArray(json)) return json.map(unmark);
  return new Map(Object.entries(json as object).map(([key, value]) => [keyOf(key), unmark(value)]));
}

function keyOf(marked: string): string {
  if (!marked.startsWith('s')) throw new PlainJsonError('The text is not JSON.');
  return marked.slice(1);
}

function numberOf(text: string): bigint | number {
  if (/[.eE]/.test(text)) return Number(text);
  const integer = BigInt(text);
  if (integer !== BigInt.asIntN(64, integer)) throw new PlainJsonError(`${text} does not fit 64 bits.`);
  return integer;
}
