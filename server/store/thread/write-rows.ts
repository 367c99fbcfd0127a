import { isList, isMap, Node, Path, Point, Relationship } from '../../../graph/model.ts';
import type { Properties, Value } from '../../../graph/model.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../../graph/temporal.ts';
import { FrameWriter, TAG } from './frame.ts';
import type { Frame } from './frame.ts';

/** How large a frame may become: some milliseconds of work for who reads it. */
const FRAME_SIZE = 131_072;
/** Most rows that end in one frame: what a store gives at once. */
const MOST_ROWS = 1024;
/** Values between two calls of `poll`. */
const VALUES_PER_POLL = 1024;

/** Writes the rows of one result. A row may begin in one frame and end in a later one: no frame is long, however large a value. */
export class RowsWriter {
  readonly #out = new FrameWriter();
  readonly #poll: () => void;
  #frames: Frame[] = [];
  #values = 0;
  #rows = 0;

  /** @param poll called every now and then; what it throws ends the writing */
  constructor(poll: () => void = () => {}) {
    this.#poll = poll;
  }

  /** Gives the frames that are full; the rest stays until more is written or `rest` is called. */
  rows(rows: readonly (readonly Value[])[]): readonly Frame[] {
    for (const row of rows) {
      this.#list(row);
      this.#rows += 1;
      if (this.#rows >= MOST_ROWS) this.#end();
    }
    return this.#taken();
  }

  rest(): readonly Frame[] {
    if (this.#out.size > 0) this.#end();
    return this.#taken();
  }

  #end(): void {
    this.#frames.push(this.#out.take());
    this.#rows = 0;
  }

  #taken(): readonly Frame[] {
    const frames = this.#frames;
    if (frames.length > 0) this.#frames = [];
    return frames;
  }

  /** Between the items of a container that may go on in the next frame. */
  #cut(): void {
    if (++this.#values >= VALUES_PER_POLL) {
      this.#values = 0;
      this.#poll();
    }
    if (this.#out.size >= FRAME_SIZE) this.#end();
  }

  #list(items: readonly Value[]): void {
    this.#out.byte(TAG.list);
    this.#out.unsigned(items.length);
    for (const item of items) this.#open(item);
  }

  /** A value whose inside may go on in the next frame. */
  #open(value: Value): void {
    const out = this.#out;
    if (typeof value === 'object' && value !== null) {
      if (isList(value)) {
        this.#list(value);
      } else if (isMap(value)) {
        out.byte(TAG.map);
        out.unsigned(value.size);
        for (const [key, item] of value) {
          out.name(key);
          this.#open(item);
        }
      } else if (value instanceof Path) {
        out.byte(TAG.path);
        out.unsigned(value.nodes.length + value.relationships.length);
        value.nodes.forEach((node, i) => {
          const relationship = value.relationships[i - 1];
          if (relationship !== undefined) this.#open(relationship);
          this.#open(node);
        });
      } else writeObject(out, value);
    } else writeValue(out, value);
    this.#cut();
  }
}

/** One value, whole in one frame. */
export function writeFrame(value: Value): Frame {
  const out = new FrameWriter();
  writeValue(out, value);
  return out.take();
}

function writeValue(out: FrameWriter, value: Value): void {
  switch (typeof value) {
    case 'boolean':
      return out.byte(value ? TAG.true : TAG.false);
    case 'bigint': {
      const number = Number(value);
      if (Number.isSafeInteger(number)) {
        out.byte(TAG.integer);
        return out.signed(number);
      }
      out.byte(TAG.longInteger);
      return out.long(value);
    }
    case 'number':
      out.byte(TAG.float);
      return out.float(value);
    case 'string':
      out.byte(TAG.string);
      return out.string(value);
    default:
      return value === null ? out.byte(TAG.null) : writeObject(out, value);
  }
}

function writeObject(out: FrameWriter, value: object): void {
  if (value instanceof Relationship) {
    out.byte(TAG.relationship);
    out.string(value.elementId);
    out.string(value.startNodeElementId);
    out.string(value.endNodeElementId);
    out.name(value.type);
    writeProperties(out, value.properties);
  } else if (value instanceof Node) {
    out.byte(TAG.node);
    out.string(value.elementId);
    out.unsigned(value.labels.length);
    for (const label of value.labels) out.name(label);
    writeProperties(out, value.properties);
  } else if (Array.isArray(value)) {
    out.byte(TAG.list);
    out.unsigned(value.length);
    for (const item of value as readonly Value[]) writeValue(out, item);
  } else if (value instanceof Map) {
    out.byte(TAG.map);
    writeProperties(out, value as Properties);
  } else if (value instanceof LocalDate) {
    out.byte(TAG.date);
    out.signed(value.epochDay);
  } else if (value instanceof DateTime) {
    out.byte(TAG.dateTime);
    out.signed(value.epochDay);
    out.unsigned(value.nanosOfDay);
    out.signed(value.offsetSeconds);
    out.name(value.zone ?? '');
  } else if (value instanceof LocalDateTime) {
    out.byte(TAG.localDateTime);
    out.signed(value.epochDay);
    out.unsigned(value.nanosOfDay);
  } else if (value instanceof LocalTime) {
    out.byte(TAG.localTime);
    out.unsigned(value.nanosOfDay);
  } else if (value instanceof OffsetTime) {
    out.byte(TAG.time);
    out.unsigned(value.nanosOfDay);
    out.signed(value.offsetSeconds);
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
  } else if (value instanceof Uint8Array) {
    out.byte(TAG.bytes);
    out.bytes(value);
  } else if (value instanceof Path) {
    out.byte(TAG.path);
    out.unsigned(value.nodes.length + value.relationships.length);
    value.nodes.forEach((node, i) => {
      const relationship = value.relationships[i - 1];
      if (relationship !== undefined) writeObject(out, relationship);
      writeObject(out, node);
    });
  } else throw new TypeError(`${value.constructor.name} is no Cypher value`);
}

function writeProperties(out: FrameWriter, properties: Properties): void {
  out.unsigned(properties.size);
  for (const [key, value] of properties) {
    out.name(key);
    writeValue(out, value);
  }
}
