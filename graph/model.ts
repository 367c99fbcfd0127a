/**
 * The property graph's words, used by every other room: values, nodes, relationships, paths.
 *
 * A Cypher INTEGER is a `bigint`, a FLOAT is a `number`: `1` and `1.0` differ everywhere, and a 64-bit
 * integer is never rounded. A MAP is a `Map`, so that no key (`__proto__`, `1`) can surprise.
 */
import type { LocalDate, LocalTime, OffsetTime, LocalDateTime, DateTime, Duration } from './temporal.ts';

export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | Node
  | Relationship
  | Path
  | LocalDate
  | LocalTime
  | OffsetTime
  | LocalDateTime
  | DateTime
  | Duration
  | Point;

export type Parameters = ReadonlyMap<string, Value>;
export type Properties = ReadonlyMap<string, Value>;

/** A node as it leaves a store: a snapshot, not a live view. `labels` are sorted; no property is null. */
export class Node {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: Properties;

  constructor(elementId: string, labels: readonly string[], properties: Properties) {
    this.elementId = elementId;
    this.labels = labels;
    this.properties = properties;
  }
}

/** A relationship as it leaves a store; it always points from `startNodeElementId` to `endNodeElementId`. */
export class Relationship {
  readonly elementId: string;
  readonly startNodeElementId: string;
  readonly endNodeElementId: string;
  readonly type: string;
  readonly properties: Properties;

  constructor(
    elementId: string,
    startNodeElementId: string,
    endNodeElementId: string,
    type: string,
    properties: Properties,
  ) {
    this.elementId = elementId;
    this.startNodeElementId = startNodeElementId;
    this.endNodeElementId = endNodeElementId;
    this.type = type;
    this.properties = properties;
  }
}

/** A walk: `nodes.length === relationships.length + 1`; a relationship may be walked against its direction. */
export class Path {
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relationship[];

  constructor(nodes: readonly Node[], relationships: readonly Relationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** Spatial reference identifiers Cypher knows. */
export const SRID = { wgs84: 4326, wgs84_3d: 4979, cartesian: 7203, cartesian3d: 9157 } as const;

/** A point; for WGS 84 `x` is the longitude and `y` the latitude, in degrees. `z` is null in two dimensions. */
export class Point {
  readonly srid: number;
  readonly x: number;
  readonly y: number;
  readonly z: number | null;

  constructor(srid: number, x: number, y: number, z: number | null = null) {
    this.srid = srid;
    this.x = x;
    this.y = y;
    this.z = z;
  }
}

export const isMap = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map;
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
