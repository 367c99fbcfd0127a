/**
 * The whole graph as columns in one file beside the records, so that opening need not read each record. It is only a
 * copy: one that is missing, damaged, of another make or of another commit is passed over.
 *
 * The file is a header, blocks of bytes in a fixed order, their lengths and a description in JSON. The header is written last, and says how
 * long the latter two are and what the checksum of everything is. Numbers lie as the machine has them in memory.
 */
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ColumnParts, ColumnTexts } from '../../../graph/memory/column.ts';
import type { AdjacencyParts } from '../../../graph/memory/adjacency.ts';
import type { Entity } from '../../../graph/memory/graph.ts';
import type { GraphParts } from '../../../graph/memory/parts.ts';
import type { RelationshipParts } from '../../../graph/memory/relationships.ts';
import type { Value } from '../../../graph/model.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readValue, writeValue } from './codec.ts';
import { packTexts, unpackTexts } from './texts.ts';

export const CHECKPOINT_FILE = 'graph.columns';

/** Read as a number it tells the order of bytes as well; its end is the number of this layout, the tags of columns and values included. */
const MAGIC = 0x456e7402;
/** The mark above, how long the JSON is, how many blocks there are, the checksum. */
const HEADER_WORDS = 4;
const HEADER_BYTES = HEADER_WORDS * 4;
/** So many bytes are put away in a step: a millisecond or two. */
const STEP_BYTES = 1 << 20;

/** Which graph, and after which commit. */
export interface CheckpointOf {
  readonly uuid: string;
  /** The mark of the last commit. */
  readonly mark: string;
}

type Bytes = Uint8Array<ArrayBuffer>;
type PartsInJson = Omit<GraphParts, 'nodes' | 'relationships' | 'properties'>;

interface Description extends CheckpointOf {
  readonly graph: PartsInJson;
  readonly properties: readonly {
    readonly entity: Entity;
    readonly key: number;
    /** The id of the first slot; null where the ids of the slots are a block of their own. */
    readonly base: number | null;
    readonly count: number;
  }[];
}

/**
 * Replaces the one that is there, a little in each step, so that others can be let in. Nothing may be written to the graph in between: who
 * lets that happen leaves the steps early, and what was there before stays.
 *
 * @throws Error the file cannot be written; what was there before stays
 */
export function* checkpointSteps(
  folder: string,
  of: CheckpointOf,
  parts: GraphParts,
): Generator<null, void, void> {
  const draft = join(folder, `${CHECKPOINT_FILE}.new`);
  let isWhole = false;
  try {
    const file = openSync(draft, 'w');
    try {
      yield* write(file, of, parts);
    } finally {
      closeSync(file);
    }
    // not synchronised: what a power failure spoils has another checksum
    renameSync(draft, join(folder, CHECKPOINT_FILE));
    isWhole = true;
  } finally {
    if (!isWhole) rmSync(draft, { force: true });
  }
}

/** All the steps at once. @throws Error as they do */
export function writeCheckpoint(folder: string, of: CheckpointOf, parts: GraphParts): void {
  for (const _ of checkpointSteps(folder, of, parts));
}

