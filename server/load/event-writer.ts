/** Writes event rows into a store: actors, then claims by type, a transaction a batch. Merging, so that rows written before are left alone. */
import type { Value } from '../../graph/model.ts';
import type { Counters } from '../../graph/result.ts';
import type { Store, Transaction } from '../store/store.ts';
import { ploverOf } from './cameo.ts';
import type { EventRow } from './event-row.ts';
import { Occurrences } from './occurrences.ts';
import { actorId, slug } from './slug.ts';
import { isoOfState } from './states.ts';

/** The data set that claims are loaded from. */
export interface DataSet {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
}

export const GDELT: DataSet = {
  id: 'gdelt',
  title: 'GDELT event database',
  publisher: 'The GDELT Project',
  url: 'https://www.gdeltproject.org/',
};

export interface Written {
  readonly actors: number;
  readonly claims: number;
}

const MERGE_SOURCE = `
MERGE (source:Source {id: $id})
ON CREATE SET source.name = $title, source.title = $title, source.publisher = $publisher, source.url = $url`;

/** Of these ids, those that something that is no actor already has: an id names one node. */
const FIND_TAKEN = `
UNWIND $ids AS id
OPTIONAL MATCH (place:Place {id: id})
OPTIONAL MATCH (event:Event {id: id})
OPTIONAL MATCH (source:Source {id: id})
WITH id, coalesce(place, event, source) AS other
WHERE other IS NOT NULL AND NOT other:Actor
RETURN id`;

const MERGE_ACTORS = `
UNWIND $actors AS row
MERGE (actor:Actor {id: row.id})
ON CREATE SET actor.name = row.name`;

const MARK_STATES = `
UNWIND $states AS row
MATCH (actor:Actor {id: row.id})
WHERE NOT actor:State
SET actor:State, actor.iso = row.iso`;

/** A type cannot be a parameter, so each has its own statement. */
const mergeClaims = (type: string): string => `
UNWIND $rows AS row
MATCH (source:Actor {id: row.source})
MATCH (target:Actor {id: row.target})
MERGE (source)-[claim:\`${type.replaceAll('`', '``')}\` {id: row.id}]->(target)
ON CREATE SET claim.phrase = row.phrase, claim.date = row.date, claim.event = row.event, claim.quad = row.quad, claim.source = $source`;

/** Long, because the bound for people's queries is no measure for a batch. */
const TIMEOUT_MS = 10 * 60_000;

export class EventWriter {
  readonly #store: Store;
  readonly #dataSet: DataSet;
  readonly #signal: AbortSignal;
  /** Name → id of the actors that were written. */
  readonly #actors = new Map<string, string>();
  readonly #occurrences = new Occurrences();

  constructor(store: Store, dataSet: DataSet, signal: AbortSignal) {
    this.#store = store;
    this.#dataSet = dataSet;
    this.#signal = signal;
  }

  async writeSource(): Promise<void> {
    const { id, title, publisher, url } = this.#dataSet;
    await this.#transaction((tx) => this.#run(tx, MERGE_SOURCE, { id, title, publisher, url }));
  }

  /**
   * @returns what was not there before
   * @throws CypherError, StoreUnavailable; the signal's reason. Nothing of the batch is left behind then
   */
  async write(rows: readonly EventRow[]): Promise<Written> {
    return this.#transaction(async (tx) => {
      const actors = await this.#writeActors(tx, rows);
      let claims = 0;
      for (const [type, ofType] of this.#claimsByType(rows)) {
        const parameters = { rows: ofType, source: this.#dataSet.id };
        claims += (await this.#run(tx, mergeClaims(type), parameters)).relationshipsCreated;
      }
      return { actors, claims };
    });
  }

  async #writeActors(tx: Transaction, rows: readonly EventRow[]): Promise<number> {
    const names = new Set<string>();
    for (const { source, target } of rows) names.add(source).add(target);
    const fresh = [...names].filter((name) => !this.#actors.has(name));
    if (fresh.length === 0) return 0;

    const taken = await this.#takenIds(tx, fresh.map(actorId));
    for (const name of fresh) {
      const id = actorId(name);
      this.#actors.set(name, taken.has(id) ? `${id}-actor` : id);
    }
    const actors = fresh.map((name) => mapOf({ id: this.#idOf(name), name }));
    const { nodesCreated } = await this.#run(tx, MERGE_ACTORS, { actors });
    const states = fresh.flatMap((name) => {
      const iso = isoOfState(name);
      return iso === undefined ? [] : [mapOf({ id: this.#idOf(name), iso })];
    });
    if (states.length > 0) await this.#run(tx, MARK_STATES, { states });
    return nodesCreated;
  }

  #idOf(name: string): string {
    return this.#actors.get(name) ?? actorId(name);
  }

  async #takenIds(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<Value>> {
    const taken = new Set<Value>();
    for await (const event of tx.run(FIND_TAKEN, mapOf({ ids }), { signal: this.#signal }))
      if (event.event === 'rows') for (const [id] of event.rows) taken.add(id ?? null);
    return taken;
  }

  #claimsByType(rows: readonly EventRow[]): ReadonlyMap<string, Value[]> {
    const byType = new Map<string, Value[]>();
    for (const { source, target, type, phrase, date } of rows) {
      const [sourceId, targetId] = [this.#idOf(source), this.#idOf(target)];
      // Made of the row alone, so that the same row has the same id in every run; equal rows are told apart by counting.
      const name = `${sourceId}.${slug(type) || type.toLowerCase()}.${targetId}.${date.toString()}`;
      const occurrence = this.#occurrences.next(name);
      const plover = ploverOf(phrase);
      const claim = mapOf({
        id: occurrence === 1 ? name : `${name}.${occurrence}`,
        source: sourceId,
        target: targetId,
        phrase,
        date,
        event: plover?.event ?? null,
        quad: plover?.quad ?? null,
      });
      const ofType = byType.get(type);
      if (ofType === undefined) byType.set(type, [claim]);
      else ofType.push(claim);
    }
    return byType;
  }

  async #run(
    tx: Transaction,
    statement: string,
    parameters: Readonly<Record<string, Value>>,
  ): Promise<Counters> {
    let counters: Counters | null = null;
    // To its very end, since leaving a result early cancels the transaction.
    for await (const event of tx.run(statement, mapOf(parameters), { signal: this.#signal }))
      if (event.event === 'summary') ({ counters } = event.summary);
    if (counters === null) throw new Error('the store gave no summary');
    return counters;
  }

  async #transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = await this.#store.begin({ access: 'write', timeoutMs: TIMEOUT_MS, signal: this.#signal });
    try {
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      // What failed is told; that the rollback of a lost connection fails too says nothing new.
      await tx.rollback().catch(() => {});
      throw error;
    }
  }
}

const mapOf = (members: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(members));
