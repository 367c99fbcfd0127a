/** The records of a store as they lie in LMDB: which there are, under which keys, and who the store is. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { ByteReader, type ByteWriter } from './bytes.ts';
import { StoreDamaged } from './errors.ts';
import { DATA_FILE } from './folder.ts';
import { messageOf } from './lmdb-errors.ts';

/** What a record is. All keys in order give what comes first what later records need, each kind by id. */
export const KIND = { meta: 0, label: 1, type: 2, key: 3, schema: 4, node: 5, relationship: 6 } as const;

const IDS = 2 ** 32;
/** A key as a number: the kind, then the id. On disk it is a byte and four, high ones first. */
export const keyOf = (kind: number, id: number): number => kind * IDS + id;
export const kindOf = (key: number): number => Math.floor(key / IDS);
export const idOf = (key: number): number => key % IDS;

/** Records of the kind `meta`. */
export const META_UUID = keyOf(KIND.meta, 0);
export const META_STATE = keyOf(KIND.meta, 1);
/** Missing in format 1. */
export const META_FORMAT = keyOf(KIND.meta, 2);

export type Records = RootDatabase<Buffer, number>;

/** After which commit the records are. */
export interface State {
  /** How many commits there were. */
  readonly commits: number;
  /** No other commit of any store has it: a copy that was written on has as many commits, but other marks. */
  readonly mark: string;
}

export const stateAfter = (commits: number): State => ({ commits, mark: randomUUID() });

export function writeState(out: ByteWriter, { commits, mark }: State): void {
  out.unsigned(commits);
  out.bytes(Buffer.from(mark));
}

/** @throws RangeError */
export function decodeState(record: Buffer): State {
  const from = new ByteReader(record);
  const state = { commits: from.unsigned(), mark: from.text('utf8') };
  from.expectEnd();
  return state;
}

/** @throws StoreDamaged LMDB cannot read the file */
export function openRecords(folder: string): Records {
  try {
    return open<Buffer, number>({
      path: join(folder, DATA_FILE),
      noSubdir: true,
      // what a range gives as a record is LMDB's own buffer, until the next one
      encoder: { encode: (record: Buffer) => record, decode: (record: Buffer) => record },
      keyEncoder: { writeKey, readKey },
      // a commit is acknowledged when the data is synchronised and the meta page after it, not before
      overlappingSync: false,
      // no automatic reading of recently written pages: a store is read once, when it is opened
      cache: false,
    });
  } catch (error) {
    throw new StoreDamaged(folder, `LMDB cannot open ${DATA_FILE} (${messageOf(error)})`, { cause: error });
  }
}

function writeKey(key: number | undefined, target: Buffer, start: number): number {
  // no key: the end of a range that has none
  if (key === undefined) return start;
  target[start] = kindOf(key);
  const id = idOf(key);
  target[start + 1] = id >>> 24;
  target[start + 2] = id >>> 16;
  target[start + 3] = id >>> 8;
  target[start + 4] = id;
  return start + 5;
}

/** NaN for one of another length, which is no key of a store. */
function readKey(source: Buffer, start: number, end: number): number {
  if (end - start !== 5) return NaN;
  const id =
    (source[start + 1]! << 24) | (source[start + 2]! << 16) | (source[start + 3]! << 8) | source[start + 4]!;
  return keyOf(source[start]!, id >>> 0);
}
