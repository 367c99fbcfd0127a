import { describe, expect, it } from 'vitest';
import { parse } from '../../../../../graph/query/parse/parse.ts';
import { STATEMENTS } from './statements.ts';
import { bare } from './without-spans.ts';

const variable = (name: string) => ({ kind: 'Variable', name });
const literal = (value: unknown) => ({ kind: 'Literal', value });
const node = (name?: string) =>
  name === undefined ? { kind: 'NodePattern' } : { kind: 'NodePattern', variable: { name } };
const label = (name: string) => ({ kind: 'Label', label: { name } });
const item = (expression: unknown, alias: string) => ({ expression, alias });
const match = (...elements: unknown[]) => ({ kind: 'Match', pattern: [{ elements }] });
const returns = (...items: unknown[]) => ({ kind: 'Return', projection: { items } });

/** The clauses of a query, without positions. */
function clauses(text: string): unknown {
  const { body } = parse(text);
  return body.kind === 'SingleQuery' ? bare(body.clauses) : bare(body);
}

describe('parse', () => {
  it.each(STATEMENTS)('reads %s', (text) => {
    expect(parse(text).span.end).toBe(text.length);
  });

  it('says where everything is, in UTF-16 units', () => {
    const { span, body } = parse('/* 😀 */ MATCH (n) RETURN n.x AS y ;');
    expect({ span, body }).toEqual({
      span: { start: 9, end: 34 },
      body: {
        kind: 'SingleQuery',
        span: { start: 9, end: 34 },
        clauses: [
          {
            kind: 'Match',
            optional: false,
            repeatable: false,
            pattern: [
              {
                variable: null,
                selector: null,
                mode: null,
                where: null,
                span: { start: 15, end: 18 },
                elements: [
                  {
                    kind: 'NodePattern',
                    variable: { name: 'n', span: { start: 16, end: 17 } },
                    labels: null,
                    properties: null,
                    where: null,
                    span: { start: 15, end: 18 },
                  },
                ],
              },
            ],
            where: null,
            span: { start: 9, end: 18 },
          },
          {
            kind: 'Return',
            projection: {
              distinct: false,
              star: false,
              groupBy: null,
              items: [
                {
                  expression: {
                    kind: 'Property',
                    subject: { kind: 'Variable', name: 'n', span: { start: 26, end: 27 } },
                    key: { name: 'x', span: { start: 28, end: 29 } },
                    span: { start: 26, end: 29 },
                  },
                  alias: 'y',
                  aliased: true,
                  span: { start: 26, end: 34 },
                },
              ],
              orderBy: [],
              skip: null,
              limit: null,
              span: { start: 26, end: 34 },
            },
            span: { start: 19, end: 34 },
          },
        ],
      },
    });
  });

  it('names a column without alias by its text as written', () => {
    expect(clauses('RETURN 1  +  1 /* no */, `a b`, n . x')).toEqual([
      returns(
        item({ kind: 'Binary', operator: '+', left: literal(1n), right: literal(1n) }, '1  +  1'),
        item(variable('a b'), 'a b'),
        item({ kind: 'Property', subject: variable('n'), key: { name: 'x' } }, 'n . x'),
      ),
    ]);
  });
});

