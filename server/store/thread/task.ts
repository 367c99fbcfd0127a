import type { MessagePort } from 'node:worker_threads';
import { CypherError } from '../../../graph/errors.ts';
import type { ResultEvent, Summary } from '../../../graph/result.ts';
import type { Frame } from './frame.ts';
import type { Reply, ThreadEvent } from './protocol.ts';
import { sizeOfFrame, WINDOW } from './protocol.ts';
import { RowsWriter } from './write-rows.ts';

/** Thrown into a statement that holds the thread inside another's turn: it is begun again when that is over. */
class Postponed extends Error {}

/** How much one message may hold, in bytes: who reads it does so at once. */
const MESSAGE_SIZE = 262_144;

export interface TaskParts {
  readonly tx: number;
  readonly steps: Generator<ResultEvent | null, void, void>;
  /** Whether its transaction was cancelled or has ended by itself. */
  readonly isStopped: () => boolean;
  readonly isCancelled: () => boolean;
  /** Ends the transaction of a statement that reads in one of its own, and gives its bookmarks. */
  readonly endReading: (() => readonly string[]) | null;
  /** Ends that of one that writes. */
  readonly commit: (() => Promise<readonly string[]>) | null;
  /** Begins it anew, where that is the same: nothing was given yet and nothing was written. */
  readonly restart: (() => Task) | null;
}

/** A statement that runs, and what of its result waits for its reader. */
export class Task {
  readonly tx: number;
  readonly #parts: TaskParts;
  readonly #writer: RowsWriter;
  /** What is still to be sent, and how large that is. */
  #out: ThreadEvent[] = [];
  #outSize = 0;
  /** Sent and not taken, in bytes. */
  #underWay = 0;
  #summary: Summary | null = null;
  #state: 'running' | 'committing' | 'ended' | 'failed' = 'running';
  #failure: unknown = null;
  #isCommitting = false;
  #hasSent = false;
  #isPostponed = false;

  constructor(parts: TaskParts) {
    this.tx = parts.tx;
    this.#parts = parts;
    this.#writer = new RowsWriter(() => this.#throwIfStopped());
  }

  /** Whether it has its transaction for itself. */
  get isOwn(): boolean {
    return this.#parts.endReading !== null || this.#parts.commit !== null;
  }

  /** One that reads, and ends without waiting for anything. */
  get mayRunInside(): boolean {
    return this.#parts.endReading !== null;
  }

  get canRestart(): boolean {
    return this.#parts.restart !== null && !this.#hasSent;
  }

  /** Stops it from within its turn, which gives `postponed`. */
  postpone(): never {
    this.#isPostponed = true;
    throw new Postponed();
  }

  restarted(): Task {
    if (this.#parts.restart === null) throw new TypeError('a statement that cannot be begun again');
    return this.#parts.restart();
  }

  /** So much was taken; true where that lets it go on. */
  taken(size: number): boolean {
    const wasFull = this.#underWay >= WINDOW;
    this.#underWay -= size;
    if (this.#state === 'committing') return this.#underWay === 0;
    return wasFull && this.#underWay < WINDOW;
  }

  /**
   * Goes on until its slice is over (`more`), its reader has enough (`full`), it has to be committed, or all was sent.
   *
   * @throws what the statement failed with, when what it gave before was sent
   */
  turn(port: MessagePort): 'more' | 'full' | 'commit' | 'done' | 'postponed' {
    try {
      return this.#turn(port);
    } catch (error) {
      this.#parts.steps.return();
      if (this.#isPostponed) return 'postponed';
      if (this.#state === 'failed') throw error;
      this.#frames(this.#writer.rest());
      [this.#state, this.#failure] = ['failed', error];
      return this.turn(port);
    }
  }

  #turn(port: MessagePort): ReturnType<Task['turn']> {
    const { steps } = this.#parts;
    for (;;) {
      if (this.#outSize >= MESSAGE_SIZE || this.#state !== 'running') this.#send(port);
      if (this.#outSize >= MESSAGE_SIZE || (this.#out.length > 0 && this.#state !== 'running')) {
        this.#throwIfStopped();
        return 'full';
      }
      if (this.#state === 'ended') return 'done';
      if (this.#state === 'failed') throw this.#failure;
      if (this.#state === 'committing') {
        // asked for once, when the last row was taken
        if (this.#isCommitting) return 'full';
        if (this.#underWay === 0) {
          this.#isCommitting = true;
          return 'commit';
        }
        // who leaves before the last row does not want it
        this.#throwIfStopped();
        return 'full';
      }
      const next = steps.next();
      if (this.#isPostponed) {
        // the rows before the one that failed are given first: nobody wants them
        steps.return();
        return 'postponed';
      }
      if (next.done === true) this.#whole();
      else if (next.value === null) {
        this.#frames(this.#writer.rest());
        // a header alone can wait, so that the statement can still be begun again
        if (this.#outSize > 0) this.#send(port);
        return 'more';
      } else this.#put(next.value);
    }
  }

  /** @throws what committing failed with */
  async commit(): Promise<void> {
    this.#end(await this.#parts.commit?.());
  }

  /** @throws CypherError or why its transaction has ended */
  #throwIfStopped(): void {
    if (this.#state === 'running' && this.#parts.isStopped()) {
      // the transaction knows more than that it was stopped
      this.#parts.steps.next();
    } else if (!this.#parts.isCancelled()) return;
    throw new CypherError('Neo.ClientError.Transaction.Terminated', 'The statement was cancelled.');
  }

  #put(event: ResultEvent): void {
    if (event.event === 'header') this.#out.push(event);
    else if (event.event === 'rows') this.#frames(this.#writer.rows(event.rows));
    else this.#summary = event.summary;
  }

  #frames(frames: readonly Frame[]): void {
    for (const frame of frames) {
      this.#out.push({ event: 'frame', frame });
      this.#outSize += sizeOfFrame(frame);
    }
  }

  #whole(): void {
    this.#frames(this.#writer.rest());
    const { endReading, commit } = this.#parts;
    if (commit !== null) this.#state = 'committing';
    else this.#end(endReading?.());
  }

  #end(bookmarks: readonly string[] | undefined): void {
    if (this.#summary !== null) {
      const summary = bookmarks === undefined ? this.#summary : { ...this.#summary, bookmarks };
      this.#out.push({ event: 'summary', summary });
    }
    this.#state = 'ended';
  }

  /** Sends what its reader has room for. */
  #send(port: MessagePort): void {
    while (this.#out.length > 0 && this.#underWay < WINDOW) {
      const events: ThreadEvent[] = [];
      const transfer: ArrayBuffer[] = [];
      let size = 0;
      while (this.#out.length > 0 && size < MESSAGE_SIZE) {
        const event = this.#out.shift() as ThreadEvent;
        events.push(event);
        if (event.event !== 'frame') continue;
        size += sizeOfFrame(event.frame);
        transfer.push(event.frame.bytes.buffer);
      }
      this.#outSize -= size;
      this.#underWay += size;
      this.#hasSent = true;
      const ended = this.#state === 'ended' && this.#out.length === 0;
      port.postMessage({ kind: 'events', tx: this.tx, events, size, ended } satisfies Reply, transfer);
    }
  }
}
