import { describe, expect, it } from 'vitest';
import { Database } from '../statements.ts';

/** 1,000 people, 10 places, an index on the people's ids and names. */
async function people(): Promise<Database> {
  const database = new Database();
  await database.run('CREATE CONSTRAINT person_id FOR (n:Person) REQUIRE n.id IS UNIQUE');
  await database.run('CREATE INDEX person_age FOR (n:Person) ON (n.age)');
  await database.run('CREATE TEXT INDEX person_name FOR (n:Person) ON (n.name)');
  await database.run('UNWIND range(0, 9) AS i CREATE (:Place {id: i})');
  await database.run("UNWIND range(0, 999) AS i CREATE (:Person {id: i, age: i % 90, name: 'n' + i})");
  await database.run('MATCH (a:Person), (p:Place) WHERE a.id % 10 = p.id CREATE (a)-[:LIVES_IN]->(p)');
  return database;
}

const PLANS: readonly (readonly [string, readonly string[]])[] = [
  [
    'MATCH (n:Place) DETACH DELETE n',
    ['EmptyResult', 'DetachDelete n', 'NodeByLabelScan n:Place', 'Argument'],
  ],
  [
    'MATCH (n:Place)--(m) DETACH DELETE n',
    [
      'EmptyResult',
      'DetachDelete n',
      'Eager',
      'Expand(All) (n)-[]-(m)',
      'NodeByLabelScan n:Place',
      'Argument',
    ],
  ],
  ['MATCH (n) RETURN n', ['ProduceResults n', 'AllNodesScan n', 'Argument']],
  ['MATCH (n:Place) RETURN n', ['ProduceResults n', 'NodeByLabelScan n:Place', 'Argument']],
  [
    'MATCH (n:Person) RETURN count(n)',
    ['ProduceResults count(n)', 'NodeCountFromCountStore count((n:Person)) AS count(n)', 'Argument'],
  ],
  ['MATCH (n:Person {id: 7}) RETURN n', ['ProduceResults n', 'NodeUniqueIndexSeek n:Person(id)', 'Argument']],
  [
    'MATCH (n:Person) WHERE 20 < n.age <= 30 RETURN n.id',
    [
      'ProduceResults n.id',
      'Projection n.id',
      'Filter 20 < n.age <= 30 AND n.age <= 30',
      'NodeIndexSeekByRange n:Person(age)',
      'Argument',
    ],
  ],
  [
    "MATCH (n:Person) WHERE n.name STARTS WITH 'n9' RETURN n",
    ['ProduceResults n', "Filter n.name STARTS WITH 'n9'", 'NodeIndexSeekByText n:Person(name)', 'Argument'],
  ],
  [
    'UNWIND [1, 2] AS i MATCH (n:Person {id: i}) RETURN n',
    ['ProduceResults n', 'NodeUniqueIndexSeek n:Person(id)', 'Unwind [1, 2] AS i', 'Argument'],
  ],
  [
    'MATCH (a:Person)-[:LIVES_IN]->(p:Place) RETURN count(*)',
    [
      'ProduceResults count(*)',
      'EagerAggregation count(*)',
      'Filter a:Person',
      'Expand(All) (p)<-[:LIVES_IN]-(a)',
      'NodeByLabelScan p:Place',
      'Argument',
    ],
  ],
  [
    'MATCH (a:Person {id: 1})-[:LIVES_IN]->(p)<-[:LIVES_IN]-(b:Person {id: 11}) RETURN p',
    [
      'ProduceResults p',
      'Filter b:Person AND b.id = 11',
      'Expand(All) (p)<-[:LIVES_IN]-(b)',
      'Expand(All) (a)-[:LIVES_IN]->(p)',
      'NodeUniqueIndexSeek a:Person(id)',
      'Argument',
    ],
  ],
  [
    'MATCH (a)-[r:LIVES_IN]->(b) RETURN r',
    ['ProduceResults r', 'DirectedRelationshipTypeScan (a)-[r:LIVES_IN]->(b)', 'Argument'],
  ],
  [
    'MATCH (n:Place) RETURN n.id ORDER BY n.id LIMIT 3',
    ['ProduceResults n.id', 'Top n.id LIMIT 3', 'Projection n.id', 'NodeByLabelScan n:Place', 'Argument'],
  ],
  [
    'MATCH (n:Place) WHERE EXISTS { (n)<--() } RETURN n',
    ['ProduceResults n', 'Filter EXISTS { (n)<--() }', 'NodeByLabelScan n:Place', 'Argument'],
  ],
  [
    'MATCH (n:Place) WHERE EXISTS { (n)<--(p:Person) } RETURN n',
    [
      'ProduceResults n',
      'SemiApply EXISTS { (n)<--(p:Person) }',
      '  Filter p:Person',
      '  Expand(All) (n)<-[]-(p)',
      '  Argument n',
      'NodeByLabelScan n:Place',
      'Argument',
    ],
  ],
  [
    'MATCH (n:Place) CREATE (:Place)',
    ['EmptyResult', 'Create (:Place)', 'Eager', 'NodeByLabelScan n:Place', 'Argument'],
  ],
  [
    'MATCH (n:Place) CREATE (:Country)',
    ['EmptyResult', 'Create (:Country)', 'NodeByLabelScan n:Place', 'Argument'],
  ],
  [
    'UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n += row.with',
    [
      'EmptyResult',
      'Set n += row.with',
      'Merge (n:Person {id: row.id})',
      '  NodeUniqueIndexSeek n:Person(id)',
      '  Argument row',
      'Unwind $rows AS row',
      'Argument',
    ],
  ],
];

describe('the plan', () => {
  it.each(PLANS)('%s', async (statement, operators) => {
    const database = await people();
    expect(await database.plan(statement)).toEqual(operators);
  });

  it('finds the same, whichever way it goes', async () => {
    const database = await people();
    const before = 'MATCH (a:Person)-[:LIVES_IN]->(p:Place {id: 3}) WHERE a.age IN [3, 13] AND a.id < 200';
    const rows = await database.rows(`${before} RETURN a.id ORDER BY a.id`);
    await database.run('DROP INDEX person_age');
    await database.run('DROP CONSTRAINT person_id');
    expect(rows).toEqual(['3', '13', '93', '103', '183', '193']);
    expect(await database.rows(`${before} RETURN a.id ORDER BY a.id`)).toEqual(rows);
  });
});
