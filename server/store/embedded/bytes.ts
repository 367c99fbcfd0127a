/** Writing and reading the few shapes of which records are made. */

/** Memory for more is given back. */
const LARGEST_KEPT = 16 * 1024 * 1024;

export class ByteWriter {
  // memory of its own, so that the buffer begins where that begins
  #buffer = Buffer.allocUnsafeSlow(1024);
  #at = 0;

  /** How many bytes were written. */
  get length(): number {
    return this.#at;
  }

  /** What was written, and room behind it, until more is written. */
  get buffer(): Buffer {
    return this.#buffer;
  }

  clear(): void {
    this.#at = 0;
    if (this.#buffer.length > LARGEST_KEPT) this.#buffer = Buffer.allocUnsafeSlow(1024);
  }

  /** A copy of what was written; the writer is empty again. */
  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    return taken;
  }

  #ensure(more: number): void {
    if (this.#at + more <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#at + more, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, this.#at);
    this.#buffer = grown;
  }

  byte(value: number): void {
    this.#ensure(1);
    this.#buffer[this.#at++] = value;
  }

  /** An integer from 0 to 2^54: 1 to 8 bytes. */
  unsigned(value: number): void {
    this.#ensure(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#buffer[this.#at++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#buffer[this.#at++] = rest;
  }

  /** An integer between ±2^53: the lowest six bits with the sign and whether more follows, then the rest. */
  signed(value: number): void {
    this.#ensure(1);
    const magnitude = Math.abs(value);
    const sign = value < 0 ? 1 : 0;
    const low = magnitude % 0x40;
    const high = Math.floor(magnitude / 0x40);
    this.#buffer[this.#at++] = (low << 2) | (sign << 1) | (high > 0 ? 1 : 0);
    if (high > 0) this.unsigned(high);
  }

  /** 64 bits. */
  long(value: bigint): void {
    this.#ensure(8);
    this.#at = this.#buffer.writeBigInt64LE(value, this.#at);
  }

  float(value: number): void {
    this.#ensure(8);
    this.#at = this.#buffer.writeDoubleLE(value, this.#at);
  }

  /** Their number, then the bytes. */
  bytes(value: Uint8Array): void {
    this.unsigned(value.length);
    this.raw(value);
  }

  raw(value: Uint8Array): void {
    this.#ensure(value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }
}

/** @throws RangeError where the bytes end too early */
export class ByteReader {
  #buffer: Buffer;
  #at = 0;
  #end: number;

  constructor(buffer: Buffer = Buffer.alloc(0)) {
    this.#buffer = buffer;
    this.#end = buffer.length;
  }

  /** Begins with another record. Where its `length` was set, that holds, not how much memory is behind it. */
  reset(buffer: Buffer): void {
    this.#buffer = buffer;
    this.#at = 0;
    this.#end = buffer.length;
  }

  byte(): number {
    if (this.#at >= this.#end) throw new RangeError('The record ends too early.');
    return this.#buffer[this.#at++]!;
  }

  unsigned(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
      if (scale > Number.MAX_SAFE_INTEGER) throw new RangeError('A number is too long.');
    }
  }

  signed(): number {
    const first = this.byte();
    const magnitude = (first >> 2) + ((first & 1) === 0 ? 0 : this.unsigned() * 0x40);
    return (first & 2) === 0 ? magnitude : -magnitude;
  }

  long(): bigint {
    this.#expect(8);
    const value = this.#buffer.readBigInt64LE(this.#at);
    this.#at += 8;
    return value;
  }

  float(): number {
    this.#expect(8);
    const value = this.#buffer.readDoubleLE(this.#at);
    this.#at += 8;
    return value;
  }

  /** A length of things that take a byte each at least. */
  count(): number {
    const count = this.unsigned();
    this.#expect(count);
    return count;
  }

  bytes(): Uint8Array {
    const length = this.count();
    return Uint8Array.from(this.#buffer.subarray(this.#at, (this.#at += length)));
  }

  text(encoding: 'utf8' | 'utf16le'): string {
    const length = this.count();
    return this.#buffer.toString(encoding, this.#at, (this.#at += length));
  }

  /** Everything that is left. */
  rest(encoding: 'utf8'): string {
    return this.#buffer.toString(encoding, this.#at, (this.#at = this.#end));
  }

  expectEnd(): void {
    if (this.#at !== this.#end) throw new RangeError('The record is too long.');
  }

  #expect(length: number): void {
    if (this.#at + length > this.#end) throw new RangeError('The record ends too early.');
  }
}
