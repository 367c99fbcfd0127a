/** The lines of a text file, compressed by gzip or not, in bounded memory; what cannot be read is told, not skipped in silence. */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** A line, counted from 1, or why it is none. A fault with `last` ends the file. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly why: string; readonly last?: boolean };

/** Small, so that what a chunk unpacks to (at most a thousandfold) stays bounded too. */
const CHUNK_BYTES = 16 * 1024;
const LONGEST_LINE_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/** The bytes of a file, in chunks that are small enough. @throws the file system's error where it cannot be opened or read */
export const fileBytes = (path: string): AsyncIterable<Buffer> =>
  createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>;

/**
 * Gives lines in batches, as they come.
 *
 * @param bytes of a text file, in chunks of any size
 * @param onRead told the bytes that were read so far, for progress
 * @throws what `bytes` throws
 */
export async function* readLines(
  bytes: AsyncIterable<Buffer>,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Line[]> {
  let bytesRead = 0;
  const chunks = (async function* () {
    for await (const whole of bytes)
      for (let start = 0; start < whole.length; start += CHUNK_BYTES) {
        const chunk = whole.subarray(start, start + CHUNK_BYTES);
        bytesRead += chunk.length;
        onRead(bytesRead);
        yield chunk;
      }
  })();

  const splitter = new LineSplitter();
  try {
    for await (const chunk of unpacked(chunks)) {
      const lines = splitter.push(chunk);
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    if (!(error instanceof BrokenGzip)) throw error;
    // The line in which it breaks off is not whole, so it is not given as a line.
    yield [{ number: splitter.nextNumber, why: error.message, last: true }];
    return;
  }
  const rest = splitter.end();
  if (rest.length > 0) yield rest;
}

class BrokenGzip extends Error {
  override readonly name = 'BrokenGzip';
}

/** Unpacks what begins as gzip does, whatever the file is called. */
async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let gunzip: ReturnType<typeof createGunzip> | null = null;
  let failure: Error | null = null;
  let out: Buffer[] = [];
  let first = true;
  const step = (act: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      gunzip?.once('error', () => resolve());
      act(resolve);
    });
  for await (const chunk of chunks) {
    if (first && chunk[0] === 0x1f && chunk[1] === 0x8b) {
      gunzip = createGunzip();
      gunzip.on('data', (part: Buffer) => out.push(part));
      gunzip.on('error', (error) => (failure = error));
      gunzip.setMaxListeners(0);
    }
    first = false;
    if (gunzip === null) {
      yield chunk;
      continue;
    }
    const target = gunzip;
    await step((done) => target.write(chunk, () => done()));
    yield* out;
    out = [];
    if (failure !== null) throw broken(failure);
  }
  if (gunzip === null) return;
  const target = gunzip;
  await step((done) => target.end().once('end', done));
  yield* out;
  if (failure !== null) throw broken(failure);
}

const broken = (failure: Error): BrokenGzip =>
  new BrokenGzip(`the compressed file is damaged or broken off here (${failure.message})`, {
    cause: failure,
  });

/** Cuts bytes at newlines; a character that a chunk's end cuts in two is whole again in its line. */
class LineSplitter {
  nextNumber = 1;
  #held: Buffer[] = [];
  #heldBytes = 0;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#hold(chunk.subarray(start, end));
      lines.push(this.#take());
      start = end + 1;
    }
    this.#hold(chunk.subarray(start));
    return lines;
  }

  end(): Line[] {
    return this.#heldBytes > 0 ? [this.#take()] : [];
  }

  #hold(bytes: Buffer): void {
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > LONGEST_LINE_BYTES) this.#held = [];
    else if (bytes.length > 0) this.#held.push(bytes);
  }

  #take(): Line {
    const number = this.nextNumber++;
    const tooLong = this.#heldBytes > LONGEST_LINE_BYTES;
    const bytes = this.#held.length === 1 ? this.#held[0] : Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    if (tooLong) return { number, why: 'the line is longer than 1 MB' };
    try {
      return { number, text: this.#decoder.decode(bytes).replace(/\r$/, '') };
    } catch {
      return { number, why: 'the line is not UTF-8' };
    }
  }
}
