import { describe, expect, it } from 'vitest';
import { Database, talks } from '../statements.ts';

describe('CREATE', () => {
  it('counts nodes, relationships, labels and the properties that are not null', async () => {
    const database = new Database();
    expect(
      await database.counters("CREATE (a:A:B {x: 1, y: null})-[r:R {w: 2}]->(b:B {z: 'z'}), (c)<-[:S]-(a)"),
    ).toEqual({ nodesCreated: 3, relationshipsCreated: 2, labelsAdded: 3, propertiesSet: 3 });
    expect(await database.rows('MATCH (n) RETURN n ORDER BY size(labels(n))')).toEqual([
      '()',
      "(:B {z: 'z'})",
      '(:A:B {x: 1})',
    ]);
  });

  it('gives what it made, as a path too', async () => {
    const database = new Database();
    expect(await database.rows('CREATE p = (:A)-[:R]->(b:B) RETURN p, labels(b)')).toEqual([
      "(:A)-[:R]->(:B) | ['B']",
    ]);
  });

  it('makes one for each row', async () => {
    const database = new Database();
    expect(await database.counters('UNWIND range(1, 3000) AS x CREATE (:N {x: x})')).toEqual({
      nodesCreated: 3000,
      labelsAdded: 3000,
      propertiesSet: 3000,
    });
  });

  it('is seen by what comes after it, labels and types that the graph did not have included', async () => {
    const database = new Database();
    expect(
      await database.rows(
        'CREATE (:New)-[:NEW]->(:New) WITH 1 AS x MATCH (n:New) MATCH (n)-[:NEW]->(m) MATCH (n)-[:NEW*]->(o) RETURN count(*)',
      ),
    ).toEqual(['1']);
  });

  it('does all its work before LIMIT cuts rows', async () => {
    const database = new Database();
    expect(await database.rows('UNWIND range(1, 10) AS x CREATE (n:N {x: x}) RETURN n.x LIMIT 2')).toEqual([
      '1',
      '2',
    ]);
    expect(await database.rows('MATCH (n:N) RETURN count(n)')).toEqual(['10']);
  });

  it('does not see what it makes itself', async () => {
    const database = new Database();
    await database.run('CREATE (:N), (:N)');
    expect(await database.counters('MATCH (n:N) CREATE (:N)')).toEqual({ nodesCreated: 2, labelsAdded: 2 });
    expect(await database.counters('MATCH (a), (b) CREATE (a)-[:R]->(b)')).toEqual({
      relationshipsCreated: 16,
    });
    expect(await database.counters('MATCH (a)-[:R]->(b) CREATE (a)-[:R]->(b)')).toEqual({
      relationshipsCreated: 16,
    });
  });

  it('takes labels and types from expressions', async () => {
    const database = new Database();
    const given = { labels: ['A', 'B'], type: 'R' };
    expect(
      await database.rows('CREATE (a:$($labels))-[r:$($type)]->() RETURN labels(a), type(r)', given),
    ).toEqual(["['A', 'B'] | 'R'"]);
  });

  it('refuses what cannot be a property', async () => {
    const database = new Database();
    expect(await database.failure('CREATE (:N {x: {a: 1}})')).toContain(
      'Neo.ClientError.Statement.TypeError',
    );
    expect(await database.failure('CREATE (n:N) CREATE (:M {x: n})')).toContain(
      'Neo.ClientError.Statement.TypeError',
    );
    expect(await database.rows('MATCH (n) RETURN count(n)')).toEqual(['0']);
  });
});

