/** The state of one running statement: its transaction, its bounds, and what it has counted so far. */
import { CypherError } from '../../errors.ts';
import type { CellBatch } from '../../memory/cell-batch.ts';
import type { Reader, Writer } from '../../memory/graph.ts';
import type { Parameters } from '../../model.ts';
import type { Meter } from '../../work.ts';
import type { Context, Row } from '../runtime.ts';
import { newCounters, type MutableCounters } from './counters.ts';
import type { ImportSource } from './load-csv.ts';
import type { InnerTransactions } from './in-transactions.ts';
import { eachRow, type Keep, type Operator, type Rows } from './operator.ts';
import { counting, type Profile } from './profile.ts';
import { giveBackCells, takeCells } from './spare-cells.ts';

/** How long a statement may hold the thread before it gives it up. */
const SLICE_MS = 8;
/** Ticks between two looks at the clock. */
const TICKS_PER_LOOK = 128;

/** Memory that many statements share, in bytes. */
export interface MemoryPool {
  readonly maxBytes: number;
  usedBytes: number;
}

export interface Bounds {
  /** An `AbortSignal`, or anything that can be asked as one can. */
  readonly signal?: { readonly aborted: boolean; readonly reason?: unknown } | undefined;
  /** Counted from the construction of the context; absent: no bound. */
  readonly timeoutMs?: number | undefined;
  /** For this statement alone. */
  readonly maxMemoryBytes?: number | undefined;
  /** For all the statements that were given the same one. */
  readonly memory?: MemoryPool | undefined;
  /**
   * Called where the time slice is over and the thread cannot be given up, since an expression is being evaluated:
   * whoever else waits may be let in. Called again after each further slice.
   */
  readonly meanwhile?: (() => void) | undefined;
  /**
   * What the statement waits for before it can go on, told when it gives up the thread. Who does not look may call it
   * again at any time: it then gives up the thread once more.
   */
  readonly waiting?: ((until: Promise<void>) => void) | undefined;
  /** For `CALL { … } IN TRANSACTIONS`; absent where the statement stands in a transaction that another began. */
  readonly transactions?: InnerTransactions | undefined;
  /** What LOAD CSV may read; absent: nothing. */
  readonly imports?: ImportSource | undefined;
}

interface Seen {
  readonly tx: Reader;
  readonly writer: Writer | null;
}
interface Times {
  readonly transaction: bigint;
  readonly statement: bigint;
}

export class RunContext implements Context {
  readonly parameters: Parameters;
  readonly transactionTime: bigint;
  readonly statementTime: bigint;
  readonly counters: MutableCounters = newCounters();
  /** Set by `tick` once the time slice is over; the driver clears it with `resume`. */
  pause = false;
  /** Present while a `PROFILE` runs. */
  readonly profile: Profile | null;

  readonly transactions: InnerTransactions | null;
  readonly imports: ImportSource | null;

  readonly #bounds: Bounds;
  readonly #times: Times;
  #tx: Reader;
  #writer: Writer | null;
  /** A snapshot that the statement began by itself, and a writer likewise. */
  #snapshot: (Reader & { release(): void }) | null = null;
  #owned: Writer | null = null;
  readonly #signal: Bounds['signal'];
  readonly #timeoutMs: number;
  readonly #deadline: number;
  readonly #maxMemoryBytes: number;
  readonly #memory: MemoryPool | undefined;
  readonly #meanwhile: (() => void) | undefined;
  #made: Map<object, object> | null = null;
  /** The statement's own, of which this may be a part. */
  #whole: RunContext = this;
  #forget: (() => void)[] | null = null;
  #cells: CellBatch[] | null = null;
  #ticks = 0;
  #sliceEnd = 0;
  #bytes = 0;

