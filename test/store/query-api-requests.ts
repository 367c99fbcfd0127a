/** What is asked of a real Neo4j and of ours: each case starts from an empty graph, in which `given` was run. */
export interface Step {
  readonly method?: string;
  /** Below `/db/{database}/query/v2`; `{tx}` is the id of the transaction that the step before told. */
  readonly path?: string;
  /** Instead of the store's own database. */
  readonly database?: string;
  readonly accept?: string;
  /** Default `application/json`; null for none. */
  readonly contentType?: string | null;
  /** An object is sent as JSON, a string as it is. */
  readonly body?: object | string;
}

export interface Case {
  readonly title: string;
  readonly given?: string;
  readonly steps: readonly Step[];
  /** Neo4j's own parsers disagree on where the fault is. */
  readonly placeAside?: boolean;
}

const V11 = 'application/vnd.neo4j.query.v1.1';
const V10 = 'application/vnd.neo4j.query.v1.0';
const LINES = 'application/jsonl';
const MEDIA = ['application/json', LINES, V10, V11, `${V10}+jsonl`, `${V11}+jsonl`];

const GRAPH = `CREATE (a:Actor:State {name: 'Russia', iso: 'RUS', since: date('1991-12-26'), scores: [1, 2]}),
  (b:Actor {name: 'Taliban'}), (c),
  (a)-[:URGED {what: 'moderation', weight: 1.0}]->(b), (c)-[:KNOWS]->(b)`;

const ask = (statement: string, more: object = {}): Step => ({ body: { statement, ...more } });
const one = (title: string, step: Step, given?: string): Case => ({ title, steps: [step], given });
/** The same in every media type of a reply. */
const inAll = (title: string, step: Step, given?: string): Case[] =>
  MEDIA.map((accept) => one(`${title}, as ${accept}`, { ...step, accept }, given));
const typed = ($type: string, _value: unknown): object => ({ $type, _value });
const parameter = (x: unknown, more: Step = {}): Step => ({
  contentType: V11,
  accept: V11,
  ...more,
  body: { statement: 'RETURN $x AS x', parameters: { x } },
});

const SCALARS =
  `RETURN null, true, 9223372036854775807, -9223372036854775808 + 0, 1.0, 1e300, 1e-7, 0.1, 1e7, 1e21,
  123456789.0, 0.0/0.0, 1.0/0.0, -1.0/0.0, -0.0, 'a"\\n\\u0001é😀', [1, 2.0, [null]], {a: 1, \`b c\`: {d: [1]}}`.replace(
    '-9223372036854775808 + 0',
    '-9223372036854775807 - 1',
  );
const TEMPORALS = `RETURN date('2021-10-20'), time('10:00:00.5+03:00'), time('10:00Z'), localtime('10:00'),
  datetime('2021-10-20T10:00:00[Europe/Moscow]'), datetime('2021-10-20T10:00+03:00'), datetime('2021-10-20T10:00Z'),
  localdatetime('2021-10-20T10:00:01.000000001'), duration('P1Y2M3DT4H5M6.007S'), duration('P14M'), duration('P0D'),
  duration('PT-1.5S'), duration('P1W'), date('+12345-01-01')`;
const POINTS = `RETURN point({x: 1, y: 2}), point({x: 1.5, y: 2, z: 3}), point({longitude: 1, latitude: 2}),
  point({longitude: 1, latitude: 2, height: 3.25})`;

const results: Case[] = [
  ...inAll('numbers, strings, lists and maps', ask(SCALARS)),
  ...inAll('temporal values', ask(TEMPORALS)),
  ...inAll('points', ask(POINTS)),
  ...inAll(
    'nodes, relationships and paths',
    ask(
      'MATCH p = (a:State)-[r:URGED]->(b)<-[:KNOWS]-(c) RETURN a, r, p, [a, b], {r: r, none: c.name}, nodes(p), length(p)',
    ),
    GRAPH,
  ),
  ...inAll('no rows', ask('UNWIND [] AS x RETURN x, 1 AS one')),
  ...inAll('many rows', ask('UNWIND range(1, 2500) AS x RETURN x, x * 1.5 AS y')),
  ...inAll('a write and its counters', ask(GRAPH, { accessMode: 'Write', includeCounters: true })),
];