function* write(file: number, of: CheckpointOf, parts: GraphParts): Generator<null, void, void> {
  let [at, checksum] = [HEADER_BYTES, 0];
  const lengths: number[] = [];
  const put = function* (block: Bytes): Generator<null, void, void> {
    for (let from = 0; from < block.length; from += STEP_BYTES) {
      const some = block.subarray(from, from + STEP_BYTES);
      checksum = crc32(some, checksum);
      writeWhole(file, some, at);
      at += some.length;
      yield null;
    }
  };
  const { nodes, relationships, properties, ...graph } = parts;
  for (const block of [nodes, ...blocksOfRelationships(relationships)].map(bytesOf)) {
    lengths.push(block.length);
    yield* put(block);
  }
  for (const { column } of properties) {
    for (const block of yield* blocksOf(column)) {
      lengths.push(block.length);
      yield* put(block);
    }
  }
  const description: Description = {
    ...of,
    graph,
    properties: properties.map(({ entity, key, column: { ids, count } }) => ({
      entity,
      key,
      base: typeof ids === 'number' ? ids : null,
      count,
    })),
  };
  const json = bytesOf(Buffer.from(JSON.stringify(description)));
  yield* put(bytesOf(Float64Array.from(lengths)));
  yield* put(json);
  const header = Uint32Array.of(MAGIC, json.length, lengths.length, 0);
  header[HEADER_WORDS - 1] = crc32(bytesOf(header.subarray(0, -1)), checksum);
  writeWhole(file, bytesOf(header), 0);
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
  const { size } = fstatSync(file);
  const header = new Uint32Array(readBytes(file, HEADER_BYTES, 0).buffer);
  const [magic, jsonLength = 0, count = 0, stored] = header;
  if (magic !== MAGIC) return null;
  const jsonAt = size - jsonLength;
  const lengthsAt = jsonAt - count * Float64Array.BYTES_PER_ELEMENT;
  const json = readBytes(file, jsonLength, jsonAt);
  const description = JSON.parse(Buffer.from(json).toString('utf8')) as Description;
  if (description.uuid !== of.uuid || description.mark !== of.mark) return null;
  const lengths = new Float64Array(readBytes(file, jsonAt - lengthsAt, lengthsAt).buffer);
  if (lengths.reduce((sum, length) => sum + length, HEADER_BYTES) !== lengthsAt) return null;
  let at = HEADER_BYTES;
  const blocks = Array.from(lengths, (length) => {
    const block = readBytes(file, length, at);
    at += length;
    return block;
  });
  const checked = [...blocks, bytesOf(lengths), json, bytesOf(header.subarray(0, -1))];
  if (checked.reduce(checksumAfter, 0) !== stored) return null;
  blocks.reverse();
  const next = (): Bytes => {
    const block = blocks.pop();
    if (block === undefined) throw new RangeError('A block is missing.');
    return block;
  };
  const integers = (): Int32Array<ArrayBuffer> => new Int32Array(next().buffer);
  const side = (): AdjacencyParts => ({ first: integers(), groups: integers(), hubs: integers() });
  const nodes = integers();
  const relationships = { records: integers(), outgoing: side(), incoming: side() };
  const properties = description.properties.map(({ entity, key, base, count: used }) => ({
    entity,
    key,
    column: columnOf(base ?? integers(), used, next),
  }));
  return { ...description.graph, nodes, relationships, properties };
}

function blocksOfRelationships({ records, outgoing, incoming }: RelationshipParts): Int32Array[] {
  return [records, ...[outgoing, incoming].flatMap(({ first, groups, hubs }) => [first, groups, hubs])];
}

function* blocksOf(column: ColumnParts): Generator<null, Bytes[], void> {
  const others = new ByteWriter();
  const { strings, objects } = column.texts();
  // a text, null or what is among the others
  const textOf = (value: Value): string | null | undefined => {
    if (typeof value === 'string' || value === null) return value;
    writeValue(others, value);
    return undefined;
  };
  const texts = [...(yield* packTexts(strings)), ...(yield* packTexts(objects, textOf))];
  const blocks: ArrayBufferView[] = [column.tags, column.numbers, ...texts, others.take()];
  if (typeof column.ids !== 'number') blocks.unshift(column.ids);
  return blocks.map(bytesOf);
}

function columnOf(ids: number | Int32Array<ArrayBuffer>, count: number, next: () => Bytes): ColumnParts {
  const [tags, numbers] = [next(), new Float64Array(next().buffer)];
  const packed = [next(), next(), next(), next(), next(), next(), next()] as const;
  return { ids, tags, numbers, count, texts: () => textsOf(...packed) };
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

function writeWhole(file: number, bytes: Bytes, at: number): void {
  for (let from = 0; from < bytes.length;)
    from += writeSync(file, bytes, from, bytes.length - from, at + from);
}

/** @throws RangeError the file ends before, or there is no such place in it */
function readBytes(file: number, length: number, at: number): Bytes {
  if (at < 0) throw new RangeError('The file is too short.');
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length;) {
    const got = readSync(file, bytes, from, length - from, at + from);
    if (got === 0) throw new RangeError('The file ends too early.');
    from += got;
  }
  return bytes;
}
