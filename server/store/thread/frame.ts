/**
 * Values on their way between threads. A frame is bytes, which are transferred, and one text with all strings one after
 * another, which costs a copy of memory: the receiver cuts them out by their lengths. Integers are as long as
 * they need to be; names (labels, types, keys) are written once a frame.
 *
 * @see docs/decisions/2026-11-engine-thread.md for what was measured
 */

export interface Frame {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

/** What a value begins with. */
export const TAG = {
  null: 0,
  false: 1,
  true: 2,
  /** Between ±2^53. */
  integer: 3,
  /** All other 64-bit integers. */
  longInteger: 4,
  float: 5,
  string: 6,
  bytes: 7,
  list: 8,
  map: 9,
  node: 10,
  relationship: 11,
  /** Nodes and relationships in turn. */
  path: 12,
  date: 13,
  localTime: 14,
  time: 15,
  localDateTime: 16,
  dateTime: 17,
  duration: 18,
  point: 19,
} as const;

const FIRST_BYTES = 16_384;

export class FrameWriter {
  #bytes = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;
  #text = '';
  readonly #names = new Map<string, number>();

  /** What it holds, in bytes and UTF-16 units. */
  get size(): number {
    return this.#at + this.#text.length;
  }

  /** What was written; the writer is empty again. */
  take(): Frame {
    const frame = { bytes: this.#bytes.slice(0, this.#at), text: this.#text };
    this.#at = 0;
    this.#text = '';
    this.#names.clear();
    return frame;
  }

  #ensure(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#at + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  byte(value: number): void {
    this.#ensure(1);
    this.#bytes[this.#at++] = value;
  }

  /** From 0 to 2^53: seven bits a byte, the lowest first. */
  unsigned(value: number): void {
    this.#ensure(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#at++] = rest;
  }

  /** Between ±2^53: the lowest six bits with the sign and whether more follows, then the rest. */
  signed(value: number): void {
    this.#ensure(1);
    const magnitude = Math.abs(value);
    const rest = Math.floor(magnitude / 0x40);
    this.#bytes[this.#at++] = ((magnitude % 0x40) << 2) | (value < 0 ? 2 : 0) | (rest > 0 ? 1 : 0);
    if (rest > 0) this.unsigned(rest);
  }

  long(value: bigint): void {
    this.#ensure(8);
    this.#view.setBigInt64(this.#at, value, true);
    this.#at += 8;
  }

  float(value: number): void {
    this.#ensure(8);
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
  }

  string(value: string): void {
    this.unsigned(value.length);
    this.#text += value;
  }

  /** A string that is likely to be there already. */
  name(value: string): void {
    const known = this.#names.get(value);
    this.unsigned(known ?? this.#names.size);
    if (known !== undefined) return;
    this.#names.set(value, this.#names.size);
    this.string(value);
  }

  bytes(value: Uint8Array): void {
    this.unsigned(value.length);
    this.#ensure(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }
}

/** Reads what a {@link FrameWriter} of this program wrote. */
export class FrameReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #text: string;
  #at = 0;
  #textAt = 0;
  readonly #names: string[] = [];

  constructor({ bytes, text }: Frame) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#view.getUint8(this.#at++);
  }

  unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  signed(): number {
    const first = this.byte();
    const magnitude = (first >> 2) + ((first & 1) === 0 ? 0 : this.unsigned() * 0x40);
    return (first & 2) === 0 ? magnitude : -magnitude;
  }

  long(): bigint {
    const value = this.#view.getBigInt64(this.#at, true);
    this.#at += 8;
    return value;
  }

  float(): number {
    const value = this.#view.getFloat64(this.#at, true);
    this.#at += 8;
    return value;
  }

  string(): string {
    const from = this.#textAt;
    this.#textAt += this.unsigned();
    return this.#text.slice(from, this.#textAt);
  }

  name(): string {
    const index = this.unsigned();
    if (index === this.#names.length) this.#names.push(this.string());
    return this.#names[index] as string;
  }

  bytes(): Uint8Array {
    const length = this.unsigned();
    return this.#bytes.slice(this.#at, (this.#at += length));
  }
}
