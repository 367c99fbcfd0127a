import { openNeo4jStore } from './store/neo4j.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';
import { openThreadStore } from './store/thread/store.ts';

/**
 * The store that the settings ask for: a given `NEO4J_URI` chooses Neo4j.
 *
 * @throws StoreUnavailable Neo4j refuses us; what `openThreadStore` throws of its folder
 */
export function openStore(settings: Settings): Promise<Store> {
  const { neo4j, dataFolder, importFolder, queryTimeoutMs, maxMemoryBytes } = settings;
  if (neo4j !== null) return openNeo4jStore({ ...neo4j, timeoutMs: queryTimeoutMs });
  return openThreadStore({ folder: dataFolder, importFolder, timeoutMs: queryTimeoutMs, maxMemoryBytes });
}
