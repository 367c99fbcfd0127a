import { describe, inject } from 'vitest';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { runRead } from './collect.ts';
import { describeStore } from './contract.ts';
import { found } from './provided.ts';

async function running(store: Store): Promise<readonly string[]> {
  const { rows } = await runRead(store, 'SHOW TRANSACTIONS YIELD currentQuery');
  return rows.map(([query]) => String(query));
}

const lts = inject('neo4jLts');
describe.skipIf('missing' in lts)('Neo4j, the LTS release', () => {
  describeStore(() => openNeo4jStore(found(lts)), running);
});

const current = inject('neo4jCurrent');
describe.skipIf('missing' in current)('Neo4j, the current release', () => {
  describeStore(() => openNeo4jStore(found(current)), running);
});
