import type { ChangeSet, ConstraintDefinition, IndexDefinition } from '../../../graph/memory/graph.ts';
import type { MemoryGraph } from '../../../graph/memory/memory-graph.ts';
import { ByteReader } from './bytes.ts';
import { readNode, readRelationship, readValue, writeNode, writeRelationship, writeValue } from './codec.ts';
import { StoreDamaged, StoreFailed, StoreFull } from './errors.ts';
import { checkpointSteps, readCheckpoint } from './checkpoint.ts';
import { DATA_FILE, FORMAT, type FolderMeta } from './folder.ts';
import { causeOf, isFull } from './lmdb-errors.ts';
import { RecordBatch } from './record-batch.ts';
import {
  KIND,
  META_FORMAT,
  META_STATE,
  META_UUID,
  decodeState,
  idOf,
  keyOf,
  kindOf,
  openRecords,
  stateAfter,
  writeState,
  type Records,
  type State,
} from './records.ts';
import { upgrade } from './upgrade.ts';

interface StoredSchema {
  readonly indexes: readonly IndexDefinition[];
  readonly constraints: readonly ConstraintDefinition[];
}

/** A graph with fewer nodes and relationships is read from its records in no time. */
const CHECKPOINT_MIN = 20_000;
/** Putting the graph away again is due when one in so many has changed: on the whole it costs a fraction of what changing did. */
const CHANGED_ONE_IN = 8;

/** The records of a store in LMDB, each whole under its id: a commit rewrites those that it changed. */
export class RecordLog {
  readonly #folder: string;
  readonly #meta: FolderMeta;
  readonly #records: Records;
  readonly #batch = new RecordBatch();
  /** What was loaded, and is to be put away when the log is closed. */
  #graph: MemoryGraph | null = null;
  #state: State = { commits: 0, mark: '' };
  /** The mark of the checkpoint that lies in the folder. */
  #checkpoint = '';
  /** How many nodes and relationships were written since then. */
  #changed = 0;
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
    const { out } = this.#batch;
    out.raw(Buffer.from(meta.uuid));
    this.#batch.put(META_UUID);
    writeState(out, stateAfter(0));
    this.#batch.put(META_STATE);
    out.unsigned(FORMAT);
    this.#batch.put(META_FORMAT);
    await this.#commit();
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
      this.#changed = graph.size;
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
    const batch = this.#batch;
    // where one before it could not be told to the end
    batch.clear();
    const { out } = batch;
    const names = [
      [KIND.label, changes.newLabels],
      [KIND.type, changes.newTypes],
      [KIND.key, changes.newKeys],
    ] as const;
    for (const [kind, added] of names) {
      for (const { id, name } of added) {
        writeValue(out, name);
        batch.put(keyOf(kind, id));
      }
    }
    if (changes.schema !== null) {
      out.raw(Buffer.from(JSON.stringify(changes.schema)));
      batch.put(keyOf(KIND.schema, 0));
    }
    for (const id of changes.deletedRelationships) batch.remove(keyOf(KIND.relationship, id));
    for (const id of changes.deletedNodes) batch.remove(keyOf(KIND.node, id));
    for (const node of changes.nodes) {
      writeNode(out, node);
      batch.put(keyOf(KIND.node, node.id));
    }
    for (const relationship of changes.relationships) {
      writeRelationship(out, relationship);
      batch.put(keyOf(KIND.relationship, relationship.id));
    }
    const state = stateAfter(commits);
    writeState(out, state);
    batch.put(META_STATE);
    const { size } = batch;
    await this.#commit();
    this.#state = state;
    this.#changed += size;
  }

  /** Puts the graph away where it is worth it. No transaction may be open. */
  async close(): Promise<void> {
    for (const _ of this.checkpointSteps());
    await this.#records.close();
  }

  /** Whether so much was written that the graph should be put away when there is time. */
  get isDue(): boolean {
    const { size } = this.#graph ?? { size: 0 };
    return this.#changed >= Math.max(CHECKPOINT_MIN, size / CHANGED_ONE_IN) && this.#failure === null;
  }

  /**
   * Puts the graph away as a checkpoint where it is worth it, a little in each step. Where somebody began to write in between, what is there
   * stays, and it is still due. Begun and left to its end with no transaction open, it is always done.
   */
  *checkpointSteps(): Generator<null, void, void> {
    const [graph, { mark }] = [this.#graph, this.#state];
    if (graph === null || this.#failure !== null || mark === this.#checkpoint) return;
    if (graph.size < CHECKPOINT_MIN) {
      this.#changed = 0;
      return;
    }
    const { writers } = graph;
    try {
      for (const _ of checkpointSteps(this.#folder, { uuid: this.#meta.uuid, mark }, graph.parts())) {
        yield null;
        // its arrays may have changed under our hands
        if (graph.writers !== writers) return;
      }
      this.#checkpoint = mark;
    } catch {
      // a full disk: opening takes longer, and that is all
    }
    this.#changed = 0;
  }

  /** Makes the batch one LMDB transaction, written and synchronised in LMDB's own thread. */
  async #commit(): Promise<void> {
    try {
      if (this.#failure !== null) throw this.#failure;
      await this.#records.batch(() => this.#batch.writeTo(this.#records));
    } catch (error) {
      if (error === this.#failure) throw error;
      const cause = await causeOf(error);
      if (isFull(cause)) throw new StoreFull(this.#folder, { cause });
      throw (this.#failure = new StoreFailed(this.#folder, { cause }));
    } finally {
      this.#batch.clear();
    }
  }
}

function addName(names: string[], id: number, from: ByteReader): void {
  if (id !== names.length) throw new RangeError('A name is missing.');
  const name = readValue(from);
  if (typeof name !== 'string') throw new RangeError('A name is no text.');
  names.push(name);
}
