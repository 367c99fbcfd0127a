/**
 * The embedded store: the graph in memory, run by our own engine, every commit in LMDB on disk before it is
 * acknowledged and before anyone sees it.
 *
 * @see docs/decisions/2026-11-embedded-store.md
 */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryGraph } from '../../graph/memory/memory-graph.ts';
import type { Parameters } from '../../graph/model.ts';
import { prepare } from '../../graph/query/engine.ts';
import type { ResultEvent, Summary } from '../../graph/result.ts';
import { checkBookmarks } from './embedded/bookmarks.ts';
import { completeMeta, createMeta, inspectFolder, prepareFolder } from './embedded/folder.ts';
import { FolderLock } from './embedded/folder-lock.ts';
import { importFolder } from './embedded/import-folder.ts';
import { RecordLog } from './embedded/record-log.ts';
import { Rest } from './embedded/rest.ts';
import { EmbeddedTransaction, type Sharing, type StoreParts } from './embedded/transaction.ts';
import { VERSION } from '../version.ts';
import { StoreUnavailable, type Health, type RunOptions, type Store, type Transaction } from './store.ts';

export interface EmbeddedOptions {
  /** Created where it is missing. One process at a time may have it open. */
  readonly folder: string;
  /** Default `neo4j`, so that statements and clients name the same database on both stores. */
  readonly database?: string;
  /** The bound for statements and transactions that name none; default 30,000. */
  readonly timeoutMs?: number;
  /** What one statement may hold in memory; default 512 MiB. */
  readonly maxMemoryBytes?: number;
  /** What all statements together may hold; default: no bound but each one's. */
  readonly maxSharedMemoryBytes?: number;
  /** Where LOAD CSV may read: this folder and what is below it; default: nowhere. */
  readonly importFolder?: string | undefined;
  /** An explicit transaction that does nothing for so long is rolled back; default 30,000. */
  readonly idleTimeoutMs?: number;
  /** After much has changed and nothing was asked for so long, the graph is put away and memory given back; default 250. */
  readonly restAfterMs?: number;
}

/** What `close` waits for at most. */
const CLOSE_TIMEOUT_MS = 5_000;