const failures: Case[] = [
  ...inAll('a syntax error', ask('RETURN 1 +')),
  ...inAll('a failure after a row', ask('UNWIND [1, 0] AS x RETURN 1 / x')),
  ...inAll('a failure before the first row', ask('RETURN 1 / 0 AS x')),
  one('an unknown function', ask('RETURN nope(1)')),
  one('an unknown variable', ask('MATCH (n) RETURN m')),
  one('a missing parameter', ask('RETURN $x')),
  { ...one('two columns of one name', ask('RETURN 1 AS a, 2 AS a')), placeAside: true },
  one('a write with read access', ask('CREATE (n)', { accessMode: 'Read' })),
  one('a write with read access, as lines', { ...ask('CREATE (n)', { accessMode: 'Read' }), accept: LINES }),
  { ...one('blanks for a statement', ask('   ')), placeAside: true },
  one(
    'a statement over its time',
    ask('UNWIND range(1, 100000000000) AS x WITH x WHERE x < 0 RETURN count(x) AS n', {
      maxExecutionTime: 1,
    }),
  ),
];

const summaries: Case[] = [
  one('counters of a statement that only reads', ask('RETURN 1 AS x', { includeCounters: true })),
  one(
    'counters of an update',
    ask('MATCH (a:State) SET a.name = "x", a:New REMOVE a:State DETACH DELETE a', {
      accessMode: 'Write',
      includeCounters: true,
    }),
    GRAPH,
  ),
];

const requests: Case[] = [
  one('no statement', { body: {} }),
  one('no statement, as lines', { body: {}, accept: LINES }),
  one('an empty statement', ask('')),
  one('null for a statement', { body: { statement: null } }),
  one('no body', {}),
  one('a list for a body', { body: [] }),
  one('a body that is not JSON', { body: 'not json' }),
  one('a body that is cut off', { body: '{"statement":"RETURN 1"' }),
  one('an unknown member', ask('RETURN 1', { foo: 5 })),
  one('an unknown member, as lines', { ...ask('RETURN 1', { foo: 5 }), accept: LINES }),
  one('an unknown access mode', ask('RETURN 1', { accessMode: 'bogus' })),
  one('an access mode in lower case', ask('RETURN 1', { accessMode: 'read' })),
  one('a list for parameters', ask('RETURN 1', { parameters: [1] })),
  one('a string for parameters', ask('RETURN 1', { parameters: 'x' })),
  one('null for parameters', ask('RETURN 1', { parameters: null })),
  one('a string for bookmarks', ask('RETURN 1', { bookmarks: 'x' })),
  one('a string for includeCounters', ask('RETURN 1', { includeCounters: 'yes' })),
  one('a string for maxExecutionTime', ask('RETURN 1', { maxExecutionTime: 'x' })),
  one('no bound', ask('RETURN 1', { maxExecutionTime: 0 })),
  one('impersonation', ask('RETURN 1', { impersonatedUser: 'x' })),
  one('plain parameters', {
    body: `{"statement":"RETURN $a, $b, $c, $d, $e, $f, $g","parameters":{"a":1,"b":1.0,"c":[1,"x",null,true],
      "d":{"k":{"l":-0.5}},"e":9223372036854775807,"f":1.5e3,"g":1E2}}`,
  }),
  one('an integer beyond 64 bits', {
    body: '{"statement":"RETURN $a","parameters":{"a":9223372036854775808}}',
  }),
  one(
    'typed parameters sent as plain ones',
    parameter(typed('Integer', '1'), { contentType: 'application/json' }),
  ),
  ...[V10, 'application/vnd.neo4j.query'].map((contentType) =>
    one(`typed parameters as ${contentType}`, parameter(typed('Integer', '1'), { contentType })),
  ),
  ...[
    typed('Integer', '-9223372036854775808'),
    typed('Integer', 1),
    typed('Float', '1'),
    typed('Float', 'NaN'),
    typed('String', 'x'),
    typed('Boolean', true),
    typed('Null', null),
    null,
    typed('Base64', 'AQID'),
    typed('List', [typed('Integer', '2'), typed('List', [])]),
    typed('Map', { k: typed('Float', '-Infinity') }),
    typed('Date', '2020-01-01'),
    typed('Time', '10:00:00+01:00'),
    typed('LocalTime', '10:00:00'),
    typed('ZonedDateTime', '2021-10-20T10:00:00+03:00[Europe/Moscow]'),
    typed('OffsetDateTime', '2021-10-20T10:00:00+03:00'),
    typed('LocalDateTime', '2021-10-20T10:00:00'),
    typed('Duration', 'P1M2DT3S'),
    typed('Point', 'SRID=4326;POINT (1.0 2.0)'),
  ].map((x) => one(`the parameter ${JSON.stringify(x)}`, parameter(x))),
  ...[
    typed('Integer', '1.5'),
    typed('Integer', '99999999999999999999'),
    typed('Nope', '1'),
    typed('Date', 'nope'),
    typed('Point', 'POINT (1 2)'),
    typed('Node', { _element_id: '1', _labels: [], _properties: {} }),
    typed('Null', 'x'),
    typed('List', [1]),
    { $type: 'Integer' },
    { _value: 1 },
    { k: 1 },
    5,
    'x',
    true,
    [1],
    { $type: 'String', _value: 'x', y: 1 },
  ].map((x) => one(`the bad parameter ${JSON.stringify(x)}`, parameter(x))),
];

