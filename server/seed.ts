/** What a store is given before it is used: the schema, and the seed graph where it is wanted. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { splitStatements } from '../graph/query/parse/script.ts';
import { collect } from './named-queries.ts';
import type { Settings } from './settings.ts';
import { StoreUnavailable } from './store/store.ts';
import type { Store } from './store/store.ts';

/** What happened to the seed: `present` and `other` mean that the graph held it, or something else, and was left as it was. */
export type Seeding = 'seeded' | 'present' | 'other' | 'not-wanted';

/** The first node that the seed makes; where it is, the seed has been. */
const SEED_SOURCE = "MATCH (source:Source {id: 'afp-2021-10-20'}) RETURN source.id";

/**
 * Applies `schema.cypher` and seeds. Nothing is seeded twice: a graph that holds anything is not empty, and is left
 * alone unless `seed` is `always`; and the seed merges, so that even then what is there stays once.
 *
 * @param folder the folder `cypher/`
 * @throws CypherError, StoreUnavailable; a seed that fails half-way leaves nothing behind
 */
export async function prepareStore(
  store: Store,
  folder: string,
  seed: Settings['seed'],
  signal?: AbortSignal,
): Promise<Seeding> {
  for (const { text } of splitStatements(await readFile(join(folder, 'schema.cypher'), 'utf8')))
    await exhaust(store.run(text, new Map(), { access: 'write', signal }));
  if (seed === 'never') return 'not-wanted';
  if (seed === 'auto' && (await store.health(signal)).nodes > 0) {
    const { rows } = await collect(store, SEED_SOURCE, new Map(), { signal });
    return rows.length > 0 ? 'present' : 'other';
  }
  await seedGraph(store, join(folder, 'seed'), signal);
  return 'seeded';
}

/**
 * Runs every file of the folder, in name order, all in one transaction: a start that is broken off leaves an empty
 * graph, which the next start seeds, and never half a seed, which it could not tell from a graph that was changed.
 */
export async function seedGraph(store: Store, folder: string, signal?: AbortSignal): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher')).toSorted();
  const transaction = await store.begin({ access: 'write', signal });
  try {
    for (const file of files)
      for (const { text } of splitStatements(await readFile(join(folder, file), 'utf8')))
        await exhaust(transaction.run(text));
    await transaction.commit();
  } catch (error) {
    // What failed is told; that the rollback of a lost connection fails too says nothing new.
    await transaction.rollback().catch(() => {});
    throw error;
  }
}

/** How often a store that cannot be reached is tried again, so that a Neo4j that comes late is prepared then. */
const RETRY_MS = 2000;

/**
 * Prepares the store as soon as it can be reached.
 *
 * @param waiting called once, with the reason, when it cannot be reached at first
 * @throws CypherError; the signal's reason when it is aborted
 */
export async function prepareWhenReachable(
  prepare: () => Promise<Seeding>,
  waiting: (reason: string) => void,
  signal: AbortSignal,
): Promise<Seeding> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await prepare();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      if (attempt === 0) waiting(error.reason);
      await sleep(RETRY_MS, undefined, { signal });
    }
  }
}

async function exhaust(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of events);
}
