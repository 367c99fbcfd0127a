/**
 * The embedded store in a thread of its own, so that no statement, whatever it does, holds up the server: the same port,
 * spoken through messages.
 *
 * @see docs/decisions/2026-11-engine-thread.md
 */
import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CypherError } from '../../../graph/errors.ts';
import type { Parameters } from '../../../graph/model.ts';
import type { ResultEvent } from '../../../graph/result.ts';
import { VERSION } from '../../version.ts';
import { lockFolder } from '../embedded.ts';
import type { FolderLock } from '../embedded/folder-lock.ts';
import { terminated } from '../embedded/transaction.ts';
import { StoreUnavailable } from '../store.ts';
import type { Health, RunOptions, Store, Transaction } from '../store.ts';
import type { Conversation } from './conversation.ts';
import { unpackError } from './errors.ts';
import type { Reply, StatementRequest, TransactionOptions } from './protocol.ts';
import { RowsReader } from './read-rows.ts';
import { Thread } from './thread.ts';
import type { ThreadOptions } from './thread.ts';
import { writeFrame } from './write-rows.ts';

/**
 * Opens the store in a folder, empty where there is none, in a thread of its own. Where the thread dies, what ran in it
 * fails, and the store is opened again.
 *
 * @throws StoreLocked, StoreDamaged, StoreFormatUnknown, StoreNotWritable
 */
