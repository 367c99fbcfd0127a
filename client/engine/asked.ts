/** A statement on its way: what has come of it and was not taken yet. */
import { CypherError } from '../../graph/errors.ts';
import type { FromEngine, RunMessage } from './protocol.ts';

export type Answer = Exclude<FromEngine, { kind: 'ready' }>;

export class Asked {
  readonly run: RunMessage;
  /** True once the worker has nothing more to say of it. */
  isOver = false;
  readonly #messages: Answer[] = [];
  #isBegun = false;
  #failure: { readonly reason: unknown } | null = null;
  #wake: () => void = () => {};

  constructor(run: RunMessage) {
    this.run = run;
  }

  /** Whether something of the answer has come, so that to begin again would repeat it. */
  get isBegun(): boolean {
    return this.#isBegun;
  }

  receive(message: Answer): void {
    this.#isBegun = true;
    this.isOver = ['summary', 'failed', 'cancelled'].includes(message.kind);
    this.#messages.push(message);
    this.#wake();
  }

  /** Ends the wait at once, whatever has come. */
  fail(reason: unknown): void {
    this.#failure ??= { reason };
    this.#wake();
  }

  /** What comes, as it comes, up to the summary. @throws CypherError the statement failed; what `fail` was given */
  async *messages(): AsyncGenerator<Answer, void, undefined> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure.reason;
      const message = this.#messages.shift();
      if (message === undefined) {
        // each wait stands on what came before it
        // oxlint-disable-next-line no-await-in-loop
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      if (message.kind === 'failed')
        throw new CypherError(message.code, message.message, {
          position: message.position,
          status: message.status,
        });
      yield message;
      if (message.kind === 'summary') return;
    }
  }
}
