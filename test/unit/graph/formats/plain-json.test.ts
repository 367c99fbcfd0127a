import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePlain, encodePlain, PlainJsonError } from '../../../../graph/formats/plain-json.ts';
import { Node, Path, Point, Relationship, SRID, type Value } from '../../../../graph/model.ts';
import { DateTime, Duration, LocalDate } from '../../../../graph/temporal.ts';

const a = new Node('4:x:0', ['A'], new Map<string, Value>([['n', 1n]]));
const b = new Node('4:x:1', [], new Map());
const r = new Relationship('5:x:0', '4:x:0', '4:x:1', 'R', new Map([['y', 1]]));
const A = '{"elementId":"4:x:0","labels":["A"],"properties":{"n":1}}';
const B = '{"elementId":"4:x:1","labels":[],"properties":{}}';
const R =
  '{"elementId":"5:x:0","startNodeElementId":"4:x:0","endNodeElementId":"4:x:1","type":"R","properties":{"y":1.0}}';

describe('plain JSON', () => {
  it.each<[Value, string]>([
    [null, 'null'],
    [true, 'true'],
    [-9_223_372_036_854_775_808n, '-9223372036854775808'],
    [1, '1.0'],
    [1e21, '1.0E21'],
    [-0, '-0.0'],
    [Number.NaN, '"NaN"'],
    ['a"\n', '"a\\"\\n"'],
    [new Map<string, Value>([['k"', [1n, 2.5]]]), '{"k\\"":[1,2.5]}'],
    [new LocalDate(18_920), '"2021-10-20"'],
    [new DateTime(18_920, 0, 10_800, 'Europe/Moscow'), '"2021-10-20T00:00:00+03:00"'],
    [new Duration(0n, 7n, 0n, 0), '"P7D"'],
    [new Point(SRID.cartesian, 1, 2), '"SRID=7203;POINT (1.0 2.0)"'],
    [Uint8Array.of(1, 2, 3), '"AQID"'],
    [a, A],
    [r, R],
    [new Path([a, b], [r]), `[${A},${R},${B}]`],
  ])('writes %s as %s', (value, json) => {
    expect(encodePlain(value)).toBe(json);
  });

  it.each<[string, Value]>([
    ['9007199254740993', 9_007_199_254_740_993n],
    ['1.0', 1],
    ['1e2', 100],
    ['-0', 0n],
    ['-0.0', -0],
    [
      ' {"a" : [1, "1", "\\"2\\"", null, true], "__proto__": {}} ',
      new Map<string, Value>([
        ['a', [1n, '1', '"2"', null, true]],
        ['__proto__', new Map()],
      ]),
    ],
    ['"\\u0031 \\\\"', '1 \\'],
  ])('reads %s', (json, value) => {
    expect(decodePlain(json)).toStrictEqual(value);
  });

  it.each(['', '01', '1.', '.5', '-', '[1,]', '{1:2}', '"a', '1 2', 'NaN', '"\n"', '9223372036854775808'])(
    'refuses %j',
    (json) => {
      expect(() => decodePlain(json)).toThrow(PlainJsonError);
    },
  );

  it('reads all that it writes of JSON', () => {
    const json = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Value>(null, true, false),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
        fc.double({ noDefaultInfinity: true, noNaN: true }),
        fc.string({ unit: 'binary' }),
        fc.array(tie('value')),
        fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        expect(decodePlain(encodePlain(value))).toStrictEqual(value);
      }),
    );
  });
});