describe('clauses', () => {
  it.each<[string, unknown]>([
    [
      'MATCH (a)-[r:R|:S*1..3 {x: 1}]->(b:A:B)<--(c) RETURN a',
      [
        match(
          node('a'),
          {
            kind: 'RelationshipPattern',
            variable: { name: 'r' },
            types: { kind: 'LabelOr', left: label('R'), right: label('S') },
            direction: 'out',
            length: { min: 1, max: 3 },
            properties: { kind: 'MapLiteral', entries: [{ key: { name: 'x' }, value: literal(1n) }] },
          },
          {
            kind: 'NodePattern',
            variable: { name: 'b' },
            labels: { kind: 'LabelAnd', left: label('A'), right: label('B') },
          },
          { kind: 'RelationshipPattern', direction: 'in' },
          node('c'),
        ),
        returns(item(variable('a'), 'a')),
      ],
    ],
    [
      'MATCH ((a)-[:R]->(b) WHERE a.x){2,} FINISH',
      [
        match(
          node(),
          {
            kind: 'QuantifiedPath',
            part: {
              elements: [
                node('a'),
                { kind: 'RelationshipPattern', types: label('R'), direction: 'out' },
                node('b'),
              ],
              where: { kind: 'Property', subject: variable('a'), key: { name: 'x' } },
            },
            min: 2,
          },
          node(),
        ),
        { kind: 'Finish' },
      ],
    ],
    [
      'MATCH p = shortestPath((a)-[*]-(b)) FINISH',
      [
        {
          kind: 'Match',
          pattern: [
            {
              variable: { name: 'p' },
              selector: { kind: 'shortestPath' },
              elements: [
                node('a'),
                { kind: 'RelationshipPattern', direction: 'both', length: { min: 1 } },
                node('b'),
              ],
            },
          ],
        },
        { kind: 'Finish' },
      ],
    ],
    [
      'MATCH ALL SHORTEST (a)-->+(b) FINISH',
      [
        {
          kind: 'Match',
          pattern: [
            {
              selector: { kind: 'shortest', count: 1, groups: true },
              elements: [
                node('a'),
                { kind: 'RelationshipPattern', direction: 'out', quantifier: { min: 1 } },
                node('b'),
              ],
            },
          ],
        },
        { kind: 'Finish' },
      ],
    ],
    [
      'MATCH (n:!(A|%)&B) LIMIT 1 DELETE n',
      [
        match({
          kind: 'NodePattern',
          variable: { name: 'n' },
          labels: {
            kind: 'LabelAnd',
            left: {
              kind: 'LabelNot',
              operand: { kind: 'LabelOr', left: label('A'), right: { kind: 'LabelAny' } },
            },
            right: label('B'),
          },
        }),
        { kind: 'With', projection: { star: true, items: [], limit: literal(1n) } },
        { kind: 'Delete', expressions: [variable('n')] },
      ],
    ],
    [
      'MERGE (a:A) ON MATCH SET a.x = 1 ON CREATE SET a += $p, a:$(l)',
      [
        {
          kind: 'Merge',
          pattern: { elements: [{ kind: 'NodePattern', variable: { name: 'a' }, labels: label('A') }] },
          onMatch: [
            {
              kind: 'SetProperty',
              target: { kind: 'Property', subject: variable('a'), key: { name: 'x' } },
              value: literal(1n),
            },
          ],
          onCreate: [
            { kind: 'SetAll', variable: { name: 'a' }, value: { kind: 'Parameter', name: 'p' }, merge: true },
            { kind: 'SetLabels', variable: { name: 'a' }, labels: [{ dynamic: variable('l') }] },
          ],
        },
      ],
    ],
    [
      'CALL a.b(1) YIELD x AS y WHERE y RETURN DISTINCT * ORDER BY y DESC, x',
      [
        {
          kind: 'CallProcedure',
          name: 'a.b',
          args: [literal(1n)],
          yields: [{ field: { name: 'x' }, alias: { name: 'y' } }],
          where: variable('y'),
        },
        {
          kind: 'Return',
          projection: {
            distinct: true,
            star: true,
            items: [],
            orderBy: [{ expression: variable('y'), descending: true }, { expression: variable('x') }],
          },
        },
      ],
    ],
    [
      'CALL (x, y) { FINISH } IN 2 CONCURRENT TRANSACTIONS OF 5 ROWS ON ERROR BREAK REPORT STATUS AS s',
      [
        {
          kind: 'CallSubquery',
          imports: [{ name: 'x' }, { name: 'y' }],
          query: { kind: 'SingleQuery', clauses: [{ kind: 'Finish' }] },
          inTransactions: {
            rows: literal(5n),
            concurrent: true,
            concurrency: literal(2n),
            onError: 'break',
            status: { name: 's' },
          },
        },
      ],
    ],
    [
      'FOREACH (x IN [] | DETACH DELETE x REMOVE x:A, x.y)',
      [
        {
          kind: 'Foreach',
          variable: { name: 'x' },
          list: { kind: 'ListLiteral', items: [] },
          updates: [
            { kind: 'Delete', detach: true, expressions: [variable('x')] },
            {
              kind: 'Remove',
              items: [
                { kind: 'RemoveLabels', variable: { name: 'x' }, labels: [{ name: 'A' }] },
                {
                  kind: 'RemoveProperty',
                  target: { kind: 'Property', subject: variable('x'), key: { name: 'y' } },
                },
              ],
            },
          ],
        },
      ],
    ],
    [
      "LOAD CSV WITH HEADERS FROM 'f' AS row FIELDTERMINATOR ';' FINISH",
      [
        {
          kind: 'LoadCsv',
          withHeaders: true,
          from: literal('f'),
          variable: { name: 'row' },
          fieldTerminator: ';',
        },
        { kind: 'Finish' },
      ],
    ],
    [
      'FINISH UNION FINISH UNION FINISH',
      {
        kind: 'Union',
        left: {
          kind: 'Union',
          left: { kind: 'SingleQuery', clauses: [{ kind: 'Finish' }] },
          right: { kind: 'SingleQuery', clauses: [{ kind: 'Finish' }] },
        },
        right: { kind: 'SingleQuery', clauses: [{ kind: 'Finish' }] },
      },
    ],
  ])('%s', (text, tree) => {
    expect(clauses(text)).toEqual(tree);
  });
});

