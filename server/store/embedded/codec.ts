/**
 * The bytes of values and records on disk, the same in formats 1 and 2. Integers are of variable length (see `bytes.ts`), floats are IEEE 754 in little-endian order, a value is one tag byte and what the tag says.
 * Tags are never given a new meaning: another format has another number (see `folder.ts`).
 */
import { Point, type Value } from '../../../graph/model.ts';
import type { KeyId, NodeRecord, RelationshipRecord } from '../../../graph/memory/graph.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../../graph/temporal.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

const TAG = {
  false: 0,
  true: 1,
  /** Between ±2^53. */
  integer: 2,
  /** All other 64-bit integers. */
  longInteger: 3,
  float: 4,
  utf8: 5,
  /** Texts that UTF-8 cannot hold: those with half a surrogate pair. */
  utf16: 6,
  bytes: 7,
  list: 8,
  date: 9,
  localTime: 10,
  time: 11,
  localDateTime: 12,
  dateTime: 13,
  duration: 14,
  point: 15,
} as const;

/** @throws TypeError the value is not storable */
export function writeValue(out: ByteWriter, value: Value): void {
  switch (typeof value) {
    case 'boolean':
      out.byte(value ? TAG.true : TAG.false);
      return;
    case 'bigint':
      if (value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)) {
        out.byte(TAG.integer);
        out.signed(Number(value));
      } else {
        out.byte(TAG.longInteger);
        out.long(value);
      }
      return;
    case 'number':
      out.byte(TAG.float);
      out.float(value);
      return;
    case 'string':
      writeText(out, value);
      return;
    default:
      writeObject(out, value);
  }
}

function writeText(out: ByteWriter, text: string): void {
  const isUtf8 = !/\p{Surrogate}/u.test(text);
  out.byte(isUtf8 ? TAG.utf8 : TAG.utf16);
  out.bytes(Buffer.from(text, isUtf8 ? 'utf8' : 'utf16le'));
}

function writeObject(out: ByteWriter, value: object | null): void {
  if (value instanceof Uint8Array) {
    out.byte(TAG.bytes);
    out.bytes(value);
  } else if (Array.isArray(value)) {
    out.byte(TAG.list);
    out.unsigned(value.length);
    for (const item of value) writeValue(out, item);
  } else if (value instanceof LocalDate) {
    out.byte(TAG.date);
    out.signed(value.epochDay);
  } else if (value instanceof LocalTime) {
    out.byte(TAG.localTime);
    out.unsigned(value.nanosOfDay);
  } else if (value instanceof OffsetTime) {
    out.byte(TAG.time);
    out.unsigned(value.nanosOfDay);
    out.signed(value.offsetSeconds);
  } else if (value instanceof DateTime) {
    out.byte(TAG.dateTime);
    out.signed(value.epochDay);
    out.unsigned(value.nanosOfDay);
    out.signed(value.offsetSeconds);
    out.bytes(Buffer.from(value.zone ?? ''));
  } else if (value instanceof LocalDateTime) {
    out.byte(TAG.localDateTime);
    out.signed(value.epochDay);
    out.unsigned(value.nanosOfDay);
  } else if (value instanceof Duration) {
    out.byte(TAG.duration);
    out.long(value.months);
    out.long(value.days);
    out.long(value.seconds);
    out.unsigned(value.nanos);
  } else if (value instanceof Point) {
    out.byte(TAG.point);
    out.unsigned(value.srid);
    out.float(value.x);
    out.float(value.y);
    out.byte(value.z === null ? 0 : 1);
    if (value.z !== null) out.float(value.z);
  } else {
    throw new TypeError(`A ${value === null ? 'null' : value.constructor.name} cannot be stored.`);
  }
}

/** @throws RangeError the bytes are no value of this format */
export function readValue(from: ByteReader): Value {
  const tag = from.byte();
  switch (tag) {
    case TAG.false:
      return false;
    case TAG.true:
      return true;
    case TAG.integer:
      return BigInt(from.signed());
    case TAG.longInteger:
      return from.long();
    case TAG.float:
      return from.float();
    case TAG.utf8:
      return from.text('utf8');
    case TAG.utf16:
      return from.text('utf16le');
    case TAG.bytes:
      return from.bytes();
    case TAG.list:
      return Array.from({ length: from.count() }, () => readValue(from));
    case TAG.date:
      return new LocalDate(from.signed());
    case TAG.localTime:
      return new LocalTime(from.unsigned());
    case TAG.time:
      return new OffsetTime(from.unsigned(), from.signed());
    case TAG.localDateTime:
      return new LocalDateTime(from.signed(), from.unsigned());
    case TAG.dateTime: {
      const [day, nanos, offset, zone] = [from.signed(), from.unsigned(), from.signed(), from.text('utf8')];
      return new DateTime(day, nanos, offset, zone === '' ? null : zone);
    }
    case TAG.duration:
      return new Duration(from.long(), from.long(), from.long(), from.unsigned());
    case TAG.point: {
      const [srid, x, y] = [from.unsigned(), from.float(), from.float()];
      return new Point(srid, x, y, from.byte() === 0 ? null : from.float());
    }
    default:
      throw new RangeError(`There is no value with the tag ${tag}.`);
  }
}

type PropertyList = readonly (readonly [KeyId, Value])[];

function writeProperties(out: ByteWriter, properties: PropertyList): void {
  out.unsigned(properties.length);
  for (const [key, value] of properties) {
    out.unsigned(key);
    writeValue(out, value);
  }
}

function readProperties(from: ByteReader): PropertyList {
  const properties: (readonly [KeyId, Value])[] = [];
  for (let left = from.count(); left > 0; left--) properties.push([from.unsigned(), readValue(from)]);
  return properties;
}

/** The id is in the key. */
export function writeNode(out: ByteWriter, record: NodeRecord): void {
  out.unsigned(record.labels.length);
  for (const label of record.labels) out.unsigned(label);
  writeProperties(out, record.properties);
}

/** @throws RangeError the bytes are no node of this format */
export function readNode(id: number, from: ByteReader): NodeRecord {
  const labels: number[] = [];
  for (let left = from.count(); left > 0; left--) labels.push(from.unsigned());
  const record = { id, labels, properties: readProperties(from) };
  from.expectEnd();
  return record;
}

export function writeRelationship(out: ByteWriter, record: RelationshipRecord): void {
  out.unsigned(record.type);
  out.unsigned(record.source);
  out.unsigned(record.target);
  writeProperties(out, record.properties);
}

/** @throws RangeError the bytes are no relationship of this format */
export function readRelationship(id: number, from: ByteReader): RelationshipRecord {
  const [type, source, target] = [from.unsigned(), from.unsigned(), from.unsigned()];
  const record = { id, type, source, target, properties: readProperties(from) };
  from.expectEnd();
  return record;
}
