import { open, type RootDatabase } from 'lmdb';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeSet, ConstraintDefinition, IndexDefinition } from '../../../graph/memory/graph.ts';
import type { MemoryGraph } from '../../../graph/memory/memory-graph.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readNode, readRelationship, readValue, writeNode, writeRelationship, writeValue } from './codec.ts';
import { StoreDamaged, StoreFailed, StoreFull } from './errors.ts';
import { DATA_FILE, type FolderMeta } from './folder.ts';

/**
 * The first byte of every key; the id follows in four bytes, high ones first. So reading all keys in order gives
 * what comes first what later records need, each kind by id.
 */
const KIND = { meta: 0, label: 1, type: 2, key: 3, schema: 4, node: 5, relationship: 6 } as const;
const KEY_LENGTH = 5;

/** Records of the kind `meta`. */
const META_UUID = 0;
const META_COMMITS = 1;

/** A key with its new record, or null to remove it. */
type Change = readonly [key: Buffer, record: Buffer | null];

interface StoredSchema {
  readonly indexes: readonly IndexDefinition[];
  readonly constraints: readonly ConstraintDefinition[];
}

/** The records of a store in LMDB, each whole under its id: a commit rewrites those that it changed. */
export class RecordLog {
  readonly #folder: string;
  readonly #db: RootDatabase<Buffer, Buffer>;
  readonly #out = new ByteWriter();
  #failure: StoreFailed | null = null;

  /** @throws StoreDamaged LMDB cannot read the file, or it belongs to another store */
  constructor(folder: string, meta: FolderMeta) {
    this.#folder = folder;
    this.#db = openData(folder);
    if (!meta.complete) return;
    const uuid = this.#db.getBinary(keyOf(KIND.meta, META_UUID))?.toString('utf8');
    if (uuid === meta.uuid) return;
    void this.#db.close();
    throw new StoreDamaged(
      folder,
      `${DATA_FILE} is not the one that belongs there: its store is ${uuid ?? 'unknown'}`,
    );
  }