/**
 * Opens the store in a folder, empty where there is none.
 *
 * @throws StoreLocked, StoreDamaged, StoreFormatUnknown, StoreNotWritable
 */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Store> {
  const folder = resolve(options.folder);
  const lock = await lockFolder(folder);
  try {
    return await openLocked({ ...options, folder }, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** @throws StoreLocked, StoreNotWritable */
export async function lockFolder(folder: string): Promise<FolderLock> {
  prepareFolder(folder);
  return FolderLock.take(folder);
}

/**
 * Opens the store in a folder whose lock the caller has.
 *
 * @param released called when the store is closed
 * @throws StoreDamaged, StoreFormatUnknown, StoreNotWritable
 */
export async function openLocked(options: EmbeddedOptions, released: () => void): Promise<EmbeddedStore> {
  const { folder } = options;
  const found = inspectFolder(folder);
  const meta = found ?? createMeta(folder);
  const log = new RecordLog(folder, meta);
  const graph = new MemoryGraph(meta.uuid);
  try {
    if (found === null) {
      await log.create(meta);
      completeMeta(folder, meta);
    }
    log.load(graph);
  } catch (error) {
    await log.close();
    throw error;
  }
  return new EmbeddedStore(options, graph, log, released);
}

export class EmbeddedStore implements Store {
  readonly kind = 'embedded';
  readonly database: string;
  readonly #parts: StoreParts;
  readonly #released: () => void;
  /** The bound for statements that name none. */
  readonly timeoutMs: number;
  readonly #idleMs: number;
  readonly #transactions = new Set<EmbeddedTransaction>();
  readonly #rest: Rest;
  /** Called when the last transaction has let go of everything. */
  #onIdle: (() => void) | null = null;
  #isClosing = false;
  #closed: Promise<void> | null = null;

  constructor(options: EmbeddedOptions, graph: MemoryGraph, log: RecordLog, released: () => void) {
    this.database = options.database ?? 'neo4j';
    const maxMemoryBytes = options.maxMemoryBytes ?? 512 * 1024 * 1024;
    const memory = { usedBytes: 0, maxBytes: options.maxSharedMemoryBytes ?? Infinity };
    const imports = options.importFolder === undefined ? undefined : importFolder(options.importFolder);
    this.#parts = { graph, log, maxMemoryBytes, memory, imports };
    this.#released = released;
    this.timeoutMs = options.timeoutMs ?? 30_000;
    this.#idleMs = options.idleTimeoutMs ?? 30_000;
    this.#rest = new Rest(log, () => this.#transactions.size > 0, options.restAfterMs ?? 250);
  }

  async *run(
    statement: string,
    parameters?: Parameters,
    options: RunOptions = {},
  ): AsyncGenerator<ResultEvent, void, undefined> {
    const tx = this.transactionOf(statement, options);
    await tx.begin();
    try {
      let summary: Summary | null = null;
      for (const event of tx.steps(statement, parameters, { maxRows: options.maxRows })) {
        if (event === null) await tx.giveUpThread();
        else if (event.event === 'summary') ({ summary } = event);
        else yield event;
      }
      const bookmarks = await tx.commit();
      if (summary !== null) yield { event: 'summary', summary: { ...summary, bookmarks } };
    } finally {
      await tx.rollback();
    }
  }

  async begin(options: RunOptions = {}): Promise<Transaction> {
    const tx = this.transaction(options);
    await tx.begin();
    return tx;
  }

  /**
   * The transaction of one statement's own, still to be begun. A statement that only reads need not wait for those that
   * write, nor one that begins its own writing transactions.
   */
  transactionOf(statement: string, options: RunOptions, sharing?: Sharing): EmbeddedTransaction {
    const { signal, timeoutMs = this.timeoutMs } = options;
    const { access, inTransactions } = prepare(statement, undefined, { signal, timeoutMs });
    const reads = access === 'read' || inTransactions;
    const begins = inTransactions && (access === 'read' || options.access === 'write');
    return this.transaction(
      { ...options, access: reads ? 'read' : options.access },
      Infinity,
      sharing,
      begins,
    );
  }

  /**
   * A transaction that is still to be begun.
   *
   * @param idleMs how long it may do nothing; default: the store's own bound
   * @throws CypherError a bookmark is not of this store; StoreUnavailable it is closed
   */
  transaction(
    options: RunOptions,
    idleMs = this.#idleMs,
    sharing?: Sharing,
    begins = false,
  ): EmbeddedTransaction {
    const { graph } = this.#parts;
    if (this.#isClosing) throw closed();
    checkBookmarks(options.bookmarks ?? [], graph.uuid, graph.version);
    const bounds = {
      access: options.access ?? 'read',
      timeoutMs: options.timeoutMs ?? this.timeoutMs,
      idleMs,
      signal: options.signal,
      sharing,
      begins,
    };
    const tx = new EmbeddedTransaction(this.#parts, bounds, this.#onRelease);
    this.#transactions.add(tx);
    return tx;
  }

  readonly #onRelease = (tx: EmbeddedTransaction): void => {
    this.#transactions.delete(tx);
    this.#rest.transactionEnded();
    if (this.#transactions.size === 0) this.#onIdle?.();
  };

  async health(): Promise<Health> {
    return { version: VERSION, ...this.counts() };
  }

  /** As of the last commit. */
  counts(): { readonly nodes: number; readonly relationships: number } {
    const reader = this.#parts.graph.read();
    try {
      return { nodes: reader.countNodes(), relationships: reader.countRelationships() };
    } finally {
      reader.release();
    }
  }

  async close(): Promise<void> {
    if (this.#closed !== null) return this.#closed;
    this.#closed = this.#close();
    return this.#closed;
  }

  /** New transactions are refused at once; those that run get a few seconds. */
  async #close(): Promise<void> {
    this.#isClosing = true;
    if (this.#transactions.size > 0) {
      const idle = new Promise<void>((onIdle) => (this.#onIdle = onIdle));
      await Promise.race([idle, sleep(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
      for (const tx of this.#transactions) tx.abandon(closed());
      await idle;
    }
    await this.#rest.stop();
    await this.#parts.log.close();
    this.#released();
  }
}

const closed = (): StoreUnavailable => new StoreUnavailable('The store is closed');
