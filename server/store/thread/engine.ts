/**
 * The engine's thread: the embedded store, asked by messages. Statements take turns; while an expression of one holds
 * the thread, the others that only read go on inside its turn.
 *
 * @see docs/decisions/2026-11-engine-thread.md
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Parameters } from '../../../graph/model.ts';
import { prepare } from '../../../graph/query/engine.ts';
import { openLocked } from '../embedded.ts';
import type { EmbeddedStore } from '../embedded.ts';
import { terminated } from '../embedded/transaction.ts';
import type { EmbeddedTransaction, Sharing } from '../embedded/transaction.ts';
import { packError } from './errors.ts';
import type { Reply, Request, SharedMemory, ThreadData, TransactionOptions } from './protocol.ts';
import { readFrame } from './read-rows.ts';
import { Task } from './task.ts';

/** How long others may go on inside a turn before its statement is looked at again. */
const MEANWHILE_MS = 16;
/** An expression that holds the thread for so long inside another's turn is put off until that is over. */
const PATIENCE_MS = 40;

interface Open {
  readonly transaction: EmbeddedTransaction;
  readonly stop: AbortController;
  /** False until its `begin` has resolved. */
  begun: boolean;
  isCommitting: boolean;
  /** It has ended, by what was asked or by itself. */
  over: boolean;
  /** Whether its asker has cancelled it. */
  readonly isCancelled: () => boolean;
  /** What its statement waits for before it can go on. */
  until: Promise<void> | null;
  task: Task | null;
}

class EngineThread {
  readonly #store: EmbeddedStore;
  readonly #shared: SharedMemory;
  readonly #port: MessagePort;
  readonly #open = new Map<number, Open>();
  /** Those that can go on, next one first. */
  #ready: Task[] = [];
  /** Those whose turn it is: one, and perhaps one inside its turn. */
  readonly #turns: { readonly task: Task; readonly began: number }[] = [];
  /** What was asked while a turn lasted, and has to wait until it is over. */
  #deferred: Request[] = [];
  #scheduled = false;

  constructor(store: EmbeddedStore, shared: SharedMemory, port: MessagePort) {
    this.#store = store;
    this.#shared = shared;
    this.#port = port;
    this.#count();
  }

  hear(request: Request): void {
    switch (request.kind) {
      case 'run':
        return this.#guarded(request.tx, () => this.#run(request));
      case 'begin':
        return this.#guarded(request.tx, () => this.#begin(request.tx, request.options));
      case 'statement':
        return this.#guarded(request.tx, () => this.#statement(request));
      case 'commit':
        return this.#commit(request.tx);
      case 'rollback':
        return this.#rollback(request.tx);
      case 'taken': {
        const task = this.#open.get(request.tx)?.task;
        if (task?.taken(request.size) === true) this.#wake(task);
        return;
      }
      case 'close':
        return this.#close();
    }
  }

