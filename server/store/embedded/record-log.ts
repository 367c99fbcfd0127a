import type { ChangeSet, ConstraintDefinition, IndexDefinition } from '../../../graph/memory/graph.ts';
import type { MemoryGraph } from '../../../graph/memory/memory-graph.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { readNode, readRelationship, readValue, writeNode, writeRelationship, writeValue } from './codec.ts';
import { StoreDamaged, StoreFailed, StoreFull } from './errors.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { DATA_FILE, FORMAT, type FolderMeta } from './folder.ts';
import { causeOf, isFull } from './lmdb-errors.ts';
import {
  KIND,
  META_FORMAT,
  META_STATE,
  META_UUID,
  decodeState,
  encodeNumber,
  encodeState,
  idOf,
  keyOf,
  kindOf,
  openRecords,
  stateAfter,
  type Records,
  type State,
} from './records.ts';
import { upgrade } from './upgrade.ts';

/** A key with its new record, or null to remove it. */
type Change = readonly [key: number, record: Buffer | null];

interface StoredSchema {
  readonly indexes: readonly IndexDefinition[];
  readonly constraints: readonly ConstraintDefinition[];
}

/** A graph with fewer nodes and relationships is read from its records in no time. */
const CHECKPOINT_MIN = 20_000;

/** The records of a store in LMDB, each whole under its id: a commit rewrites those that it changed. */
export class RecordLog {
  readonly #folder: string;
  readonly #meta: FolderMeta;
  readonly #records: Records;
  readonly #out = new ByteWriter();
  /** What was loaded, and is to be put away when the log is closed. */
  #graph: MemoryGraph | null = null;
  #state: State = { commits: 0, mark: '' };
  /** The mark of the checkpoint that lies in the folder. */
  #checkpoint = '';
  #failure: StoreFailed | null = null;

  /** @throws StoreDamaged LMDB cannot read the file, or it belongs to another store */
  constructor(folder: string, meta: FolderMeta) {
    this.#folder = folder;
    this.#meta = meta;
    this.#records = openRecords(folder);
    if (!meta.complete) return;
    const uuid = this.#records.getBinary(META_UUID)?.toString('utf8');
    if (uuid === meta.uuid) return;
    void this.#records.close();
    throw new StoreDamaged(
      folder,
      `${DATA_FILE} is not the one that belongs there: its store is ${uuid ?? 'unknown'}`,
    );
  }

  /** Writes the first records of a new store. */
  async create(meta: FolderMeta): Promise<void> {
    await this.#commit([
      [META_UUID, Buffer.from(meta.uuid)],
      [META_STATE, encodeState(stateAfter(0))],
      [META_FORMAT, encodeNumber(FORMAT)],
    ]);
  }

  /**
   * Fills an empty graph: from the checkpoint where it is that of the last commit, otherwise from all records in one pass. Records of an
   * older format are brought to that of today.
   *
   * @throws StoreDamaged a record cannot be understood
   * @throws StoreFormatUnknown, StoreNotWritable
   */
  load(graph: MemoryGraph): void {
    upgrade(this.#folder, this.#meta, this.#records);
    this.#state = this.#readState();
    const { uuid } = this.#meta;
    const { mark } = this.#state;
    const parts = readCheckpoint(this.#folder, { uuid, mark });
    if (parts === null) {
      this.#loadRecords(graph);
    } else {
      graph.loader().parts(parts);
      this.#checkpoint = mark;
    }
    this.#graph = graph;
  }

  #readState(): State {
    try {
      return decodeState(this.#records.getBinary(META_STATE) ?? Buffer.alloc(0));
    } catch (error) {
      throw new StoreDamaged(this.#folder, `${DATA_FILE} does not say after which commit it is`, {
        cause: error,
      });
    }
  }

  #loadRecords(graph: MemoryGraph): void {
    const loader = graph.loader();
    const names = { labels: [] as string[], types: [] as string[], keys: [] as string[] };
    let namesTold = false;
    const from = new ByteReader();
    let schema: StoredSchema | null = null;
    const tellNames = (): void => {
      if (namesTold) return;
      namesTold = true;
      for (const kind of ['labels', 'types', 'keys'] as const) loader.names(kind, names[kind]);
    };
    for (const { key, value } of this.#records.getRange({ snapshot: false })) {
      const [kind, id] = [kindOf(key), idOf(key)];
      from.reset(value);
      try {
        if (kind === KIND.relationship) {
          loader.relationship(readRelationship(id, from));
        } else if (kind === KIND.node) {
          tellNames();
          loader.node(readNode(id, from));
        } else if (kind === KIND.label) addName(names.labels, id, from);
        else if (kind === KIND.type) addName(names.types, id, from);
        else if (kind === KIND.key) addName(names.keys, id, from);
        else if (kind === KIND.schema) schema = JSON.parse(from.rest('utf8')) as StoredSchema;
        else if (kind !== KIND.meta) throw new RangeError(`There is no record of the kind ${kind}.`);
      } catch (error) {
        throw new StoreDamaged(this.#folder, `a record of ${DATA_FILE} is broken (kind ${kind}, id ${id})`, {
          cause: error,
        });
      }
    }
    tellNames();
    loader.finish(schema?.indexes ?? null, schema?.constraints ?? [], this.#state.commits);
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
    const state = stateAfter(commits);
    puts.push([META_STATE, encodeState(state)]);
    await this.#commit(puts);
    this.#state = state;
  }

  /** Puts the graph away as a checkpoint where it is worth it. No transaction may be open. */
  async close(): Promise<void> {
    if (this.#failure === null) this.#writeCheckpoint();
    await this.#records.close();
  }

  #writeCheckpoint(): void {
    const [graph, { mark }] = [this.#graph, this.#state];
    if (graph === null || mark === this.#checkpoint || graph.size < CHECKPOINT_MIN) return;
    try {
      writeCheckpoint(this.#folder, { uuid: this.#meta.uuid, mark }, graph.parts());
    } catch {
      // a full disk: opening takes longer, and that is all
    }
  }

  #encoded(write: (out: ByteWriter) => void): Buffer {
    write(this.#out);
    return this.#out.take();
  }

  /** Makes all changes one LMDB transaction, written and synchronised in LMDB's own thread. */
  async #commit(changes: readonly Change[]): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    try {
      await this.#records.batch(() => {
        for (const [key, value] of changes) {
          if (value === null) void this.#records.remove(key);
          else void this.#records.put(key, value);
        }
      });
    } catch (error) {
      const cause = await causeOf(error);
      if (isFull(cause)) throw new StoreFull(this.#folder, { cause });
      throw (this.#failure = new StoreFailed(this.#folder, { cause }));
    }
  }
}

function addName(names: string[], id: number, from: ByteReader): void {
  if (id !== names.length) throw new RangeError('A name is missing.');
  const name = readValue(from);
  if (typeof name !== 'string') throw new RangeError('A name is no text.');
  names.push(name);
}
