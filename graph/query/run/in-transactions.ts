/** `CALL { … } IN TRANSACTIONS`: batches of rows, each in a transaction of its own. */
import { CypherError } from '../../errors.ts';
import type { Graph, Reader, Writer } from '../../memory/graph.ts';
import type { InTransactions } from '../ast.ts';
import type { Evaluate, Row, RunValue } from '../runtime.ts';
import { addCounters } from './counters.ts';
import type { RunContext } from './context.ts';
import { Held } from './held.ts';
import type { About, Operator, Rows } from './operator.ts';

/**
 * The transactions that a statement may begin by itself, where it stands in none: what a store gives to those that it
 * runs in a transaction of their own.
 */
export interface InnerTransactions {
  /** Waits for the writers before it. */
  begin(): Promise<Writer>;
  /** The changes are durable when it resolves, and seen by whoever begins then. The writer is ended, also where it fails. */
  commit(writer: Writer): Promise<void>;
  /** Takes back what was written; that may go on after it returns. */
  rollback(writer: Writer): void;
  /** What is committed. */
  read(): Reader & { release(): void };
}

/** For a graph that nothing keeps on disk. */
export const innerTransactions = (graph: Graph): InnerTransactions => ({
  begin: () => graph.write(),
  // an async function, so that what `prepare` throws is a rejection
  commit: async (writer) => {
    try {
      writer.prepare();
      writer.commit();
    } catch (error) {
      writer.rollback();
      throw error;
    }
  },
  rollback: (writer) => writer.rollback(),
  read: () => graph.read(),
});

export interface Batching {
  readonly rows: Evaluate | null;
  readonly onError: InTransactions['onError'];
  readonly retry: { readonly seconds: Evaluate | null } | null;
  /** Where the map of REPORT STATUS goes; -1 where none is wanted. */
  readonly status: number;
  /** The subquery's columns: null in the rows of a batch that was taken back. Null where it returns nothing. */
  readonly columns: readonly number[] | null;
  /** Clauses after this one write: they do so in a transaction that begins when the last batch is through. */
  readonly writesAfter: boolean;
}

const DEFAULT_ROWS = 1000;
const DEFAULT_RETRY_SECONDS = 30;
const FIRST_PAUSE_MS = 10;

let lastNumber = 0;

interface Status {
  readonly errorMessage: string | null;
  readonly started: boolean;
  readonly committed: boolean;
  readonly transactionId: string | null;
}

const NOT_STARTED: Status = { errorMessage: null, started: false, committed: false, transactionId: null };

/**
 * Runs `inner` over the rows of `source`, some at a time. The source sees the graph as it was when the statement began;
 * what follows sees what was committed. With one writer at a time, `CONCURRENT` batches come one after another.
 */
export function inTransactions(
  about: About,
  source: Operator,
  inner: Operator,
  batching: Batching,
): Operator {
  return {
    about,
    children: [source, inner],
    *open(context, input) {
      const size = countOf(batching.rows, context, DEFAULT_ROWS, 'ROWS');
      const outer = context.within({ tx: context.tx, writer: null });
      const batches = new Batches(context, inner, batching);
      let waiting: Row[] = [];
      try {
        for (const rows of outer.open(source, input)) {
          if (rows === null) {
            yield null;
            outer.resume();
            continue;
          }
          for (const row of rows) {
            waiting.push(row);
            if (waiting.length < size) continue;
            yield* batches.run(waiting);
            waiting = [];
          }
        }
        if (waiting.length > 0) yield* batches.run(waiting);
        if (batching.writesAfter) context.own(yield* begun(context, batches.transactions));
      } finally {
        outer.end();
      }
    },
  };
}

class Batches {
  readonly transactions: InnerTransactions;
  readonly #context: RunContext;
  readonly #inner: Operator;
  readonly #batching: Batching;
  #committed = 0;
  #broken = false;

  constructor(context: RunContext, inner: Operator, batching: Batching) {
    if (context.transactions === null) throw inExplicitTransaction();
    this.transactions = context.transactions;
    this.#context = context;
    this.#inner = inner;
    this.#batching = batching;
  }

