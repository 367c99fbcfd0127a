/**
 * The graph that random statements run on: small, so that they end soon, and with what surprises: a self-loop, parallel
 * and opposite relationships, a circle, isolated nodes, no label, several labels, keys that are missing, one key
 * (`mixed`) with a value of another type on every node.
 */
import type { Type } from './types.ts';

export const GRAPH = `
CREATE (a1:A {id: 'a1', name: 'Ada', n: 1, x: 0.5, flag: true, tags: ['x', 'y'], nums: [1, 2, 3], mixed: 7,
    day: date('2024-02-29'), at: datetime('2024-02-29T12:30:00+02:00'), span: duration('P1M2DT3H'), place: point({x: 1, y: 2})}),
  (a2:A {id: 'a2', name: 'Bob', n: 2, x: -1.25, flag: false, tags: [], nums: [3, 1], mixed: 'seven',
    lt: localtime('10:15:30.5'), zt: time('10:15+01:00'), ldt: localdatetime('1969-12-31T23:59:59')}),
  (a3:A:B {id: 'a3', name: 'ada', n: 2, x: 3.0, mixed: true, day: date('1999-12-31'), place: point({longitude: 12.5, latitude: 55.7})}),
  (b1:B {id: 'b1', name: 'Zoë', n: -3, flag: true, nums: [], mixed: 2.5, at: datetime('2000-01-01T00:00:00[Europe/Paris]')}),
  (b2:B {id: 'b2', n: 10, x: 100.75, tags: ['y'], mixed: ['l', 'i'], span: duration('PT-90M'), lt: localtime('23:59')}),
  (b3:B:C {id: 'b3', name: '', flag: false, mixed: date('2024-01-31'), ldt: localdatetime('2024-03-31T02:30')}),
  (c1:C {id: 'c1', name: 'naïve 🙂', n: 0, x: 0.0, tags: ['x', 'z', 'x'], nums: [5]}),
  (c2:C {id: 'c2', n: 2, flag: true, mixed: point({x: 0, y: 0, z: 1}), zt: time('23:00-05:00')}),
  (d1 {id: 'd1', name: 'Bob', x: 2.5, mixed: duration('P1D'), day: date('2024-02-29')}),
  (d2 {id: 'd2'}),
  (a1)-[:R {id: 'r1', w: 1, note: 'one', since: date('2020-01-01')}]->(a2),
  (a1)-[:R {id: 'r2', w: 2, mixed: 'm'}]->(a2),
  (a2)-[:R {id: 'r3', w: 3, note: 'back'}]->(a1),
  (a2)-[:S {id: 's1', w: 1, ratio: 0.25}]->(a3),
  (a3)-[:S {id: 's2', mixed: 4}]->(b1),
  (b1)-[:R {id: 'r4', w: 5, since: date('2021-06-15')}]->(a1),
  (b1)-[:T {id: 't1', note: ''}]->(b2),
  (b2)-[:T {id: 't2', w: -1, ratio: 1.5}]->(b3),
  (b2)-[:S {id: 's3', w: 2}]->(c1),
  (c1)-[:R {id: 'r5', note: 'loop', w: 0}]->(c1),
  (c1)-[:T {id: 't3', mixed: [1, 2]}]->(a1),
  (b3)-[:S {id: 's4', w: 4}]->(d1),
  (d1)-[:R {id: 'r6'}]->(c1)`;

/** The parameters as Cypher, so that every store makes them itself. */
export const PARAMETER_TEXTS: Readonly<Record<string, string>> = {
  one: '1',
  none: 'null',
  limit: '2',
  word: "'Bob'",
  yes: 'true',
  half: '0.5',
  numbers: '[1, 2, 2, null]',
  words: "['x', 'Ada']",
  bag: "{a: 1, b: 'two', c: [3], d: null}",
  props: "{n: 5, name: 'New'}",
  rows: "[{k: 1, s: 'a'}, {k: 2, s: 'b'}, {k: null}]",
  day: "date('2024-02-29')",
  at: "datetime('2024-02-29T12:00:00[Europe/Paris]')",
  span: "duration('P1DT1H')",
  place: 'point({x: 3, y: 4})',
  big: '9007199254740993',
  anything: "[1, 'a', true, null, 2.5]",
};

/** A map of them all. */
export const PARAMETERS = `{${Object.entries(PARAMETER_TEXTS)
  .map(([name, text]) => `${name}: ${text}`)
  .join(', ')}}`;

/** What a parameter may stand for. */
export const PARAMETER_TYPES: readonly (readonly [name: string, type: Type])[] = [
  ['one', 'INTEGER'],
  ['big', 'INTEGER'],
  ['word', 'STRING'],
  ['yes', 'BOOLEAN'],
  ['half', 'FLOAT'],
  ['numbers', 'LIST<INTEGER>'],
  ['words', 'LIST<STRING>'],
  ['anything', 'LIST<ANY>'],
  ['bag', 'MAP'],
  ['rows', 'LIST<MAP>'],
  ['day', 'DATE'],
  ['at', 'ZONED DATETIME'],
  ['span', 'DURATION'],
  ['place', 'POINT'],
  ['none', 'ANY'],
];

type Keys = Readonly<Record<string, Type>>;
/** The keys of nodes; {@link WRITTEN_KEYS} are for writing. */
export const NODE_KEYS: Keys = {
  id: 'STRING',
  n: 'INTEGER',
  name: 'STRING',
  x: 'FLOAT',
  flag: 'BOOLEAN',
  tags: 'LIST<STRING>',
  nums: 'LIST<INTEGER>',
  mixed: 'ANY',
  day: 'DATE',
  lt: 'LOCAL TIME',
  zt: 'ZONED TIME',
  ldt: 'LOCAL DATETIME',
  at: 'ZONED DATETIME',
  span: 'DURATION',
  place: 'POINT',
};
export const RELATIONSHIP_KEYS: Keys = {
  id: 'STRING',
  w: 'INTEGER',
  note: 'STRING',
  ratio: 'FLOAT',
  mixed: 'ANY',
  since: 'DATE',
};
export const LABELS = ['A', 'B', 'C', 'Nope'] as const;
export const TYPES = ['R', 'S', 'T', 'NOPE'] as const;
/** Keys that no element of the graph has; one statement writes each by one variable, so that no row overwrites another's. */
export const WRITTEN_KEYS: Keys = { w1: 'INTEGER', w2: 'STRING', w3: 'BOOLEAN' };
