import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { CypherError } from '../../../graph/errors.ts';
import { ROOT } from '../../root.ts';
import type { EmbeddedOptions } from '../embedded.ts';
import { StoreUnavailable } from '../store.ts';
import { Conversation } from './conversation.ts';
import { packError, unpackError } from './errors.ts';
import type { Reply, Request, SharedMemory, ThreadData } from './protocol.ts';

export interface ThreadOptions extends EmbeddedOptions {
  /** What the thread's heap may hold: strings, maps and what statements hold; default: as much as the process's own. */
  readonly maxHeapMb?: number;
}

/** Most transactions at a time. */
const CELLS = 4096;

/** One life of the engine's thread, and the transactions in it. */
export class Thread {
  /** Resolves with why it ended, or with null where it was closed. */
  readonly ended: Promise<Error | null>;
  readonly #worker: Worker;
  readonly #shared: SharedMemory;
  readonly #conversations = new Map<number, Conversation>();
  readonly #freeCells = Array.from({ length: CELLS }, (_, cell) => CELLS - 1 - cell);
  #nextTx = 1;
  #hasEnded = false;
  #onClosed = (): void => {};

  private constructor(worker: Worker, shared: SharedMemory) {
    this.#worker = worker;
    this.#shared = shared;
    this.ended = new Promise((resolve) => {
      let why: Error | null = null;
      worker.on('error', (error: Error) => (why = error));
      worker.on('exit', () => {
        this.#end(why);
        resolve(why);
      });
    });
  }

  /**
   * Starts the thread and opens the store in it.
   *
   * @throws what `openLocked` throws; StoreUnavailable the thread ended before that
   */
  static async start({ maxHeapMb, ...options }: ThreadOptions): Promise<Thread> {
    const shared: SharedMemory = {
      cancelled: new Int32Array(new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT)),
      counts: new BigInt64Array(new SharedArrayBuffer(2 * BigInt64Array.BYTES_PER_ELEMENT)),
    };
    const worker = newWorker(
      {
        // statements may fill half of the heap together: the graph's strings and maps are in it too
        options: { maxSharedMemoryBytes: (maxHeapMb ?? heapLimitMb()) * 524_288, ...options },
        shared,
      },
      maxHeapMb,
    );
    const thread = new Thread(worker, shared);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (reply: Reply) => {
        if (reply.kind === 'refused') reject(unpackError(reply.error));
        else resolve();
      });
      void thread.ended.then((why) => reject(stopped(why)));
    });
    worker.on('message', (reply: Reply) => thread.#hear(reply));
    return thread;
  }

  /** How much there is, as of the last commit. */
  counts(): { readonly nodes: number; readonly relationships: number } {
    const { counts } = this.#shared;
    return { nodes: Number(Atomics.load(counts, 0)), relationships: Number(Atomics.load(counts, 1)) };
  }

  /** Opens a conversation about a new transaction. */
  converse(kind: Conversation['kind']): Conversation {
    const cell = this.#freeCells.pop();
    if (cell === undefined)
      throw new CypherError(
        'Neo.TransientError.Transaction.MaximumTransactionLimitReached',
        `There are ${CELLS} transactions already: try again when some have ended.`,
      );
    Atomics.store(this.#shared.cancelled, cell, 0);
    const conversation = new Conversation(kind, this.#nextTx++, cell);
    this.#conversations.set(conversation.tx, conversation);
    return conversation;
  }

  say(request: Request): void {
    // a thread has no origin
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#worker.postMessage(request);
  }

  /** Stops a transaction, whatever it does. Has no effect on one that has ended. */
  cancel(conversation: Conversation): void {
    if (!this.#conversations.has(conversation.tx)) return;
    Atomics.store(this.#shared.cancelled, conversation.cell, 1);
    this.say({ kind: 'rollback', tx: conversation.tx });
  }

  /** Waits as the store does, then ends the thread. */
  async close(): Promise<void> {
    if (!this.#hasEnded) {
      const closed = new Promise<void>((resolve) => (this.#onClosed = resolve));
      this.say({ kind: 'close' });
      await Promise.race([closed, this.ended]);
      await this.#worker.terminate();
    }
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'closed') return this.#onClosed();
    if (reply.kind === 'opened' || reply.kind === 'refused') return;
    const conversation = this.#conversations.get(reply.tx);
    if (conversation === undefined) return;
    conversation.hear(reply);
    // only now: a cell that is used again while its transaction still runs would let it go on
    if (conversation.endsWith(reply) && this.#conversations.delete(reply.tx))
      this.#freeCells.push(conversation.cell);
  }

  #end(why: Error | null): void {
    this.#hasEnded = true;
    const error = packError(stopped(why));
    for (const conversation of this.#conversations.values())
      conversation.hear({ kind: 'failed', tx: conversation.tx, error });
    this.#conversations.clear();
    this.#onClosed();
  }
}

/** Why a statement failed whose thread has ended. */
function stopped(why: Error | null): Error {
  if (why !== null && 'code' in why && why.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new CypherError(
      'Neo.TransientError.General.OutOfMemoryError',
      'The store ran out of memory and is being started again. Nothing of this transaction was kept unless it was acknowledged; what was committed before is safe.',
    );
  return new StoreUnavailable('The store has stopped and is being started again', {
    cause: why ?? undefined,
  });
}

/** The thread's program: built beside the server's, or its source where that is what runs. */
function newWorker(workerData: ThreadData, maxHeapMb = heapLimitMb()): Worker {
  const options = {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  };
  if (!import.meta.filename.endsWith('.ts'))
    return new Worker(join(ROOT, 'dist', 'server', 'engine.js'), options);
  const loader = import.meta.resolve('tsx/esm/api');
  const source = pathToFileURL(join(import.meta.dirname, 'engine.ts')).href;
  const program = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(program, { ...options, eval: true });
}

const heapLimitMb = (): number => Math.round(getHeapStatistics().heap_size_limit / 1_048_576);
