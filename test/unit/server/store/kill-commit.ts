/**
 * Commits for ever in the folder it is given, and prints each number after its commit was acknowledged: a chain
 * of nodes, each with its relationship to the one before, all of a statement or nothing.
 */
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';

const [, , folder = '', first = '0'] = process.argv;
const store = await openEmbeddedStore({ folder });
for (let n = BigInt(first); ; n++) {
  const statement = 'UNWIND range(1, 20) AS part CREATE (:Commit {n: $n})-[:OF]->(:Part {n: $n, part: part})';
  for await (const event of store.run(statement, new Map([['n', n]]), { access: 'write' })) {
    if (event.event === 'summary') process.stdout.write(`${n}\n`);
  }
}
