/** Whatever text, parameters and nesting a statement has: an answer or a CypherError, never a crash, a hang or a RangeError. */
// oxlint-disable vitest/expect-expect -- `answers` is the expectation of them all
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../graph/errors.ts';
import { encodePlain } from '../../../../graph/formats/plain-json.ts';
import { encodeTyped } from '../../../../graph/formats/typed-json.ts';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import type { Parameters, Value } from '../../../../graph/model.ts';
import { execute, prepare } from '../../../../graph/query/engine.ts';
import { GRAPH, PARAMETERS, WRONG } from './errors/wrong-statements.ts';
import { STATEMENTS } from './parse/statements.ts';

const BOUNDS = { timeoutMs: 2_000, maxMemoryBytes: 64 * 1024 * 1024, maxRows: 1_000 };
const graph = new MemoryGraph();

/** What the statement answers with: `rows`, or its error's code. Anything but a CypherError is thrown on. */
async function answer(statement: string, parameters: Parameters = PARAMETERS): Promise<string> {
  const writer = await graph.write();
  try {
    for await (const event of execute(prepare(statement), writer, parameters, BOUNDS)) {
      if (event.event !== 'rows') continue;
      for (const value of event.rows.flat()) {
        encodePlain(value);
        JSON.stringify(encodeTyped(value));
      }
    }
    return 'rows';
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    return error.code;
  } finally {
    writer.rollback();
  }
}

const answers = async (statement: string, parameters?: Parameters): Promise<void> => {
  expect(await answer(statement, parameters)).toMatch(/^(rows$|Neo\.)/);
};

const KNOWN = [...STATEMENTS, ...Object.values(WRONG).flat(), GRAPH];
const FRAGMENTS = [
  ...new Set(KNOWN.flatMap((text) => text.match(/\w+|\s+|[^\w\s]/g) ?? [])),
  '\u0000',
  '\ud800',
  '😀',
  '$',
  '"',
  "'",
  '`',
];
const RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) };

describe('any text', () => {
  it('of random characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), (text) => answers(text)),
      RUNS,
    );
  });

  it('of random bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new TextDecoder().decode(array));
    await fc.assert(
      fc.asyncProperty(bytes, (text) => answers(text)),
      RUNS,
    );
  });

  it('of words of Cypher in any order', async () => {
    const words = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(words, (text) => answers(text)),
      RUNS,
    );
  });

  it('of a statement with a piece cut out, doubled or replaced', async () => {
    const mutated = fc
      .record({
        text: fc.constantFrom(...KNOWN),
        from: fc.nat(),
        length: fc.nat({ max: 12 }),
        put: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.constant('')),
      })
      .map(({ text, from, length, put }) => {
        const at = from % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + length);
      });
    await fc.assert(
      fc.asyncProperty(mutated, (text) => answers(text)),
      { numRuns: RUNS.numRuns * 3 },
    );
  });
});

const N = 100_000;
const times = (text: string, n = N): string => text.repeat(n);
const joined = (text: string, by: string, n = N): string => Array.from({ length: n }, () => text).join(by);

