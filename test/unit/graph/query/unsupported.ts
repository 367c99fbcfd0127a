/**
 * What Neo4j 5.26 or 2026.08 takes and this engine does not, or does otherwise, on purpose. `entente` is what the example
 * gives here: words of its failure, or its rows; a test runs each of them. Where TCK and Neo4j disagree: test/tck/neo4j.ts.
 */
export interface Unsupported {
  readonly what: string;
  readonly example: string;
  readonly entente: string;
  readonly neo4j: string;
  readonly reason: string;
}

const ONE_DATABASE = 'one database in one process: there are no users, roles, servers or other databases';
const NOT_STORED = 'a value of this type cannot be stored or compared here';
const administration = (example: string, what: string, neo4j: string): Unsupported => ({
  what,
  example,
  entente: 'Unsupported administration command',
  neo4j,
  reason: ONE_DATABASE,
});

export const UNSUPPORTED: readonly Unsupported[] = [
  administration('SHOW USERS', 'Users, roles and privileges', 'rows; privileges in the Enterprise edition'),
  administration(
    'CREATE DATABASE other',
    'Making and dropping databases and aliases',
    'in the Enterprise edition',
  ),
  administration('USE neo4j RETURN 1 AS x', 'USE', 'chooses the database'),
  administration('SHOW SERVERS', 'Servers of a cluster', 'in the Enterprise edition'),
  {
    ...administration('SHOW SETTINGS', 'SHOW SETTINGS', "the server's settings"),
    reason: "the settings are the operator's: `npm start -- --help` tells them",
  },
  {
    ...administration(
      'SHOW TRANSACTIONS',
      'SHOW TRANSACTIONS and TERMINATE TRANSACTIONS',
      'what runs, and an end to it',
    ),
    reason: 'a statement is stopped by whoever runs it, and by its time bound',
  },
  {
    ...administration('CREATE VECTOR INDEX v FOR (n:A) ON (n.x)', 'Vector indexes', 'an index'),
    reason: 'no search by nearness of vectors',
  },
  {
    what: 'Vectors: `vector()`, `vector.similarity.*`, `vector_distance` …',
    example: 'RETURN vector.similarity.cosine([1.0], [1.0]) AS x',
    entente: "Unknown function 'vector.similarity.cosine'",
    neo4j: '1.0',
    reason: NOT_STORED,
  },
  {
    what: 'The type UUID: `uuid()` and its kin (`randomUUID()` gives text, as in Neo4j)',
    example: 'CYPHER 25 RETURN uuid() AS x',
    entente: "Unknown function 'uuid'",
    neo4j: 'a UUID',
    reason: NOT_STORED,
  },
  {
    what: 'Reading dates and times by a pattern: `date(text, pattern)`',
    example: "CYPHER 25 RETURN date('03/02/2024', 'dd/MM/yyyy') AS x",
    entente: "Too many parameters for function 'date'",
    neo4j: '2024-02-03',
    reason: 'java.time reads by patterns leniently in ways that are not written down; ISO 8601 is read',
  },
  {
    what: '`format()` with letters that need a locale (`w`, `W`, `e`, `c`, `z`, `v`, `B`), and of a DURATION by pattern',
    example: "CYPHER 25 RETURN format(date('2024-02-03'), 'w') AS x",
    entente: 'An invalid character is used in the pattern',
    neo4j: '5',
    reason: 'when a week begins is a matter of the locale, which the store has not',
  },
  {
    what: 'Composite graphs: `graph.byName`, `graph.byElementId`',
    example: "RETURN graph.byName('x') AS x",
    entente: "Unknown function 'graph.byName'",
    neo4j: 'a graph, in a composite database',
    reason: ONE_DATABASE,
  },
  {
    what: 'Full-text analyzers but one',
    example:
      'CREATE FULLTEXT INDEX f FOR (n:A) ON EACH [n.x] OPTIONS {indexConfig: {`fulltext.analyzer`: "english"}}',
    entente: "No such full-text analyzer: 'english'. The one that there is: 'standard-no-stop-words'",
    neo4j: "an index with Lucene's analyzer for English",
    reason: "Lucene's stemmers and lists of stop words are not rebuilt",
  },
  {
    what: 'LOAD CSV in EXISTS, COUNT and COLLECT',
    example: "RETURN COUNT { LOAD CSV FROM 'file:///a.csv' AS row RETURN row } AS x",
    entente: 'use CALL () { … } instead',
    neo4j: 'the number of rows',
    reason: 'an expression cannot wait for a file',
  },
  {
    what: 'LOAD CSV from the network',
    example: "LOAD CSV FROM 'https://example.org/a.csv' AS row RETURN row",
    entente: 'LOAD CSV is off',
    neo4j: 'loads it',
    reason:
      'a store that can be asked by many must not fetch what they name; only files of one folder are read',
  },
  {
    what: 'CALL { … } IN TRANSACTIONS in an expression or in WHEN',
    example: 'RETURN COUNT { CALL () { RETURN 1 AS x } IN TRANSACTIONS RETURN x } AS c',
    entente: 'CALL { ... } IN TRANSACTIONS in an expression is not supported',
    neo4j: '1',
    reason: 'an expression cannot wait for a transaction',
  },
  {
    what: 'IN n CONCURRENT TRANSACTIONS: batches come one after another',
    example: 'UNWIND [1, 2] AS x CALL (x) { CREATE (:T) } IN 2 CONCURRENT TRANSACTIONS OF 1 ROW RETURN x',
    entente: '1\n2',
    neo4j: 'the same rows in any order',
    reason: 'there is one writer at a time, and each batch is on disk before the next begins',
  },
  {
    what: 'DISTINCT beside GROUP BY',
    example: 'CYPHER 25 UNWIND [1, 2] AS x RETURN DISTINCT count(*) AS c GROUP BY x',
    entente: '1',
    neo4j: 'two rows of 1 (2026.08.1 leaves DISTINCT out)',
    reason: 'DISTINCT says what it says',
  },
  {
    what: 'linenumber() after an aggregation',
    example: 'RETURN linenumber() AS x',
    entente: 'null',
    neo4j:
      'null; after an aggregation over the rows of LOAD CSV too, where it is here the line of the group’s first row',
    reason: 'the line is part of the row',
  },
  {
    what: 'Procedures of the server: `dbms.listConnections`, `dbms.listConfig`, `dbms.queryJmx`, `db.stats.*`, `tx.setMetaData` …',
    example: 'CALL dbms.listConnections()',
    entente: 'There is no procedure with the name `dbms.listConnections`',
    neo4j: 'rows',
    reason: 'they speak of Bolt connections, of the JVM and of the query collector',
  },
];
