import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Text kept for later in the order it came: in memory up to `memoryChars`, beyond that in a temporary file.
 * Little is held, so that it is gone before the garbage collector takes it for something that lasts.
 * Export needs it because GEXF wants every node before the first edge, and a statement's rows mix them.
 */
export class Spill {
  readonly #memoryChars: number;
  #chunks: string[] = [];
  #held = 0;
  #folder: string | null = null;
  #file: FileHandle | null = null;

  constructor(memoryChars = 256 * 1024) {
    this.#memoryChars = memoryChars;
  }

  async append(text: string): Promise<void> {
    this.#chunks.push(text);
    this.#held += text.length;
    if (this.#held > this.#memoryChars) await this.#flush();
  }

  async *read(): AsyncGenerator<string> {
    if (this.#file === null) {
      yield* this.#chunks;
      return;
    }
    await this.#flush();
    yield* createReadStream('', { fd: this.#file.fd, start: 0, encoding: 'utf8', autoClose: false, highWaterMark: 256 * 1024 }) as AsyncIterable<string>; // prettier-ignore
  }

  /** Removes the temporary file; safe to call twice. */
  async dispose(): Promise<void> {
    this.#chunks = [];
    const [file, folder] = [this.#file, this.#folder];
    this.#file = null;
    this.#folder = null;
    await file?.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }

  async #flush(): Promise<void> {
    if (this.#file === null) {
      this.#folder = await mkdtemp(join(tmpdir(), 'entente-export-'));
      this.#file = await open(join(this.#folder, 'edges.xml'), 'w+', 0o600);
    }
    const text = this.#chunks.join('');
    this.#chunks = [];
    this.#held = 0;
    await this.#file.write(text);
  }
}