export async function openThreadStore(options: ThreadOptions): Promise<Store> {
  const folder = resolve(options.folder);
  // held by this thread, so that it outlives the other's death
  const lock = await lockFolder(folder);
  try {
    return new ThreadStore({ ...options, folder }, await Thread.start({ ...options, folder }), lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

class ThreadStore implements Store {
  readonly kind = 'embedded';
  readonly database: string;
  readonly #options: ThreadOptions;
  readonly #lock: FolderLock;
  /** Null while it is being started again. */
  #thread: Thread | null = null;
  #starting: Promise<Thread>;
  #closed: Promise<void> | null = null;

  constructor(options: ThreadOptions, thread: Thread, lock: FolderLock) {
    this.database = options.database ?? 'neo4j';
    this.#options = options;
    this.#lock = lock;
    this.#starting = Promise.resolve(thread);
    this.#watch(thread);
  }

  #watch(thread: Thread): void {
    this.#thread = thread;
    void this.#restartAfter(thread);
  }

  async #restartAfter(thread: Thread): Promise<void> {
    const why = await thread.ended;
    this.#thread = null;
    if (this.#closed !== null) return;
    console.error(`The store's thread ended (${why?.message ?? 'no reason given'}); it is started again.`);
    this.#restart();
  }

  #restart(): void {
    this.#starting = Thread.start(this.#options);
    this.#starting.then(
      (thread) => this.#watch(thread),
      (error: unknown) => console.error(`The store cannot be opened again: ${String(error)}`),
    );
  }

  /** @throws StoreUnavailable */
  async #running(): Promise<Thread> {
    if (this.#closed !== null) throw new StoreUnavailable('The store is closed');
    try {
      return this.#thread ?? (await this.#starting);
    } catch (cause) {
      // tried again, for whoever asks next
      this.#restart();
      throw new StoreUnavailable('The store cannot be opened again', { cause });
    }
  }

  async *run(
    statement: string,
    parameters: Parameters = new Map(),
    options: RunOptions = {},
  ): AsyncGenerator<ResultEvent, void, undefined> {
    options.signal?.throwIfAborted();
    const thread = await this.#running();
    const conversation = thread.converse('statement');
    const { tx, cell } = conversation;
    thread.say({
      kind: 'run',
      tx,
      options: transactionOptions(options, cell),
      ...statementRequest(statement, parameters, options.maxRows),
    });
    yield* read(thread, conversation, {
      signal: options.signal,
      isWaitedFor: options.access === 'write',
    });
  }

  async begin(options: RunOptions = {}): Promise<Transaction> {
    options.signal?.throwIfAborted();
    const thread = await this.#running();
    const conversation = thread.converse('explicit');
    const { tx, cell } = conversation;
    thread.say({ kind: 'begin', tx, options: transactionOptions(options, cell) });
    const transaction = new ThreadTransaction(thread, conversation, options);
    await transaction.begun();
    return transaction;
  }

  /** Asks nobody: how much there is lies in shared memory. */
  async health(): Promise<Health> {
    if (this.#closed !== null) throw new StoreUnavailable('The store is closed');
    if (this.#thread === null) throw new StoreUnavailable('The store is being started again');
    return { version: VERSION, ...this.#thread.counts() };
  }

  async close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const thread = await this.#starting.catch(() => null);
    await thread?.close();
    this.#lock.release();
  }
}

class ThreadTransaction implements Transaction {
  readonly #thread: Thread;
  readonly #conversation: Conversation;
  readonly #signal: AbortSignal | undefined;
  readonly #writes: boolean;
  readonly #onAbort = (): void => this.#thread.cancel(this.#conversation);
  #isRunning = false;
  #whyEnded: unknown = null;

  constructor(thread: Thread, conversation: Conversation, { signal, access }: RunOptions) {
    this.#thread = thread;
    this.#conversation = conversation;
    this.#signal = signal;
    this.#writes = access === 'write';
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  async begun(): Promise<void> {
    await this.#reply('begun');
  }

  async *run(
    statement: string,
    parameters: Parameters = new Map(),
    options: Pick<RunOptions, 'maxRows' | 'signal'> = {},
  ): AsyncGenerator<ResultEvent, void, undefined> {
    this.#assertOpen();
    options.signal?.throwIfAborted();
    this.#isRunning = true;
    let isWhole = false;
    try {
      this.#thread.say({
        kind: 'statement',
        tx: this.#conversation.tx,
        ...statementRequest(statement, parameters, options.maxRows),
      });
      yield* read(this.#thread, this.#conversation, {
        signal: anyOf(this.#signal, options.signal),
        isWaitedFor: this.#writes,
      });
      isWhole = true;
    } finally {
      this.#isRunning = false;
      // failed, or left by its reader
      if (!isWhole) this.#end(null);
    }
  }

  async commit(): Promise<readonly string[]> {
    this.#assertOpen();
    this.#isRunning = true;
    this.#thread.say({ kind: 'commit', tx: this.#conversation.tx });
    try {
      const reply = await this.#reply('committed');
      return reply.kind === 'committed' ? reply.bookmarks : [];
    } finally {
      this.#isRunning = false;
      this.#end(null);
    }
  }

  async rollback(): Promise<void> {
    if (this.#whyEnded !== null) return;
    this.#thread.cancel(this.#conversation);
    // a statement that runs hears of it itself
    if (this.#isRunning) return;
    this.#end(null);
  }

  /** Waits for the one reply that was asked for. @throws what it failed with */
  async #reply(kind: Reply['kind']): Promise<Reply> {
    for (;;) {
      const reply = await this.#conversation.next();
      if (reply.kind === kind) return reply;
      const error = whyOver(reply);
      if (error === null) continue;
      this.#end(error);
      this.#signal?.throwIfAborted();
      throw error;
    }
  }

  #assertOpen(): void {
    if (this.#isRunning)
      throw new CypherError(
        'Neo.ClientError.Transaction.TransactionAccessedConcurrently',
        'A statement of this transaction is still running.',
      );
    const said = this.#conversation.pending();
    const why = said === undefined ? null : whyOver(said);
    if (this.#whyEnded === null && why !== null) this.#end(why);
    if (this.#whyEnded === null) return;
    this.#signal?.throwIfAborted();
    throw this.#whyEnded;
  }

  #end(why: unknown): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#whyEnded ??=
      why ??
      new CypherError(
        'Neo.ClientError.Transaction.TransactionNotFound',
        'This transaction has ended: it was committed, rolled back, or a statement in it failed.',
      );
  }
}

/**
 * Why no other reply will come; null where one may. A transaction that is cancelled between two of its statements is rolled back before
 * the thread hears of the next one, of which it then says nothing.
 */
function whyOver(reply: Reply): unknown {
  if (reply.kind === 'failed' || reply.kind === 'ended') return unpackError(reply.error);
  return reply.kind === 'rolledBack' ? terminated() : null;
}

interface Reading {
  readonly signal: AbortSignal | undefined;
  /** Whether an abort waits until the thread has stopped: who writes must know that nothing was written. */
  readonly isWaitedFor: boolean;
}

/** The events of a statement; leaving early cancels its transaction. */
async function* read(
  thread: Thread,
  conversation: Conversation,
  { signal, isWaitedFor }: Reading,
): AsyncGenerator<ResultEvent, void, undefined> {
  const rows = new RowsReader();
  const cancel = (): void => thread.cancel(conversation);
  let isWhole = false;
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    while (!isWhole) {
      const reply = await conversation.next(isWaitedFor ? undefined : signal);
      const error = whyOver(reply);
      if (error !== null) {
        signal?.throwIfAborted();
        throw error;
      }
      if (reply.kind !== 'events') continue;
      for (const event of reply.events) {
        if (event.event !== 'frame') yield event;
        else {
          const batch = rows.read(event.frame);
          if (batch.length > 0) yield { event: 'rows', rows: batch };
          // a row of many frames: others have a turn between them
          else await nextTurn();
        }
      }
      isWhole = reply.ended;
      // messages that come as fast as they are read would leave no turn to timers and sockets
      if (!isWhole) await nextTurn();
      thread.say({ kind: 'taken', tx: conversation.tx, size: reply.size });
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    if (!isWhole) {
      cancel();
      conversation.leave();
    }
  }
}

const transactionOptions = (
  { access, timeoutMs, bookmarks }: RunOptions,
  cell: number,
): TransactionOptions => ({ cell, access, timeoutMs, bookmarks });

const statementRequest = (
  statement: string,
  parameters: Parameters,
  maxRows: number | undefined,
): StatementRequest => ({ statement, parameters: writeFrame(parameters), maxRows });

const anyOf = (...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined => {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
};
