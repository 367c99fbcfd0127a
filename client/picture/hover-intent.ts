/** Waits a moment before it believes that the pointer means to stay: passing over a line on the way dims nothing. */
import type { Element } from '../state/element.ts';

const DELAY_MS = 40;

export class HoverIntent {
  readonly #tell: (element: Element | null) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (element: Element | null) => void) {
    this.#tell = tell;
  }

  /** The pointer is over `element` now; what it was over before within the delay is never told. */
  over(element: Element | null): void {
    this.cancel();
    this.#timer = setTimeout(() => this.#tell(element), DELAY_MS);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
