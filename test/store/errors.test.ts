/**
 * The wrong statements fail on the embedded store with the code, the GQLSTATUS and at the place that Neo4j tells: all
 * three as the current release, code and place as the LTS release, which says `50N42` for most. A place where Neo4j has
 * none is no difference. What differs is listed, with its reason.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CypherError } from '../../graph/errors.ts';
import type { Store } from '../../server/store/store.ts';
import { GRAPH, PARAMETERS, SCHEMA, WRONG } from '../unit/graph/query/errors/wrong-statements.ts';
import { collect, rowsOf, runWrite } from './collect.ts';
import { CURRENT_DIFFERENCES, LTS_DIFFERENCES } from './error-differences.ts';
import { EMBEDDED, NEO4J_CURRENT, NEO4J_LTS } from './stores.ts';

interface Failure {
  readonly code: string;
  readonly status: string;
  readonly offset: number | undefined;
}

async function failure(store: Store, statement: string): Promise<Failure | null> {
  const tx = await store.begin({ access: 'write' });
  try {
    await collect(tx.run(statement, PARAMETERS));
    return null;
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    const { code, gqlStatus, status, position } = error;
    const statuses = status.cause === null ? gqlStatus : `${gqlStatus}/${status.cause.gqlStatus}`;
    const short = code.replace('Neo.ClientError.', '').replace('Neo.DatabaseError.', 'DatabaseError.');
    return { code: short, status: statuses, offset: position?.offset };
  } finally {
    await tx.rollback();
  }
}

const place = (offset: number | undefined): string => (offset === undefined ? '' : ` at ${offset}`);

async function prepareGraph(store: Store): Promise<void> {
  await clear(store);
  for (const statement of SCHEMA) await runWrite(store, statement);
  if (store.kind === 'neo4j') await runWrite(store, 'CALL db.awaitIndexes()');
  await runWrite(store, GRAPH);
}

/** The other test files find the servers without constraints and indexes. */
async function clear(store: Store): Promise<void> {
  await runWrite(store, 'MATCH (n) DETACH DELETE n');
  for (const [name] of await rowsOf(store, 'SHOW CONSTRAINTS YIELD name'))
    await runWrite(store, `DROP CONSTRAINT ${String(name)}`);
  const indexes = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name";
  for (const [name] of await rowsOf(store, indexes)) await runWrite(store, `DROP INDEX ${String(name)}`);
}

const releases = [
  {
    tested: NEO4J_CURRENT,
    differences: CURRENT_DIFFERENCES,
    print: ({ code, status, offset }: Failure): string => `${code} ${status}${place(offset)}`,
  },
  {
    tested: NEO4J_LTS,
    differences: LTS_DIFFERENCES,
    print: ({ code, offset }: Failure): string => `${code}${place(offset)}`,
  },
];

describe.each(releases)('a wrong statement fails as on $tested.name', ({ tested, differences, print }) => {
  describe.skipIf(tested.missing)('both ask', () => {
    let embedded: Store;
    let neo4j: Store;
    beforeAll(async () => {
      [embedded, neo4j] = await Promise.all([EMBEDDED.open(), tested.open()]);
      await Promise.all([prepareGraph(embedded), prepareGraph(neo4j)]);
    });
    afterAll(async () => {
      if (neo4j !== undefined) await clear(neo4j);
      await Promise.all([embedded?.close(), neo4j?.close()]);
    });

    it.each(Object.values(WRONG).flat())('%s', async (statement) => {
      const theirs = await failure(neo4j, statement);
      const ours = await failure(embedded, statement);
      const listed = differences.find((difference) => difference.statement === statement);
      const shown = (which: Failure | null): string => (which === null ? 'an answer' : print(which));
      if (listed !== undefined) {
        const { entente, neo4j: other } = listed;
        expect([shown(ours), shown(theirs)]).toEqual([entente, other]);
        return;
      }
      const compared = theirs?.offset === undefined && ours !== null ? { ...ours, offset: undefined } : ours;
      expect(shown(compared)).toBe(shown(theirs));
    });
  });
});
