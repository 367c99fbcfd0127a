import { Node, Path, Point, Relationship } from '../../../graph/model.ts';
import type { Value } from '../../../graph/model.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../../graph/temporal.ts';
import { FrameReader, TAG } from './frame.ts';
import type { Frame } from './frame.ts';

/** A container whose items are still being read. */
interface Open {
  left: number;
  readonly items: Value[];
  /** Those of a map, one for each item; null for a list or a path. */
  readonly keys: string[] | null;
  readonly finish: (open: Open) => Value;
}

/** Reads the frames of one result, in their order, as `RowsWriter` wrote them. Goes into no value by recursion, but for properties. */
export class RowsReader {
  readonly #open: Open[] = [];

  /** The rows that end in this frame. */
  read(frame: Frame): Value[][] {
    const rows: Value[][] = [];
    const from = new FrameReader(frame);
    while (!from.atEnd) {
      this.#open.at(-1)?.keys?.push(from.name());
      const tag = from.byte();
      if (tag === TAG.list) this.#begin(from.unsigned(), null, asList, rows);
      else if (tag === TAG.map) this.#begin(from.unsigned(), [], asMap, rows);
      else if (tag === TAG.path) this.#begin(from.unsigned(), null, asPath, rows);
      else this.#add(readTagged(from, tag), rows);
    }
    return rows;
  }

  #begin(left: number, keys: string[] | null, finish: Open['finish'], rows: Value[][]): void {
    const open: Open = { left, items: [], keys, finish };
    if (left > 0) this.#open.push(open);
    else this.#add(finish(open), rows);
  }

  #add(value: Value, rows: Value[][]): void {
    let ready = value;
    for (;;) {
      const open = this.#open.at(-1);
      if (open === undefined) {
        rows.push(ready as Value[]);
        return;
      }
      open.items.push(ready);
      open.left -= 1;
      if (open.left > 0) return;
      this.#open.pop();
      ready = open.finish(open);
    }
  }
}

const asList = ({ items }: Open): Value => items;
const asMap = ({ items, keys }: Open): Value =>
  new Map(items.map((item, i) => [(keys as string[])[i] as string, item]));
const asPath = ({ items }: Open): Value =>
  new Path(
    items.filter((item) => item instanceof Node),
    items.filter((item) => item instanceof Relationship),
  );

export function readFrame(frame: Frame): Value {
  const from = new FrameReader(frame);
  return readTagged(from, from.byte());
}

function readTagged(from: FrameReader, tag: number): Value {
  switch (tag) {
    case TAG.null:
      return null;
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
    case TAG.string:
      return from.string();
    case TAG.bytes:
      return from.bytes();
    case TAG.list:
      return readItems(from);
    case TAG.map:
      return readProperties(from);
    case TAG.node:
      return readNode(from);
    case TAG.relationship:
      return new Relationship(from.string(), from.string(), from.string(), from.name(), readProperties(from));
    case TAG.path:
      return asPath({ left: 0, items: readItems(from), keys: null, finish: asPath });
    default:
      return readScalarObject(from, tag);
  }
}

function readScalarObject(from: FrameReader, tag: number): Value {
  switch (tag) {
    case TAG.date:
      return new LocalDate(from.signed());
    case TAG.localTime:
      return new LocalTime(from.unsigned());
    case TAG.time:
      return new OffsetTime(from.unsigned(), from.signed());
    case TAG.localDateTime:
      return new LocalDateTime(from.signed(), from.unsigned());
    case TAG.dateTime: {
      const [day, nanos, offset, zone] = [from.signed(), from.unsigned(), from.signed(), from.name()];
      return new DateTime(day, nanos, offset, zone === '' ? null : zone);
    }
    case TAG.duration:
      return new Duration(from.long(), from.long(), from.long(), from.unsigned());
    case TAG.point: {
      const [srid, x, y] = [from.unsigned(), from.float(), from.float()];
      return new Point(srid, x, y, from.byte() === 0 ? null : from.float());
    }
    default:
      throw new TypeError(`there is no value with the tag ${tag}`);
  }
}

function readItems(from: FrameReader): Value[] {
  const items: Value[] = [];
  for (let left = from.unsigned(); left > 0; left--) items.push(readTagged(from, from.byte()));
  return items;
}

function readNode(from: FrameReader): Node {
  const elementId = from.string();
  const labels: string[] = [];
  for (let left = from.unsigned(); left > 0; left--) labels.push(from.name());
  return new Node(elementId, labels, readProperties(from));
}

function readProperties(from: FrameReader): Map<string, Value> {
  const properties = new Map<string, Value>();
  for (let left = from.unsigned(); left > 0; left--)
    properties.set(from.name(), readTagged(from, from.byte()));
  return properties;
}
