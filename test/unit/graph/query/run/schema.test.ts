import { describe, expect, it } from 'vitest';
import { Database } from '../statements.ts';

describe('schema commands', () => {
  it('take the name of an index or constraint from a parameter', async () => {
    const database = new Database();
    await database.run('CREATE CONSTRAINT $name FOR (n:A) REQUIRE n.x IS UNIQUE', { name: 'c' });
    expect(await database.rows('SHOW CONSTRAINTS YIELD name')).toEqual(["'c'"]);
    await database.run('DROP CONSTRAINT $name', { name: 'c' });
    await database.run('DROP INDEX $name IF EXISTS', { name: 'c' });
    expect(await database.rows('SHOW CONSTRAINTS YIELD name')).toEqual([]);
    expect(await database.failure('CREATE INDEX $name FOR (n:A) ON (n.x)', { name: 1n })).toContain(
      'non-empty STRING',
    );
    expect(await database.failure('DROP INDEX $name')).toContain('Expected parameter(s): name');
  });

  it.each([
    ['CREATE RANGE INDEX FOR (n:A) ON (n.x) OPTIONS {nope: 1}', 'Invalid option provided'],
    ["CREATE RANGE INDEX FOR (n:A) ON (n.x) OPTIONS {indexProvider: 'text-2.0'}", 'specified index provider'],
    ['CREATE POINT INDEX FOR (n:A) ON (n.x) OPTIONS {indexConfig: {nope: 1}}', 'specified index config'],
    [
      'CREATE FULLTEXT INDEX FOR (n:A) ON EACH [n.x] OPTIONS {indexConfig: {`fulltext.analyzer`: "nope"}}',
      "No such full-text analyzer: 'nope'",
    ],
    ['CREATE TEXT INDEX FOR (n:A) ON (n.x, n.y)', 'Only single property text indexes are supported'],
  ])('refuse %s', async (statement, words) => {
    expect(await new Database().failure(statement)).toContain(words);
  });

  it('take the options that change nothing', async () => {
    const database = new Database();
    await database.run(
      "CREATE TEXT INDEX FOR (n:A) ON (n.x) OPTIONS {indexProvider: 'text-2.0', indexConfig: {}}",
    );
    const point =
      'CREATE POINT INDEX FOR (n:A) ON (n.p) OPTIONS {indexConfig: {`spatial.cartesian.min`: [-1.0, -1.0]}}';
    expect(await database.counters(point)).toEqual({ indexesAdded: 1 });
  });
});

describe('SHOW', () => {
  it('YIELD * gives every column that Neo4j has, FUNCTIONS those of the version', async () => {
    const database = new Database();
    const { fields } = await database.run('SHOW FUNCTIONS YIELD *');
    expect(fields).toContain('argumentDescription');
    expect(await database.rows("SHOW FUNCTIONS YIELD name WHERE name = 'coll.sort'")).toEqual([]);
    expect(await database.rows("CYPHER 25 SHOW FUNCTIONS YIELD name WHERE name = 'coll.sort'")).toEqual([
      "'coll.sort'",
    ]);
    expect(
      await database.rows("SHOW PROCEDURES YIELD name, option WHERE name = 'db.labels' RETURN option"),
    ).toEqual(['{deprecated: false}']);
  });
});

describe('db.schema.visualization', () => {
  it('draws labels as nodes and what joins them as relationships', async () => {
    const database = new Database();
    await database.run('CREATE INDEX FOR (n:A) ON (n.x)');
    await database.run('CREATE (:A)-[:R]->(:B), (:A)-[:R]->(:B)');
    expect(await database.rows('CALL db.schema.visualization()')).toEqual([
      "[(:A {constraints: [], indexes: ['x'], name: 'A'}), (:B {constraints: [], indexes: [], name: 'B'})] | [[:R {name: 'R'}]]",
    ]);
  });
});
