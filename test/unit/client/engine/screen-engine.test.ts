import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../graph/errors.ts';
import { typedBeside } from '../../../../graph/formats/typed-json.ts';
import { Node, Relationship } from '../../../../graph/model.ts';
import type { Value } from '../../../../graph/model.ts';
import { LocalDate } from '../../../../graph/temporal.ts';
import { actor, newScreen, PAIR, urged } from './screen.ts';

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('asking the screen', () => {
  it('gives elements with the element ids, labels, types and properties that they have on the screen', async () => {
    const { rows } = newScreen(PAIR);
    expect(await rows('MATCH (a)-[r]->(b) RETURN a, r, b, elementId(r)')).toEqual([
      [
        new Node('4:x:a', ['Actor'], new Map([['id', 'a']])),
        new Relationship('5:x:r', '4:x:a', '4:x:b', 'URGED', new Map([['id', 'r']])),
        new Node('4:x:b', ['Actor'], new Map([['id', 'b']])),
        '5:x:r',
      ],
    ]);
  });

  it('finds an element by its element id', async () => {
    const { rows } = newScreen(PAIR);
    const ids = new Map<string, Value>([['ids', ['4:x:b', '4:x:nobody']]]);
    expect(await rows('MATCH (n) WHERE elementId(n) IN $ids RETURN n.id', ids)).toEqual([['b']]);
    expect(await rows("MATCH ()-[r]->() WHERE elementId(r) = '5:x:r' RETURN r.id")).toEqual([['r']]);
  });

  it('knows dates and whole floats from texts and integers', async () => {
    const values = new Map<string, Value>([
      ['on', LocalDate.of(2021, 10, 20)],
      ['weight', 1],
    ]);
    const node = {
      ...actor('a'),
      properties: { on: '2021-10-20', weight: 1, count: 1 },
      typed: typedBeside(values),
    };
    const { rows } = newScreen({
      kind: 'merge',
      nodes: [JSON.parse(JSON.stringify(node))],
      relationships: [],
    });
    expect(await rows('MATCH (n) RETURN n.on.year, n.weight, n.count')).toEqual([[2021n, 1, 1n]]);
  });

  it('follows the screen: what comes, what changes, what goes', async () => {
    const { rows, change, workers } = newScreen(PAIR);
    const all = 'MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n.id, n.name, r.id, m.id ORDER BY n.id, r.id';
    expect(await rows(all)).toEqual([['a', null, 'r', 'b'], ['b', null, null, null]]); // prettier-ignore
    change({
      kind: 'merge',
      nodes: [actor('a', { name: 'Ann' }), actor('c')],
      relationships: [urged('s', 'a', 'c')],
    });
    expect(await rows(all)).toEqual([['a', 'Ann', 'r', 'b'], ['a', 'Ann', 's', 'c'], ['b', null, null, null], ['c', null, null, null]]); // prettier-ignore
    change({ kind: 'dismiss', nodes: ['b'], relationships: [] });
    expect(await rows(all)).toEqual([['a', 'Ann', 's', 'c'], ['c', null, null, null]]); // prettier-ignore
    change({ kind: 'replace', nodes: [actor('d')], relationships: [] });
    expect(await rows(all)).toEqual([['d', null, null, null]]);
    expect(workers.length).toBe(1);
  });

  it('sends only what has changed, and nothing where only places have', async () => {
    const { rows, change, workers } = newScreen(PAIR);
    await rows('RETURN 1');
    change({ kind: 'move', positions: new Map([['a', [1, 2]]]) });
    await rows('RETURN 1');
    change({ kind: 'merge', nodes: [actor('c')], relationships: [] });
    await rows('RETURN 1');
    const patches = workers[0]?.taken.flatMap((message) => (message.kind === 'patch' ? [message.patch] : []));
    expect(
      patches?.map(({ nodes, relationships }) => [...nodes, ...relationships].map(({ id }) => id)),
    ).toEqual([['a', 'b', 'r'], ['c']]);
  });

  it('gives the ids of the elements anywhere in the rows, each once', async () => {
    const { engine } = newScreen(PAIR);
    const match = await engine.match('MATCH p = (a)-[r]->(b) UNWIND [1, 2] AS x RETURN p, [a, {b: b}]');
    expect(match).toEqual({ nodes: ['a', 'b'], relationships: ['r'], rows: 2 });
  });

  it('refuses what would write, and explains it all the same', async () => {
    const { rows, engine } = newScreen(PAIR);
    expect(await failureOf(rows('MATCH (n) SET n.x = 1'))).toMatchObject({
      code: 'Neo.ClientError.Statement.AccessMode',
      message: 'What is on the screen can be asked here, not changed.',
    });
    for await (const event of engine.ask('EXPLAIN MATCH (n) SET n.x = 1'))
      if (event.event === 'summary')
        expect(event.summary.plan?.operatorType).toMatch(/^ProduceResults|^EmptyResult/);
    expect(await rows('MATCH (n) RETURN count(n)')).toEqual([[2n]]);
  });

  it('says where a statement is wrong', async () => {
    const { rows } = newScreen(PAIR);
    const error = await failureOf(rows('MATCH (n)\nRETRUN n'));
    expect(error).toBeInstanceOf(CypherError);
    expect(error).toMatchObject({
      code: 'Neo.ClientError.Statement.SyntaxError',
      position: { offset: 10, line: 2, column: 1 },
    });
  });

  it('gives at most so many rows and tells that there were more', async () => {
    const { engine } = newScreen(PAIR);
    const events = [];
    for await (const event of engine.ask('UNWIND range(1, 9) AS x RETURN x', { maxRows: 2 }))
      events.push(event);
    expect(events).toMatchObject([
      { event: 'header', fields: ['x'] },
      { event: 'rows', rows: [[1n], [2n]] },
      { event: 'summary', summary: { truncated: true, queryType: 'r' } },
    ]);
  });

  it('gives the plan of a profiled statement, its values typed', async () => {
    const { engine } = newScreen(PAIR);
    for await (const event of engine.ask('PROFILE MATCH (n:Actor) RETURN n'))
      if (event.event === 'summary') {
        expect(event.summary.profiled).toBe(true);
        expect(event.summary.plan?.arguments['Rows']).toBe(2n);
      }
  });
});

