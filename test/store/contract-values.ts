import { Point, SRID, type Value } from '../../graph/model.ts';
import { DateTime, Duration, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../../graph/temporal.ts';

export interface ContractValue {
  readonly title: string;
  readonly value: Value;
  /** Cypher that makes it. */
  readonly cypher: string;
  /** Whether it may be a property. */
  readonly storable: boolean;
}

const TEN = 36_000_000_000_000;
const DAY = 18_920; // 2021-10-20

const values: readonly (readonly [string, Value, string])[] = [
  ['booleans', true, 'true'],
  ['integers', 42n, '42'],
  ['the largest integer', 9_223_372_036_854_775_807n, '9223372036854775807'],
  ['the smallest integer', -9_223_372_036_854_775_808n, '-9223372036854775807 - 1'],
  ['integers beyond 2^53', 9_007_199_254_740_993n, '9007199254740993'],
  ['whole floats', 1, '1.0'],
  ['floats', 0.1, '0.1'],
  ['the negative zero', -0, '-0.0'],
  ['large floats', 1.7976931348623157e308, '1.7976931348623157e308'],
  ['not a number', Number.NaN, '0.0 / 0.0'],
  ['infinity', -Infinity, '-1.0 / 0.0'],
  ['strings', 'Ünïcödé "😀" \u{1F1F7}\u{1F1FA} \n\t', '"Ünïcödé \\"😀\\" \u{1F1F7}\u{1F1FA} \\n\\t"'],
  ['the empty string', '', '""'],
  ['dates', new LocalDate(DAY), 'date("2021-10-20")'],
  ['dates before the epoch', LocalDate.of(-44, 3, 15), 'date("-0044-03-15")'],
  ['local times', new LocalTime(TEN + 1), 'localtime("10:00:00.000000001")'],
  ['times', new OffsetTime(TEN, -12_600), 'time("10:00-03:30")'],
  ['local datetimes', new LocalDateTime(DAY, TEN), 'localdatetime("2021-10-20T10:00")'],
  ['datetimes with an offset', new DateTime(DAY, TEN, 10_800), 'datetime("2021-10-20T10:00+03:00")'],
  [
    'datetimes in a zone',
    new DateTime(DAY, TEN, 10_800, 'Europe/Moscow'),
    'datetime("2021-10-20T10:00[Europe/Moscow]")',
  ],
  [
    'datetimes in the hour that comes twice, the second time',
    new DateTime(18_931, 9_000_000_000_000, 3600, 'Europe/Paris'),
    'datetime("2021-10-31T02:30+01:00[Europe/Paris]")',
  ],
  ['durations', new Duration(14n, 3n, 14_706n, 7_000_000), 'duration("P1Y2M3DT4H5M6.007S")'],
  ['negative durations', new Duration(-1n, 2n, -2n, 500_000_000), 'duration("P-1M2DT-1.5S")'],
  ['points', new Point(SRID.cartesian, 1.5, -2), 'point({x: 1.5, y: -2})'],
  ['points in space', new Point(SRID.cartesian3d, 1, 2, 3), 'point({x: 1, y: 2, z: 3})'],
  ['places', new Point(SRID.wgs84, 37.6173, 55.7558), 'point({longitude: 37.6173, latitude: 55.7558})'],
  [
    'places with a height',
    new Point(SRID.wgs84_3d, 37, 55, 156.5),
    'point({longitude: 37, latitude: 55, height: 156.5})',
  ],
  ['lists', [1n, 2n, 3n], '[1, 2, 3]'],
  ['lists of dates', [new LocalDate(DAY)], '[date("2021-10-20")]'],
  ['the empty list', [], '[]'],
];

const unstorable: readonly (readonly [string, Value, string])[] = [
  ['nulls', null, 'null'],
  ['lists of lists', [[1n], [], [null, 'a', 1]], '[[1], [], [null, "a", 1.0]]'],
  [
    'maps',
    new Map<string, Value>([
      ['a', 1n],
      ['b c', new Map([['d', [1]]])],
    ]),
    '{a: 1, `b c`: {d: [1.0]}}',
  ],
  ['the empty map', new Map(), '{}'],
];

const rows = (list: typeof values, storable: boolean): ContractValue[] =>
  list.map(([title, value, cypher]) => ({ title, value, cypher, storable }));

export const VALUES: readonly ContractValue[] = [...rows(values, true), ...rows(unstorable, false)];