  *run(rows: readonly Row[]): Rows {
    if (this.#broken) {
      yield this.#without(rows, NOT_STARTED);
      return;
    }
    lastNumber += 1;
    const transactionId = `neo4j-transaction-${lastNumber}`;
    const began = performance.now();
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      try {
        const results = yield* this.#attempt(rows);
        this.#committed += 1;
        this.#context.see(this.transactions.read());
        const status: Status = { errorMessage: null, started: true, committed: true, transactionId };
        if (results.length > 0) yield this.#told(results, status);
        return;
      } catch (error) {
        // a statement that was stopped is not to go on with its next batch
        this.#context.look();
        if (!(error instanceof CypherError)) throw error;
        if (this.#retries(error, performance.now() - began + pause)) {
          yield* wait(this.#context, new Promise((resolve) => setTimeout(resolve, pause)));
          continue;
        }
        if (this.#batching.onError === 'fail') throw withCount(error, this.#committed);
        this.#broken = this.#batching.onError === 'break';
        const errorMessage = error.message;
        yield this.#without(rows, { errorMessage, started: true, committed: false, transactionId });
        return;
      }
    }
  }

  /** All rows that one transaction gives, when it is committed; nothing of it is left when it fails. */
  *#attempt(rows: readonly Row[]): Generator<null, Row[], void> {
    const writer = yield* begun(this.#context, this.transactions);
    const context = this.#context.within({ tx: writer, writer });
    const held = new Held(context);
    const results: Row[] = [];
    let open = true;
    try {
      for (const row of rows) {
        for (const found of context.open(this.#inner, [row])) {
          if (found === null) {
            yield null;
            context.resume();
          } else if (this.#batching.columns !== null) {
            held.batch(found);
            for (const each of found) results.push(each);
          }
        }
        if (this.#batching.columns === null) results.push(row);
      }
      open = false;
      yield* wait(this.#context, this.transactions.commit(writer));
      addCounters(this.#context.counters, context.counters);
      return results;
    } finally {
      if (open) this.transactions.rollback(writer);
      context.end();
    }
  }

  #retries(error: CypherError, elapsedMs: number): boolean {
    const { retry } = this.#batching;
    if (retry === null || !error.code.startsWith('Neo.TransientError.')) return false;
    return elapsedMs < 1000 * secondsOf(retry.seconds, this.#context);
  }

  #told(rows: Row[], status: Status): Row[] {
    const { status: slot } = this.#batching;
    if (slot < 0) return rows;
    const told = new Map<string, RunValue>(Object.entries(status));
    return rows.map((row) => {
      const next = row.slice();
      next[slot] = told;
      return next;
    });
  }

  /** The rows that went in, with nothing for the columns that should have come out. */
  #without(rows: readonly Row[], status: Status): Row[] {
    const empty = rows.map((row) => {
      const next = row.slice();
      for (const slot of this.#batching.columns ?? []) next[slot] = null;
      return next;
    });
    return this.#told(empty, status);
  }
}

/** Gives up the thread until the promise is settled. */
export function* wait<T>(context: RunContext, promise: Promise<T>): Generator<null, T, void> {
  let settled: { readonly value: T } | { readonly error: unknown } | null = null;
  const settle = async (): Promise<void> => {
    try {
      settled = { value: await promise };
    } catch (error) {
      settled = { error };
    }
  };
  const done = settle();
  const now = (): typeof settled => settled;
  for (;;) {
    const outcome = now();
    if (outcome === null) {
      context.waitFor(done);
      yield null;
    } else if ('error' in outcome) throw outcome.error;
    else return outcome.value;
  }
}

/** A writer, given back at once where the statement is stopped before its turn comes. */
function* begun(context: RunContext, transactions: InnerTransactions): Generator<null, Writer, void> {
  const coming = transactions.begin();
  let taken = false;
  try {
    const writer = yield* wait(context, coming);
    taken = true;
    return writer;
  } finally {
    if (!taken)
      coming.then(
        (writer) => transactions.rollback(writer),
        () => {},
      );
  }
}

const nothing: Row = [];

function countOf(count: Evaluate | null, context: RunContext, otherwise: number, word: string): number {
  if (count === null) return otherwise;
  const value = count(nothing, context);
  if (typeof value === 'bigint' && value > 0n) return Number(value);
  throw new CypherError(
    'Neo.ClientError.Statement.TypeError',
    `OF … ${word} takes a positive INTEGER, and got ${value === null ? 'null' : typeof value === 'bigint' ? String(value) : 'something else'}. (Transactions committed: 0)`,
  );
}

function secondsOf(seconds: Evaluate | null, context: RunContext): number {
  const value = seconds === null ? DEFAULT_RETRY_SECONDS : seconds(nothing, context);
  return typeof value === 'bigint' || typeof value === 'number' ? Number(value) : DEFAULT_RETRY_SECONDS;
}

const withCount = (error: CypherError, committed: number): CypherError =>
  new CypherError(error.code, `${error.message} (Transactions committed: ${committed})`, {
    position: error.position,
    status: error.status,
    cause: error,
  });

export function inExplicitTransaction(): CypherError {
  return new CypherError(
    'Neo.DatabaseError.Transaction.TransactionStartFailed',
    "A query with 'CALL { ... } IN TRANSACTIONS' can only be executed in an implicit transaction, but tried to execute in an explicit transaction.",
    { gql: '25N17' },
  );
}
