import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { createGunzip } from 'node:zlib';
import { CypherError } from '../../../graph/errors.ts';
import type { ImportSource } from '../../../graph/query/run/load-csv.ts';

const PIECE_BYTES = 256 * 1024;

/**
 * The files of one folder and what is below it, for LOAD CSV: `file:///name.csv` is `name.csv` there. Nothing else can be
 * read: no other scheme, no way up, no link that leads out of it. A name that ends in `.gz` is unpacked.
 */
export function importFolder(folder: string): ImportSource {
  return {
    open: async (url) => {
      const path = await resolved(folder, url);
      // what was resolved is no link; should it have become one meanwhile, it is not followed
      const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(
        (cause: unknown) => {
          throw notLoaded(url, cause);
        },
      );
      const stat = await file.stat();
      if (!stat.isFile()) {
        await file.close();
        throw notLoaded(url);
      }
      const stream = file.createReadStream({ highWaterMark: PIECE_BYTES });
      return { path, pieces: path.endsWith('.gz') ? unpacked(stream, url) : stream };
    },
  };
}

async function* unpacked(stream: NodeJS.ReadableStream, url: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  stream.on('error', (error) => gunzip.destroy(error));
  try {
    yield* stream.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw notLoaded(url, cause);
  } finally {
    gunzip.destroy();
    (stream as NodeJS.ReadableStream & { destroy(): void }).destroy();
  }
}

/** @throws CypherError the URL names nothing in the folder */
async function resolved(folder: string, url: string): Promise<string> {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) throw failed(`Invalid URL '${url}': no protocol: ${url}`);
  if (scheme !== 'file') {
    throw failed(
      `Cannot load from URL '${url}': only files of the import folder can be loaded, as \`file:///name.csv\``,
    );
  }
  if (/\s/.test(url)) throw failed(`Invalid URL '${url}': white space is written as %20`);
  const path = /^file:\/(?!\/)|^file:\/\/\//i.test(url) ? url.replace(/^file:\/+/i, '') : null;
  if (path === null) {
    throw failed(
      `Cannot load from URL '${url}': file URL may not contain an authority section (i.e. it should be 'file:///')`,
    );
  }
  try {
    const root = await realpath(folder);
    const found = await realpath(join(root, decodeURIComponent(path)));
    if (found.startsWith(root.endsWith(sep) ? root : root + sep)) return found;
  } catch (cause) {
    throw notLoaded(url, cause);
  }
  // the same words as for a file that is not there: what lies outside is nobody's business
  throw notLoaded(url);
}

const notLoaded = (url: string, cause?: unknown): CypherError =>
  failed(`Cannot load from URL '${url}': Couldn't load the external resource at: ${url}`, cause);

const failed = (message: string, cause?: unknown): CypherError =>
  new CypherError('Neo.ClientError.Statement.ExternalResourceFailed', message, {
    cause,
    gql: ['22000', '22N43'],
  });
