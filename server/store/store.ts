/**
 * The store port. A store has one verb, *run Cypher*; search, expand, paths, statistics and seeding are `.cypher` files
 * run through it, so that every store gives the same answers. `begin` exists because the HTTP contract
 * (Neo4j's Query API) has explicit transactions; `run` is a transaction of its own.
 */
import type { Parameters } from '../../graph/model.ts';
import type { ResultEvent } from '../../graph/result.ts';

export type Access = 'read' | 'write';

export interface RunOptions {
  /** `read` is refused every write by the store itself, not by looking at the text. Default `read`. */
  readonly access?: Access;
  /** The statement is stopped in the store after this long. Default: the store's own bound. */
  readonly timeoutMs?: number;
  /** Most rows to give; the statement is stopped after them and the summary's `truncated` is true. */
  readonly maxRows?: number;
  /** Aborting stops the statement in the store and makes the stream throw the signal's reason. */
  readonly signal?: AbortSignal;
  /** Bookmarks of transactions this one must be able to see. */
  readonly bookmarks?: readonly string[];
}

export interface Health {
  readonly version: string;
  readonly nodes: number;
  readonly relationships: number;
}

export interface Store {
  readonly kind: 'embedded' | 'neo4j';
  /** The name under which `/db/{name}` reaches it. */
  readonly database: string;
  /**
   * Runs one statement in a transaction of its own (retried by the store where that is safe), committed when the summary is given.
   * Leaving the iteration early cancels the statement in the store.
   *
   * @throws CypherError the statement failed; nothing of it is left behind
   * @throws StoreUnavailable the store cannot be reached
   */
  run(statement: string, parameters?: Parameters, options?: RunOptions): AsyncIterable<ResultEvent>;
  /** Opens an explicit transaction; who begins one ends it. */
  begin(options?: RunOptions): Promise<Transaction>;
  /** @throws StoreUnavailable */
  health(signal?: AbortSignal): Promise<Health>;
  /** Waits for what is running, at most a few seconds, then releases everything. */
  close(): Promise<void>;
}

export interface Transaction {
  run(
    statement: string,
    parameters?: Parameters,
    options?: Pick<RunOptions, 'maxRows' | 'signal'>,
  ): AsyncIterable<ResultEvent>;
  /** Gives the bookmarks of what was committed. */
  commit(): Promise<readonly string[]>;
  rollback(): Promise<void>;
}

/** The store cannot be reached, or refuses everyone; `reason` says why in words for the user. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly reason: string;
  constructor(reason: string, options?: { cause?: unknown }) {
    super(reason, options);
    this.reason = reason;
  }
}
