/**
 * Where Neo4j 5.26.30 does not do as the TCK has it, and this engine does: measured by running the TCK on Neo4j. A test of
 * what both answer must leave these out.
 */
export interface Difference {
  /** An outline is named without the number of an example, though it may be some of them only. */
  readonly scenarios: readonly string[];
  readonly example: string;
  readonly tck: string;
  readonly neo4j: string;
}

export const NEO4J_DIFFERS: readonly Difference[] = [
  {
    scenarios: ['expressions/list/List11 [2]', 'expressions/list/List11 [3]'],
    example: 'RETURN range(0, 1, -123)',
    tck: 'an empty list: the step leads away from the end',
    neo4j: '`[0]`',
  },
  {
    scenarios: ['clauses/match/Match3 [29]'],
    example: 'MATCH (a)-[r]->()-[r]->(a) RETURN r',
    tck: 'SyntaxError: one variable for two relationships',
    neo4j: 'no rows',
  },
  {
    scenarios: ['clauses/return-orderby/ReturnOrderBy6 [5]'],
    example: 'MATCH (a)--(b) RETURN a.x + b.x, count(*) AS c ORDER BY a.x + b.x + count(*)',
    tck: 'SyntaxError: `a.x` and `b.x` are no grouping keys',
    neo4j: 'rows: an expression that is returned as a whole is one',
  },
  {
    scenarios: ['clauses/with-orderBy/WithOrderBy4 [20]'],
    example: 'MATCH (a)--(b) WITH a.x + b.x, count(*) AS c ORDER BY a.x + b.x + count(*) RETURN *',
    tck: 'SyntaxError about the grouping keys',
    neo4j: 'SyntaxError about the missing alias',
  },
  {
    scenarios: [
      'clauses/return-skip-limit/ReturnSkipLimit1 [6]',
      'clauses/return-skip-limit/ReturnSkipLimit1 [8]',
      'clauses/return-skip-limit/ReturnSkipLimit2 [10]',
      'clauses/return-skip-limit/ReturnSkipLimit2 [11]',
      'clauses/return-skip-limit/ReturnSkipLimit2 [14]',
      'clauses/return-skip-limit/ReturnSkipLimit2 [15]',
    ],
    example: 'RETURN 1 LIMIT $limit // -1, 1.5',
    tck: 'SyntaxError when it runs',
    neo4j: 'ArgumentError when it runs',
  },
  {
    scenarios: ['expressions/graph/Graph6 [9]', 'expressions/map/Map1 [6]'],
    example: 'WITH 123 AS x RETURN x.y',
    tck: 'TypeError',
    neo4j: 'SyntaxError',
  },
  {
    scenarios: [
      'expressions/list/List1 [6]',
      'expressions/list/List1 [7]',
      'expressions/list/List1 [8]',
      'expressions/list/List1 [9]',
    ],
    example: "WITH [1, 2] AS x RETURN x['a'] // also: true[0], and the same by parameter",
    tck: 'TypeError',
    neo4j: 'SyntaxError',
  },
  {
    scenarios: ['expressions/list/List11 [5]'],
    example: "RETURN range(0, 'a', 1)",
    tck: 'ArgumentError when it runs',
    neo4j: 'SyntaxError',
  },
  {
    scenarios: ['expressions/map/Map2 [6]', 'expressions/map/Map2 [8]'],
    example: "WITH $map AS x, $key AS k RETURN x[k] // {name: 'a'}[0], 100['a']",
    tck: 'TypeError when it runs',
    neo4j: 'SyntaxError: the types of parameters are known when the statement is compiled',
  },
  {
    scenarios: ['clauses/call/Call1 [11]'],
    example: 'CALL test.my.proc',
    tck: 'ParameterMissing before it runs',
    neo4j: 'fails with another type or in another phase',
  },
];
