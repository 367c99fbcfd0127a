/** The layout worker as seen from the page: the newest request wins. */
import type { LayoutRequest, Positions } from './arrange.ts';
import type { LayoutDone, LayoutJob } from './worker.ts';

export class LayoutRunner {
  #worker: Worker | null = null;
  #ticket = 0;

  /** Gives the positions, or null where a later request or `cancel` came first. @throws Error the worker failed */
  run(request: LayoutRequest): Promise<Positions | null> {
    // a layout that runs is of no use any more: end it rather than wait for it
    this.cancel();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    const ticket = ++this.#ticket;
    return new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<LayoutDone>) => {
        if (data.ticket === ticket) this.#end(worker);
        resolve(data.ticket === this.#ticket ? data.positions : null);
      });
      worker.addEventListener('error', (event) => {
        this.#end(worker);
        reject(new Error(`The layout failed: ${event.message}`));
      });
      this.#abandon = () => resolve(null);
      worker.postMessage({ ticket, request } satisfies LayoutJob, []);
    });
  }

  cancel(): void {
    this.#abandon();
    this.#abandon = () => {};
    this.#worker?.terminate();
    this.#worker = null;
  }

  #abandon: () => void = () => {};

  #end(worker: Worker): void {
    worker.terminate();
    if (this.#worker === worker) this.#worker = null;
  }
}
