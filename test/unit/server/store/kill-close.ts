/** Opens the folder it is given, commits a node, closes, and prints its number, for ever; a graph so large that closing puts it away. */
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import { rowsOf } from './rows-of.ts';

const [, , folder = '', first = '0'] = process.argv;
for (let n = BigInt(first); ; n++) {
  const store = await openEmbeddedStore({ folder });
  const many = n === 0n ? 'FOREACH (i IN range(1, 20000) | CREATE (:Many {n: i}))' : '';
  await rowsOf(store, `CREATE (:Commit {n: $n}) ${many}`, { n }, 'write');
  await store.close();
  process.stdout.write(`${n}\n`);
}
