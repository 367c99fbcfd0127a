import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../graph/model.ts';
import { LocalDate } from '../../../../graph/temporal.ts';
import { scalar } from './arbitrary-values.ts';
import { ByteReader, ByteWriter } from '../../../../server/store/embedded/bytes.ts';
import {
  readNode,
  readRelationship,
  readValue,
  writeNode,
  writeRelationship,
  writeValue,
} from '../../../../server/store/embedded/codec.ts';

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
