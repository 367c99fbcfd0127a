/**
 * Changes 20,000 nodes of the folder it is given, prints the number of the change, and lets the store put them away, or begins to; for ever. A
 * small commit, which is not worth putting away, may follow.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import { rowsOf } from './rows-of.ts';

const [, , folder = '', first = '0'] = process.argv;
const store = await openEmbeddedStore({ folder, restAfterMs: 5 });
const write = (statement: string, n: bigint): Promise<unknown> => rowsOf(store, statement, { n }, 'write');
if (first === '0') await write('FOREACH (i IN range(1, 20000) | CREATE (:Many {n: $n}))', -1n);
for (let n = BigInt(first); ; n++) {
  await write('CREATE (:Commit {n: $n}) WITH 1 AS one MATCH (m:Many) SET m.n = $n', n);
  process.stdout.write(`${n}\n`);
  await sleep(Math.random() * 60);
  if (n % 2n === 0n) await write('MERGE (l:Last) SET l.n = $n', n);
}
