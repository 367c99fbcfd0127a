import type { Reply } from './protocol.ts';

/** What the engine's thread says of one transaction, in its order, to whoever waits for it. */
export class Conversation {
  readonly tx: number;
  /** The transaction's own cell among the cancelled. */
  readonly cell: number;
  /** What the transaction is for: it ends with its only statement, or when it is told to. */
  readonly kind: 'statement' | 'explicit';
  #replies: Reply[] = [];
  #wake: (() => void) | null = null;
  /** The reader has left: what still comes is thrown away. */
  #isLeft = false;

  constructor(kind: Conversation['kind'], tx: number, cell: number) {
    this.kind = kind;
    this.tx = tx;
    this.cell = cell;
  }

  /** Whether a reply is the last one: the transaction has ended. */
  endsWith(reply: Reply): boolean {
    if (reply.kind === 'events') return reply.ended && this.kind === 'statement';
    return reply.kind !== 'begun';
  }

  hear(reply: Reply): void {
    if (this.#isLeft) return;
    this.#replies.push(reply);
    this.#wake?.();
  }

  leave(): void {
    this.#isLeft = true;
    this.#replies = [];
  }

  /** What was said and not heard yet. */
  pending(): Reply | undefined {
    return this.#replies[0];
  }

  /**
   * The next thing said.
   *
   * @param signal where given, its abort ends the waiting
   * @throws the signal's reason
   */
  async next(signal?: AbortSignal): Promise<Reply> {
    signal?.throwIfAborted();
    if (this.#replies.length === 0) {
      let wake = (): void => {};
      await new Promise<void>((resolve) => {
        this.#wake = wake = resolve;
        signal?.addEventListener('abort', wake, { once: true });
      });
      // a signal may outlive many waits: that of the server itself does
      signal?.removeEventListener('abort', wake);
      this.#wake = null;
      signal?.throwIfAborted();
    }
    return this.#replies.shift() as Reply;
  }
}