  #guarded(tx: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#forget(tx);
      this.#say({ kind: 'failed', tx, error: packError(error) });
    }
  }

  /** Whether it was cancelled, asked without giving up the thread. */
  #cancelled(cell: number): { readonly aborted: boolean } {
    const { cancelled } = this.#shared;
    return {
      get aborted() {
        return Atomics.load(cancelled, cell) === 1;
      },
    };
  }

  #say(reply: Reply): void {
    // a thread has no origin
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#port.postMessage(reply);
  }

  /** @param statement what it is for, where it is one statement's own */
  #transaction(tx: number, options: TransactionOptions, statement?: string): Open {
    const stop = new AbortController();
    const { cell, ...rest } = options;
    const cancelled = this.#cancelled(cell);
    const isCancelled = (): boolean => cancelled.aborted;
    const sharing: Sharing = {
      isCancelled,
      meanwhile: () => this.#meanwhile(),
      waiting: (until) => {
        open.until = until;
      },
    };
    const given = { ...rest, signal: stop.signal };
    const transaction =
      statement === undefined
        ? this.#store.transaction(given, undefined, sharing)
        : this.#store.transactionOf(statement, given, sharing);
    const open: Open = {
      transaction,
      stop,
      begun: false,
      isCommitting: false,
      over: false,
      isCancelled,
      until: null,
      task: null,
    };
    this.#open.set(tx, open);
    void transaction.ended.then(() => this.#ended(tx, open));
    return open;
  }

  #run({ tx, options, statement, parameters, maxRows }: Extract<Request, { kind: 'run' }>): void {
    const timeoutMs = options.timeoutMs ?? this.#store.timeoutMs;
    const signal = this.#cancelled(options.cell);
    const { access, inTransactions } = prepare(statement, undefined, { timeoutMs, signal });
    // a statement that only reads need not wait for those that write, and can be begun again
    const reads = !inTransactions && (access === 'read' || options.access !== 'write');
    const given = readFrame(parameters) as Parameters;
    const begin = (): Task => {
      const began = performance.now();
      const open = this.#transaction(tx, options, statement);
      const start = (): Task =>
        (open.task = new Task({
          tx,
          steps: open.transaction.steps(statement, given, { maxRows }),
          isStopped: () => open.over || open.isCancelled(),
          isCancelled: open.isCancelled,
          endReading: reads ? () => open.transaction.endReading() : null,
          commit: reads ? null : () => open.transaction.commit(),
          restart: reads
            ? () => {
                this.#forget(tx);
                options = { ...options, timeoutMs: this.#left(options.timeoutMs, began) };
                return begin();
              }
            : null,
        }));
      if (reads) {
        open.transaction.beginReading();
        open.begun = true;
        return start();
      }
      const task = start();
      void this.#whenDone(tx, open.transaction.begin(), () => {
        open.begun = true;
        this.#wake(task);
      });
      return task;
    };
    const task = begin();
    if (reads) this.#wake(task);
  }

  #left(timeoutMs: number | undefined, began: number): number {
    return Math.max(1, (timeoutMs ?? this.#store.timeoutMs) - (performance.now() - began));
  }

  #begin(tx: number, options: TransactionOptions): void {
    const open = this.#transaction(tx, options);
    void this.#whenDone(tx, open.transaction.begin(), () => {
      open.begun = true;
      this.#say({ kind: 'begun', tx });
    });
  }

  #statement({ tx, statement, parameters, maxRows }: Extract<Request, { kind: 'statement' }>): void {
    const open = this.#open.get(tx);
    // it ended while this was on its way, and that was told
    if (open === undefined) return;
    const given = readFrame(parameters) as Parameters;
    open.task = new Task({
      tx,
      steps: open.transaction.steps(statement, given, { maxRows }),
      isStopped: () => open.over || open.isCancelled(),
      isCancelled: open.isCancelled,
      endReading: null,
      commit: null,
      restart: null,
    });
    this.#wake(open.task);
  }

  #commit(tx: number): void {
    const open = this.#open.get(tx);
    if (open === undefined) return;
    open.isCommitting = true;
    void this.#whenDone(tx, open.transaction.commit(), (bookmarks) => {
      this.#count();
      this.#forget(tx);
      this.#say({ kind: 'committed', tx, bookmarks });
    });
  }

  /** What runs in it fails and tells of that; a commit under way is not stopped, and tells of itself. */
  #rollback(tx: number): void {
    const open = this.#open.get(tx);
    if (open === undefined || open.isCommitting) return;
    if (!open.begun) return open.stop.abort(terminated());
    void open.transaction.rollback();
    // it may have ended, with rows that nobody takes any more
    if (open.task !== null) return this.#wake(open.task);
    this.#forget(tx);
    this.#say({ kind: 'rolledBack', tx });
  }

  #close(): void {
    // what it fails with has no one to be told: what was acknowledged is on disk
    void this.#store
      .close()
      .catch(() => {})
      .finally(() => this.#say({ kind: 'closed' }));
  }

  /** Tells it once: a transaction that ends takes its statement with it. */
  #fail(tx: number, error: unknown): void {
    const open = this.#open.get(tx);
    if (open === undefined) return;
    // for what was cancelled after its last row; what failed has ended by itself
    void open.transaction.rollback();
    this.#forget(tx);
    this.#say({ kind: 'failed', tx, error: packError(error) });
  }

  #forget(tx: number): void {
    this.#open.delete(tx);
  }

  /** A transaction is over: by what was asked, or by itself. */
  #ended(tx: number, open: Open): void {
    open.over = true;
    if (this.#open.get(tx) !== open) return;
    // the statement is told the reason by its next step
    if (open.task !== null) return this.#wake(open.task);
    const { whyEnded } = open.transaction;
    if (whyEnded === null) return;
    this.#forget(tx);
    this.#say({ kind: 'ended', tx, error: packError(whyEnded) });
  }

  /** Shares how much there is, so that nobody needs to ask. */
  #count(): void {
    const { nodes, relationships } = this.#store.counts();
    Atomics.store(this.#shared.counts, 0, BigInt(nodes));
    Atomics.store(this.#shared.counts, 1, BigInt(relationships));
  }

  #wake(task: Task): void {
    if (this.#ready.includes(task) || this.#turns.some((turn) => turn.task === task)) return;
    this.#ready.push(task);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || this.#ready.length === 0) return;
    this.#scheduled = true;
    // after the messages that wait
    setImmediate(() => {
      this.#scheduled = false;
      for (const task of this.#ready.splice(0)) this.#turn(task);
      this.#schedule();
    });
  }

  #turn(task: Task): void {
    this.#turns.push({ task, began: performance.now() });
    let outcome: ReturnType<Task['turn']> | { readonly failed: unknown };
    try {
      outcome = task.turn(this.#port);
    } catch (failed) {
      outcome = { failed };
    }
    this.#turns.pop();
    if (typeof outcome === 'object') this.#fail(task.tx, outcome.failed);
    else if (outcome === 'more') this.#more(task);
    else if (outcome === 'postponed') this.#guarded(task.tx, () => this.#ready.push(task.restarted()));
    else if (outcome === 'commit') this.#commitOwn(task);
    else if (outcome === 'done') this.#done(task);
    if (this.#turns.length > 0) return;
    const deferred = this.#deferred.splice(0);
    for (const request of deferred) this.hear(request);
    this.#schedule();
  }

  /** A slice is over: it goes on in its next turn, or when what it waits for has come. */
  #more(task: Task): void {
    const open = this.#open.get(task.tx);
    if (open === undefined || open.until === null) {
      this.#ready.push(task);
      return;
    }
    const { until } = open;
    open.until = null;
    const wake = async (): Promise<void> => {
      await until;
      if (open.task === task && this.#open.get(task.tx) === open) this.#wake(task);
    };
    void wake();
  }

  /** A statement was run to its end and all of it was sent. */
  #done(task: Task): void {
    const open = this.#open.get(task.tx);
    if (open === undefined) return;
    if (task.isOwn) this.#forget(task.tx);
    else open.task = null;
  }

  #commitOwn(task: Task): void {
    void this.#whenDone(task.tx, task.commit(), () => {
      this.#count();
      this.#turn(task);
    });
  }

  /** Goes on when what a transaction was asked is done; a failure is the transaction's. */
  async #whenDone<T>(tx: number, asked: Promise<T>, goOn: (done: T) => void): Promise<void> {
    try {
      goOn(await asked);
    } catch (error) {
      this.#fail(tx, error);
    }
  }

  /** An expression holds the thread: hears what was asked, and lets those that only read go on. */
  #meanwhile(): void {
    const turn = this.#turns.at(-1);
    if (turn === undefined) return;
    const isInner = this.#turns.length > 1;
    if (isInner) {
      if (turn.task.canRestart && performance.now() - turn.began > PATIENCE_MS) turn.task.postpone();
      return;
    }
    for (;;) {
      const next = receiveMessageOnPort(this.#port) as { message: Request } | undefined;
      if (next === undefined) break;
      if (next.message.kind === 'run' || next.message.kind === 'taken') this.hear(next.message);
      else this.#deferred.push(next.message);
    }
    const until = performance.now() + MEANWHILE_MS;
    const others = this.#ready.filter((task) => task.mayRunInside);
    for (const task of others) {
      if (performance.now() > until) break;
      // to the end of the queue, if it goes on at all
      this.#ready.splice(this.#ready.indexOf(task), 1);
      this.#turn(task);
    }
  }
}

const port = parentPort;
if (port === null) throw new Error('this is a thread of the server, and no program');
const { options, shared } = workerData as ThreadData;
try {
  const thread = new EngineThread(await openLocked(options, () => {}), shared, port);
  port.on('message', (request: Request) => thread.hear(request));
  port.postMessage({ kind: 'opened' } satisfies Reply);
} catch (error) {
  port.postMessage({ kind: 'refused', error: packError(error) } satisfies Reply);
  port.close();
}
