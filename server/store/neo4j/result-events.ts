/** A driver's result as the store's events, with back-pressure all the way to the server. */
import type { Result, ResultSummary } from 'neo4j-driver';
import type { Value } from '../../../graph/model.ts';
import type { ResultEvent } from '../../../graph/result.ts';
import { fromDriver } from './values.ts';

/** Most rows in one event; how many are read ahead; how many the server sends in one go. */
export const BATCH_ROWS = 1000;

type Row = readonly Value[];

export interface Ended {
  readonly summary: ResultSummary;
  /** True when `maxRows` cut the result. */
  readonly truncated: boolean;
}

/**
 * Gives the header and the rows, and returns how it ended. At most two batches are held: the server is asked for more
 * only while less than one waits here.
 *
 * After `maxRows` the rest is discarded by the server: a statement that writes is still carried out whole.
 * Leaving early or aborting only stops the reading; the statement is stopped by closing the session it runs in.
 */
export async function* resultEvents(
  result: Result,
  { maxRows = Infinity, signal }: { maxRows?: number | undefined; signal?: AbortSignal | undefined },
): AsyncGenerator<ResultEvent, Ended, undefined> {
  const inbox = new Inbox();
  const abort = (): void => inbox.fail(signal?.reason);
  signal?.addEventListener('abort', abort);
  // `subscribe` cannot be paused, and the driver's iterator makes a promise for each record and asks for more after its
  // session was reset, which spoils the pooled connection: this is what the driver's own reactive API stands on
  // oxlint-disable-next-line no-underscore-dangle
  const subscribed = result._subscribe(inbox, true);
  try {
    const flow = await Promise.race([subscribed, inbox.failed]);
    inbox.pause = () => flow.pause();
    yield { event: 'header', fields: await Promise.race([inbox.header, inbox.failed]) };
    for (let left = maxRows; ;) {
      flow.resume();
      const rows = await inbox.take();
      if (rows.length > left) {
        if (left > 0) yield { event: 'rows', rows: rows.slice(0, left) };
        // rows that are still on their way must not pause the stream: paused, it would never send the DISCARD
        inbox.pause = () => {};
        flow.cancel();
        flow.resume();
        return { summary: await Promise.race([inbox.summary, inbox.failed]), truncated: true };
      }
      if (rows.length === 0)
        return { summary: await Promise.race([inbox.summary, inbox.failed]), truncated: false };
      left -= rows.length;
      yield { event: 'rows', rows };
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    // what is not asked for now is not asked for after the session was reset
    subscribed.then((flow) => flow.pause()).catch(() => {});
  }
}

/** What the driver has delivered and the consumer has not yet taken. */
class Inbox {
  readonly header: Promise<readonly string[]>;
  readonly summary: Promise<ResultSummary>;
  /** Never fulfilled: rejects when the statement fails or its signal aborts. */
  readonly failed: Promise<never>;
  /** Set once the stream is there. */
  pause = (): void => {};
  fail!: (error: unknown) => void;
  onKeys!: (fields: string[]) => void;
  onCompleted!: (summary: ResultSummary) => void;
  #rows: Row[] = [];
  #ended = false;
  #ring = (): void => {};

  constructor() {
    this.header = new Promise((resolve) => (this.onKeys = resolve));
    this.summary = new Promise((resolve) => {
      this.onCompleted = (summary) => {
        this.#ended = true;
        this.#ring();
        resolve(summary);
      };
    });
    this.failed = new Promise((_, reject) => (this.fail = reject));
    // who awaits it is told; nobody awaiting it is no accident
    this.failed.catch(() => {});
  }

  readonly onError = (error: Error): void => this.fail(error);

  readonly onNext = (record: { readonly length: number; get(column: number): unknown }): void => {
    try {
      const row: Value[] = [];
      for (let column = 0; column < record.length; column++) row.push(fromDriver(record.get(column)));
      this.#rows.push(row);
    } catch (error) {
      this.fail(error);
    }
    if (this.#rows.length >= BATCH_ROWS) this.pause();
    this.#ring();
  };

  /** All rows that have come, at least one; none after the last. */
  async take(): Promise<readonly Row[]> {
    if (this.#rows.length === 0 && !this.#ended)
      await Promise.race([new Promise<void>((resolve) => (this.#ring = resolve)), this.failed]);
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
