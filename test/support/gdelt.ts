import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The event data at scale: 238,765 relationships between 4,208 actors. Null where it is not beside the checkout. */
export const gdeltFile: string | null =
  [
    process.env['ENTENTE_GDELT'],
    resolve(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/gdelt-2018/edges.tsv.gz'),
  ].find((path): path is string => path !== undefined && existsSync(path)) ?? null;

export const GDELT_RELATIONSHIPS = 238_765;
export const GDELT_ACTORS = 4208;
