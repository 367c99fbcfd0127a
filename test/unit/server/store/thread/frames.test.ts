import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Node, Path, Relationship } from '../../../../../graph/model.ts';
import type { Value } from '../../../../../graph/model.ts';
import { readFrame, RowsReader } from '../../../../../server/store/thread/read-rows.ts';
import { RowsWriter, writeFrame } from '../../../../../server/store/thread/write-rows.ts';
import { scalar } from '../arbitrary-values.ts';

const name = fc.string({ unit: 'binary', maxLength: 8 });
const properties = fc
  .array(fc.tuple(name, fc.oneof(scalar, fc.array(scalar))))
  .map((pairs) => new Map(pairs));
const node = fc.tuple(name, fc.array(name), properties).map((parts) => new Node(...parts));
const relationship = fc.tuple(name, name, name, name, properties).map((parts) => new Relationship(...parts));
const path = fc.tuple(node, fc.array(fc.tuple(relationship, node), { maxLength: 3 })).map(
  ([first, steps]) =>
    new Path(
      [first, ...steps.map(([, next]) => next)],
      steps.map(([step]) => step),
    ),
);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.constant(null),
    node,
    relationship,
    path,
    fc.array(tie('value')),
    fc.array(fc.tuple(name, tie('value'))).map((pairs) => new Map(pairs)),
  ),
}));

function throughFrames(batches: readonly (readonly Value[][])[]): { rows: Value[][]; frames: number } {
  const writer = new RowsWriter();
  const frames = [...batches.flatMap((rows) => writer.rows(rows)), ...writer.rest()];
  const reader = new RowsReader();
  return { rows: frames.flatMap((frame) => reader.read(frame)), frames: frames.length };
}

describe('values on their way between threads', () => {
  it('arrive as they were, as rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.array(value, { maxLength: 3 }), { maxLength: 3 }), { maxLength: 3 }),
        (batches) => {
          expect(throughFrames(batches).rows).toStrictEqual(batches.flat());
        },
      ),
    );
  });

  it('arrive as they were, alone', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(readFrame(writeFrame(written))).toStrictEqual(written);
      }),
    );
  });

  it('are cut into frames wherever they are large', () => {
    const numbers = Array.from({ length: 300_000 }, (_, i) => BigInt(i) ** 3n);
    const rows = [
      [1n, new Map([['a', numbers]]), 'end'],
      [[[numbers.map(String)]], null, -0],
    ];
    const through = throughFrames([rows]);
    expect(through.rows).toStrictEqual(rows);
    expect(through.frames).toBeGreaterThan(20);
  });

  it('keep the ends of each kind of number', () => {
    const rows = [
      2n ** 53n - 1n,
      2n ** 53n,
      -(2n ** 53n) + 1n,
      -(2n ** 53n),
      2n ** 63n - 1n,
      -(2n ** 63n),
      -0,
      NaN,
      Infinity,
    ].map((number) => [number]);
    expect(throughFrames([rows]).rows).toStrictEqual(rows);
  });

  it('stop where the one who waits has gone', () => {
    const writer = new RowsWriter(() => {
      throw new Error('gone');
    });
    expect(() => writer.rows([[Array.from({ length: 5000 }, () => 1n)]])).toThrow('gone');
  });
});
