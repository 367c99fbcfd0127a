import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Point, type Value } from '../../../../graph/model.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../../../graph/temporal.ts';
import { ByteReader, ByteWriter } from '../../../../server/store/embedded/bytes.ts';
import {
  readNode,
  readRelationship,
  readValue,
  writeNode,
  writeRelationship,
  writeValue,
} from '../../../../server/store/embedded/codec.ts';

const nanosOfDay = fc.integer({ min: 0, max: 86_399_999_999_999 });
const epochDay = fc.integer({ min: -365_243_219_162, max: 365_241_780_471 });
const offset = fc.integer({ min: -64_800, max: 64_800 });
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.boolean(),
  long,
  fc.bigInt({ min: -300n, max: 300n }),
  fc.double(),
  fc.string({ unit: 'binary' }),
  // halves of surrogate pairs
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
  epochDay.map((day) => new LocalDate(day)),
  nanosOfDay.map((nanos) => new LocalTime(nanos)),
  fc.tuple(nanosOfDay, offset).map(([nanos, o]) => new OffsetTime(nanos, o)),
  fc.tuple(epochDay, nanosOfDay).map(([day, nanos]) => new LocalDateTime(day, nanos)),
  fc
    .tuple(epochDay, nanosOfDay, offset, fc.constantFrom(null, 'Europe/Moscow'))
    .map((parts) => new DateTime(...parts)),
  fc.tuple(long, long, long, fc.integer({ min: 0, max: 999_999_999 })).map((parts) => new Duration(...parts)),
  fc
    .tuple(fc.constantFrom(4326, 9157), fc.double(), fc.double(), fc.option(fc.double()))
    .map((parts) => new Point(...parts)),
);
const value = fc.oneof(scalar, fc.array(scalar));

function throughBytes(written: Value): Value {
  const out = new ByteWriter();
  writeValue(out, written);
  const from = new ByteReader(out.take());
  const read = readValue(from);
  from.expectEnd();
  return read;
}

describe('the codec', () => {
  it('gives back every value that can be stored', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(throughBytes(written)).toEqual(written);
      }),
    );
  });

  it('keeps the ends of each kind of number', () => {
    for (const written of [
      2n ** 53n - 1n,
      2n ** 53n,
      -(2n ** 53n) + 1n,
      -(2n ** 53n),
      63n,
      64n,
      -64n,
      -0,
      NaN,
      Infinity,
    ]) {
      expect(throughBytes(written)).toEqual(written);
    }
  });

  it('gives back records, and takes fewer bytes than JSON', () => {
    const out = new ByteWriter();
    const node = { id: 7, labels: [0, 130], properties: [[3, 'russia'] as const] };
    writeNode(out, node);
    const bytes = out.take();
    expect(bytes.length).toBe(14);
    expect(readNode(7, new ByteReader(bytes))).toEqual(node);
    const relationship = {
      id: 70_000,
      type: 2,
      source: 300,
      target: 20_000,
      properties: [[0, new LocalDate(18_920)] as const],
    };
    writeRelationship(out, relationship);
    expect(readRelationship(70_000, new ByteReader(out.take()))).toEqual(relationship);
  });

  it('refuses bytes that are no record: cut short, too long, or with an unknown tag', () => {
    const out = new ByteWriter();
    writeNode(out, { id: 0, labels: [1], properties: [[0, 'Moscow']] });
    const bytes = out.take();
    for (let length = 0; length < bytes.length; length++) {
      expect(() => readNode(0, new ByteReader(bytes.subarray(0, length)))).toThrow(RangeError);
    }
    expect(() => readNode(0, new ByteReader(Buffer.concat([bytes, Buffer.of(0)])))).toThrow(RangeError);
    expect(() => readValue(new ByteReader(Buffer.of(200)))).toThrow(RangeError);
  });

  it('refuses what cannot be stored', () => {
    expect(() => throughBytes(new Map())).toThrow(TypeError);
  });
});
