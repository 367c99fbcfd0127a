import { setTimeout as sleep } from 'node:timers/promises';
import { yieldThread } from '../../../graph/query/run/yield-thread.ts';
import { giveBackMemory } from './give-back-memory.ts';
import type { RecordLog } from './record-log.ts';

/** How long putting the graph away may hold the thread. */
const SLICE_MS = 8;

/**
 * What a store does after much has changed, once nobody asks anything of it: it puts the graph away, so that opening after a kill need not read
 * every record, and gives back the memory that changing took.
 */
export class Rest {
  readonly #log: RecordLog;
  readonly #isBusy: () => boolean;
  readonly #afterMs: number;
  #timer: NodeJS.Timeout | null = null;
  #lastMs = 0;
  #resting: Promise<void> | null = null;
  #isStopped = false;

  /** @param afterMs how long the store must have been idle */
  constructor(log: RecordLog, isBusy: () => boolean, afterMs: number) {
    this.#log = log;
    this.#isBusy = isBusy;
    this.#afterMs = afterMs;
    this.transactionEnded();
  }

  transactionEnded(): void {
    if (!this.#log.isDue) return;
    this.#lastMs = performance.now();
    if (this.#timer === null && this.#resting === null) this.#wait();
  }

  /** Resolves when nothing is being done any more, and nothing will be. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#resting;
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const isIdle = !this.#isBusy() && performance.now() - this.#lastMs >= this.#afterMs;
      if (isIdle) void this.#rest();
      else this.#wait();
    }, this.#afterMs);
    this.#timer.unref();
  }

  async #rest(): Promise<void> {
    this.#resting = this.#putAway();
    await this.#resting;
    this.#resting = null;
    // somebody wrote in between
    if (this.#log.isDue && !this.#isStopped) this.#wait();
  }

  async #putAway(): Promise<void> {
    const steps = this.#log.checkpointSteps();
    for (;;) {
      const until = performance.now() + SLICE_MS;
      while (performance.now() < until) if (steps.next().done === true) return this.#giveBack();
      // oxlint-disable-next-line no-await-in-loop
      await yieldThread();
      // whoever reads goes first
      // oxlint-disable-next-line no-await-in-loop
      while (this.#isBusy() && !this.#isStopped) await sleep(SLICE_MS, undefined, { ref: false });
      if (this.#isStopped) return void steps.return();
    }
  }

  /** Not where somebody has begun to write. */
  async #giveBack(): Promise<void> {
    if (!this.#log.isDue) await giveBackMemory();
  }
}