describe('stopping', () => {
  it('ends the wait at once, and the worker goes on for others', async () => {
    const { engine, workers, rows } = newScreen(PAIR);
    const controller = new AbortController();
    const asking = failureOf(
      engine.match('UNWIND range(1, 1000000000000) AS x RETURN count(x)', { signal: controller.signal }),
    );
    setTimeout(() => controller.abort(new Error('enough')), 20);
    expect(await asking).toMatchObject({ message: 'enough' });
    expect(await rows('RETURN 1')).toEqual([[1n]]);
    expect(workers.length).toBe(1);
  });

  it('ends a worker that does not answer, and makes another from the screen of now', async () => {
    const { engine, workers, rows, change } = newScreen(PAIR);
    await rows('RETURN 1');
    const [first] = workers;
    if (first !== undefined) first.isDeaf = true;
    const controller = new AbortController();
    const stuck = failureOf(engine.match('RETURN 1', { signal: controller.signal }));
    const waiting = rows('MATCH (n) RETURN n.id ORDER BY n.id');
    controller.abort(new Error('enough'));
    change({ kind: 'merge', nodes: [actor('c')], relationships: [] });
    expect(await stuck).toMatchObject({ message: 'enough' });
    // what the first worker had not begun is answered by the second
    expect(await waiting).toEqual([['a'], ['b'], ['c']]);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('stops a statement whose rows are no longer wanted', async () => {
    const { engine, rows } = newScreen(PAIR);
    for await (const event of engine.ask('UNWIND range(1, 1000000000000) AS x RETURN x', { maxRows: 1e12 }))
      if (event.event === 'rows') break;
    expect(await rows('RETURN 1')).toEqual([[1n]]);
  });

  it('is bounded in time and in memory', async () => {
    const { engine } = newScreen(PAIR);
    expect(
      await failureOf(engine.match('UNWIND range(1, 1000000000000) AS x RETURN count(x)', { timeoutMs: 50 })),
    ).toMatchObject({
      code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    });
    expect(
      await failureOf(engine.match('UNWIND range(1, 100000000) AS x RETURN size(collect(toString(x)))')),
    ).toMatchObject({
      code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    });
  });
});
