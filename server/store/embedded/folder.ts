/** What a data folder holds, looked at before anything in it is opened for writing. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreDamaged, StoreFormatUnknown, StoreNotWritable } from './errors.ts';

/** The format that is written, and the newest that is read. */
export const FORMAT = 2;
export const DATA_FILE = 'graph.mdb';
const META_FILE = 'entente.json';
const KIND = 'entente embedded store';

/** Who the store is: a small file that a person can read. */
export interface FolderMeta {
  readonly kind: typeof KIND;
  readonly format: number;
  /** Part of every element id. */
  readonly uuid: string;
  readonly created: string;
  /** False from the moment the folder is claimed until its data file is on disk. */
  readonly complete: boolean;
}

/** Makes the folder where there is none. @throws StoreNotWritable */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    const probe = join(folder, `.probe-${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StoreNotWritable(folder, codeOf(error), { cause: error });
  }
}

/** Makes a folder and those above it where they are not. As mkdir's own `recursive`, which never returns where the system forbids new folders with ENOENT (/proc). */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) makeFolder(parent);
  mkdirSync(folder);
}

/**
 * Reads who the store is; null for an empty folder, or one in which a store was begun and never finished.
 *
 * @throws StoreDamaged, StoreFormatUnknown
 */
export function inspectFolder(folder: string): FolderMeta | null {
  const metaPath = join(folder, META_FILE);
  const names = readdirSync(folder).filter(
    // kept views may have come first, while the graph was in Neo4j
    (name) => !name.startsWith('.') && !/^lock($|\.)|^lost\+found$|^views$/.test(name),
  );
  if (!existsSync(metaPath)) {
    if (names.length === 0) return null;
    const shown = names.slice(0, 3).join(', ');
    throw new StoreDamaged(folder, `there is no ${META_FILE} in it, but other files (${shown})`);
  }
  const meta = parseMeta(folder, readFileSync(metaPath, 'utf8'));
  if (!meta.complete) return null;
  const dataPath = join(folder, DATA_FILE);
  if (!existsSync(dataPath)) throw new StoreDamaged(folder, `${DATA_FILE} is missing`);
  inspectData(folder, dataPath);
  return meta;
}

function parseMeta(folder: string, text: string): FolderMeta {
  let meta: Partial<Record<keyof FolderMeta, unknown>>;
  try {
    meta = JSON.parse(text) as typeof meta;
  } catch (error) {
    throw new StoreDamaged(folder, `${META_FILE} is not JSON`, { cause: error });
  }
  const { kind, format, uuid, created, complete } = meta ?? {};
  if (kind !== KIND) throw new StoreDamaged(folder, `${META_FILE} is not that of a store`);
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1 || format > FORMAT) {
    throw new StoreFormatUnknown(folder, format, FORMAT);
  }
  if (typeof uuid !== 'string' || !/^[0-9a-f-]{36}$/.test(uuid) || typeof complete !== 'boolean') {
    throw new StoreDamaged(folder, `${META_FILE} lacks the store's id`);
  }
  return { kind, format, uuid, created: typeof created === 'string' ? created : '', complete };
}

/** Claims an empty folder. */
export function createMeta(folder: string): FolderMeta {
  const meta: FolderMeta = {
    kind: KIND,
    format: FORMAT,
    uuid: randomUUID(),
    created: new Date().toISOString(),
    complete: false,
  };
  // what a creation that was cut short left behind; nothing in it was ever acknowledged
  rmSync(join(folder, DATA_FILE), { force: true });
  rmSync(join(folder, `${DATA_FILE}-lock`), { force: true });
  writeMeta(folder, meta);
  return meta;
}

/** Says in the folder which versions may open it. */
export function setFormat(folder: string, meta: FolderMeta, format: number): void {
  writeMeta(folder, { ...meta, format });
}

export function completeMeta(folder: string, meta: FolderMeta): FolderMeta {
  const complete = { ...meta, complete: true };
  writeMeta(folder, complete);
  return complete;
}

/** Replaced as a whole, and on disk when this returns. */
function writeMeta(folder: string, meta: FolderMeta): void {
  const path = join(folder, META_FILE);
  const draft = `${path}.new`;
  const file = openSync(draft, 'w');
  writeFileSync(file, `${JSON.stringify(meta, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
  if (process.platform === 'win32') return;
  const directory = openSync(folder, 'r');
  fsyncSync(directory);
  closeSync(directory);
}

// LMDB's meta pages, 0 and 1. Offsets in bytes within a page: behind the page header of 24 bytes lies MDB_meta.
const PAGE_HEADER = 24;
const LMDB_MAGIC = 0xbeefc0de;
const META = { magic: 0, pageSize: PAGE_HEADER, lastPage: 120, transaction: 128 } as const;

/** Whether the data file is LMDB's and whole. LMDB itself trusts the file, and a process that reads beyond its end dies. */
function inspectData(folder: string, path: string): void {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(Math.min(size, 64 * 1024 * 2));
    readSync(file, head, 0, head.length, 0);
    const first = metaPage(head, 0);
    if (first === null) {
      throw new StoreDamaged(
        folder,
        size === 0 ? `${DATA_FILE} is empty` : `${DATA_FILE} is not an LMDB file`,
      );
    }
    const second = metaPage(head, first.pageSize);
    if (second === null) throw new StoreDamaged(folder, `the beginning of ${DATA_FILE} is broken`);
    const newest = second.transaction > first.transaction ? second : first;
    const needed = (newest.lastPage + 1n) * BigInt(first.pageSize);
    if (BigInt(size) < needed) {
      throw new StoreDamaged(folder, `${DATA_FILE} is cut short: it has ${size} bytes of ${needed}`);
    }
  } finally {
    closeSync(file);
  }
}

interface MetaPage {
  readonly pageSize: number;
  readonly lastPage: bigint;
  readonly transaction: bigint;
}

function metaPage(head: Buffer, at: number): MetaPage | null {
  const start = at + PAGE_HEADER;
  if (start + META.transaction + 8 > head.length) return null;
  if (head.readUInt32LE(start + META.magic) !== LMDB_MAGIC) return null;
  const pageSize = head.readUInt32LE(start + META.pageSize);
  if (pageSize < 256 || pageSize > 65_536) return null;
  return {
    pageSize,
    lastPage: head.readBigUInt64LE(start + META.lastPage),
    transaction: head.readBigUInt64LE(start + META.transaction),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