/** Each is nested or long without end; those that are well-formed end in an answer or in a refusal. */
const DEEP: Readonly<Record<string, string>> = {
  'round brackets': `RETURN ${times('(')}1${times(')')}`,
  'square brackets': `RETURN ${times('[')}1${times(']')}`,
  maps: `RETURN ${times('{a:')}1${times('}')}`,
  NOT: `RETURN ${times('NOT ')}true`,
  minus: `RETURN ${times('- ')}1`,
  CASE: `RETURN ${times('CASE WHEN true THEN ')}1${times(' END')}`,
  calls: `RETURN ${times('abs(')}1${times(')')}`,
  indexes: `RETURN [1]${times('[0]')}`,
  properties: `MATCH (n) RETURN n${times('.a')}`,
  subqueries: `RETURN ${times('COUNT { RETURN ')}1${times(' AS x }')}`,
  'CALL in CALL': `${times('CALL () { ')}RETURN 1 AS x${times(' } RETURN x')}`,
  FOREACH: `${times('FOREACH (x IN [1] | ')}CREATE ()${times(')')}`,
  comprehensions: `RETURN ${times('[x IN ')}[]${times(' | x]')}`,
  'label negation': `MATCH (n:${times('!')}A) RETURN n`,
  'label brackets': `MATCH (n:${times('(')}A${times(')')}) RETURN n`,
  'types of lists': `RETURN 1 IS :: ${times('LIST<')}INTEGER${times('>')}`,
  AND: `RETURN ${joined('true', ' AND ')} AS x`,
  'OR of comparisons': `MATCH (n) WHERE ${joined('n.x = 1', ' OR ', 20_000)} RETURN n`,
  plus: `RETURN ${joined('1', ' + ')} AS x`,
  powers: `RETURN ${joined('1', ' ^ ')} AS x`,
  comparisons: `RETURN ${joined('1', ' < ')} AS x`,
  'a long list': `RETURN [${joined('1', ',')}] AS x`,
  'a long map': `RETURN {${Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}`).join(',')}} AS x`,
  'a long string': `RETURN '${times('x', 1_000_000)}' AS x`,
  'a long name': `RETURN 1 AS ${times('x', 1_000_000)}`,
  'a name not known, long': `RETURN ${times('x', 1_000_000)}`,
  'a long path': `MATCH ${joined('()', '-->', 300)} RETURN 1 AS x`,
  'many parts': `MATCH ${joined('()', ',', 300)} RETURN 1 AS x LIMIT 1`,
  'many labels': `MATCH (n${times(':A', 1_000)}) RETURN n`,
  'many columns': `RETURN ${Array.from({ length: 5_000 }, (_, i) => `1 AS c${i}`).join(',')}`,
  UNION: joined('RETURN 1 AS x', ' UNION ', 1_000),
  'UNION ALL': joined('RETURN 1 AS x', ' UNION ALL ', 400),
  WITH: `${times('WITH 1 AS x ', 1_000)}RETURN x`,
  MATCH: `${times('MATCH (n) ', 500)}RETURN n LIMIT 1`,
  CREATE: `${times('CREATE () ', 1_000)}`,
  SET: `MATCH (n) SET ${joined('n.x = 1', ', ', 10_000)}`,
  statements: times('RETURN 1;'),
  blanks: `RETURN${times(' ')}1`,
  comments: `RETURN ${times('/**/')}1`,
};

describe('deep and long statements', () => {
  it.each(Object.entries(DEEP))('%s', async (_, statement) => {
    await answers(statement);
  });
});

describe('reading a statement', () => {
  const long = `RETURN [${joined('1', ',')}] AS x`;

  it('is refused where the text is longer than 4 Mi characters', () => {
    expect(() => prepare(`RETURN '${times('x', 4 * 1024 * 1024)}' AS x`)).toThrow(
      /^The statement has 4194318 characters; at most 4194304 are supported/,
    );
  });

  it('ends with its time', () => {
    expect(() => prepare(`${long} // timed`, undefined, { timeoutMs: 1 })).toThrow(/within the timeout/);
  });

  it('ends with its cancellation', () => {
    const cancelled = { signal: { aborted: true } };
    expect(() => prepare(`${long} // cancelled`, undefined, cancelled)).toThrow(/was cancelled/);
  });

  it('is done once for those that ask for it one after another', () => {
    expect(prepare(long)).toBe(prepare(long));
  });

  it('is followed by planning within the bounds of the run', async () => {
    const prepared = prepare(`RETURN ${joined('true', ' AND ')} AS x`);
    const writer = await graph.write();
    const signal = {
      asked: 0,
      get aborted() {
        return (this.asked += 1) > 3;
      },
    };
    await expect(execute(prepared, writer, new Map(), { signal }).next()).rejects.toThrow(/was cancelled/);
    writer.rollback();
  });
});

describe('values without end', () => {
  const NESTED = 'reduce(v = 0, x IN range(1, 100000) | [v])';
  it.each([
    `RETURN ${NESTED} AS v`,
    `RETURN reduce(v = 0, x IN range(1, 100000) | {k: v}) AS v`,
    `WITH ${NESTED} AS v RETURN v = v`,
    `WITH ${NESTED} AS v, ${NESTED} AS w RETURN v = w, v < w, v IN [w]`,
    `UNWIND [${NESTED}, ${NESTED}] AS v RETURN DISTINCT v`,
    `UNWIND [${NESTED}, ${NESTED}] AS v RETURN v ORDER BY v`,
    `UNWIND [${NESTED}, ${NESTED}] AS v RETURN v, count(*)`,
    `WITH ${NESTED} AS v RETURN toString(v)`,
    `WITH ${NESTED} AS v RETURN valueType(v)`,
    `WITH ${NESTED} AS v RETURN v IS :: LIST<ANY>`,
    `WITH ${NESTED} AS v CREATE (n {x: v})`,
    `WITH ${NESTED} AS v RETURN collect(v), min(v), max(v)`,
    `WITH ${NESTED} AS v RETURN toInteger(v)`,
    `WITH ${NESTED} AS v RETURN 1 + v, v + 1, 'a' + v`,
  ])('%s', async (statement) => {
    await answers(statement);
  });
});

describe('odd parameters', () => {
  const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<Value>(
        null,
        true,
        NaN,
        -0,
        Infinity,
        -Infinity,
        2n ** 63n - 1n,
        -(2n ** 63n),
        0n,
        '',
        '\ud800',
        '\u0000',
      ),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }).map((each) => new Map(Object.entries(each))),
    ),
  })).value;
  const USES = [
    'RETURN $p',
    'RETURN $p + 1, $p = $p, $p < 1',
    'RETURN toString($p)',
    'UNWIND $p AS x RETURN x ORDER BY x',
    'MATCH (n) WHERE n.x = $p RETURN n',
    'CREATE (n $p)',
    'CREATE (n {x: $p}) RETURN n',
    'RETURN 1 LIMIT $p',
    'RETURN $p[0], $p.a, $p["a"]',
    'RETURN range(0, $p)',
    'RETURN "a" =~ $p',
    'RETURN date($p)',
    'RETURN duration($p)',
    'RETURN point($p)',
    'MATCH (n:$($p)) RETURN n',
    'RETURN substring("abc", $p)',
    'RETURN reduce(s = $p, x IN [1, 2] | s + x)',
  ];
  it('of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...USES), value, (statement, p) =>
        answers(statement, new Map([['p', p]])),
      ),
      { numRuns: RUNS.numRuns * 2 },
    );
  });

  it('nested 100,000 deep', async () => {
    let p: Value = 1n;
    for (let i = 0; i < N; i += 1) p = [p];
    for (const use of USES) await answers(use, new Map([['p', p]]));
  });
});
