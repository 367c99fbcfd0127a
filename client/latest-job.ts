/** Work for a worker of this page, of which only the newest request counts: one that runs is ended, not waited for. */

/** What the page sends. */
export interface JobMessage<Request> {
  readonly ticket: number;
  readonly request: Request;
}

/** What the worker answers: any number of steps, then the result. */
export type JobReply<Step, Result> =
  | { readonly ticket: number; readonly kind: 'step'; readonly step: Step }
  | { readonly ticket: number; readonly kind: 'done'; readonly result: Result };

export class LatestJob<Request, Step, Result> {
  readonly #make: () => Worker;
  #worker: Worker | null = null;
  #ticket = 0;
  #abandon: (() => void) | null = null;

  /** @param make starts the worker; called when one is first needed, and again after one was ended */
  constructor(make: () => Worker) {
    this.#make = make;
  }

  /** Starts the worker, so that the first request need not wait for its code. */
  prepare(): void {
    this.#worker ??= this.#make();
  }

  /**
   * Gives the result, or null where a later request or `cancel` came first.
   *
   * @param onStep called with what the worker tells on its way
   * @throws Error the worker failed
   */
  run(request: Request, onStep: (step: Step) => void = () => {}): Promise<Result | null> {
    this.cancel();
    this.prepare();
    const worker = this.#worker;
    const ticket = ++this.#ticket;
    return new Promise((resolve, reject) => {
      if (worker === null) return resolve(null);
      const listening = new AbortController();
      const settle = (): void => {
        listening.abort();
        this.#abandon = null;
      };
      this.#abandon = () => {
        settle();
        resolve(null);
      };
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<JobReply<Step, Result>>) => {
          if (data.ticket !== ticket) return;
          if (data.kind === 'step') return onStep(data.step);
          settle();
          resolve(data.result);
        },
        listening,
      );
      worker.addEventListener(
        'error',
        (event) => {
          settle();
          this.#end();
          reject(new Error(event.message === '' ? 'The worker could not be started' : event.message));
        },
        listening,
      );
      worker.postMessage({ ticket, request } satisfies JobMessage<Request>, []);
    });
  }

  /** Ends what runs; its promise gives null. */
  cancel(): void {
    if (this.#abandon === null) return;
    this.#abandon();
    // it does not listen while it works: ending it is the only way to stop it
    this.#end();
  }

  /** Ends what runs and the worker. */
  close(): void {
    this.#abandon?.();
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/**
 * The worker's side: carries out each request with `work` and posts what it gives.
 *
 * @param transfers the buffers of a step or result that move rather than being copied
 */
export function answerJobs<Request, Step, Result>(
  work: (request: Request, post: (step: Step) => void) => Result,
  transfers: (value: Step | Result) => Transferable[],
): void {
  addEventListener('message', ({ data: { ticket, request } }: MessageEvent<JobMessage<Request>>) => {
    const send = (reply: JobReply<Step, Result>, transfer: Transferable[]): void =>
      postMessage(reply, { transfer });
    const result = work(request, (step) => send({ ticket, kind: 'step', step }, transfers(step)));
    send({ ticket, kind: 'done', result }, transfers(result));
  });
}
