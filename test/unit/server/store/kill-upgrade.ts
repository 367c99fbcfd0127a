/** Makes folders of format 1 in the one it is given, prints the number of each and opens it, so that it is upgraded, for ever. */
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import { makeFormat1 } from './format-1.ts';

const [, , parent = ''] = process.argv;
for (let n = 0; ; n++) {
  const folder = join(parent, String(n));
  makeFormat1(folder);
  process.stdout.write(`${n}\n`);
  const store = await openEmbeddedStore({ folder });
  await store.close();
}
