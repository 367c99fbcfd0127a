/** Searching from both ends finds what walking all ways finds, on small random graphs. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Database } from '../statements.ts';

const NODES = 7;

const edges = fc.array(
  fc.record({ from: fc.nat(NODES - 1), to: fc.nat(NODES - 1), type: fc.constantFrom('R', 'S') }),
  { maxLength: 12 },
);

async function graphOf(given: readonly { from: number; to: number; type: string }[]): Promise<Database> {
  const database = new Database();
  await database.run(`UNWIND range(0, ${NODES - 1}) AS i CREATE (:N {i: i})`);
  for (const { from, to, type } of given)
    await database.run(
      `MATCH (a:N {i: ${from}}), (b:N {i: ${to}}) CREATE (a)-[:${type} {keep: ${from} <> 3}]->(b)`,
    );
  return database;
}

const ENDS = 'MATCH (a:N), (b:N) WHERE a <> b';
const ROUTE = '[n IN nodes(p) | n.i] + [r IN relationships(p) | id(r)]';

it('finds every shortest path, or one of them', async () => {
  await fc.assert(
    fc.asyncProperty(edges, async (given) => {
      const database = await graphOf(given);
      for (const [pattern, where] of [
        ['-[rs*]-', ''],
        ['-[rs*]->', ''],
        ['<-[rs:R*]-', ''],
        ['-[rs*..2]-', ''],
        ['-[rs*]-', 'WHERE all(r IN rs WHERE r.keep)'],
      ] as const) {
        const walked = await database.rows(
          `${ENDS} MATCH p = (a)${pattern}(b) ${where} WITH a, b, collect(p) AS ps, min(length(p)) AS least
           UNWIND [p IN ps WHERE length(p) = least] AS p RETURN a.i, b.i, ${ROUTE} AS route`,
        );
        const all = await database.rows(
          `${ENDS} MATCH p = allShortestPaths((a)${pattern}(b)) ${where} RETURN a.i, b.i, ${ROUTE} AS route`,
        );
        expect(all.toSorted()).toEqual(walked.toSorted());
        const one = await database.rows(
          `${ENDS} MATCH p = shortestPath((a)${pattern}(b)) ${where} RETURN a.i, b.i, ${ROUTE} AS route`,
        );
        const ends = (rows: readonly string[]): string[] =>
          rows.map((row) => row.split(' | ').slice(0, 2).join());
        expect(new Set(ends(one))).toEqual(new Set(ends(walked)));
        expect(one).toHaveLength(new Set(ends(walked)).size);
        expect(walked).toEqual(expect.arrayContaining(one));
      }
    }),
    { numRuns: 20 },
  );
}, 60_000);

it('stops in the middle when it is cancelled, and gives back what it was charged', async () => {
  const database = new Database();
  await database.run('UNWIND range(0, 149) AS i CREATE (:N {i: i})');
  await database.run('MATCH (a:N), (b:N) WHERE a.i % 2 = b.i % 2 CREATE (a)-[:R]->(b)');
  const controller = new AbortController();
  const memory = { maxBytes: 2 ** 30, usedBytes: 0 };
  setTimeout(() => controller.abort(), 20);
  const text = `${ENDS} AND a.i % 2 <> b.i % 2 MATCH p = shortestPath((a)-[*]-(b)) RETURN count(p)`;
  expect(await database.failure(text, {}, { signal: controller.signal, memory })).toContain('Terminated');
  expect(memory.usedBytes).toBe(0);
});
