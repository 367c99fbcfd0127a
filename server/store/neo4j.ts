/**
 * A Neo4j server, cluster or Aura as a store. This file and `neo4j/` beside it are the only importers of neo4j-driver.
 */
import neo4j, { type Driver, type Session, type Transaction as DriverTransaction } from 'neo4j-driver';
import { setTimeout as sleep } from 'node:timers/promises';
import { CypherError } from '../../graph/errors.ts';
import type { Parameters } from '../../graph/model.ts';
import type { ResultEvent, Summary } from '../../graph/result.ts';
import {
  assertNotBlank,
  isConnectionFailure,
  isTransient,
  mayBeReachedLater,
  needsImplicitTransaction,
  OLDEST_VERSION,
  translate,
} from './neo4j/errors.ts';
import { BATCH_ROWS, resultEvents } from './neo4j/result-events.ts';
import { summaryOf } from './neo4j/summary.ts';
import { Neo4jTransaction } from './neo4j/transaction.ts';
import { toDriverParameters } from './neo4j/values.ts';
import { StoreUnavailable, type Health, type RunOptions, type Store, type Transaction } from './store.ts';

export interface Neo4jOptions {
  /** `neo4j://`, `neo4j+s://`, `neo4j+ssc://` (clusters, Aura), `bolt://`, `bolt+s://`, `bolt+ssc://` (one server). */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Default: the user's home database, `neo4j` where the server cannot be asked. */
  readonly database?: string | undefined;
  /** The bound for statements that name none; default 60,000. */
  readonly timeoutMs?: number;
}

const CONNECT_TIMEOUT_MS = 2_500;
const ACQUIRE_TIMEOUT_MS = 3_000;
/** Answered from the count store at once, whatever the size; a server before 5.0 knows no `COUNT {}`. */
const HEALTH = `CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel'
  RETURN versions[0], COUNT { MATCH (n) }, COUNT { MATCH ()-->() }`;
/** A deadlock or an election is over in seconds; past this the failure is told. */
const RETRY_FOR_MS = 10_000;
/** A server that is gone is told at once: only a connection that died idle in the pool is worth a second try. */
const RETRY_CONNECTION_FOR_MS = 500;

/**
 * Opens a store on a Neo4j. The server need not be up: `health` and every statement tell when it is not, and work again
 * once it is.
 *
 * @throws StoreUnavailable the server is there and refuses us (password, database name), is older than 5.0, or is no Neo4j
 */
export async function openNeo4jStore(options: Neo4jOptions): Promise<Store> {
  const { uri, username, password } = options;
  const driver = openDriver(uri, username, password);
  try {
    const database = options.database ?? (await homeDatabase(driver));
    const store = new Neo4jStore(driver, database, options.timeoutMs ?? 60_000);
    await store.health().catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable) || !mayBeReachedLater(error.cause)) throw error;
    });
    return store;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

function openDriver(uri: string, username: string, password: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      useBigInt: true,
      fetchSize: BATCH_ROWS,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: ACQUIRE_TIMEOUT_MS,
      connectionLivenessCheckTimeout: 30_000,
      userAgent: 'entente',
    });
  } catch (error) {
    throw new StoreUnavailable(`${JSON.stringify(uri)} is not the address of a Neo4j`, { cause: error });
  }
}

async function homeDatabase(driver: Driver): Promise<string> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { summary } = await session.run('RETURN 1');
    return summary.database.name ?? 'neo4j';
  } catch (error) {
    if (isConnectionFailure(error)) return 'neo4j';
    throw translate(error);
  } finally {
    await session.close();
  }
}

class Neo4jStore implements Store {
  readonly kind = 'neo4j';
  readonly database: string;
  readonly #driver: Driver;
  readonly #timeoutMs: number;
  /** Lets every statement see what was written before it, on whichever member of a cluster it runs. */
  #bookmarks = neo4j.bookmarkManager();

  constructor(driver: Driver, database: string, timeoutMs: number) {
    this.#driver = driver;
    this.database = database;
    this.#timeoutMs = timeoutMs;
  }