describe('schema commands', () => {
  it.each<[string, unknown]>([
    [
      'CREATE CONSTRAINT c IF NOT EXISTS FOR (n:A) REQUIRE n.id IS UNIQUE',
      {
        kind: 'CreateConstraint',
        name: 'c',
        ifNotExists: true,
        entity: 'node',
        labelOrType: 'A',
        properties: ['id'],
        constraint: 'unique',
      },
    ],
    [
      'CREATE CONSTRAINT FOR ()-[r:R]-() REQUIRE (r.a, r.b) IS REL KEY',
      {
        kind: 'CreateConstraint',
        entity: 'relationship',
        labelOrType: 'R',
        properties: ['a', 'b'],
        constraint: 'key',
      },
    ],
    [
      'CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS NOT NULL',
      { kind: 'CreateConstraint', entity: 'node', labelOrType: 'A', properties: ['x'], constraint: 'exists' },
    ],
    [
      'CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS :: list<integer not null>',
      {
        kind: 'CreateConstraint',
        entity: 'node',
        labelOrType: 'A',
        properties: ['x'],
        constraint: 'typed',
        type: 'LIST<INTEGER NOT NULL>',
      },
    ],
    [
      'CREATE INDEX FOR (n:A) ON (n.x, n.y)',
      { kind: 'CreateIndex', entity: 'node', index: 'range', labelsOrTypes: ['A'], properties: ['x', 'y'] },
    ],
    [
      'CREATE FULLTEXT INDEX f IF NOT EXISTS FOR ()-[r:R|S]-() ON EACH [r.x]',
      {
        kind: 'CreateIndex',
        name: 'f',
        ifNotExists: true,
        entity: 'relationship',
        index: 'fulltext',
        labelsOrTypes: ['R', 'S'],
        properties: ['x'],
      },
    ],
    [
      'CREATE LOOKUP INDEX FOR (n) ON EACH labels(n)',
      { kind: 'CreateIndex', entity: 'node', index: 'lookup' },
    ],
    ['DROP INDEX f IF EXISTS', { kind: 'DropIndex', name: 'f', ifExists: true }],
    ['DROP CONSTRAINT c', { kind: 'DropConstraint', name: 'c' }],
    ['SHOW INDEXES', { kind: 'Show', what: 'indexes' }],
    ['SHOW NODE KEY CONSTRAINTS', { kind: 'Show', what: 'constraints', filter: 'NODE KEY' }],
    [
      'SHOW ALL FUNCTIONS YIELD name WHERE name RETURN name',
      {
        kind: 'Show',
        what: 'functions',
        yields: { items: [item(variable('name'), 'name')] },
        where: variable('name'),
        returns: { items: [item(variable('name'), 'name')] },
      },
    ],
  ])('%s', (text, tree) => {
    expect(bare(parse(text).body)).toEqual(tree);
  });
});

describe('prefixes', () => {
  it.each([
    ['RETURN 1', 'run'],
    ['EXPLAIN RETURN 1', 'explain'],
    ['CYPHER 25 PROFILE RETURN 1', 'profile'],
    ['CYPHER runtime=slotted planner=cost RETURN 1', 'run'],
  ])('%s', (text, mode) => {
    expect(parse(text).mode).toBe(mode);
  });
});
