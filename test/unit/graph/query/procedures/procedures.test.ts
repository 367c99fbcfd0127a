import { describe, expect, it } from 'vitest';
import { builtinProcedures } from '../../../../../graph/query/procedures/builtin.ts';
import type { Procedure } from '../../../../../graph/query/procedures/registry.ts';
import { Database, talks } from '../statements.ts';

describe('the built-in procedures', () => {
  it('list labels, types and property keys that are in use', async () => {
    const database = await talks();
    expect(await database.rows('CALL db.labels() YIELD label RETURN label ORDER BY label')).toEqual([
      "'Actor'",
      "'Event'",
      "'Group'",
      "'Official'",
      "'State'",
    ]);
    expect(
      await database.rows('CALL db.relationshipTypes() YIELD relationshipType AS type RETURN count(type)'),
    ).toEqual(['5']);
    expect((await database.rows('CALL db.propertyKeys()')).toSorted()).toEqual(["'id'", "'since'", "'what'"]);
    await database.run('MATCH (n:Event) DETACH DELETE n');
    expect(await database.rows("CALL db.labels() YIELD label WHERE label = 'Event' RETURN label")).toEqual(
      [],
    );
  });

  it('describe the properties of nodes and relationships', async () => {
    const database = new Database();
    await database.run("CREATE (:N {a: 1, b: ['x']}), (:N {a: 'y'}), ()-[:R {w: 1.5}]->()");
    expect(await database.rows('CALL db.schema.nodeTypeProperties()')).toEqual([
      "'' | [] | null | null | false",
      "':`N`' | ['N'] | 'a' | ['Long', 'String'] | true",
      "':`N`' | ['N'] | 'b' | ['StringArray'] | false",
    ]);
    expect(await database.rows('CALL db.schema.relTypeProperties()')).toEqual([
      "':`R`' | 'w' | ['Double'] | true",
    ]);
  });

  it('search full text, best hit first', async () => {
    const database = new Database();
    await database.run('CREATE FULLTEXT INDEX quotes FOR (n:Quote) ON EACH [n.text]');
    await database.run(
      "CREATE (:Quote {text: 'moderate policies'}), (:Quote {text: 'policies'}), (:Quote {text: 'aid'})",
    );
    expect(
      await database.rows(
        "CALL db.index.fulltext.queryNodes('quotes', 'moderate OR policies') YIELD node RETURN node.text",
      ),
    ).toEqual(["'moderate policies'", "'policies'"]);
    expect(await database.failure("CALL db.index.fulltext.queryNodes('none', 'x')")).toContain(
      'Neo.ClientError.Procedure.ProcedureCallFailed',
    );
  });

  it('wait for indexes, which are always there, and leave rows as they are', async () => {
    const database = new Database();
    expect(await database.rows('CALL db.awaitIndexes(10)')).toEqual([]);
    expect(await database.rows('UNWIND [1, 2] AS x CALL db.awaitIndexes() RETURN x')).toEqual(['1', '2']);
  });

  it('name the version', async () => {
    const database = new Database();
    expect(await database.rows('CALL dbms.components() YIELD versions RETURN versions[0]')).toEqual([
      "'5.26.0'",
    ]);
  });
});

describe('a procedure of the user', () => {
  const squares: Procedure = {
    name: 'my.squares',
    mode: 'READ',
    description: 'The squares of the first numbers, without end where none is given.',
    arguments: [{ name: 'count', type: 'INTEGER', default: null }],
    results: [
      { name: 'root', type: 'INTEGER' },
      { name: 'square', type: 'INTEGER' },
    ],
    *call([count = null]) {
      const most = count === null ? Infinity : Number(count);
      for (let i = 1n; i <= most; i += 1n) yield [i, i * i];
    },
  };
  const database = (): Database => new Database(builtinProcedures.and([squares]));

  it('is called with its arguments, its columns renamed', async () => {
    expect(await database().rows('CALL my.squares(3)')).toEqual(['1 | 1', '2 | 4', '3 | 9']);
    expect(
      await database().rows('UNWIND [1, 2] AS n CALL my.squares(n) YIELD square AS s RETURN n, s'),
    ).toEqual(['1 | 1', '2 | 1', '2 | 4']);
    expect((await database().run('CALL my.squares', { count: 2n })).rows).toEqual([
      [1n, 1n],
      [2n, 4n],
    ]);
  });

  it('runs only as far as its rows are wanted', async () => {
    expect(await database().rows('CALL my.squares() YIELD square RETURN square LIMIT 2')).toEqual(['1', '4']);
    expect(
      await database().failure('CALL my.squares() YIELD square RETURN count(*)', {}, { timeoutMs: 50 }),
    ).toContain('TransactionTimedOut');
  });

  it('is not found where it is not registered', async () => {
    expect(await new Database().failure('CALL my.squares(3)')).toContain(
      'There is no procedure with the name `my.squares` registered for this database instance',
    );
  });
});
