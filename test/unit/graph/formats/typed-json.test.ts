import { describe, expect, it } from 'vitest';
import { encodePlain } from '../../../../graph/formats/plain-json.ts';
import {
  decodeProperties,
  decodeTyped,
  decodeTypedParameter,
  encodeTyped,
  typedBeside,
  TypedJsonError,
} from '../../../../graph/formats/typed-json.ts';
import { Node, Path, Point, Relationship, SRID, type Value } from '../../../../graph/model.ts';
import {
  DateTime,
  Duration,
  LocalDate,
  LocalDateTime,
  LocalTime,
  OffsetTime,
} from '../../../../graph/temporal.ts';

const TEN = 36_000_000_000_000;
const DAY = 18_920; // 2021-10-20
const russia = new Node('4:x:0', ['Actor', 'State'], new Map<string, Value>([['name', 'Russia']]));
const talks = new Node('4:x:1', ['Event'], new Map());
const hosted = new Relationship('5:x:0', '4:x:0', '4:x:1', 'HOSTED', new Map([['weight', 1]]));

/** As Neo4j 2026.08.1 wrote each of them. */
const TABLE: readonly (readonly [Value, string, unknown])[] = [
  [null, 'Null', null],
  [true, 'Boolean', true],
  [false, 'Boolean', false],
  [9_223_372_036_854_775_807n, 'Integer', '9223372036854775807'],
  [1, 'Float', '1.0'],
  [1e300, 'Float', '1.0E300'],
  [1e-7, 'Float', '1.0E-7'],
  [123_456_789, 'Float', '1.23456789E8'],
  [-0, 'Float', '-0.0'],
  [Number.NaN, 'Float', 'NaN'],
  [-Infinity, 'Float', '-Infinity'],
  ['a"\u0001é😀', 'String', 'a"\u0001é😀'],
  [Uint8Array.of(1, 2, 255), 'Base64', 'AQL/'],
  [new LocalDate(DAY), 'Date', '2021-10-20'],
  [LocalDate.of(12_345, 1, 1), 'Date', '+12345-01-01'],
  [new OffsetTime(TEN + 500_000_000, 10_800), 'Time', '10:00:00.5+03:00'],
  [new OffsetTime(TEN, 0), 'Time', '10:00:00Z'],
  [new LocalTime(TEN), 'LocalTime', '10:00:00'],
  [new LocalDateTime(DAY, TEN + 1), 'LocalDateTime', '2021-10-20T10:00:00.000000001'],
  [new DateTime(DAY, TEN, 10_800), 'OffsetDateTime', '2021-10-20T10:00:00+03:00'],
  [
    new DateTime(DAY, TEN, 10_800, 'Europe/Moscow'),
    'ZonedDateTime',
    '2021-10-20T10:00:00+03:00[Europe/Moscow]',
  ],
  [new Duration(14n, 3n, 14_706n, 7_000_000), 'Duration', 'P1Y2M3DT4H5M6.007S'],
  [new Duration(0n, 0n, -2n, 500_000_000), 'Duration', 'PT-1.5S'],
  [new Duration(0n, 0n, 0n, 0), 'Duration', 'PT0S'],
  [new Point(SRID.cartesian, 1, 2), 'Point', 'SRID=7203;POINT (1.0 2.0)'],
  [new Point(SRID.wgs84_3d, 1, 2, 3.25), 'Point', 'SRID=4979;POINT Z (1.0 2.0 3.25)'],
  [
    [1n, [null]],
    'List',
    [
      { $type: 'Integer', _value: '1' },
      { $type: 'List', _value: [{ $type: 'Null', _value: null }] },
    ],
  ],
  [new Map([['__proto__', 1n]]), 'Map', JSON.parse('{"__proto__":{"$type":"Integer","_value":"1"}}')],
];

const NODE = {
  $type: 'Node',
  _value: {
    _element_id: '4:x:0',
    _labels: ['Actor', 'State'],
    _properties: { name: { $type: 'String', _value: 'Russia' } },
  },
};
const RELATIONSHIP = {
  $type: 'Relationship',
  _value: {
    _element_id: '5:x:0',
    _start_node_element_id: '4:x:0',
    _end_node_element_id: '4:x:1',
    _type: 'HOSTED',
    _properties: { weight: { $type: 'Float', _value: '1.0' } },
  },
};
const OTHER = { $type: 'Node', _value: { _element_id: '4:x:1', _labels: ['Event'], _properties: {} } };