const negotiation: Case[] = [
  ...[
    '*/*',
    'application/*',
    'text/html, application/jsonl;q=0.5',
    'application/json;q=0.1, application/jsonl',
  ].map((accept) => one(`accepting ${accept}`, { ...ask('RETURN 1 AS x'), accept })),
  ...['application/vnd.neo4j.query', `${V10};q=0.9, application/json;q=0.8`].map((accept) =>
    one(`accepting ${accept}`, { ...ask('RETURN 1 AS x'), accept }),
  ),
  ...['text/html', 'application/vnd.neo4j.query+jsonl'].map((accept) =>
    one(`accepting only ${accept}`, { ...ask('RETURN 1 AS x'), accept }),
  ),
  ...['text/plain', 'application/x-www-form-urlencoded', `${V11}+jsonl`, null].map((contentType) =>
    one(`sending ${contentType ?? 'no content type'}`, { ...ask('RETURN 1 AS x'), contentType }),
  ),
  one('sending text/plain, accepting lines', {
    ...ask('RETURN 1'),
    contentType: 'text/plain',
    accept: LINES,
  }),
  one('sending a charset', { ...ask('RETURN "é" AS x'), contentType: 'application/json; charset=utf-8' }),
  ...['GET', 'DELETE', 'PUT'].map((method) => one(`the method ${method}`, { method, contentType: null })),
  one('an unknown database', { ...ask('RETURN 1'), database: 'nope' }),
  one('an unknown database, as lines', { ...ask('RETURN 1'), database: 'nope', accept: LINES }),
  one('a transaction in an unknown database', { database: 'nope', path: '/tx', body: {} }),
  one('the database in capitals', { ...ask('RETURN 1 AS x'), database: 'NEO4J' }),
];