  /** Writes the first records of a new store. */
  async create(meta: FolderMeta): Promise<void> {
    await this.#commit([
      [keyOf(KIND.meta, META_UUID), Buffer.from(meta.uuid)],
      [keyOf(KIND.meta, META_COMMITS), this.#encoded((out) => out.unsigned(0))],
    ]);
  }

  /**
   * Fills an empty graph with all records, in one pass.
   *
   * @throws StoreDamaged a record cannot be understood
   */
  load(graph: MemoryGraph): void {
    const loader = graph.loader();
    const names = { labels: [] as string[], types: [] as string[], keys: [] as string[] };
    let namesTold = false;
    let commits = 0;
    let schema: StoredSchema | null = null;
    const tellNames = (): void => {
      if (namesTold) return;
      namesTold = true;
      for (const kind of ['labels', 'types', 'keys'] as const) loader.names(kind, names[kind]);
    };
    for (const { key, value } of this.#db.getRange({ snapshot: false })) {
      const kind = key[0];
      const id = key.length === KEY_LENGTH ? key.readUInt32BE(1) : -1;
      try {
        if (kind === KIND.relationship) {
          loader.relationship(readRelationship(id, new ByteReader(value)));
        } else if (kind === KIND.node) {
          tellNames();
          loader.node(readNode(id, new ByteReader(value)));
        } else if (kind === KIND.label) addName(names.labels, id, value);
        else if (kind === KIND.type) addName(names.types, id, value);
        else if (kind === KIND.key) addName(names.keys, id, value);
        else if (kind === KIND.schema) schema = JSON.parse(value.toString('utf8')) as StoredSchema;
        else if (kind !== KIND.meta) throw new RangeError(`There is no record of the kind ${kind}.`);
        else if (id === META_COMMITS) commits = new ByteReader(value).unsigned();
      } catch (error) {
        throw new StoreDamaged(this.#folder, `a record of ${DATA_FILE} is broken (kind ${kind}, id ${id})`, {
          cause: error,
        });
      }
    }
    tellNames();
    loader.finish(schema?.indexes ?? null, schema?.constraints ?? [], commits);
  }

  /**
   * Writes a transaction. When this resolves it is on disk; when it rejects it is not, except after `StoreFailed`.
   *
   * @param commits how many commits there are with this one
   * @throws StoreFull, StoreFailed
   */
  async append(changes: ChangeSet, commits: number): Promise<void> {
    const puts: Change[] = [];
    const put = (kind: number, id: number, write: (out: ByteWriter) => void): void => {
      puts.push([keyOf(kind, id), this.#encoded(write)]);
    };
    for (const { id, name } of changes.newLabels) put(KIND.label, id, (out) => writeValue(out, name));
    for (const { id, name } of changes.newTypes) put(KIND.type, id, (out) => writeValue(out, name));
    for (const { id, name } of changes.newKeys) put(KIND.key, id, (out) => writeValue(out, name));
    if (changes.schema !== null)
      puts.push([keyOf(KIND.schema, 0), Buffer.from(JSON.stringify(changes.schema))]);
    for (const id of changes.deletedRelationships) puts.push([keyOf(KIND.relationship, id), null]);
    for (const id of changes.deletedNodes) puts.push([keyOf(KIND.node, id), null]);
    for (const node of changes.nodes) put(KIND.node, node.id, (out) => writeNode(out, node));
    for (const relationship of changes.relationships) {
      put(KIND.relationship, relationship.id, (out) => writeRelationship(out, relationship));
    }
    put(KIND.meta, META_COMMITS, (out) => out.unsigned(commits));
    await this.#commit(puts);
  }

  async close(): Promise<void> {
    await this.#db.close();
  }

  #encoded(write: (out: ByteWriter) => void): Buffer {
    write(this.#out);
    return this.#out.take();
  }

  /** Makes all changes one LMDB transaction, written and synchronised in LMDB's own thread. */
  async #commit(changes: readonly Change[]): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    try {
      await this.#db.batch(() => {
        for (const [key, value] of changes) {
          if (value === null) void this.#db.remove(key);
          else void this.#db.put(key, value);
        }
      });
    } catch (error) {
      const cause = await causeOf(error);
      if (isFull(cause)) throw new StoreFull(this.#folder, { cause });
      throw (this.#failure = new StoreFailed(this.#folder, { cause }));
    }
  }
}

function openData(folder: string): RootDatabase<Buffer, Buffer> {
  try {
    return open<Buffer, Buffer>({
      path: join(folder, DATA_FILE),
      noSubdir: true,
      encoding: 'binary',
      keyEncoding: 'binary',
      // a commit is acknowledged when the data is synchronised and the meta page after it, not before
      overlappingSync: false,
      // no automatic reading of recently written pages: a store is read once, when it is opened
      cache: false,
    });
  } catch (error) {
    throw new StoreDamaged(folder, `LMDB cannot open ${DATA_FILE} (${messageOf(error)})`, { cause: error });
  }
}

function keyOf(kind: number, id: number): Buffer {
  const key = Buffer.allocUnsafe(KEY_LENGTH);
  key[0] = kind;
  key.writeUInt32BE(id, 1);
  return key;
}

function addName(names: string[], id: number, value: Buffer): void {
  if (id !== names.length) throw new RangeError('A name is missing.');
  const name = readValue(new ByteReader(value));
  if (typeof name !== 'string') throw new RangeError('A name is no text.');
  names.push(name);
}

/** lmdb rejects with an error that holds a promise of the real one, which it may never keep. */
async function causeOf(rejection: unknown): Promise<unknown> {
  if (!(rejection instanceof Error) || !('commitError' in rejection)) return rejection;
  try {
    return await Promise.race([rejection.commitError, sleep(1_000, rejection, { ref: false })]);
  } catch (cause) {
    return cause;
  }
}

/** The disk, the quota, the allowed size of a file or the address space is used up; LMDB has taken the transaction back. */
function isFull(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const codes: unknown[] = [ENOSPC, EFBIG, EDQUOT, MDB_MAP_FULL];
  return (
    codes.includes(code) || /No space left|File too large|quota exceeded|MDB_MAP_FULL/i.test(messageOf(cause))
  );
}
const ENOSPC = 28;
const EFBIG = 27;
const EDQUOT = 122;
const MDB_MAP_FULL = -30792;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
