import { StoreUnavailable } from '../store.ts';

/** The folder of an embedded store cannot be used. The message says what was found and what to do. */
export abstract class StoreFolderError extends Error {
  readonly folder: string;

  constructor(folder: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.folder = folder;
  }
}

/** Another process has the folder open. */
export class StoreLocked extends StoreFolderError {
  override readonly name = 'StoreLocked';
  readonly pid: number;
  readonly host: string;

  constructor(folder: string, pid: number, host: string) {
    const who = pid === process.pid ? 'by this process' : `by process ${pid} on ${host}`;
    super(
      folder,
      `The data folder ${folder} is in use ${who}. Stop that one first, or name another folder (ENTENTE_DATA).`,
    );
    this.pid = pid;
    this.host = host;
  }
}

/** What lies in the folder is no store, or a broken one. Nothing was changed. */
export class StoreDamaged extends StoreFolderError {
  override readonly name = 'StoreDamaged';
  readonly found: string;

  constructor(folder: string, found: string, options?: { cause?: unknown }) {
    super(
      folder,
      `The data folder ${folder} cannot be opened as a store: ${found}. Nothing in it was changed. ` +
        'Put a backup of the whole folder back, or name another folder (ENTENTE_DATA) to start afresh.',
      options,
    );
    this.found = found;
  }
}

/** The folder was written by a version of the store that this one does not know. */
export class StoreFormatUnknown extends StoreFolderError {
  override readonly name = 'StoreFormatUnknown';
  readonly format: unknown;

  constructor(folder: string, format: unknown, known: number) {
    super(
      folder,
      `The data folder ${folder} has format ${JSON.stringify(format)}, and this version of Entente knows formats up to ${known}. ` +
        'Nothing in it was changed. Start the version that wrote it, or name another folder (ENTENTE_DATA).',
    );
    this.format = format;
  }
}

/** The folder cannot be created, read or written. */
export class StoreNotWritable extends StoreFolderError {
  override readonly name = 'StoreNotWritable';
  readonly code: string;

  constructor(folder: string, code: string, options?: { cause?: unknown }) {
    const why = WHY[code] ?? `the system says ${code}`;
    super(
      folder,
      `The data folder ${folder} cannot be used: ${why}. Change that, or name another folder (ENTENTE_DATA).`,
      options,
    );
    this.code = code;
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it lies on a file system that cannot be written',
  ENOTDIR: 'it is, or lies under, a file that is not a folder',
  EEXIST: 'it is a file, not a folder',
  ENOENT: 'it cannot be created there',
  ENOSPC: 'the disk is full',
};

/** A commit found no room on the disk. It was taken back; what was committed before is safe, and reading goes on. */
export class StoreFull extends StoreUnavailable {
  constructor(folder: string, options?: { cause?: unknown }) {
    super(
      `There is no room left on the disk of ${folder}, so the transaction was taken back. Make room and run it again`,
      options,
    );
  }
}

/** A commit failed in a way that leaves open whether it is on disk, so that nothing more is written. */
export class StoreFailed extends StoreUnavailable {
  constructor(folder: string, options?: { cause?: unknown }) {
    super(
      `Writing to ${folder} failed, and nothing more is written until the store is opened again`,
      options,
    );
  }
}
