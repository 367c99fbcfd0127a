import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FORMAT_1 = join(import.meta.dirname, 'format-1');

/** A folder that version 0.1.0 wrote: 19 people who know each other, one node with a value of each type, what was deleted. */
export function makeFormat1(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'graph.mdb'), gunzipSync(readFileSync(join(FORMAT_1, 'graph.mdb.gz'))));
  cpSync(join(FORMAT_1, 'entente.json'), join(folder, 'entente.json'));
}
