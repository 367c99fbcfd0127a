import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout: where `cypher/` and `dist/client` are, seen from `server/` as from the built `dist/server/`. */
export const ROOT = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'cypher'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Entente must run inside its checkout: the folder cypher/ was not found');
  return findRoot(parent);
}
