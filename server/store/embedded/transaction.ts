import { CypherError } from '../../../graph/errors.ts';
import type { Reader, Writer } from '../../../graph/memory/graph.ts';
import type { MemoryGraph } from '../../../graph/memory/memory-graph.ts';
import { inTurns, prepare, steps, turns, type ExecuteOptions } from '../../../graph/query/engine.ts';
import type { Parameters } from '../../../graph/model.ts';
import type { MemoryPool } from '../../../graph/query/run/context.ts';
import type { ImportSource } from '../../../graph/query/run/load-csv.ts';
import { yieldThread } from '../../../graph/query/run/yield-thread.ts';
import type { InnerTransactions } from '../../../graph/query/run/in-transactions.ts';
import type { ResultEvent } from '../../../graph/result.ts';
import type { Access, RunOptions, Transaction } from '../store.ts';
import { bookmarkOf } from './bookmarks.ts';
import type { RecordLog } from './record-log.ts';
import { Stop } from './stop.ts';

/** How long taking back may hold the thread. */
const SLICE_MS = 8;

/** What every transaction of a store works on. */
export interface StoreParts {
  readonly graph: MemoryGraph;
  readonly log: RecordLog;
  readonly maxMemoryBytes: number;
  /** What all statements hold together. */
  readonly memory: MemoryPool;
  /** What LOAD CSV may read. */
  readonly imports: ImportSource | undefined;
}

/** How the thread that runs a statement is shared with others; absent where it is not. */
export interface Sharing {
  /** Asked wherever the statement looks at the clock: an abort cannot be heard while an expression holds the thread. */
  readonly isCancelled: () => boolean;
  /** See the engine's `Bounds.meanwhile`. */
  readonly meanwhile: () => void;
  /** See the engine's `Bounds.waiting`. */
  readonly waiting: (until: Promise<void>) => void;
}

export interface Bounds {
  readonly access: Access;
  /** For the whole transaction, waiting for the writers before it included. */
  readonly timeoutMs: number;
  /** How long it may do nothing; `Infinity` for no bound. */
  readonly idleMs: number;
  /** It is one statement's own, which may begin others that write (`CALL { … } IN TRANSACTIONS`); default: no. */
  readonly begins?: boolean;
  readonly signal: AbortSignal | undefined;
  readonly sharing: Sharing | undefined;
}

/**
 * A transaction on the embedded store. A statement that fails or is left early ends it, as it does in Neo4j: nothing of
 * it stays, and what comes after is refused, except `rollback`, which then has nothing to do.
 */
export class EmbeddedTransaction implements Transaction {
  readonly #parts: StoreParts;
  readonly #bounds: Bounds;
  readonly #deadline: number;
  readonly #began = BigInt(Date.now()) * 1_000_000n;
  readonly #stop = new Stop();
  readonly #turns = turns();
  readonly #onAbort = (): void => this.abandon(this.#bounds.signal?.reason);
  #view: (Reader & { release(): void }) | null = null;
  #writer: Writer | null = null;
  #state: 'beginning' | 'open' | 'running' | 'committing' | 'ended' = 'beginning';
  #idle: NodeJS.Timeout | undefined;
  #overall: NodeJS.Timeout | undefined;
  #whyEnded: unknown = null;
  /** Made when it is asked for. */
  #ending: { readonly reached: Promise<void>; readonly reach: () => void } | null = null;
  /** What it wrote is being taken back. */
  #takenBack: Promise<void> | null = null;
  readonly #onRelease: (transaction: EmbeddedTransaction) => void;

  /** @param onRelease called when it has ended and has let go of everything */
  constructor(
    parts: StoreParts,
    bounds: Bounds,
    onRelease: (transaction: EmbeddedTransaction) => void = () => {},
  ) {
    this.#parts = parts;
    this.#bounds = bounds;
    this.#deadline = performance.now() + bounds.timeoutMs;
    this.#onRelease = onRelease;
  }

