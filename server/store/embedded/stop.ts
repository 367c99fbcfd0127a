/**
 * Whether a transaction was stopped, and why: an `AbortController` whose signal is made when somebody must be told at once (who waits
 * for the writers before it), since making one costs as much as a small statement.
 */
export class Stop {
  #stopped: { readonly reason: unknown } | null = null;
  #controller: AbortController | null = null;

  get aborted(): boolean {
    return this.#stopped !== null;
  }

  get reason(): unknown {
    return this.#stopped?.reason;
  }

  get signal(): AbortSignal {
    if (this.#controller === null) {
      this.#controller = new AbortController();
      if (this.#stopped !== null) this.#controller.abort(this.#stopped.reason);
    }
    return this.#controller.signal;
  }

  /** @throws the reason */
  throwIfAborted(): void {
    if (this.#stopped !== null) throw this.#stopped.reason;
  }

  /** The first reason stays. */
  abort(reason: unknown): void {
    this.#stopped ??= { reason };
    this.#controller?.abort(reason);
  }
}