  async *run(
    statement: string,
    parameters?: Parameters,
    options: RunOptions = {},
  ): AsyncGenerator<ResultEvent, void, undefined> {
    assertNotBlank(statement);
    const began = Date.now();
    let implicit = false;
    let headerGiven = false;
    let rowsGiven = false;
    for (let attempt = 0; ; attempt++) {
      try {
        for await (const event of this.#attempt(statement, parameters, options, implicit)) {
          if (event.event === 'header' && headerGiven) continue;
          headerGiven = true;
          rowsGiven ||= event.event === 'rows';
          yield event;
        }
        return;
      } catch (error) {
        if (options.signal?.aborted === true) throw options.signal.reason;
        const retryForMs = isConnectionFailure(error) ? RETRY_CONNECTION_FOR_MS : RETRY_FOR_MS;
        if (isConnectionFailure(error)) this.#bookmarks = neo4j.bookmarkManager();
        if (!implicit && needsImplicitTransaction(error)) implicit = true;
        else if (implicit || rowsGiven || !isTransient(error) || Date.now() - began > retryForMs)
          throw translate(error);
        else await sleep(Math.min(100 * 2 ** attempt, 2_000) * (0.8 + 0.4 * Math.random()));
      }
    }
  }

  /** Runs the statement once; `implicit` leaves opening the transaction to the server, and can so not be retried. */
  async *#attempt(
    statement: string,
    parameters: Parameters | undefined,
    options: RunOptions,
    implicit: boolean,
  ): AsyncGenerator<ResultEvent, void, undefined> {
    options.signal?.throwIfAborted();
    const session = this.#session(options);
    try {
      const config = { timeout: options.timeoutMs ?? this.#timeoutMs };
      const tx = implicit ? null : await session.beginTransaction(config);
      options.signal?.throwIfAborted();
      const result =
        tx === null
          ? session.run(statement, toDriverParameters(parameters), config)
          : tx.run(statement, toDriverParameters(parameters));
      const ended = yield* resultEvents(result, options);
      if (tx !== null) await commit(tx);
      const summary: Summary = summaryOf(ended.summary, session.lastBookmarks(), ended.truncated);
      yield { event: 'summary', summary };
    } finally {
      // this is what stops a statement in the server; a rollback would wait for it
      await session.close();
    }
  }

  async begin(options: RunOptions = {}): Promise<Transaction> {
    options.signal?.throwIfAborted();
    const session = this.#session(options);
    try {
      const tx = await session.beginTransaction({ timeout: options.timeoutMs ?? this.#timeoutMs });
      return new Neo4jTransaction(session, tx, options);
    } catch (error) {
      await session.close();
      throw translate(error);
    }
  }

  async health(signal?: AbortSignal): Promise<Health> {
    try {
      for await (const event of this.run(HEALTH, undefined, { timeoutMs: ACQUIRE_TIMEOUT_MS, signal })) {
        const row = event.event === 'rows' ? event.rows[0] : undefined;
        if (row === undefined) continue;
        const [version, nodes, relationships] = row;
        return { version: String(version), nodes: Number(nodes), relationships: Number(relationships) };
      }
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      const tooOld = error.code === 'Neo.ClientError.Statement.SyntaxError';
      const reason = tooOld
        ? `This Neo4j is ${await this.#version()}: ${OLDEST_VERSION} or later is needed`
        : error.message;
      throw new StoreUnavailable(reason, { cause: error });
    }
    throw new StoreUnavailable('Neo4j does not tell its version');
  }

  /** As the server greets us with it, which needs no Cypher: `4.4.48`. */
  async #version(): Promise<string> {
    try {
      const { agent } = await this.#driver.getServerInfo({ database: this.database });
      return agent?.replace(/^Neo4j\//, '') ?? 'of an unknown version';
    } catch (error) {
      throw translate(error);
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #session(options: RunOptions): Session {
    return this.#driver.session({
      database: this.database,
      defaultAccessMode: options.access === 'write' ? neo4j.session.WRITE : neo4j.session.READ,
      bookmarks: [...(options.bookmarks ?? [])],
      bookmarkManager: this.#bookmarks,
      fetchSize: Math.min(BATCH_ROWS, (options.maxRows ?? Infinity) + 1),
    });
  }
}

/** Commits; a connection that is lost meanwhile is told and not tried again, since that could do the work twice. */
async function commit(tx: DriverTransaction): Promise<void> {
  try {
    await tx.commit();
  } catch (error) {
    if (!isConnectionFailure(error)) throw error;
    const reason =
      'The connection to Neo4j was lost during the commit: whether it was carried out is not known';
    throw new StoreUnavailable(reason, { cause: error });
  }
}
