/**
 * Between the driver's values and the graph's. The driver is opened with `useBigInt`, so that an INTEGER is a bigint
 * on both sides, and sends every JS number as a FLOAT.
 */
import neo4j from 'neo4j-driver';
import { CypherError } from '../../../graph/errors.ts';
import { Node, Path, Point, Relationship, type Parameters, type Value } from '../../../graph/model.ts';
import {
  civilFromDays,
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  NANOS_PER_SECOND,
  OffsetTime,
} from '../../../graph/temporal.ts';

type Fields = Record<string, unknown>;

/** The parameters as the driver takes them. @throws CypherError a node, relationship or path is among them */
export function toDriverParameters(parameters: Parameters | undefined): Fields {
  return parameters === undefined ? {} : toObject(parameters);
}

// `fromEntries` defines each key, so that even one named `__proto__` is a key
const toObject = (map: ReadonlyMap<string, Value>): Fields =>
  Object.fromEntries(Array.from(map, ([key, value]) => [key, toDriver(value)]));

function toDriver(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(toDriver);
  if (value instanceof Map) return toObject(value);
  if (value instanceof Uint8Array) return new Int8Array(value);
  if (value instanceof Point) return toDriverPoint(value);
  if (value instanceof LocalDate) return new neo4j.types.Date(...dateFields(value.epochDay));
  if (value instanceof LocalTime) return new neo4j.types.LocalTime(...timeFields(value.nanosOfDay));
  if (value instanceof OffsetTime)
    return new neo4j.types.Time(...timeFields(value.nanosOfDay), value.offsetSeconds);
  if (value instanceof LocalDateTime)
    return new neo4j.types.LocalDateTime(...dateFields(value.epochDay), ...timeFields(value.nanosOfDay));
  if (value instanceof DateTime)
    return new neo4j.types.DateTime(
      ...dateFields(value.epochDay),
      ...timeFields(value.nanosOfDay),
      value.offsetSeconds,
      value.zone,
    );
  if (value instanceof Duration)
    return new neo4j.types.Duration(value.months, value.days, value.seconds, BigInt(value.nanos));
  throw new CypherError(
    'Neo.ClientError.Statement.TypeError',
    `A parameter cannot be a ${value.constructor.name}.`,
  );
}

function toDriverPoint({ srid, x, y, z }: Point): unknown {
  return z === null
    ? new neo4j.types.Point(BigInt(srid), x, y)
    : new neo4j.types.Point(BigInt(srid), x, y, z);
}

function dateFields(epochDay: number): [year: number, month: number, day: number] {
  const { year, month, day } = civilFromDays(epochDay);
  return [year, month, day];
}

function timeFields(nanosOfDay: number): [hour: number, minute: number, second: number, nanosecond: number] {
  const second = Math.floor(nanosOfDay / NANOS_PER_SECOND);
  return [
    Math.floor(second / 3600),
    Math.floor(second / 60) % 60,
    second % 60,
    nanosOfDay % NANOS_PER_SECOND,
  ];
}

/**
 * A value that came from the driver. A VECTOR is given as the list of its numbers and a UUID as its text, which is how
 * Cypher itself turns them into older types.
 *
 * @throws CypherError the server sent a type that this driver does not know
 */
export function fromDriver(value: unknown): Value {
  switch (typeof value) {
    case 'boolean':
    case 'bigint':
    case 'number':
    case 'string':
      return value;
    case 'object':
      return value === null ? null : fromObject(value);
    default:
      return null;
  }
}

function fromObject(value: object): Value {
  if (Array.isArray(value)) return value.map(fromDriver);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return mapOf(value);
  if (value instanceof Int8Array) return new Uint8Array(value);
  if (neo4j.isNode(value)) return nodeOf(value);
  if (neo4j.isRelationship(value)) return relationshipOf(value);
  if (neo4j.isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)];
    return new Path(
      nodes.map(nodeOf),
      value.segments.map((segment) => relationshipOf(segment.relationship)),
    );
  }
  if (neo4j.isPoint(value)) return new Point(Number(value.srid), value.x, value.y, value.z ?? null);
  return temporalOf(value);
}

const mapOf = (object: object): ReadonlyMap<string, Value> =>
  new Map(Object.entries(object).map(([key, value]) => [key, fromDriver(value)]));

interface DriverNode {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: object;
}
const nodeOf = (node: DriverNode): Node =>
  new Node(node.elementId, node.labels.toSorted(), mapOf(node.properties));

interface DriverRelationship {
  readonly elementId: string;
  readonly startNodeElementId: string;
  readonly endNodeElementId: string;
  readonly type: string;
  readonly properties: object;
}
const relationshipOf = (relationship: DriverRelationship): Relationship =>
  new Relationship(
    relationship.elementId,
    relationship.startNodeElementId,
    relationship.endNodeElementId,
    relationship.type,
    mapOf(relationship.properties),
  );

function temporalOf(value: object): Value {
  if (neo4j.isDate(value)) return new LocalDate(dayOf(value));
  if (neo4j.isDateTime(value))
    return new DateTime(
      dayOf(value),
      nanosOf(value),
      Number(value.timeZoneOffsetSeconds),
      value.timeZoneId ?? null,
    );
  if (neo4j.isLocalDateTime(value)) return new LocalDateTime(dayOf(value), nanosOf(value));
  if (neo4j.isLocalTime(value)) return new LocalTime(nanosOf(value));
  if (neo4j.isTime(value)) return new OffsetTime(nanosOf(value), Number(value.timeZoneOffsetSeconds));
  if (neo4j.isDuration(value))
    return new Duration(big(value.months), big(value.days), big(value.seconds), Number(value.nanoseconds));
  return laterType(value);
}

/** What came with Neo4j's later releases and has no class of its own in the model. */
function laterType(value: object): Value {
  if (neo4j.isVector(value))
    return Array.from(value.asTypedArray() as Iterable<number | bigint>, (item) => item);
  if (neo4j.isUUID(value)) return value.toString();
  const name = neo4j.isUnsupportedType(value) ? value.name : value.constructor.name;
  throw new CypherError('Neo.ClientError.Statement.TypeError', `A value of type ${name} cannot be shown.`);
}

/** The driver's integers are typed `Integer`, and are bigints under `useBigInt`. */
const big = (integer: unknown): bigint => BigInt(String(integer));
interface DateFields {
  readonly year: unknown;
  readonly month: unknown;
  readonly day: unknown;
}
const dayOf = ({ year, month, day }: DateFields): number =>
  LocalDate.of(Number(year), Number(month), Number(day)).epochDay;

interface TimeFields {
  readonly hour: unknown;
  readonly minute: unknown;
  readonly second: unknown;
  readonly nanosecond: unknown;
}
const nanosOf = ({ hour, minute, second, nanosecond }: TimeFields): number =>
  ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * NANOS_PER_SECOND + Number(nanosecond);
