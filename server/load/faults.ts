/** The rows that were left out: counted, the first ones shown, all of them in a file where one was named. */
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { once } from 'node:events';

const SHOWN = 20;

export class Faults {
  #count = 0;
  readonly #path: string;
  readonly #show: (line: string) => void;
  readonly #file: WriteStream | null;

  /**
   * @param path the file that is loaded, as the user named it
   * @param file where all of them go: line number, why, the row itself, separated by tabs
   * @param show takes a line for the user
   * @throws the file system's error where the file cannot be written
   */
  static async open(path: string, file: string | null, show: (line: string) => void): Promise<Faults> {
    if (file === null) return new Faults(path, null, show);
    const stream = createWriteStream(file, { flags: 'w' });
    await once(stream, 'open');
    stream.write('line\twhy\trow\n');
    return new Faults(path, stream, show);
  }

  constructor(path: string, file: WriteStream | null, show: (line: string) => void) {
    this.#path = path;
    this.#file = file;
    this.#show = show;
  }

  get count(): number {
    return this.#count;
  }

  async add(line: number, why: string, row = ''): Promise<void> {
    this.#count++;
    if (this.#count <= SHOWN) this.#show(`${this.#path}:${line}: ${why}`);
    else if (this.#count === SHOWN + 1)
      this.#show(
        `${this.#path}: further bad rows are ${this.#file === null ? 'only counted; --errors FILE keeps them' : 'in the errors file'}`,
      );
    if (this.#file !== null && !this.#file.write(`${line}\t${why}\t${row}\n`))
      await once(this.#file, 'drain');
  }

  async close(): Promise<void> {
    if (this.#file === null) return;
    this.#file.end();
    await once(this.#file, 'close');
  }
}
