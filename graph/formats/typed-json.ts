/**
 * Values as the typed JSON of Neo4j's Query API: `{"$type": "Integer", "_value": "1"}`. Nothing is lost either way.
 * @see https://neo4j.com/docs/query-api/current/result-formats/#_typed_json
 */
import { printFloat } from '../float.ts';
import { Node, Path, Point, Relationship, type Properties, type Value } from '../model.ts';
import type { Plan } from '../result.ts';
import { DateTime, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../temporal.ts';
import { printPoint, readPoint } from './point-text.ts';
import {
  readDate,
  readDateTime,
  readDuration,
  readLocalDateTime,
  readLocalTime,
  readOffsetTime,
} from './temporal-text.ts';

export interface TypedJson {
  readonly $type: string;
  readonly _value: unknown;
}

/** What was to be decoded is not typed JSON; the message says what of it is not. */
export class TypedJsonError extends Error {
  override readonly name = 'TypedJsonError';
}

const typed = ($type: string, _value: unknown): TypedJson => ({ $type, _value });

export function encodeTyped(value: Value): TypedJson {
  if (value === null) return typed('Null', null);
  switch (typeof value) {
    case 'boolean':
      return typed('Boolean', value);
    case 'bigint':
      return typed('Integer', String(value));
    case 'number':
      return typed('Float', printFloat(value));
    case 'string':
      return typed('String', value);
  }
  if (Array.isArray(value)) return typed('List', value.map(encodeTyped));
  if (value instanceof Map) return typed('Map', encodeMap(value));
  if (value instanceof Node) return encodeNode(value);
  if (value instanceof Relationship) return encodeRelationship(value);
  if (value instanceof Path) {
    const steps = value.relationships.flatMap((relationship, index) => {
      const node = value.nodes[index + 1];
      return node === undefined ? [] : [encodeRelationship(relationship), encodeNode(node)];
    });
    return typed('Path', [...value.nodes.slice(0, 1).map(encodeNode), ...steps]);
  }
  if (value instanceof Point) return typed('Point', printPoint(value));
  if (value instanceof Uint8Array) return typed('Base64', encodeBase64(value));
  return typed(temporalType(value), String(value));
}

function temporalType(value: Value): string {
  if (value instanceof LocalDate) return 'Date';
  if (value instanceof LocalTime) return 'LocalTime';
  if (value instanceof OffsetTime) return 'Time';
  if (value instanceof LocalDateTime) return 'LocalDateTime';
  if (value instanceof DateTime) return value.zone === null ? 'OffsetDateTime' : 'ZonedDateTime';
  return 'Duration';
}

const encodeMap = (map: Properties): Record<string, TypedJson> =>
  Object.fromEntries(Array.from(map, ([key, value]) => [key, encodeTyped(value)]));

const encodeNode = (node: Node): TypedJson =>
  typed('Node', {
    _element_id: node.elementId,
    _labels: node.labels,
    _properties: encodeMap(node.properties),
  });

const encodeRelationship = (relationship: Relationship): TypedJson =>
  typed('Relationship', {
    _element_id: relationship.elementId,
    _start_node_element_id: relationship.startNodeElementId,
    _end_node_element_id: relationship.endNodeElementId,
    _type: relationship.type,
    _properties: encodeMap(relationship.properties),
  });

/** Gives the value, or null where the payload is not one of its type. */
type Decoder = (payload: unknown, decoders: Decoders) => Value;
type Decoders = ReadonlyMap<string, Decoder>;

/** A decoder from the text of a value. */
const text =
  (read: (payload: string) => Value): Decoder =>
  (payload) =>
    typeof payload === 'string' ? read(payload) : null;

/** What may be a parameter. Numbers may be bare, and booleans texts, as in Neo4j. */
const PARAMETERS: Decoders = new Map<string, Decoder>([
  [
    'Boolean',
    (payload) =>
      payload === true || payload === 'true' ? true : payload === false || payload === 'false' ? false : null,
  ],
  ['Integer', (payload) => readInteger(String(payload))],
  ['Float', (payload) => readFloat(String(payload))],
  ['String', text((payload) => payload)],
  ['Base64', text(decodeBase64)],
  ['Date', text(readDate)],
  ['Time', text(readOffsetTime)],
  ['LocalTime', text(readLocalTime)],
  ['OffsetDateTime', text(readDateTime)],
  ['ZonedDateTime', text(readDateTime)],
  ['LocalDateTime', text(readLocalDateTime)],
  ['Duration', text(readDuration)],
  ['Point', text(readPoint)],
  [
    'List',
    (payload, decoders) => (Array.isArray(payload) ? payload.map((item) => decode(item, decoders)) : null),
  ],
  ['Map', (payload, decoders) => (isObject(payload) ? decodeMap(payload, decoders) : null)],
]);

/** What may be in a result: graph elements too. */
const RESULTS: Decoders = new Map<string, Decoder>([
  ...PARAMETERS,
  ['Node', (payload) => (isObject(payload) ? nodeOf(payload) : null)],
  ['Relationship', (payload) => (isObject(payload) ? relationshipOf(payload) : null)],
  [
    'Path',
    (payload) => (Array.isArray(payload) ? pathOf(payload.map((item) => decode(item, RESULTS))) : null),
  ],
]);

/** Decodes a value of a result. @throws TypedJsonError */
export const decodeTyped = (json: unknown): Value => decode(json, RESULTS);

/** A plan whose arguments are typed JSON. */
export const encodePlan = (plan: Plan): object => ({
  ...plan,
  arguments: Object.fromEntries(
    Object.entries(plan.arguments).map(([name, value]) => [name, encodeTyped(value)]),
  ),
  children: plan.children.map(encodePlan),
});

/** @param plan as {@link encodePlan} gives it. @throws TypedJsonError */
export const decodePlan = (plan: Plan): Plan => ({
  ...plan,
  arguments: Object.fromEntries(
    Object.entries(plan.arguments).map(([name, value]) => [name, decodeTyped(value)]),
  ),
  children: plan.children.map(decodePlan),
});

/** Decodes a parameter, which cannot be a node, relationship or path. @throws TypedJsonError */
export const decodeTypedParameter = (json: unknown): Value => decode(json, PARAMETERS);

function decode(json: unknown, decoders: Decoders): Value {
  if (json === null) return null;
  if (!isObject(json)) throw new TypedJsonError(`${shown(json)} is not a typed value.`);
  const { $type, _value, ...rest } = json;
  const decoder = typeof $type === 'string' ? decoders.get($type) : undefined;
  if (Object.keys(rest).length === 0 && $type === 'Null' && _value === null) return null;
  if (decoder === undefined && $type !== 'Null')
    throw new TypedJsonError(`Type ${$type === undefined ? 'null' : shown($type)} is not supported.`);
  const value = Object.keys(rest).length === 0 ? (decoder?.(_value, decoders) ?? null) : null;
  if (value === null) throw new TypedJsonError(`${shown(_value)} is not a value of type ${shown($type)}.`);
  return value;
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const shown = (json: unknown): string =>
  typeof json === 'string' ? json.slice(0, 100) : (JSON.stringify(json)?.slice(0, 100) ?? 'nothing');

const decodeMap = (object: Record<string, unknown>, decoders: Decoders): Properties =>
  new Map(Object.entries(object).map(([key, value]) => [key, decode(value, decoders)]));

function nodeOf({ _element_id, _labels, _properties }: Record<string, unknown>): Node | null {
  if (typeof _element_id !== 'string' || !Array.isArray(_labels) || !isObject(_properties)) return null;
  return new Node(_element_id, _labels.map(String), decodeMap(_properties, RESULTS));
}

function relationshipOf(payload: Record<string, unknown>): Relationship | null {
  const { _element_id, _start_node_element_id, _end_node_element_id, _type, _properties } = payload;
  if (!isObject(_properties)) return null;
  return new Relationship(
    String(_element_id),
    String(_start_node_element_id),
    String(_end_node_element_id),
    String(_type),
    decodeMap(_properties, RESULTS),
  );
}

const pathOf = (elements: readonly Value[]): Path =>
  new Path(
    elements.filter((element) => element instanceof Node),
    elements.filter((element) => element instanceof Relationship),
  );

function readInteger(payload: string): bigint | null {
  if (!/^[+-]?\d+$/.test(payload)) return null;
  const integer = BigInt(payload.replace('+', ''));
  return integer === BigInt.asIntN(64, integer) ? integer : null;
}

function readFloat(payload: string): number | null {
  if (/^-?Infinity$|^NaN$/.test(payload)) return Number(payload);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(payload) ? Number(payload) : null;
}

/**
 * The properties that plain JSON, once a browser has parsed it, no longer tells from others (dates are strings, `1.0` is 1,
 * large integers are rounded), as typed JSON; undefined where there are none. What goes beside plain properties, so that
 * {@link decodeProperties} gives back the values themselves.
 */
export function typedBeside(properties: Properties): Readonly<Record<string, TypedJson>> | undefined {
  const beside = [...properties].filter(([, value]) => !isPlain(value));
  if (beside.length === 0) return undefined;
  return Object.fromEntries(beside.map(([key, value]) => [key, encodeTyped(value)]));
}

function isPlain(value: Value): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value));
  if (typeof value === 'number') return Number.isFinite(value) && !Number.isInteger(value);
  return Array.isArray(value) && value.every(isPlain);
}

/**
 * Property values from plain JSON as a browser parses it and what {@link typedBeside} gave of them.
 * @throws TypedJsonError
 */
export function decodeProperties(
  plain: Readonly<Record<string, unknown>>,
  beside: Readonly<Record<string, unknown>> = {},
): Properties {
  return new Map(
    Object.entries(plain).map(([key, json]) => [
      key,
      Object.hasOwn(beside, key) ? decodeTyped(beside[key]) : decodeUntyped(json),
    ]),
  );
}

function decodeUntyped(json: unknown): Value {
  if (json === null || typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return Number.isInteger(json) ? BigInt(json) : json;
  if (Array.isArray(json)) return json.map(decodeUntyped);
  throw new TypedJsonError(`${shown(json)} is not the value of a property.`);
}

/** `btoa` and `atob` are in every runtime; the string in between has one unit a byte. */
export const encodeBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

function decodeBase64(payload: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(payload), (unit) => unit.charCodeAt(0));
  } catch {
    return null;
  }
}