  constructor(
    transaction: Seen,
    parameters: Parameters,
    times: Times,
    bounds: Bounds,
    profile: Profile | null = null,
  ) {
    this.transactions = bounds.transactions ?? null;
    this.imports = bounds.imports ?? null;
    this.#bounds = bounds;
    this.#times = times;
    this.parameters = parameters;
    this.transactionTime = times.transaction;
    this.statementTime = times.statement;
    this.profile = profile;
    this.#tx = this.#told(transaction.tx);
    this.#writer = transaction.writer === null ? null : this.#told(transaction.writer);
    this.#signal = bounds.signal;
    this.#timeoutMs = bounds.timeoutMs ?? Infinity;
    this.#deadline = performance.now() + this.#timeoutMs;
    this.#maxMemoryBytes = bounds.maxMemoryBytes ?? Infinity;
    this.#memory = bounds.memory;
    this.#meanwhile = bounds.meanwhile;
    this.resume();
  }

  #told<T extends Reader>(transaction: T): T {
    return this.profile === null ? transaction : counting(transaction, this.profile);
  }

  /** The transaction that is seen now: another one after each batch of `CALL { … } IN TRANSACTIONS`. */
  get tx(): Reader {
    return this.#tx;
  }
  get writer(): Writer | null {
    return this.#writer;
  }

  /** A part of the statement that runs in another transaction; it counts for itself. */
  within(transaction: Seen): RunContext {
    const left = this.#deadline - performance.now();
    const bounds = { ...this.#bounds, timeoutMs: Number.isFinite(left) ? Math.max(1, left) : undefined };
    const part = new RunContext(transaction, this.parameters, this.#times, bounds, this.profile);
    part.#whole = this.#whole;
    return part;
  }

  /** Sees this snapshot from now on, which is let go of with the statement. */
  see(snapshot: Reader & { release(): void }): void {
    this.#tx = this.#told(snapshot);
    this.#snapshot?.release();
    this.#snapshot = snapshot;
  }

  /** What follows writes here, in a transaction that the statement has begun and must end. */
  own(writer: Writer): void {
    this.#tx = this.#writer = this.#told(writer);
    this.#owned = writer;
  }

  /** The writer of {@link own}, which is the taker's to commit; null where there is none. */
  takeOwned(): Writer | null {
    const owned = this.#owned;
    this.#owned = null;
    return owned;
  }

  /** Nothing can be done before this is settled. */
  waitFor(until: Promise<void>): void {
    this.#bounds.waiting?.(until);
  }

  /** Whether batches may be columns: nothing is written meanwhile, and no profile asks for what each operator does. */
  get inColumns(): boolean {
    return this.#writer === null && this.profile === null && this.transactions === null;
  }

  /** Starts an operator; the one way operators start each other, so that a profile can listen in. */
  open(operator: Operator, input: readonly Row[]): Rows {
    const rows = operator.open(this, input);
    return this.profile === null ? rows : this.profile.watch(operator, rows);
  }

  /** Starts an operator for the rows that are wanted. While a profile listens, each operator works on its own, so that it can be told what each did. */
  openWhere(operator: Operator, input: readonly Row[], keep: Keep): Rows {
    if (operator.openWhere !== undefined && this.profile === null)
      return operator.openWhere(this, input, keep);
    return eachRow(this, operator, input, (row, out) => {
      if (keep(row)) out.push(row);
    });
  }

  /** What is made once for all the rows of this statement, and kept until its end. */
  once<T extends object>(key: object, make: () => T): T {
    this.#made ??= new Map();
    let made = this.#made.get(key);
    if (made === undefined) this.#made.set(key, (made = make()));
    return made as T;
  }

  /** Room for a column, until the statement ends. */
  cells(): CellBatch {
    const cells = takeCells();
    (this.#whole.#cells ??= []).push(cells);
    return cells;
  }

  atEnd(forget: () => void): void {
    (this.#whole.#forget ??= []).push(forget);
  }

  /** The transaction of a statement that writes. @throws CypherError this one only reads */
  writing(): Writer {
    if (this.writer === null) throw writeInReadMode();
    return this.writer;
  }

  tick(units = 1): void {
    this.#ticks += units;
    if (this.#ticks >= TICKS_PER_LOOK) this.look();
  }

  /** Looks at the clock and the signal. @throws CypherError the statement was cancelled or is over its time */
  look(): void {
    this.#ticks = 0;
    this.#throwIfStopped();
    const now = performance.now();
    if (now > this.#deadline) throw timedOut(this.#timeoutMs);
    if (now <= this.#sliceEnd) return;
    // an operator would have given up the thread by now: this is an expression
    if (this.pause && now > this.#sliceEnd + SLICE_MS && this.#meanwhile !== undefined) {
      this.#meanwhile();
      this.#sliceEnd = performance.now();
      this.#throwIfStopped();
    }
    this.pause = true;
  }

  #throwIfStopped(): void {
    if (this.#signal?.aborted === true) throw terminated(this.#signal.reason);
  }

  /** Begins a new time slice. */
  resume(): void {
    this.pause = false;
    this.#sliceEnd = performance.now() + SLICE_MS;
  }

  /** What is charged for now, in bytes. */
  get charged(): number {
    return this.#bytes;
  }

  charge(bytes: number): void {
    this.#bytes += bytes;
    if (this.#memory !== undefined) this.#memory.usedBytes += bytes;
    if (bytes <= 0) return;
    if (this.#bytes > this.#maxMemoryBytes) throw outOfMemory(this.#maxMemoryBytes);
    if (this.#memory !== undefined && this.#memory.usedBytes > this.#memory.maxBytes)
      throw outOfSharedMemory(this.#memory.maxBytes);
  }

  /** Gives back what is still charged; nothing runs after it. */
  end(): void {
    const owned = this.takeOwned();
    if (owned !== null) this.transactions?.rollback(owned);
    this.#snapshot?.release();
    this.#snapshot = null;
    if (this.#memory !== undefined) this.#memory.usedBytes -= this.#bytes;
    this.#bytes = 0;
    const forget = this.#forget;
    this.#forget = null;
    forget?.forEach((each) => each());
    const cells = this.#cells;
    this.#cells = null;
    cells?.forEach(giveBackCells);
  }
}

/** Counts the work of what runs before there is a context, by the clock and the signal of `bounds`, from now on. */
export function stopwatch({ signal, timeoutMs = Infinity }: Pick<Bounds, 'signal' | 'timeoutMs'>): Meter {
  const deadline = performance.now() + timeoutMs;
  let ticks = 0;
  return (units) => {
    ticks += units;
    if (ticks < TICKS_PER_LOOK) return;
    ticks = 0;
    if (signal?.aborted === true) throw terminated(signal.reason);
    if (performance.now() > deadline) throw timedOut(timeoutMs);
  };
}

export function writeInReadMode(): CypherError {
  return new CypherError(
    'Neo.ClientError.Statement.AccessMode',
    'Writing in read access mode not allowed. Attempted write to a read-only transaction.',
    { gql: ['08N03', '42N02'] },
  );
}

function terminated(cause: unknown): CypherError {
  return new CypherError(
    'Neo.ClientError.Transaction.Terminated',
    'The transaction has been terminated. Retry your operation in a new transaction, and you should see a successful result. The statement was cancelled.',
    { cause },
  );
}

function timedOut(timeoutMs: number): CypherError {
  return new CypherError(
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    `The transaction has not completed within the timeout specified at its start by the client (${timeoutMs} ms). You may want to retry with a longer timeout.`,
  );
}

function outOfMemory(bytes: number): CypherError {
  return new CypherError(
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    `The statement would hold more than its bound of ${bytes} bytes of memory. Return less at once, or aggregate, sort and collect fewer rows.`,
  );
}

function outOfSharedMemory(bytes: number): CypherError {
  return new CypherError(
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    `The statements that run now would hold more than their common bound of ${bytes} bytes of memory. Try again when others have ended.`,
  );
}