describe('MERGE … SET n += map', () => {
  it('writes no key by which a later row is sought before all rows were sought', async () => {
    const database = new Database();
    const merge =
      'UNWIND [{id: 1, with: {x: 1}}, {id: 2, with: {id: 3}}, {id: 3, with: {x: 3}}, {id: 2, with: {x: 2}}] AS row MERGE (n:N {id: row.id}) SET n += row.with';
    expect(await database.counters(merge)).toEqual({ nodesCreated: 3, labelsAdded: 3, propertiesSet: 7 });
    expect(await database.rows('MATCH (n:N) RETURN n.id, n.x ORDER BY n.x')).toEqual([
      '1 | 1',
      '3 | 2',
      '3 | 3',
    ]);
  });

  it('finds by an index and between two nodes what rows before it made', async () => {
    const database = new Database();
    await database.run('CREATE CONSTRAINT FOR (n:N) REQUIRE n.id IS UNIQUE');
    const nodes = 'UNWIND range(1, 2000) AS i MERGE (n:N {id: i % 10}) SET n += {x: i}';
    expect(await database.counters(nodes)).toEqual({
      nodesCreated: 10,
      labelsAdded: 10,
      propertiesSet: 2010,
    });
    const relationships =
      'UNWIND range(1, 2000) AS i MATCH (a:N {id: i % 10}) MATCH (b:N {id: i % 5}) MERGE (a)-[r:R {id: i % 20}]->(b) SET r += {x: i}';
    expect(await database.counters(relationships)).toEqual({
      relationshipsCreated: 20,
      propertiesSet: 2020,
    });
    expect(await database.counters(relationships)).toEqual({ propertiesSet: 2000 });
  });
});

