/** The stores that the suite is run over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openEmbeddedStore } from '../../server/store/embedded.ts';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { openThreadStore } from '../../server/store/thread/store.ts';
import { runRead } from './collect.ts';
import { found, type ProvidedNeo4j } from './provided.ts';

export interface TestedStore {
  readonly name: string;
  /** The global setup has said why. */
  readonly missing: boolean;
  /** Gives a store whose graph may be emptied. */
  open(): Promise<Store>;
  /** Names the statements that run in the store's server now; none where it has no server. */
  running(store: Store): Promise<readonly string[]>;
}

/** In a temporary folder, removed when the store is closed. */
export async function openTemporaryStore(open = openEmbeddedStore): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-store-'));
  const store = await open({ folder });
  const close = store.close.bind(store);
  return Object.assign(store, {
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

const overNeo4j = (name: string, provided: ProvidedNeo4j): TestedStore => ({
  name,
  missing: 'missing' in provided,
  open: () => openNeo4jStore(found(provided)),
  running: async (store) => {
    const { rows } = await runRead(store, 'SHOW TRANSACTIONS YIELD currentQuery');
    return rows.map(([query]) => String(query));
  },
});

export const EMBEDDED: TestedStore = {
  name: 'the embedded store',
  missing: false,
  open: () => openTemporaryStore(),
  running: () => Promise.resolve([]),
};
export const EMBEDDED_THREAD: TestedStore = {
  ...EMBEDDED,
  name: 'the embedded store in a thread of its own',
  open: () => openTemporaryStore(openThreadStore),
};
export const NEO4J_LTS: TestedStore = overNeo4j('Neo4j, the LTS release', inject('neo4jLts'));
export const NEO4J_CURRENT: TestedStore = overNeo4j('Neo4j, the current release', inject('neo4jCurrent'));
