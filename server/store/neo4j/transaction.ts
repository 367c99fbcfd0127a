/** An explicit transaction on a Neo4j. */
import type { Session, Transaction as DriverTransaction } from 'neo4j-driver';
import { CypherError } from '../../../graph/errors.ts';
import type { Parameters } from '../../../graph/model.ts';
import type { ResultEvent } from '../../../graph/result.ts';
import type { RunOptions, Transaction } from '../store.ts';
import { assertNotBlank, translate } from './errors.ts';
import { resultEvents } from './result-events.ts';
import { summaryOf } from './summary.ts';
import { toDriverParameters } from './values.ts';

/**
 * Owns its session, and closes it when it ends. A statement that fails or is cancelled ends the transaction, as it does
 * in Neo4j itself: what comes after is refused, except `rollback`, which then has nothing to do.
 */
export class Neo4jTransaction implements Transaction {
  readonly #session: Session;
  readonly #tx: DriverTransaction;
  readonly #signal: AbortSignal | undefined;
  #ended = false;
  readonly #abort = (): void => void this.#end();

  constructor(session: Session, tx: DriverTransaction, { signal }: RunOptions) {
    this.#session = session;
    this.#tx = tx;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#abort);
  }

  async *run(
    statement: string,
    parameters?: Parameters,
    options: Pick<RunOptions, 'maxRows' | 'signal'> = {},
  ): AsyncGenerator<ResultEvent, void, undefined> {
    this.#assertOpen();
    options.signal?.throwIfAborted();
    let whole = false;
    try {
      assertNotBlank(statement);
      const result = this.#tx.run(statement, toDriverParameters(parameters));
      const ended = yield* resultEvents(result, {
        maxRows: options.maxRows,
        signal: anyOf(options.signal, this.#signal),
      });
      whole = true;
      yield { event: 'summary', summary: summaryOf(ended.summary, [], ended.truncated) };
    } catch (error) {
      throw translate(error);
    } finally {
      // failed or left early; only the end of its session stops a statement in the server at once
      if (!whole) await this.#end();
    }
  }

  async commit(): Promise<readonly string[]> {
    this.#assertOpen();
    try {
      await this.#tx.commit();
      return this.#session.lastBookmarks();
    } catch (error) {
      throw translate(error);
    } finally {
      await this.#end();
    }
  }

  async rollback(): Promise<void> {
    await this.#end();
  }

  #assertOpen(): void {
    if (!this.#ended) return;
    this.#signal?.throwIfAborted();
    throw new CypherError(
      'Neo.ClientError.Transaction.TransactionNotFound',
      'This transaction has ended: it was committed, rolled back, or a statement in it failed.',
    );
  }

  /** Closing the session rolls back what was not committed. */
  async #end(): Promise<void> {
    this.#ended = true;
    this.#signal?.removeEventListener('abort', this.#abort);
    await this.#session.close().catch(() => {});
  }
}

function anyOf(...signals: (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