describe('typed JSON', () => {
  it.each(TABLE)('writes %s as a %s', (value, $type, _value) => {
    expect(encodeTyped(value)).toEqual({ $type, _value });
  });

  it.each(TABLE)('reads %s from a %s, through JSON text', (value, $type, _value) => {
    expect(decodeTyped(JSON.parse(JSON.stringify({ $type, _value })))).toStrictEqual(value);
  });

  it('writes and reads nodes, relationships and paths', () => {
    expect([russia, hosted, new Path([russia, talks], [hosted])].map(encodeTyped)).toEqual([
      NODE,
      RELATIONSHIP,
      { $type: 'Path', _value: [NODE, RELATIONSHIP, OTHER] },
    ]);
    expect(decodeTyped(NODE)).toStrictEqual(russia);
    expect(decodeTyped(RELATIONSHIP)).toStrictEqual(hosted);
    expect(decodeTyped({ $type: 'Path', _value: [NODE, RELATIONSHIP, OTHER] })).toStrictEqual(
      new Path([russia, talks], [hosted]),
    );
  });

  it('takes bare numbers and null as parameters, as Neo4j does', () => {
    expect(decodeTypedParameter({ $type: 'Integer', _value: 1 })).toBe(1n);
    expect(decodeTypedParameter({ $type: 'Float', _value: 1.5 })).toBe(1.5);
    expect(decodeTypedParameter({ $type: 'Boolean', _value: 'true' })).toBe(true);
    expect(decodeTypedParameter(null)).toBe(null);
  });

  it.each([
    [5, '5 is not a typed value.'],
    [[1], '[1] is not a typed value.'],
    [{ k: 1 }, 'Type null is not supported.'],
    [{ $type: 'Nope', _value: '1' }, 'Type Nope is not supported.'],
    [NODE, 'Type Node is not supported.'],
    [{ $type: 'Integer', _value: '1.5' }, '1.5 is not a value of type Integer.'],
    [
      { $type: 'Integer', _value: '9223372036854775808' },
      '9223372036854775808 is not a value of type Integer.',
    ],
    [{ $type: 'Integer' }, 'nothing is not a value of type Integer.'],
    [{ $type: 'Date', _value: '2021-02-30' }, '2021-02-30 is not a value of type Date.'],
    [{ $type: 'Time', _value: '25:00:00Z' }, '25:00:00Z is not a value of type Time.'],
    [{ $type: 'Point', _value: 'POINT (1 2)' }, 'POINT (1 2) is not a value of type Point.'],
    [{ $type: 'ZonedDateTime', _value: 'nope' }, 'nope is not a value of type ZonedDateTime.'],
    [{ $type: 'Null', _value: 'x' }, 'x is not a value of type Null.'],
    [{ $type: 'List', _value: [1] }, '1 is not a typed value.'],
    [{ $type: 'String', _value: 'x', y: 1 }, 'x is not a value of type String.'],
  ])('refuses the parameter %j and says why', (json, message) => {
    expect(() => decodeTypedParameter(json)).toThrow(new TypedJsonError(message));
  });
});

describe('properties beside plain JSON', () => {
  it('come back as they were from plain JSON and what is beside it', () => {
    const properties = new Map<string, Value>(
      TABLE.filter(([value]) => !(value instanceof Map || value instanceof Node || value instanceof Path || value instanceof Relationship)).map(([value], index) => [`p${index}`, value]), // prettier-ignore
    );
    const plain = JSON.parse(encodePlain(properties)) as Record<string, unknown>;
    const beside = JSON.parse(JSON.stringify(typedBeside(properties))) as Record<string, unknown>;
    expect(decodeProperties(plain, beside)).toEqual(properties);
  });

  it('need nothing beside texts, truth values, small integers and fractions, and lists of them', () => {
    const properties = new Map<string, Value>([
      ['text', 'a'],
      ['yes', true],
      ['one', 1n],
      ['half', 0.5],
      ['list', [1n, -2n]],
    ]);
    expect(typedBeside(properties)).toBeUndefined();
    expect(decodeProperties({ text: 'a', yes: true, one: 1, half: 0.5, list: [1, -2] })).toEqual(properties);
  });
});
