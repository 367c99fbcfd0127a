/** Waits a moment before it believes that the pointer means to stay: passing over a line on the way dims nothing. */
const DELAY_MS = 40;

export class HoverIntent<Pointed> {
  readonly #tell: (pointed: Pointed) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (pointed: Pointed) => void) {
    this.#tell = tell;
  }

  /** The pointer is over `pointed` now; what it was over before within the delay is never told. */
  over(pointed: Pointed): void {
    this.cancel();
    this.#timer = setTimeout(() => this.#tell(pointed), DELAY_MS);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
