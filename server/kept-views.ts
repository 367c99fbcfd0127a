/**
 * Views that users keep to send a short link, each a file of the data folder's `views/`, named by the digest of its text: the
 * same view has the same name, and a file that was cut or changed is found out. They are no part of the graph: it is
 * never written for them, and they are kept here also where Neo4j is the store.
 */
import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './store/embedded/folder.ts';

/** Most that one view may be, in bytes of its text: 20,000 nodes and 100,000 relationships fit. */
export const MOST_VIEW_BYTES = 4 * 2 ** 20;

const ID = /^[0-9a-z]{19}$/;
/** 96 bits: no two texts meet. Digits and small letters, since some file systems do not tell large from small. */
const idOfText = (text: string): string =>
  BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 24)}`)
    .toString(36)
    .padStart(19, '0');

/** A draft that is older than this was left by a process that died. */
const ABANDONED_MS = 3_600_000;

/** The view was not kept; the message says why and what to do. What was kept before is safe. */
export class ViewNotKept extends Error {
  override readonly name = 'ViewNotKept';
}

/** A kept view cannot be read, or is not what was kept. */
export class ViewDamaged extends Error {
  override readonly name = 'ViewDamaged';
}

export class KeptViews {
  readonly #folder: string;
  readonly #maxBytes: number;
  /** Bytes of all views; null until they were counted. */
  #bytes: number | null = null;
  /** One view is written at a time, so that two cannot take the same room. */
  #last: Promise<void> = Promise.resolve();

  /** @param maxBytes most that all views together may take */
  constructor(folder: string, maxBytes: number) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /**
   * Keeps a view; the same text again changes nothing.
   *
   * @returns its id, when it is on disk
   * @throws ViewNotKept
   */
  async keep(text: string): Promise<string> {
    const id = idOfText(text);
    const written = this.#last.then(() => this.#write(id, text));
    this.#last = written.catch(() => {});
    await written;
    return id;
  }

  /**
   * The text that was kept under an id; null where there is none.
   * @throws ViewDamaged
   */
  async read(id: string): Promise<string | null> {
    // nothing else can be the name of a file here, so that no id leads out of the folder
    if (!ID.test(id)) return null;
    const path = join(this.#folder, id);
    let text: string;
    try {
      const { size } = await stat(path);
      if (size > MOST_VIEW_BYTES) throw new ViewDamaged(damaged(path, 'it is larger than a view can be'));
      text = await readFile(path, 'utf8');
    } catch (error) {
      if (error instanceof ViewDamaged) throw error;
      const code = codeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw new ViewDamaged(damaged(path, WHY[code] ?? `the system says ${code}`), { cause: error });
    }
    if (idOfText(text) !== id) throw new ViewDamaged(damaged(path, 'it was cut short or changed'));
    return text;
  }

  async #write(id: string, text: string): Promise<void> {
    const known = await this.read(id).catch(() => null);
    if (known !== null) return;
    const bytes = Buffer.byteLength(text);
    try {
      makeFolder(this.#folder);
      await this.#makeRoom(bytes);
      await writeWhole(this.#folder, id, text);
    } catch (error) {
      if (error instanceof ViewNotKept) throw error;
      const code = codeOf(error);
      throw new ViewNotKept(
        `The folder ${this.#folder} cannot be written: ${WHY[code] ?? `the system says ${code}`}. Nothing was changed. ` +
          'Let this user write there, or name another data folder (ENTENTE_DATA).',
        { cause: error },
      );
    }
    this.#bytes = (this.#bytes ?? 0) + bytes;
  }

  /** @throws ViewNotKept there is no room for that much more */
  async #makeRoom(bytes: number): Promise<void> {
    const fits = (taken: number): boolean => taken + bytes <= this.#maxBytes;
    if (this.#bytes !== null && fits(this.#bytes)) return;
    // others may have removed some since they were counted
    const { taken, views } = await count(this.#folder);
    this.#bytes = taken;
    if (fits(taken)) return;
    throw new ViewNotKept(
      `The ${views} views kept in ${this.#folder} take up ${taken} bytes, and all together may take ${this.#maxBytes} (ENTENTE_MAX_VIEWS). ` +
        'They are safe. Remove those that nobody needs, or allow more.',
    );
  }
}

/** On disk as a whole when this returns, or not at all. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `.${name}.${randomUUID()}`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw error;
  }
  // Windows does not open folders
  if (process.platform === 'win32') return;
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

/** Also removes the drafts that processes left which died while they wrote. */
async function count(folder: string): Promise<{ taken: number; views: number }> {
  let [taken, views] = [0, 0];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    if (name.startsWith('.') && ID.test(name.slice(1, 20)) && Date.now() - found.mtimeMs > ABANDONED_MS) {
      await rm(path, { force: true });
      continue;
    }
    taken += found.size;
    if (ID.test(name)) views++;
  }
  return { taken, views };
}

const damaged = (path: string, why: string): string =>
  `The file ${path} cannot be read as the view that was kept in it: ${why}. The graph is safe. Ask whoever sent the link to share the view again.`;

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this user may not do that',
  EPERM: 'this user may not do that',
  EROFS: 'it lies on a file system that cannot be written',
  EISDIR: 'it is a folder, not a file',
  ENOENT: 'it cannot be created there',
  ENOTDIR: 'it is, or lies under, a file that is not a folder',
  EEXIST: 'it is a file, not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may not write any more there',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
