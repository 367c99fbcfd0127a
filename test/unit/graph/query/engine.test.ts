import { describe, expect, it } from 'vitest';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import { execute, prepare } from '../../../../graph/query/engine.ts';
import type { ResultEvent } from '../../../../graph/result.ts';
import { Database, talks } from './statements.ts';

describe('prepare', () => {
  it('knows columns, access and parameters', () => {
    const { access, queryType, columns, parameters } = prepare(
      'MATCH (n {id: $id}) RETURN n, n.x AS y LIMIT $limit',
    );
    expect({ access, queryType, columns, parameters }).toEqual({
      access: 'read',
      queryType: 'r',
      columns: ['n', 'y'],
      parameters: new Set(['id', 'limit']),
    });
    expect(prepare('CREATE (n)').access).toBe('write');
    expect(prepare('CREATE INDEX FOR (n:N) ON (n.x)').access).toBe('schema');
    expect(prepare('MATCH (n) SET n.x = 1 RETURN n').queryType).toBe('rw');
  });

  it('gives the same statement for the same text', () => {
    expect(prepare('RETURN 1 AS one')).toBe(prepare('RETURN 1 AS one'));
  });

  it('refuses what is not Cypher, with the place', () => {
    expect(() => prepare('MATCH (n RETURN n')).toThrow(
      expect.objectContaining({
        code: 'Neo.ClientError.Statement.SyntaxError',
        position: { offset: 9, line: 1, column: 10 },
      }),
    );
    expect(() => prepare('RETURN x')).toThrow('Variable `x` not defined');
  });
});

describe('execute', () => {
  it('gives a header, rows and a summary, in this order', async () => {
    const tx = new MemoryGraph().read();
    const events: ResultEvent[] = [];
    for await (const event of execute(prepare('UNWIND [1, 2] AS x RETURN x'), tx, new Map()))
      events.push(event);
    expect(events).toEqual([
      { event: 'header', fields: ['x'] },
      { event: 'rows', rows: [[1n], [2n]] },
      {
        event: 'summary',
        summary: expect.objectContaining({ queryType: 'r', truncated: false, notifications: [] }),
      },
    ]);
  });

  it('refuses a write in a transaction that reads', async () => {
    const tx = new MemoryGraph().read();
    for (const statement of [
      'CREATE (n)',
      'MATCH (n) DELETE n',
      'CREATE INDEX FOR (n:N) ON (n.x)',
      'UNWIND [] AS x CREATE (n)',
    ]) {
      await expect(execute(prepare(statement), tx, new Map()).next()).rejects.toMatchObject({
        code: 'Neo.ClientError.Statement.AccessMode',
        message: expect.stringContaining('Writing in read access mode not allowed.'),
      });
    }
  });

  it('tells which parameters are missing before anything runs', async () => {
    const database = new Database();
    expect(await database.failure('CREATE (:N {x: $x, y: $y})', { y: 1n })).toBe(
      'Neo.ClientError.Statement.ParameterMissing: Expected parameter(s): x',
    );
  });

  it('warns of labels and types that the graph has never seen', async () => {
    const database = await talks();
    const { summary } = await database.run('MATCH (n:Stat)-[:URGES]->(m:Group) RETURN n');
    expect(summary.notifications.map(({ code, position }) => [code, position?.column])).toEqual([
      ['Neo.ClientNotification.Statement.UnknownLabelWarning', 10],
      ['Neo.ClientNotification.Statement.UnknownRelationshipTypeWarning', 18],
    ]);
    expect((await database.run('MERGE (n:New) RETURN n')).summary.notifications).toEqual([]);
  });

  it('takes the time from its options, the same for the whole statement', async () => {
    const database = new Database();
    const now = 1_634_713_200_000_000_000n;
    const { rows } = await database.run(
      'UNWIND [1, 2] AS x RETURN DISTINCT toString(datetime()) AS now, datetime.transaction() = datetime.statement() AS same',
      {},
      { now },
    );
    expect(rows).toEqual([['2021-10-20T07:00:00Z', true]]);
  });

  it('plans anew when an index comes or goes', async () => {
    const database = new Database();
    const statement = 'MATCH (n:N {x: 1}) RETURN n';
    await database.run('UNWIND range(1, 20) AS x CREATE (:N {x: x})');
    expect((await database.plan(statement)).at(-2)).toBe('NodeByLabelScan n:N');
    expect(await database.rows(statement)).toEqual(['(:N {x: 1})']);
    await database.run('CREATE INDEX xs FOR (n:N) ON (n.x)');
    expect((await database.plan(statement)).at(-2)).toBe('NodeIndexSeek n:N(x)');
    expect(await database.rows(statement)).toEqual(['(:N {x: 1})']);
    await database.run('DROP INDEX xs');
    expect(await database.rows(statement)).toEqual(['(:N {x: 1})']);
  });
});

describe('EXPLAIN and PROFILE', () => {
  it('explains without running, also what writes', async () => {
    const database = new Database();
    const { rows, summary } = await database.run('EXPLAIN CREATE (n:N) RETURN n');
    expect(rows).toEqual([]);
    expect(summary.profiled).toBe(false);
    expect(summary.plan?.operatorType).toBe('ProduceResults');
    expect(await database.rows('MATCH (n) RETURN count(n)')).toEqual(['0']);
  });

  it('profiles what really happened', async () => {
    const database = await talks();
    const { rows, summary } = await database.run('PROFILE MATCH (n:Actor) WHERE n.since > 1000 RETURN n.id');
    expect(rows).toEqual([['us']]);
    expect(summary.profiled).toBe(true);
    const real = [];
    for (let plan = summary.plan; plan !== undefined; [plan] = plan.children) {
      real.push([plan.operatorType, plan.arguments['Rows']]);
    }
    expect(real).toEqual([
      ['ProduceResults', 1n],
      ['Projection', 1n],
      ['Filter', 1n],
      ['NodeByLabelScan', 4n],
      ['Argument', 1n],
    ]);
  });

  /** As many as Neo4j tells, but for the one that it adds to each scan, and a second one for a REMOVE. */
  it.each([
    ['UNWIND range(1, 10) AS i CREATE (:P {x: i})', ['EmptyResult 0', 'Create 30', 'Unwind 0', 'Argument 0']],
    ['MATCH (n:P) SET n.y = 1', ['EmptyResult 0', 'Set 10', 'NodeByLabelScan 10', 'Argument 0']],
    [
      'MATCH (n:P) RETURN max(n.x)',
      ['ProduceResults 0', 'EagerAggregation 10', 'NodeByLabelScan 10', 'Argument 0'],
    ],
    ['MATCH (n:P) DELETE n', ['EmptyResult 0', 'Delete 10', 'NodeByLabelScan 10', 'Argument 0']],
  ])('counts what each operator reads and writes: %s', async (statement, expected) => {
    const database = new Database();
    if (!statement.includes('CREATE')) await database.run('UNWIND range(1, 10) AS i CREATE (:P {x: i})');
    const { summary } = await database.run(`PROFILE ${statement}`);
    const hits: string[] = [];
    for (let plan = summary.plan; plan !== undefined; [plan] = plan.children) {
      hits.push(`${plan.operatorType} ${String(plan.arguments['DbHits'])}`);
    }
    expect(hits).toEqual(expected);
  });

  it('estimates the rows of a scan by the elements there are', async () => {
    const database = new Database();
    await database.run('UNWIND range(1, 10) AS i CREATE (:P {x: i})');
    const { summary } = await database.run('EXPLAIN MATCH (n:P) RETURN n');
    expect(summary.plan?.children[0]?.arguments['EstimatedRows']).toBe(10);
  });
});
