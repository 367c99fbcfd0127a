import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** UTF-8 takes at most this many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;
/** Strings much larger than this are kept by the collector as things that last. */
const READ_BYTES = 64 * 1024;

/**
 * Text kept for later in the order it came: as bytes in memory, beyond `memoryBytes` in a temporary file.
 * Export needs it because GEXF wants every node before the first edge, and a statement's rows mix them.
 */
export class Spill {
  readonly #memory: Buffer;
  #held = 0;
  #folder: string | null = null;
  #file: FileHandle | null = null;

  constructor(memoryBytes = 256 * 1024) {
    this.#memory = Buffer.allocUnsafe(memoryBytes);
  }

  async append(text: string): Promise<void> {
    const most = text.length * BYTES_PER_UNIT;
    if (this.#held + most > this.#memory.length) await this.#flush();
    if (most > this.#memory.length) await (await this.#spilled()).write(text);
    else this.#held += this.#memory.write(text, this.#held);
  }

  async *read(): AsyncGenerator<string> {
    if (this.#file === null) {
      yield this.#memory.toString('utf8', 0, this.#held);
      return;
    }
    await this.#flush();
    const { fd } = this.#file;
    yield* createReadStream('', {
      fd,
      start: 0,
      encoding: 'utf8',
      autoClose: false,
      highWaterMark: READ_BYTES,
    });
  }

  /** Removes the temporary file; safe to call twice. */
  async dispose(): Promise<void> {
    const [file, folder] = [this.#file, this.#folder];
    this.#held = 0;
    this.#file = null;
    this.#folder = null;
    await file?.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }

  async #flush(): Promise<void> {
    await (await this.#spilled()).write(this.#memory, 0, this.#held);
    this.#held = 0;
  }

  async #spilled(): Promise<FileHandle> {
    if (this.#file === null) {
      this.#folder = await mkdtemp(join(tmpdir(), 'entente-export-'));
      this.#file = await open(join(this.#folder, 'edges.xml'), 'w+', 0o600);
    }
    return this.#file;
  }
}
