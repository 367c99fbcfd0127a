/** The Cypher engine as the page sees it: a worker that has a copy of what is on the screen, made when first asked. */
import { CypherError } from '../../graph/errors.ts';
import { decodePlan, decodeTyped, encodeTyped } from '../../graph/formats/typed-json.ts';
import type { Parameters, Value } from '../../graph/model.ts';
import type { ResultEvent, Summary } from '../../graph/result.ts';
import type { ScreenGraph } from '../state/graph.ts';
import { Asked } from './asked.ts';
import type { FromEngine, Matched, RunMessage, ToEngine } from './protocol.ts';
import { ScreenChanges } from './screen-changes.ts';
import { EngineUnavailable } from './unavailable.ts';

/** How long the worker has to answer a cancel before it is ended. */
const CANCEL_MS = 50;
/** How much longer than its time a statement may keep the worker. */
const GRACE_MS = 2_000;

export interface AskOptions {
  readonly parameters?: Parameters | undefined;
  /** Default 10,000; the summary's `truncated` tells whether there were more. */
  readonly maxRows?: number | undefined;
  /** Default 30,000. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The part of a worker that is needed of one. */
export type EngineWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const newWorker = (): EngineWorker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'cypher' });

export class ScreenEngine {
  readonly #changes: ScreenChanges;
  readonly #newWorker: () => EngineWorker;
  #worker: EngineWorker | null = null;
  #isLoaded = false;
  #tickets = 0;
  readonly #asked = new Map<number, Asked>();
  readonly #cancelled = new Map<number, ReturnType<typeof setTimeout>>();

  constructor(graph: ScreenGraph, makeWorker: () => EngineWorker = newWorker) {
    this.#changes = new ScreenChanges(graph);
    this.#newWorker = makeWorker;
  }

  /** Loads the worker ahead of the first statement. */
  warm(): void {
    this.#running();
  }

  /**
   * Runs a statement on what is on the screen now. Leaving the iteration early stops it.
   *
   * @throws CypherError the statement failed, writes, or went over a bound; EngineUnavailable; the signal's reason when aborted
   */
  async *ask(statement: string, options: AskOptions = {}): AsyncGenerator<ResultEvent, void, undefined> {
    for await (const message of this.#ask(statement, 'rows', options)) {
      if (message.kind === 'header') yield { event: 'header', fields: message.fields };
      if (message.kind === 'rows') {
        const rows = JSON.parse(message.rows) as unknown[][];
        yield { event: 'rows', rows: rows.map((row) => row.map(decodeTyped)) };
      }
      if (message.kind === 'summary') yield { event: 'summary', summary: readSummary(message.summary) };
    }
  }

  /** As `ask`, but gives only the elements in the rows, by their ids on the screen. */
  async match(statement: string, options: AskOptions = {}): Promise<Matched> {
    let matched: Matched = { nodes: [], relationships: [], rows: 0 };
    for await (const message of this.#ask(statement, 'elements', options))
      if (message.kind === 'matched') matched = message;
    const { nodes, relationships, rows } = matched;
    return { nodes, relationships, rows };
  }

  async *#ask(
    statement: string,
    want: RunMessage['want'],
    { parameters = new Map<string, Value>(), maxRows = 10_000, timeoutMs = 30_000, signal }: AskOptions,
  ): AsyncGenerator<FromEngine, void, undefined> {
    signal?.throwIfAborted();
    const ticket = ++this.#tickets;
    const asked = new Asked({
      kind: 'run',
      ticket,
      statement,
      parameters: JSON.stringify(encodeTyped(parameters)),
      want,
      maxRows,
      timeoutMs,
    });
    this.#asked.set(ticket, asked);
    const abort = (): void => asked.fail(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    // an expression that never looks at the clock is ended from here
    const watch = setTimeout(() => {
      asked.fail(timedOut(timeoutMs));
    }, timeoutMs + GRACE_MS);
    try {
      this.#send(asked);
      yield* asked.messages();
    } finally {
      clearTimeout(watch);
      signal?.removeEventListener('abort', abort);
      this.#asked.delete(ticket);
      if (!asked.isOver) this.#cancel(ticket);
    }
  }

  #send(asked: Asked): void {
    const worker = this.#running();
    const patch = this.#changes.take();
    if (patch !== null) worker.postMessage({ kind: 'patch', patch } satisfies ToEngine, []);
    worker.postMessage(asked.run satisfies ToEngine, []);
  }

  #running(): EngineWorker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#newWorker();
    this.#worker = worker;
    this.#changes.all();
    worker.addEventListener('message', (event) => {
      if (this.#worker === worker) this.#receive((event as MessageEvent<FromEngine>).data);
    });
    worker.addEventListener('error', (event) => {
      if (this.#worker === worker) this.#failed((event as ErrorEvent).message);
    });
    return worker;
  }

  #receive(message: FromEngine): void {
    if (message.kind === 'ready') {
      this.#isLoaded = true;
      return;
    }
    const { ticket } = message;
    clearTimeout(this.#cancelled.get(ticket));
    this.#cancelled.delete(ticket);
    this.#asked.get(ticket)?.receive(message);
  }

  /** The worker stops at its next look at the clock; where that does not come soon, it is ended and with it all it does. */
  #cancel(ticket: number): void {
    if (this.#worker === null) return;
    this.#worker.postMessage({ kind: 'cancel', ticket } satisfies ToEngine, []);
    this.#cancelled.set(
      ticket,
      setTimeout(() => this.#renew(), CANCEL_MS),
    );
  }

  /** A new worker is given what the one before had not begun to answer. */
  #renew(): void {
    this.#end();
    for (const asked of this.#asked.values())
      if (asked.isBegun) asked.fail(interrupted());
      else this.#send(asked);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const timer of this.#cancelled.values()) clearTimeout(timer);
    this.#cancelled.clear();
  }

  #failed(message: string | undefined): void {
    this.#end();
    const error = this.#isLoaded
      ? new Error(`The query engine of this page failed: ${message ?? 'it does not say why'}`)
      : new EngineUnavailable('The part of the page that answers this could not be loaded.');
    for (const asked of this.#asked.values()) asked.fail(error);
  }
}

function readSummary(text: string): Summary {
  const summary = JSON.parse(text) as Summary;
  return summary.plan === undefined ? summary : { ...summary, plan: decodePlan(summary.plan) };
}

const timedOut = (timeoutMs: number): CypherError =>
  new CypherError(
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    `The statement was ended after its time of ${timeoutMs / 1000} s.`,
  );

const interrupted = (): CypherError =>
  new CypherError(
    'Neo.TransientError.Transaction.Terminated',
    'The statement was ended together with another that could not be stopped alone. Run it again.',
  );