describe('MERGE', () => {
  it('makes what is not there and finds what is', async () => {
    const database = new Database();
    const statement =
      'MERGE (n:N {k: $k}) ON CREATE SET n.made = true ON MATCH SET n.found = coalesce(n.found, 0) + 1 RETURN n.made, n.found';
    expect(await database.rows(statement, { k: 1n })).toEqual(['true | null']);
    expect(await database.rows(statement, { k: 1n })).toEqual(['true | 1']);
    expect(await database.rows(statement, { k: 2n })).toEqual(['true | null']);
  });

  it('finds in a later row what an earlier one made', async () => {
    const database = new Database();
    expect(await database.counters('UNWIND [1, 2, 1, 1] AS k MERGE (n:N {k: k})')).toEqual({
      nodesCreated: 2,
      labelsAdded: 2,
      propertiesSet: 2,
    });
  });

  it('sets neighbouring properties of one variable together, from what was before', async () => {
    const database = new Database();
    await database.run('CREATE (:N {a: 1, b: 2}), (:M)');
    const rows = (set: string) => database.rows(`MATCH (n:N), (m:M) ${set} RETURN n.a, n.b, n.c`);
    expect(await rows('SET n.a = n.b, n.b = n.a')).toEqual(['2 | 1 | null']);
    expect(await rows('SET n.a = n.b SET n.b = n.a + 1')).toEqual(['1 | 2 | null']);
    expect(await rows('SET n.a = 5, m.x = 1, n.b = n.a')).toEqual(['5 | 5 | null']);
    expect(await database.counters("MATCH (n:N) SET n.a = 1, n['b2'] = null, n.a = 2")).toEqual({
      propertiesSet: 1,
    });
    await database.run('CREATE ({b2: 1})');
    expect(await database.counters("MATCH (n:N) SET n.a = 1, n['b2'] = null, n.a = 2")).toEqual({
      propertiesSet: 2,
    });
  });

  it('refuses a relationship whose node is null', async () => {
    const database = new Database();
    for (const clause of ['CREATE', 'MERGE']) {
      expect(await database.failure(`OPTIONAL MATCH (n:Nope) ${clause} (n)-[r:R]->(n)`)).toBe(
        'Neo.ClientError.Statement.ArgumentError: Failed to create relationship `r`, node `n` is missing.',
      );
    }
  });

  it('makes the whole path where any of it is missing', async () => {
    const database = new Database();
    await database.run('CREATE (:A {k: 1})');
    expect(await database.counters('MERGE (a:A {k: 1})-[:R]->(b:B)')).toEqual({
      nodesCreated: 2,
      relationshipsCreated: 1,
      labelsAdded: 2,
      propertiesSet: 1,
    });
    expect(await database.counters('MERGE (a:A {k: 1})-[:R]->(b:B)')).toEqual({});
  });

  it('of an undirected relationship finds either direction, and makes it from left to right', async () => {
    const database = new Database();
    await database.run('CREATE (:A), (:B)');
    expect(await database.counters('MATCH (a:A), (b:B) MERGE (b)-[:R]-(a)')).toEqual({
      relationshipsCreated: 1,
    });
    expect(await database.counters('MATCH (a:A), (b:B) MERGE (a)-[:R]-(b)')).toEqual({});
    expect(await database.rows('MATCH (b)-[:R]->(a) RETURN labels(b), labels(a)')).toEqual(["['B'] | ['A']"]);
  });

  it('matches as often as the pattern is there', async () => {
    const database = await talks();
    expect(await database.rows('MERGE (a:State) RETURN count(*)')).toEqual(['2']);
    expect(
      await database.counters(
        "MATCH (a {id: 'russia'}), (b {id: 'taliban'}) MERGE (a)-[r:URGED]->(b) SET r.seen = true",
      ),
    ).toEqual({ propertiesSet: 2 });
  });

  it('gives an element what an element of the same pattern was given', async () => {
    const database = new Database();
    await database.run("MERGE (a:A {name: 'q'})-[:URGED {what: a.name}]->(b:B {y: a.name})");
    const counters = await database.counters(
      "MERGE (b:B {y: a.name})<-[:URGED {what: a.name}]-(a:A {name: 'q'})",
    );
    expect(counters).toEqual({});
    expect(await database.rows('MATCH (:A)-[r:URGED]->(b) RETURN r.what, b.y')).toEqual(["'q' | 'q'"]);
    // an element is not there before its own properties, nor before those of an earlier one
    expect(await database.failure('MERGE (n:N {k: 1, l: n.k})')).toContain("'l': (:N {l: null})");
    expect(await database.failure('MERGE (b:N {k: a.x})-[:R]->(a:N {x: 1})')).toContain(
      "'k': (:N {k: null})",
    );
  });

  it('has no subquery in it', async () => {
    const database = new Database();
    expect(await database.failure('MERGE (n {k: COUNT { (:N) }})')).toContain(
      'not allowed in a MERGE clause',
    );
    expect(await database.failure('MERGE (n) ON MATCH SET n.k = EXISTS { (:N) }')).toContain(
      'not allowed in a MERGE clause',
    );
  });

  it('refuses a null, which would never be found again', async () => {
    const database = new Database();
    expect(await database.failure('MERGE (n:N {k: null})')).toContain(
      "Neo.ClientError.Statement.SemanticError: Cannot merge the following node because of null property value for 'k'",
    );
  });

  it('keeps a unique value unique', async () => {
    const database = new Database();
    await database.run('CREATE CONSTRAINT FOR (n:N) REQUIRE n.k IS UNIQUE');
    await database.run('UNWIND range(1, 100) AS k MERGE (:N {k: k % 10})');
    expect(await database.rows('MATCH (n:N) RETURN count(n)')).toEqual(['10']);
    expect(await database.failure('CREATE (:N {k: 1})')).toContain(
      'Neo.ClientError.Schema.ConstraintValidationFailed',
    );
  });
});