  /** Resolves when nothing can be done in the transaction any more, whoever ended it. */
  get ended(): Promise<void> {
    if (this.#state === 'ended') return Promise.resolve();
    if (this.#ending === null) {
      let reach = (): void => {};
      const reached = new Promise<void>((resolve) => (reach = resolve));
      this.#ending = { reached, reach };
    }
    return this.#ending.reached;
  }

  /**
   * A reader sees the state of now; a writer waits for those before it.
   *
   * @throws CypherError the writers before it took longer than its time
   */
  async begin(): Promise<void> {
    if (this.#bounds.access === 'read') return this.beginReading();
    try {
      this.#watch();
      await this.#takeWriter();
      this.#opened();
    } catch (error) {
      this.#end(error);
      throw error;
    }
  }

  /** What `begin` does for a reader, who waits for nobody. */
  beginReading(): void {
    try {
      this.#watch();
      this.#view = this.#parts.graph.read();
      this.#opened();
    } catch (error) {
      this.#end(error);
      throw error;
    }
  }

  #watch(): void {
    const { signal, timeoutMs } = this.#bounds;
    signal?.throwIfAborted();
    this.#stop.throwIfAborted();
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    this.#overall = setTimeout(() => this.abandon(timedOut(timeoutMs)), timeoutMs);
    this.#overall.unref();
  }

  #opened(): void {
    this.#state = 'open';
    this.#wait();
  }

