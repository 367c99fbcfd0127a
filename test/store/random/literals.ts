/** Values written out, those of each type that surprise among them. */
import type { Generation } from './generation.ts';
import { isBag, isList, itemOf, type Scalar, type Type } from './types.ts';

const ZONES = ['Z', '+02:00', '-05:30'];
const LITERALS: Readonly<Record<Scalar, readonly string[]>> = {
  INTEGER: ['1', '2', '0', '3', '-1', '5', '10', '-7', '0x1F', '1000000'],
  FLOAT: ['0.5', '1.0', '-1.25', '0.0', '2.0', '1e3', '.25', '-0.0', '3.999'],
  STRING: ["'a'", "''", "'Ada'", "'Bob'", "'x'", "'Zoë'", "' pad '", "'a,b'", "'12'", "'🙂n'", `"quo'te"`],
  BOOLEAN: ['true', 'false'],
  DATE: [
    "date('2024-02-29')",
    "date('1999-12-31')",
    'date({year: 2020, week: 53})',
    "date('20240131')",
    "date('2024-060')",
  ],
  'LOCAL TIME': [
    "localtime('10:15:30.5')",
    "localtime('00:00')",
    'localtime({hour: 23, minute: 59, second: 59, nanosecond: 1})',
  ],
  'ZONED TIME': ZONES.map((zone) => `time('10:15${zone}')`),
  'LOCAL DATETIME': ["localdatetime('2024-03-31T02:30')", "localdatetime('1969-12-31T23:59:59.999')"],
  'ZONED DATETIME': [
    "datetime('2024-02-29T12:30:00Z')",
    "datetime('2024-03-31T03:30[Europe/Paris]')",
    "datetime('2000-01-01T00:00:00-05:00')",
    'datetime({epochSeconds: -1, nanosecond: 5})',
  ],
  DURATION: [
    "duration('P1D')",
    "duration('P1M2DT3H4.5S')",
    "duration('-PT90M')",
    'duration({months: 1.5, days: 2})',
    "duration('PT0S')",
  ],
  POINT: [
    'point({x: 1, y: 2})',
    'point({x: 0, y: 0, z: 1})',
    'point({longitude: 12.5, latitude: 55.7})',
    "point({x: 3.5, y: -4, crs: 'cartesian'})",
  ],
};
const MAPS = ["{a: 1, b: 'two'}", '{}', '{a: null, c: [1]}', '{a: {b: 2}}', '{`odd key`: true}'];

export function literal(g: Generation, type: Type): string {
  const { choices } = g;
  if (isList(type) || isBag(type)) {
    const length = choices.weighted([
      [3, 1],
      [4, 2],
      [3, 3],
      [1, 0],
    ]);
    return `[${Array.from({ length }, () => (choices.chance(8) ? 'null' : literal(g, itemOf(type)))).join(', ')}]`;
  }
  if (type === 'MAP') return choices.pick(MAPS);
  if (type === 'ANY')
    return literal(g, choices.pick(['INTEGER', 'STRING', 'BOOLEAN', 'FLOAT', 'DATE', 'MAP'] as const));
  return choices.pick(LITERALS[type as Scalar]);
}

/** Types that can be written out. */
export const isWritable = (type: Type): boolean =>
  isList(type) || isBag(type)
    ? isWritable(itemOf(type))
    : type === 'MAP' || type === 'ANY' || type in LITERALS;