describe('SET and REMOVE', () => {
  it('sets, replaces, adds to and removes properties, counting each', async () => {
    const database = new Database();
    await database.run('CREATE (:N {a: 1, b: 2}), ({nothing: 1, nope: 1})');
    expect(await database.counters('MATCH (n:N) SET n.a = 10, n.c = 3, n.nothing = null')).toEqual({
      propertiesSet: 3,
    });
    // a key that no element ever had
    expect(await database.counters('MATCH (n:N) SET n.a = 10, n.unheard = null')).toEqual({
      propertiesSet: 1,
    });
    expect(await database.counters('MATCH (n:N) SET n += {unheard: null}')).toEqual({});
    expect(await database.counters('MATCH (n:N) SET n += {b: null, d: 4}')).toEqual({ propertiesSet: 2 });
    expect(await database.rows('MATCH (n:N) RETURN n')).toEqual(['(:N {a: 10, c: 3, d: 4})']);
    // each null of several is counted, whether or not there was a property; by itself it is not
    expect(await database.counters('MATCH (n:N) SET n += {nope: null}')).toEqual({ propertiesSet: 1 });
    expect(await database.counters('MATCH (n:N) SET n.nope = null')).toEqual({});
    expect(await database.counters('MATCH (n:N) SET n = {e: 5, nope: null}')).toEqual({ propertiesSet: 5 });
    expect(await database.counters('MATCH (n:N) SET n += {b: 1, c: 2, d: 3}')).toEqual({ propertiesSet: 3 });
    expect(await database.counters('MATCH (n:N) SET n = {e: 5}')).toEqual({ propertiesSet: 4 });
    expect(await database.counters('MATCH (n:N) REMOVE n.e, n.f')).toEqual({ propertiesSet: 1 });
    expect(await database.rows('MATCH (n:N) RETURN n')).toEqual(['(:N)']);
  });

  it('takes the name of a property from an expression', async () => {
    const database = new Database();
    expect(await database.rows("CREATE (n:N) SET n['a' + 'b'] = 1 RETURN n")).toEqual(['(:N {ab: 1})']);
  });

  it('copies the properties of another element', async () => {
    const database = new Database();
    expect(await database.rows('CREATE (a:A {x: 1}), (b:B {y: 2}) SET b = a RETURN b')).toEqual([
      '(:B {x: 1})',
    ]);
  });

  it('adds and removes labels, counting only what changes', async () => {
    const database = new Database();
    await database.run('CREATE (:N)');
    expect(await database.counters('MATCH (n:N) SET n:N:M')).toEqual({ labelsAdded: 1 });
    expect(await database.counters('MATCH (n:N) REMOVE n:M:Nobody')).toEqual({ labelsRemoved: 1 });
  });

  it('leaves null alone', async () => {
    const database = new Database();
    expect(await database.counters('OPTIONAL MATCH (n:Nobody) SET n.x = 1, n:L REMOVE n.y')).toEqual({});
  });

  it('reads what was there before the clause, whichever row comes first', async () => {
    const database = new Database();
    await database.run('UNWIND range(1, 3) AS x CREATE (:N {x: x})');
    expect(await database.rows('MATCH (n:N) SET n.x = n.x + 1 WITH n MATCH (m:N) RETURN sum(m.x)')).toEqual([
      '27',
    ]);
  });
});

describe('DELETE', () => {
  it('refuses a node that still has relationships, and leaves everything as it was', async () => {
    const database = await talks();
    expect(await database.failure("MATCH (n {id: 'us'}) DELETE n")).toContain(
      'Neo.ClientError.Schema.ConstraintValidationFailed: Cannot delete node',
    );
    expect(await database.rows('MATCH (n) RETURN count(n)')).toEqual(['5']);
  });

  it('takes relationships along with DETACH', async () => {
    const database = await talks();
    expect(await database.counters("MATCH (n {id: 'us'}) DETACH DELETE n")).toEqual({
      nodesDeleted: 1,
      relationshipsDeleted: 1,
    });
    expect(await database.counters('MATCH (n) DETACH DELETE n')).toEqual({
      nodesDeleted: 4,
      relationshipsDeleted: 5,
    });
  });

  it('deletes more nodes than a batch holds, in bounded memory', async () => {
    const database = new Database();
    await database.run('UNWIND range(1, 5000) AS x CREATE (:N)');
    const { summary } = await database.run('MATCH (n:N) DELETE n', {}, { maxMemoryBytes: 100_000 });
    expect(summary.counters.nodesDeleted).toBe(5000);
  });

  it('deletes once what comes in many rows, null and paths', async () => {
    const database = await talks();
    expect(
      await database.counters('MATCH p = ()-[:URGED]->() UNWIND [p, null] AS x DETACH DELETE x'),
    ).toEqual({
      nodesDeleted: 2,
      relationshipsDeleted: 6,
    });
  });

  it('lets nobody read what it deleted', async () => {
    const database = await talks();
    expect(await database.failure("MATCH (n {id: 'us'}) DETACH DELETE n RETURN n.id")).toContain(
      'Neo.ClientError.Statement.EntityNotFound',
    );
  });
});

