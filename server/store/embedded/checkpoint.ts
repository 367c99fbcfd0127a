/**
 * The whole graph as columns in one file beside the records, so that opening need not read each record. It is only a
 * copy: one that is missing, damaged, of another make or of another commit is passed over.
 *
 * The file is a header (the lengths of what follows), a description in JSON, blocks of bytes in a fixed order, and a
 * checksum of all of it. Numbers lie as the machine has them in memory.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ColumnParts, ColumnTexts } from '../../../graph/memory/column.ts';
import type { Entity } from '../../../graph/memory/graph.ts';
import type { GraphParts } from '../../../graph/memory/parts.ts';
import type { Value } from '../../../graph/model.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readValue, writeValue } from './codec.ts';
import { packTexts, unpackTexts } from './texts.ts';

export const CHECKPOINT_FILE = 'graph.columns';

/** Read as a number it tells the order of bytes as well; its end is the number of this layout, the tags of columns and values included. */
const MAGIC = 0x456e7401;
const HEADER_WORDS = 3;

/** Which graph, and after which commit. */
export interface CheckpointOf {
  readonly uuid: string;
  /** The mark of the last commit. */
  readonly mark: string;
}

type Bytes = Uint8Array<ArrayBuffer>;
type PartsInJson = Omit<GraphParts, 'nodes' | 'types' | 'sources' | 'targets' | 'properties'>;

interface Description extends CheckpointOf {
  readonly graph: PartsInJson;
  readonly properties: readonly {
    readonly entity: Entity;
    readonly key: number;
    /** The id of the first slot; null where the ids of the slots are a block of their own. */
    readonly base: number | null;
  }[];
}

/** Replaces the one that is there. @throws Error the file cannot be written; what was there before stays */
export function writeCheckpoint(folder: string, of: CheckpointOf, parts: GraphParts): void {
  const { nodes, types, sources, targets, properties, ...graph } = parts;
  const description: Description = {
    ...of,
    graph,
    properties: properties.map(({ entity, key, column }) => ({
      entity,
      key,
      base: typeof column.ids === 'number' ? column.ids : null,
    })),
  };
  const blocks = [nodes, types, sources, targets].map(bytesOf);
  for (const { column } of properties) blocks.push(...blocksOf(column));
  const json = bytesOf(Buffer.from(JSON.stringify(description)));
  const lengths = Float64Array.from(blocks, (block) => block.length);
  const header = Uint32Array.of(MAGIC, json.length, blocks.length);
  const draft = join(folder, `${CHECKPOINT_FILE}.new`);
  try {
    const file = openSync(draft, 'w');
    try {
      let checksum = 0;
      for (const block of [bytesOf(header), bytesOf(lengths), json, ...blocks]) {
        checksum = checksumAfter(checksum, block);
        writeWhole(file, block);
      }
      writeWhole(file, bytesOf(Uint32Array.of(checksum)));
    } finally {
      closeSync(file);
    }
    // not synchronised: what a power failure spoils has another checksum
    renameSync(draft, join(folder, CHECKPOINT_FILE));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Null where there is none that is whole and of this commit. */
export function readCheckpoint(folder: string, of: CheckpointOf): GraphParts | null {
  let file: number;
  try {
    file = openSync(join(folder, CHECKPOINT_FILE), 'r');
  } catch {
    return null;
  }
  try {
    return read(file, of);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function read(file: number, of: CheckpointOf): GraphParts | null {
  const header = new Uint32Array(readBytes(file, HEADER_WORDS * 4).buffer);
  const [magic, jsonLength = 0, count = 0] = header;
  if (magic !== MAGIC) return null;
  const lengths = new Float64Array(readBytes(file, count * 8).buffer);
  const json = readBytes(file, jsonLength);
  const description = JSON.parse(Buffer.from(json).toString('utf8')) as Description;
  if (description.uuid !== of.uuid || description.mark !== of.mark) return null;
  const size = lengths.reduce(
    (sum, length) => sum + length,
    header.byteLength + lengths.byteLength + json.length + 4,
  );
  if (size !== fstatSync(file).size) return null;
  const blocks = Array.from(lengths, (length) => readBytes(file, length));
  const [stored] = new Uint32Array(readBytes(file, 4).buffer);
  const checksum = [bytesOf(header), bytesOf(lengths), json, ...blocks].reduce(checksumAfter, 0);
  if (checksum !== stored) return null;
  blocks.reverse();
  const next = (): Bytes => {
    const block = blocks.pop();
    if (block === undefined) throw new RangeError('A block is missing.');
    return block;
  };
  const integers = (): Int32Array<ArrayBuffer> => new Int32Array(next().buffer);
  const [nodes, types, sources, targets] = [integers(), integers(), integers(), integers()];
  const properties = description.properties.map(({ entity, key, base }) => ({
    entity,
    key,
    column: columnOf(base ?? integers(), next),
  }));
  return { ...description.graph, nodes, types, sources, targets, properties };
}

function blocksOf(column: ColumnParts): Bytes[] {
  const others = new ByteWriter();
  const { strings, objects } = column.texts();
  // a text, null or what is among the others
  const texts = objects.map((value) => {
    if (typeof value === 'string' || value === null) return value;
    writeValue(others, value);
    return undefined;
  });
  const blocks: ArrayBufferView[] = [
    column.tags,
    column.numbers,
    ...packTexts(strings),
    ...packTexts(texts),
    others.take(),
  ];
  if (typeof column.ids !== 'number') blocks.unshift(column.ids);
  return blocks.map(bytesOf);
}

function columnOf(ids: number | Int32Array<ArrayBuffer>, next: () => Bytes): ColumnParts {
  const [tags, numbers] = [next(), new Float64Array(next().buffer)];
  const packed = [next(), next(), next(), next(), next(), next(), next()] as const;
  return { ids, tags, numbers, texts: () => textsOf(...packed) };
}

function textsOf(
  ...[a, b, c, d, e, f, rest]: readonly [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes]
): ColumnTexts {
  const strings = unpackTexts(a, b, c) as string[];
  const objects = unpackTexts(d, e, f) as Value[];
  const others = new ByteReader(Buffer.from(rest.buffer));
  // in place, since there may be a million
  objects.forEach((text, place) => {
    if (text === undefined) objects[place] = readValue(others);
  });
  return { strings, objects };
}

function bytesOf(array: ArrayBufferView): Bytes {
  return new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength);
}

/** zlib begins anew at a block without bytes. */
function checksumAfter(checksum: number, block: Bytes): number {
  return block.length === 0 ? checksum : crc32(block, checksum);
}

function writeWhole(file: number, bytes: Bytes): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** @throws RangeError the file ends before */
function readBytes(file: number, length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const got = readSync(file, bytes, at, length - at, null);
    if (got === 0) throw new RangeError('The file ends too early.');
    at += got;
  }
  return bytes;
}
