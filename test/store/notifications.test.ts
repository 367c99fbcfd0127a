/**
 * The embedded store notifies of the same as Neo4j: code, GQLSTATUS, title, severity, category, place and words (but for
 * "did you mean"). Each name that must be unknown occurs once, since Neo4j never forgets one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { collect, runWrite } from './collect.ts';
import { EMBEDDED, NEO4J_CURRENT } from './stores.ts';

const GRAPH = `CREATE (a:Actor:State {name: 'Russia'}), (e:Event {title: 'Talks', year: 2021}), (a)-[:URGED]->(e)`;

const STATEMENTS = [
  'MATCH (n:Zz1) RETURN n',
  'MATCH (n:Zz2), (m:Zz2) RETURN n',
  'MATCH (n:!Zz3) RETURN n',
  'MATCH (n:Actor&!Zz4) RETURN n',
  'MATCH (n) WHERE n:Zz5 RETURN n',
  'MATCH (n) RETURN n:Zz6',
  'MATCH ()-[r:ZZ7]->() RETURN r',
  'MATCH ()-[r]->() WHERE r:ZZ8 RETURN r',
  'MATCH (n:Actor) WHERE n.zz9 = 1 RETURN n',
  'MATCH (n:Actor {zz10: 1})-[r {zz11: 2}]->() RETURN n',
  'MATCH (n:Actor) RETURN n {.zz14, x: n.zz15}',
  'MATCH (n:Zz16)-[:ZZ17|ZZ18]->() RETURN n.zz19 AS a, n.zz19 AS b',
  "MATCH (n:Actor) WHERE n['zz20'] = 1 RETURN n",
  'MATCH (n:Actor) RETURN count(n.zz21)',
  'MATCH (a:Actor) RETURN [(a)-[:ZZ22]->(b) | b.zz23]',
  'MATCH (n:`Zz 24`) RETURN n.`zz 25`',
  'MATCH (n:Zz26) SET n.name = n.zz27',
  'MATCH (n:Actor) SET n.zz28 = 1',
  'CREATE (n:Zz29 {zz30: 1}) RETURN n.zz30',
  'MERGE (n:Zz31 {zz32: 1}) RETURN n',
  'RETURN {a: 1}.zz33',
  'WITH {a: 1} AS m RETURN m.zz34',
  'UNWIND [{a: 1}] AS m RETURN m.zz35',
  'EXPLAIN MATCH (n:Zz36) RETURN n',
  'MATCH (a:Actor), (b:Event) RETURN a, b',
  'MATCH (a:Actor), (b:Actor), (c:Event) RETURN a',
  'MATCH (a:Actor) MATCH (b:Actor) RETURN a, b',
  'MATCH (a:Actor) MATCH (b:Actor), (c:Event) RETURN a',
  'MATCH (a:Actor), (b:Actor)-->(a) RETURN a',
  'MATCH (a:Actor)-->(x), (b)-->(x) RETURN a',
  'MATCH (a:Actor), (b:Event) WHERE (a)-->(b) RETURN a',
  'MATCH (a:Actor) WITH a MATCH (a), (b) RETURN a',
  'OPTIONAL MATCH (a:Actor), (b:Event) RETURN a',
  'MATCH (a:Actor) WHERE EXISTS { MATCH (b:Actor), (c:Event) } RETURN a',
  'MATCH (), () RETURN 1 AS x',
  'MATCH ()-[r]->() RETURN id(r), elementId(r)',
  'MATCH p = shortestPath((a:Actor)-[*]->(b:Event)) RETURN p',
  'MATCH p = shortestPath((a:Actor)-[*1..]->(b:Event)) RETURN p',
  'MATCH p = allShortestPaths((a:Actor)-[:URGED*]->(b:Event)) RETURN p',
  'MATCH p = SHORTEST 1 (a:Actor)-[:URGED]->+(b:Event) RETURN p',
  'MATCH (a:Actor) CALL { WITH a RETURN 1 AS x } RETURN x',
  'MATCH (a:Actor) CALL { MATCH (b:Event) RETURN b } RETURN b',
  'MATCH (a:Actor) CALL (a) { RETURN 1 AS x } RETURN x',
  'CREATE (a {x: 1}), (b {x: a.x})',
  'MATCH (a:Actor) CREATE (a)-[:URGED {what: a.name}]->(b)',
  'RETURN 1 AS one',
];

/** Without Neo4j's own order, which is none. */
async function notified(store: Store, statement: string): Promise<object[]> {
  const tx = await store.begin({ access: 'write' });
  try {
    const { notifications } = (await collect(tx.run(statement))).summary;
    return notifications
      .map((each) => ({ ...each, description: each.description.replace(/; did you mean .*$/, '') }))
      .toSorted((a, b) =>
        JSON.stringify([a.position, a.code]) < JSON.stringify([b.position, b.code]) ? -1 : 1,
      );
  } finally {
    await tx.rollback();
  }
}

describe.skipIf(NEO4J_CURRENT.missing)('the embedded store notifies as Neo4j does', () => {
  let embedded: Store;
  let neo4j: Store;
  beforeAll(async () => {
    [embedded, neo4j] = await Promise.all([EMBEDDED.open(), NEO4J_CURRENT.open()]);
    for (const store of [embedded, neo4j]) {
      await runWrite(store, 'MATCH (n) DETACH DELETE n');
      await runWrite(store, GRAPH);
    }
  });
  afterAll(() => Promise.all([embedded?.close(), neo4j?.close()]));

  it.each(STATEMENTS)('%s', async (statement) => {
    expect(await notified(embedded, statement)).toEqual(await notified(neo4j, statement));
  });
});