describe('FOREACH', () => {
  it('does its updates for each item and gives the row on', async () => {
    const database = new Database();
    expect(
      await database.rows(
        'CREATE (a:A) FOREACH (x IN [1, 2, 3] | CREATE (a)-[:R]->(:B {x: x}) SET a.last = x) RETURN a',
      ),
    ).toEqual(['(:A {last: 3})']);
    expect(await database.rows('MATCH (:A)-[:R]->(b) RETURN sum(b.x)')).toEqual(['6']);
  });
});

describe('CALL { … } that writes', () => {
  it('leaves the rows as they are where it returns nothing', async () => {
    const database = new Database();
    expect(
      await database.rows('UNWIND [1, 2] AS x CALL (x) { UNWIND range(1, x) AS y CREATE (:N) } RETURN x'),
    ).toEqual(['1', '2']);
    expect(await database.rows('MATCH (n:N) RETURN count(n)')).toEqual(['3']);
  });

  it('gives what it made', async () => {
    const database = new Database();
    expect(
      await database.rows('UNWIND [1, 2] AS x CALL (x) { CREATE (n:N {x: x}) RETURN n } RETURN n.x'),
    ).toEqual(['1', '2']);
  });
});

describe('schema', () => {
  it('makes, shows and drops indexes and constraints', async () => {
    const database = new Database();
    expect(
      await database.counters('CREATE CONSTRAINT actor_id FOR (n:Actor) REQUIRE n.id IS UNIQUE'),
    ).toEqual({ constraintsAdded: 1 });
    expect(
      await database.counters('CREATE CONSTRAINT other IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE'),
    ).toEqual({});
    expect(await database.counters('CREATE INDEX names FOR (n:Actor) ON (n.name)')).toEqual({
      indexesAdded: 1,
    });
    expect(
      await database.rows(
        'SHOW INDEXES YIELD name, type, properties WHERE type = "RANGE" RETURN name, properties ORDER BY name',
      ),
    ).toEqual(["'actor_id' | ['id']", "'names' | ['name']"]);
    expect(await database.rows('SHOW CONSTRAINTS YIELD name, type, labelsOrTypes')).toEqual([
      "'actor_id' | 'UNIQUENESS' | ['Actor']",
    ]);
    expect(await database.counters('DROP CONSTRAINT actor_id')).toEqual({ constraintsRemoved: 1 });
    expect(await database.counters('DROP INDEX names')).toEqual({ indexesRemoved: 1 });
    expect(await database.counters('DROP INDEX names IF EXISTS')).toEqual({});
    expect(await database.failure('DROP INDEX names')).toContain('There is no such index');
  });

  it('refuses a constraint that the data breaks', async () => {
    const database = new Database();
    await database.run('CREATE (:N {k: 1}), (:N {k: 1})');
    expect(await database.failure('CREATE CONSTRAINT FOR (n:N) REQUIRE n.k IS UNIQUE')).toContain(
      'ConstraintCreationFailed',
    );
  });

  it('shows functions and procedures', async () => {
    const database = new Database();
    expect(await database.rows("SHOW FUNCTIONS YIELD name, aggregating WHERE name = 'count'")).toEqual([
      "'count' | true",
    ]);
    expect(await database.rows("SHOW PROCEDURES YIELD name, mode WHERE name = 'db.labels'")).toEqual([
      "'db.labels' | 'READ'",
    ]);
  });
});
