import type { Parameters } from '../graph/model.ts';
import { collect } from './named-queries.ts';
import type { NamedQueries, Row } from './named-queries.ts';
import type { RunOptions, Store } from './store/store.ts';

interface Kept {
  /** The bookmarks of a moment before it was asked: as long as they are the store's, nothing was committed since. */
  readonly state: string;
  readonly parameters: string;
  readonly rows: Promise<readonly Row[]>;
}

/**
 * Answers of named queries that read the whole graph, kept until something is committed: by whomever, since the store itself is asked whether it
 * was. The last one of each query is kept.
 */
export class KeptAnswers {
  readonly #store: Store;
  readonly #queries: NamedQueries;
  readonly #kept = new Map<string, Kept>();

  constructor(store: Store, queries: NamedQueries) {
    this.#store = store;
    this.#queries = queries;
  }

  /**
   * All rows of a query. Several who ask for the same at once wait for one run of it.
   *
   * @param options of the run, which goes on when who has asked is gone
   * @throws CypherError, StoreUnavailable
   */
  async rows(name: string, parameters: Parameters, options: RunOptions): Promise<readonly Row[]> {
    const state = await this.#state(options);
    const given = [...parameters].map(([key, value]) => `${key}=${String(value)}`).join();
    const kept = this.#kept.get(name);
    if (kept?.state === state && kept.parameters === given) return kept.rows;
    const rows = this.#run(name, parameters, options);
    this.#kept.set(name, { state, parameters: given, rows });
    try {
      return await rows;
    } catch (error) {
      if (this.#kept.get(name)?.rows === rows) this.#kept.delete(name);
      throw error;
    }
  }

  async #run(name: string, parameters: Parameters, options: RunOptions): Promise<readonly Row[]> {
    const { statement } = this.#queries.get(name);
    return (await collect(this.#store, statement, parameters, options)).rows;
  }

  async #state(options: RunOptions): Promise<string> {
    const { summary } = await collect(this.#store, 'RETURN 1', new Map(), options);
    return summary.bookmarks.join(' ');
  }
}
