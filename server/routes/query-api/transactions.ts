/** The explicit transactions that clients of the Query API have open, by id. */
import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../store/store.ts';
import { RequestRefused } from './failure.ts';

/** Most transactions open at once: each holds a connection or a lock of the store. */
const MOST_OPEN = 64;

export interface OpenTransaction {
  readonly id: string;
  readonly tx: Transaction;
  /** When it is rolled back unless it is used before; whole seconds, ISO 8601. */
  readonly expires: string;
}

interface Entry {
  readonly tx: Transaction;
  busy: boolean;
  expiresAt: number;
  timer: NodeJS.Timeout;
}

/** Every use puts the expiry off; one that is not used for `idleMs` is rolled back. */
export class OpenTransactions {
  readonly #entries = new Map<string, Entry>();
  readonly #idleMs: number;

  constructor(idleMs: number, stopping: AbortSignal) {
    this.#idleMs = idleMs;
    stopping.addEventListener('abort', () => {
      for (const id of this.#entries.keys()) this.end(id);
    });
  }

  /** @throws RequestRefused when too many are open: before one is begun in the store */
  assertRoom(): void {
    if (this.#entries.size >= MOST_OPEN)
      throw new RequestRefused(
        503,
        `${MOST_OPEN} transactions are open: commit or roll back one of them first.`,
        'Neo.TransientError.Request.ResourceExhaustion',
      );
  }

  /** Adds one that its caller goes on to use. */
  add(tx: Transaction): OpenTransaction {
    const id = randomBytes(8).toString('hex');
    this.#entries.set(id, { tx, busy: true, ...this.#untilExpiry(id) });
    return this.#shown(id);
  }

  /** Takes it into use; nobody else can until `release`. @throws RequestRefused it is not there, or is in use */
  take(id: string): OpenTransaction {
    const entry = this.#entries.get(id);
    if (entry === undefined)
      throw new RequestRefused(
        404,
        `Transaction with Id: "${id}" was not found. It may have timed out and therefore rolled back.`,
      );
    if (entry.busy)
      throw new RequestRefused(
        400,
        `Transaction with Id: "${id}" is running another statement.`,
        'Neo.ClientError.Transaction.TransactionAccessedConcurrently',
      );
    entry.busy = true;
    this.#putOff(id, entry);
    return this.#shown(id);
  }

  /** Ends its use; gives its new expiry. */
  release(id: string): OpenTransaction {
    const entry = this.#entries.get(id);
    if (entry !== undefined) {
      entry.busy = false;
      this.#putOff(id, entry);
    }
    return this.#shown(id);
  }

  /** Forgets one that was committed. */
  forget(id: string): void {
    clearTimeout(this.#entries.get(id)?.timer);
    this.#entries.delete(id);
  }

  /** Forgets and rolls back. */
  end(id: string): Promise<void> {
    const tx = this.#entries.get(id)?.tx;
    this.forget(id);
    // it is gone for the client whether or not the store could be told
    return tx === undefined ? Promise.resolve() : tx.rollback().catch(() => {});
  }

  #shown(id: string): OpenTransaction {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new RequestRefused(404, `Transaction with Id: "${id}" was not found.`);
    const expires = new Date(entry.expiresAt).toISOString().replace(/\.\d+/, '');
    return { id, tx: entry.tx, expires };
  }

  #putOff(id: string, entry: Entry): void {
    clearTimeout(entry.timer);
    Object.assign(entry, this.#untilExpiry(id));
  }

  /** A statement that runs is bounded by its own time, so that only an idle transaction expires. */
  #untilExpiry(id: string): Pick<Entry, 'expiresAt' | 'timer'> {
    const timer = setTimeout(() => {
      const entry = this.#entries.get(id);
      if (entry?.busy === true) this.#putOff(id, entry);
      else void this.end(id);
    }, this.#idleMs).unref();
    return { expiresAt: Date.now() + this.#idleMs, timer };
  }
}
