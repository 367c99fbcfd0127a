/** What a shortcut answers is what the plain way answers: pairs of statements that mean the same, on small random graphs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database } from '../statements.ts';

const NODES = 6;

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly type: 'R' | 'S' | 'T';
}

const edges = fc.array(
  fc.record({
    from: fc.nat(NODES - 1),
    to: fc.nat(NODES - 1),
    type: fc.constantFrom('R', 'S', 'T'),
  }) as fc.Arbitrary<Edge>,
  { maxLength: 24 },
);

/** Some edges are deleted again, so that counts have gone down as well as up. */
async function graphOf(given: readonly Edge[], deleted: readonly Edge[]): Promise<Database> {
  const database = new Database();
  await database.run(`UNWIND range(0, ${NODES - 1}) AS i CREATE (:N {id: i, even: i % 2 = 0})`);
  for (const { from, to, type } of [...deleted, ...given])
    await database.run(
      `MATCH (a:N {id: ${from}}), (b:N {id: ${to}}) CREATE (a)-[:${type} {id: '${from}${type}${to}'}]->(b)`,
    );
  for (const { from, to, type } of deleted)
    await database.run(`MATCH (a:N {id: ${from}})-[r:${type}]->(b:N {id: ${to}}) WITH r LIMIT 1 DELETE r`);
  return database;
}

const ARROWS = ['-->', '<--', '--', '-[:R]->', '<-[:R|S]-', '-[:T]-', '-[:NEVER]->'];

const PAIRS: readonly (readonly [string, string])[] = ARROWS.flatMap((arrow): [string, string][] => [
  [
    `MATCH (a) RETURN a.id AS a, COUNT { (a)${arrow}() } AS n`,
    `MATCH (a) OPTIONAL MATCH (a)${arrow}(b) RETURN a.id AS a, count(b) AS n`,
  ],
  [
    `MATCH (a) RETURN a.id AS a, COUNT { ()${arrow}(a) } AS n`,
    `MATCH (a) OPTIONAL MATCH (b)${arrow}(a) RETURN a.id AS a, count(b) AS n`,
  ],
  [
    `MATCH (a) WHERE EXISTS { (a)${arrow}() } RETURN a.id AS a`,
    `MATCH (a)${arrow}() RETURN DISTINCT a.id AS a`,
  ],
  [
    `MATCH (a), (b) RETURN a.id AS a, b.id AS b, COUNT { (a)${arrow}(b) } AS n`,
    `MATCH (a), (b) OPTIONAL MATCH (a)${arrow}(x) WHERE x = b RETURN a.id AS a, b.id AS b, count(x) AS n`,
  ],
  [
    `MATCH (a), (b) WHERE (a)${arrow}(b) RETURN a.id AS a, b.id AS b`,
    `MATCH (a)${arrow}(b) RETURN DISTINCT a.id AS a, b.id AS b`,
  ],
  [
    `MATCH (a)${arrow}(b) WHERE a.even <> b.even RETURN b.even AS even, a.id AS a, count(DISTINCT b) AS n`,
    `MATCH (a)${arrow}(b) WITH a, b WHERE a.even <> b.even WITH DISTINCT b.even AS even, a.id AS a, b RETURN even, a, count(*) AS n`,
  ],
  [
    `MATCH (a)${arrow}(b) RETURN a.id AS a, b.even AS even, count(b) AS n, count(DISTINCT b) AS bs, count(DISTINCT b.even) AS evens`,
    `MATCH (a)${arrow}(b) WITH a.id AS a, b.even AS even, collect(b) AS n, collect(DISTINCT b) AS bs, collect(DISTINCT b.even) AS evens RETURN a, even, size(n) AS n, size(bs) AS bs, size(evens) AS evens`,
  ],
  [
    `MATCH (a)${arrow}(b) RETURN a.id AS a, a.id + count(b) AS more ORDER BY a.id + count(b), a.id`,
    `MATCH (a)${arrow}(b) WITH a.id AS a, count(b) AS n RETURN a, a + n AS more`,
  ],
  [
    `MATCH (c) CALL { WITH c MATCH (c)${arrow}(b) RETURN b.even AS more, count(*) AS n } WITH c, more, n WHERE c.id > 1 RETURN c.id AS c, more, n`,
    `MATCH (c)${arrow}(b) WHERE c.id > 1 RETURN c.id AS c, b.even AS more, count(*) AS n`,
  ],
  [
    `MATCH (a)${arrow}()${arrow}(b) WITH DISTINCT a, b RETURN a.id AS a, b.id AS b`,
    `MATCH (a)${arrow}()${arrow}(b) RETURN DISTINCT a.id AS a, b.id AS b`,
  ],
  [
    `MATCH (a)-->(b)-->(c), (a)${arrow}(c) RETURN a.id AS a, b.id AS b, c.id AS c, count(*) AS n`,
    `MATCH (a)-->(b)-->(c), (a)${arrow}(d) WHERE c = d RETURN a.id AS a, b.id AS b, c.id AS c, count(*) AS n`,
  ],
]);

describe('a shortcut answers what the plain way does', () => {
  it.each(PAIRS)('%s', async (shortcut, plain) => {
    await fc.assert(
      fc.asyncProperty(edges, edges, async (given, deleted) => {
        const database = await graphOf(given, deleted.slice(0, 4));
        expect(await answer(database, shortcut)).toEqual(await answer(database, plain));
      }),
      { numRuns: 6 },
    );
  });
});

/** The rows in an order of their own. */
async function answer(database: Database, statement: string): Promise<string[]> {
  const { rows } = await database.run(statement);
  return rows.map((row) => row.map(String).join(' ')).toSorted();
}