const write = { accessMode: 'Write' };
const transactions: Case[] = [
  ...MEDIA.map((accept) => ({
    title: `a transaction from begin to commit, as ${accept}`,
    steps: [
      { path: '/tx', body: { statement: 'CREATE (t:Tx {x: 1}) RETURN t.x', ...write } },
      {
        path: '/tx/{tx}',
        accept,
        body: { statement: 'MATCH (t:Tx) RETURN count(t) AS n', includeCounters: true },
      },
      { path: '/tx/{tx}', accept, body: {} },
      { path: '/tx/{tx}', accept },
      {
        path: '/tx/{tx}/commit',
        accept,
        body: { statement: 'MATCH (t:Tx) SET t.x = 2', includeCounters: true },
      },
      { path: '/tx/{tx}', accept, body: { statement: 'RETURN 1' } },
      { path: '/tx/{tx}/commit', accept },
      { accept, body: { statement: 'MATCH (t:Tx) RETURN t.x AS x' } },
    ],
  })),
  {
    title: 'an empty transaction',
    steps: [{ path: '/tx' }, { path: '/tx/{tx}/commit' }],
  },
  {
    title: 'an empty transaction, as lines',
    steps: [
      { path: '/tx', body: {} },
      { path: '/tx/{tx}/commit', accept: LINES, body: {} },
    ],
  },
  {
    title: 'a transaction that is rolled back',
    steps: [
      { path: '/tx', body: { statement: 'CREATE (:Tx)', ...write } },
      { method: 'DELETE', path: '/tx/{tx}' },
      { method: 'DELETE', path: '/tx/{tx}' },
      ask('MATCH (t:Tx) RETURN count(t) AS n'),
    ],
  },
  {
    title: 'a transaction that is rolled back, as lines',
    steps: [
      { path: '/tx', body: {} },
      { method: 'DELETE', path: '/tx/{tx}', accept: LINES, contentType: null },
    ],
  },
  {
    title: 'a syntax error ends its transaction',
    steps: [
      { path: '/tx', body: { statement: 'CREATE (:Tx)', ...write } },
      { path: '/tx/{tx}', body: { statement: 'RETURN 1 +' } },
      { path: '/tx/{tx}', body: { statement: 'RETURN 1' } },
      ask('MATCH (t:Tx) RETURN count(t) AS n'),
    ],
  },
  {
    title: 'a failure while it runs ends its transaction',
    steps: [
      { path: '/tx', body: {} },
      { path: '/tx/{tx}', body: { statement: 'RETURN 1 / 0' } },
      { path: '/tx/{tx}/commit' },
    ],
  },
  {
    title: 'a write in a transaction that only reads',
    steps: [
      { path: '/tx', body: { accessMode: 'Read' } },
      { path: '/tx/{tx}', body: { statement: 'CREATE (n)' } },
    ],
  },
  {
    title: 'what only the beginning may say leaves the transaction open',
    steps: [
      { path: '/tx', body: { maxExecutionTime: 30 } },
      { path: '/tx/{tx}', body: { statement: 'RETURN 1', accessMode: 'Read' } },
      { path: '/tx/{tx}', body: { statement: 'RETURN 1', bookmarks: [] } },
      { path: '/tx/{tx}', body: { statement: 'RETURN 1', maxExecutionTime: 1 } },
      { path: '/tx/{tx}', body: { statement: 'RETURN 1 AS x' } },
      { method: 'DELETE', path: '/tx/{tx}' },
    ],
  },
  { title: 'a first statement that fails', steps: [{ path: '/tx', body: { statement: 'RETURN 1 +' } }] },
  {
    title: 'a first statement that fails after a row, as lines',
    steps: [{ path: '/tx', accept: LINES, body: { statement: 'UNWIND [1, 0] AS x RETURN 1 / x' } }],
  },
  ...['', '/commit'].map((end) => one(`an unknown transaction${end}`, { path: `/tx/nope${end}`, body: {} })),
  one('an unknown transaction, as lines', { path: '/tx/nope', body: {}, accept: LINES }),
  one('the method GET on transactions', { method: 'GET', path: '/tx', contentType: null }),
  one('the method GET on a transaction', { method: 'GET', path: '/tx/nope', contentType: null }),
];

export const CASES: readonly Case[] = [
  ...results,
  ...failures,
  ...summaries,
  ...requests,
  ...negotiation,
  ...transactions,
];