  async #takeWriter(): Promise<void> {
    const writer = await this.#parts.graph.write(this.#stop.signal);
    if (this.#stop.aborted) {
      writer.rollback();
      throw this.#stop.reason;
    }
    this.#writer = writer;
  }

  run(
    statement: string,
    parameters?: Parameters,
    options: Pick<RunOptions, 'maxRows' | 'signal'> = {},
  ): AsyncGenerator<ResultEvent, void, undefined> {
    return inTurns(this.steps(statement, parameters, options), this.#turns.giveUp);
  }

  /** Resolves when what `steps` runs may go on. */
  giveUpThread(): Promise<void> {
    return this.#turns.giveUp();
  }

  /** What `run` gives, with `null` where a time slice is over and the thread is given up. */
  *steps(
    statement: string,
    parameters: Parameters = new Map(),
    options: Pick<RunOptions, 'maxRows' | 'signal'> = {},
  ): Generator<ResultEvent | null, void, void> {
    this.#assertOpen();
    options.signal?.throwIfAborted();
    clearTimeout(this.#idle);
    this.#state = 'running';
    let isWhole = false;
    try {
      for (const event of this.#steps(statement, parameters, options)) {
        yield event;
        // the reader may have been away for long
        this.#stop.throwIfAborted();
      }
      isWhole = true;
    } catch (error) {
      this.#end(error);
      // what stopped it tells more than that it was stopped
      options.signal?.throwIfAborted();
      this.#stop.throwIfAborted();
      throw error;
    } finally {
      // failed, or left by its reader
      if (!isWhole) this.#end(null);
    }
    if (this.#state === 'running') this.#opened();
  }

  #steps(
    statement: string,
    parameters: Parameters,
    { maxRows, signal }: Pick<RunOptions, 'maxRows' | 'signal'>,
  ): Generator<ResultEvent | null, void, void> {
    const tx = this.#writer ?? this.#view;
    if (tx === null) throw this.#ended();
    const { sharing } = this.#bounds;
    const stop = this.#stop;
    const bounds: ExecuteOptions = {
      timeoutMs: Math.max(1, this.#deadline - performance.now()),
      maxRows,
      maxMemoryBytes: this.#parts.maxMemoryBytes,
      memory: this.#parts.memory,
      signal:
        signal === undefined && sharing === undefined
          ? stop
          : {
              get aborted() {
                return stop.aborted || signal?.aborted === true || sharing?.isCancelled() === true;
              },
            },
      meanwhile: sharing?.meanwhile,
      imports: this.#parts.imports,
      waiting: sharing?.waiting ?? this.#turns.waiting,
      transactions: this.#bounds.begins === true ? this.#inner() : undefined,
      transactionTime: this.#began,
    };
    return steps(prepare(statement, undefined, bounds), tx, parameters, bounds);
  }

  #inner(): InnerTransactions {
    const { graph } = this.#parts;
    return {
      begin: () => graph.write(this.#stop.signal),
      commit: (writer) => this.#append(writer),
      rollback: (writer) => void this.#takeBack(writer),
      read: () => graph.read(),
    };
  }

  /** On disk, then visible. The writer is ended, also where that fails. */
  async #append(writer: Writer): Promise<void> {
    const { graph, log } = this.#parts;
    try {
      const changes = writer.prepare();
      if (changes.empty) {
        writer.rollback();
        return;
      }
      await log.append(changes, graph.version + 1);
      writer.commit();
    } catch (error) {
      await this.#takeBack(writer);
      throw error;
    }
  }

  /**
   * Takes back what was written, others in between: it was never to be seen. The next writer waits until that is done;
   * whoever cancelled it need not.
   */
  #takeBack(writer: Writer): Promise<void> {
    this.#takenBack = takeBack(writer);
    return this.#takenBack;
  }

  /** On disk, then visible, then acknowledged. */
  async commit(): Promise<readonly string[]> {
    this.#assertOpen();
    clearTimeout(this.#idle);
    this.#state = 'committing';
    const { graph } = this.#parts;
    try {
      const writer = this.#writer;
      this.#writer = null;
      if (writer !== null) await this.#append(writer);
      return [bookmarkOf(graph.uuid, graph.version)];
    } finally {
      this.#end(null);
    }
  }

  /** What `commit` does for a reader, who has nothing to write. */
  endReading(): readonly string[] {
    this.#assertOpen();
    const { uuid, version } = this.#parts.graph;
    this.#end(null);
    return [bookmarkOf(uuid, version)];
  }

  /** Why it ended by itself (its time was over, it was idle for too long); null where it did not. */
  get whyEnded(): unknown {
    return this.#whyEnded;
  }

  async rollback(): Promise<void> {
    if (this.#state === 'running') this.abandon(terminated());
    else if (this.#state !== 'committing') this.#end(null);
  }

  /**
   * What is running stops with the reason, and what comes after is told it. The writer is let go of at once, since a
   * statement whose reader is away would not notice. A commit under way is not stopped.
   */
  abandon(reason: unknown): void {
    if (this.#state === 'committing' || this.#state === 'ended') return;
    this.#stop.abort(reason);
    this.#end(reason);
  }

  #wait(): void {
    if (!Number.isFinite(this.#bounds.idleMs)) return;
    this.#idle = setTimeout(() => this.abandon(idleFor(this.#bounds.idleMs)), this.#bounds.idleMs);
    this.#idle.unref();
  }

  #assertOpen(): void {
    if (this.#state === 'open') return;
    if (this.#state !== 'ended') {
      throw new CypherError(
        'Neo.ClientError.Transaction.TransactionAccessedConcurrently',
        'A statement of this transaction is still running.',
      );
    }
    throw this.#ended();
  }

  #ended(): unknown {
    if (this.#whyEnded !== null) return this.#whyEnded;
    return new CypherError(
      'Neo.ClientError.Transaction.TransactionNotFound',
      'This transaction has ended: it was committed, rolled back, or a statement in it failed.',
    );
  }

  #end(reason: unknown): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#whyEnded = this.#stop.aborted ? reason : null;
    clearTimeout(this.#idle);
    clearTimeout(this.#overall);
    this.#bounds.signal?.removeEventListener('abort', this.#onAbort);
    if (this.#writer !== null) void this.#takeBack(this.#writer);
    this.#writer = null;
    this.#view?.release();
    this.#view = null;
    this.#ending?.reach();
    if (this.#takenBack === null) this.#onRelease(this);
    else void this.#takenBack.then(() => this.#onRelease(this));
  }
}

/** At once where there is little. */
async function takeBack(writer: Writer): Promise<void> {
  const taking = writer.rollbackSteps();
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) if (taking.next().done === true) return;
    // oxlint-disable-next-line no-await-in-loop
    await yieldThread();
  }
}

/** What was asked of a transaction that was rolled back meanwhile fails with. */
export function terminated(): CypherError {
  return new CypherError('Neo.ClientError.Transaction.Terminated', 'The transaction was rolled back.');
}

function timedOut(timeoutMs: number): CypherError {
  return new CypherError(
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    `The transaction has not completed within its time (${timeoutMs} ms). You may want to retry with a longer timeout.`,
  );
}

function idleFor(idleMs: number): CypherError {
  return new CypherError(
    'Neo.ClientError.Transaction.TransactionTimedOut',
    `The transaction did nothing for ${idleMs / 1000} s and was rolled back, so that others can write.`,
  );
}
