/** Where a wrong statement fails on Neo4j with another code, GQLSTATUS or place than on Entente, and why. */

export interface ErrorDifference {
  readonly statement: string;
  /** Code, status and its cause, and the offset of the place, where there is one. */
  readonly entente: string;
  readonly neo4j: string;
  readonly reason: string;
}

/** On the current release. */
export const CURRENT_DIFFERENCES: readonly ErrorDifference[] = [
  {
    statement: 'MATCH n RETURN n',
    entente: 'Statement.SyntaxError 42001/42I06 at 6',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 8',
    reason:
      'Neo4j takes the name for that of a path, and misses the "="; Entente says that a node stands in brackets',
  },
  {
    statement: 'MATCH (n) RETURN DISTINCT',
    entente: 'Statement.SyntaxError 42001/42I06 at 25',
    neo4j: 'Statement.SyntaxError 42001/42N62 at 17',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'MATCH (n) WHERE RETURN n',
    entente: 'Statement.SyntaxError 42001/42I06 at 16',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 23',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'MATCH (n) WHERE n.name = RETURN n',
    entente: 'Statement.SyntaxError 42001/42I06 at 25',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 32',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'RETURN 1; RETURN 2',
    entente: 'Statement.SyntaxError 42001/42I15 at 10',
    neo4j: 'Statement.SyntaxError 42001/42I15 at 0',
    reason: 'Entente points at the second statement',
  },
  {
    statement: 'MATCH (n:Actor:) RETURN n',
    entente: 'Statement.SyntaxError 42001/42I06 at 15',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 14',
    reason: 'Neo4j takes the sign for what has no place there; Entente misses the name after it',
  },
  {
    statement: 'MATCH (n:Actor|) RETURN n',
    entente: 'Statement.SyntaxError 42001/42I06 at 15',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 14',
    reason: 'Neo4j takes the sign for what has no place there; Entente misses the name after it',
  },
  {
    statement: 'RETURN CASE WHEN true THEN 1',
    entente: 'Statement.SyntaxError 42001/42I06 at 28',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 12',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'RETURN CASE END',
    entente: 'Statement.SyntaxError 42001/42I06 at 15',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 12',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: "RETURN 'it's'",
    entente: 'Statement.SyntaxError 42001/42I19 at 12',
    neo4j: 'Statement.SyntaxError 42001/42I06 at 11',
    reason: 'Neo4j reads on after the closing quotation mark; Entente sees the one that is not closed',
  },
  {
    statement: "RETURN '\\u12'",
    entente: 'Statement.SyntaxError 42001/42I47 at 8',
    neo4j: 'Statement.SyntaxError 42001/42I47 at 10',
    reason: '2026.08 points into the escape, 5.26 at its beginning, as Entente does',
  },
  {
    statement: 'RETURN 1 /* all of it',
    entente: 'Statement.SyntaxError 42001/42I02 at 9',
    neo4j: 'Statement.SyntaxError 42001/42I02 at 10',
    reason: 'Neo4j points at the star',
  },
  {
    statement: 'RETURN abs($name)',
    entente: 'Statement.TypeError 22N38/22N01',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 11',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'RETURN "a".b',
    entente: 'Statement.TypeError 42001/22NB1 at 7',
    neo4j: 'Statement.SyntaxError 42001/22NB1 at 7',
    reason:
      'the openCypher TCK has a TypeError (expressions/map/Map1 [6], expressions/graph/Graph6 [9], expressions/list/List1 [6])',
  },
  {
    statement: 'WITH 123 AS x RETURN x.y',
    entente: 'Statement.TypeError 22G03/22N27 at 21',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 21',
    reason:
      'the openCypher TCK has a TypeError (expressions/map/Map1 [6], expressions/graph/Graph6 [9], expressions/list/List1 [6])',
  },
  {
    statement: 'RETURN [1, 2]["a"]',
    entente: 'Statement.TypeError 22G03/22N27 at 14',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 14',
    reason:
      'the openCypher TCK has a TypeError (expressions/map/Map1 [6], expressions/graph/Graph6 [9], expressions/list/List1 [6])',
  },
  {
    statement: 'WITH $map AS m RETURN m[0]',
    entente: 'Statement.TypeError 22G03/22N01',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 24',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'WITH $list AS l RETURN l["a"]',
    entente: 'Statement.TypeError 22G03/22N01',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 23',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'WITH $half AS h RETURN 1 IN h',
    entente: 'Statement.TypeError 22G03/22N01',
    neo4j: 'an answer',
    reason: 'Neo4j compiles a statement for the types of its parameters',
  },
  {
    statement: 'MATCH (n) DELETE n.name',
    entente: 'Statement.SyntaxError 42001/22NB1 at 17',
    neo4j: 'Statement.SyntaxError 42001/22NB1 at 18',
    reason: 'Neo4j points at the dot; Entente at the whole expression',
  },
  {
    statement: 'MATCH (n) DELETE n:Actor',
    entente: 'Statement.SyntaxError 42001/42I26 at 17',
    neo4j: 'Statement.SyntaxError 42001/42I26 at 18',
    reason: 'Neo4j points at the operator of an expression; Entente at its beginning',
  },
  {
    statement: 'RETURN toString($map)',
    entente: 'Statement.TypeError 22N38/22N01',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 16',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'RETURN range(1, "a")',
    entente: 'Statement.ArgumentError 22G03/22N27',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 16',
    reason: 'the openCypher TCK has an ArgumentError (expressions/list/List11 [5])',
  },
  {
    statement: 'RETURN date.truncate("fortnight", date("2020-01-01"))',
    entente: 'Statement.ArgumentError 22000/22N11',
    neo4j: 'DatabaseError.Statement.ExecutionFailed 50N00',
    reason: 'Neo4j has no status for it',
  },
  {
    statement: 'RETURN 1 LIMIT $limit',
    entente: 'Statement.SyntaxError 22003/22N03',
    neo4j: 'Statement.ArgumentError 22003/22N03',
    reason: 'the openCypher TCK has a SyntaxError (clauses/return-skip-limit/ReturnSkipLimit1 [6])',
  },
  {
    statement: 'RETURN 1 LIMIT $half',
    entente: 'Statement.SyntaxError 22003/22N03',
    neo4j: 'Statement.ArgumentError 22003/22N03',
    reason: 'the openCypher TCK has a SyntaxError (clauses/return-skip-limit/ReturnSkipLimit1 [6])',
  },
  {
    statement: 'RETURN 1 LIMIT $name',
    entente: 'Statement.SyntaxError 22003/22N03',
    neo4j: 'Statement.SyntaxError 22G03/22N27 at 15',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'RETURN 1 AS a, 2 AS a',
    entente: 'Statement.SyntaxError 42001/42N38 at 7',
    neo4j: 'Statement.SyntaxError 42001/42N38 at 20',
    reason: '2026.08 points at the second column, 5.26 at the first, as Entente does',
  },
  {
    statement: 'MATCH (a)-[r]->(b)-[r]->(c) RETURN a',
    entente: 'Statement.SyntaxError 42001/42N59 at 20',
    neo4j: 'an answer',
    reason: 'the openCypher TCK has a SyntaxError (clauses/match/Match3 [29])',
  },
  {
    statement: 'CREATE (a WHERE a.x = 1)',
    entente: 'Statement.SyntaxError 42001/42I32 at 16',
    neo4j: 'Statement.SyntaxError 42001/42I32 at 20',
    reason: 'Neo4j points at the operator of an expression; Entente at its beginning',
  },
  {
    statement: 'RETURN size((a)-->())',
    entente: 'Statement.SyntaxError 42001/42I34 at 12',
    neo4j: 'Statement.SyntaxError 42001/42N29 at 13',
    reason: 'Neo4j names the variable first',
  },
  {
    statement: 'MATCH p = shortestPath((a)-[*2..3]->(b)) RETURN p',
    entente: 'Statement.SyntaxError 42001/42I08 at 26',
    neo4j: 'Statement.SyntaxError 42001/42I08 at 29',
    reason: 'Neo4j points at the number or sign inside the relationship; Entente at the relationship',
  },
  {
    statement: 'CYPHER 25 MATCH REPEATABLE ELEMENTS (a)-->+(b) RETURN a',
    entente: 'Statement.SyntaxError 42001/42N53 at 39',
    neo4j: 'Statement.SyntaxError 42001/42N53 at 36',
    reason: 'Neo4j points at the number or sign inside the relationship; Entente at the relationship',
  },
  {
    statement: 'MATCH (n:Event) CREATE (n)-[:R]->(m) WITH n, m DETACH DELETE m CREATE (n)-[:R]->(m)',
    entente: 'Statement.EntityNotFound 25N13',
    neo4j: 'Statement.EntityNotFound 50N00',
    reason: 'Neo4j tells the internal failure to load it',
  },
  {
    statement: 'CREATE CONSTRAINT FOR (e:Actor) REQUIRE e.iso IS NOT NULL',
    entente: 'DatabaseError.Schema.ConstraintCreationFailed 50N11/22N77',
    neo4j: 'DatabaseError.Schema.ConstraintCreationFailed 50N11/51N27',
    reason: "Neo4j's Community Edition has no such constraints",
  },
];

/** On the LTS release, whose statuses are left out: it gives few. */
export const LTS_DIFFERENCES: readonly ErrorDifference[] = [
  {
    statement: 'MATCH n RETURN n',
    entente: 'Statement.SyntaxError at 6',
    neo4j: 'Statement.SyntaxError at 8',
    reason:
      'Neo4j takes the name for that of a path, and misses the "="; Entente says that a node stands in brackets',
  },
  {
    statement: 'MATCH (n) RETURN DISTINCT',
    entente: 'Statement.SyntaxError at 25',
    neo4j: 'Statement.SyntaxError at 17',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'MATCH (n) WHERE RETURN n',
    entente: 'Statement.SyntaxError at 16',
    neo4j: 'Statement.SyntaxError at 23',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'MATCH (n) WHERE n.name = RETURN n',
    entente: 'Statement.SyntaxError at 25',
    neo4j: 'Statement.SyntaxError at 32',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'RETURN 1; RETURN 2',
    entente: 'Statement.SyntaxError at 10',
    neo4j: 'Statement.SyntaxError at 0',
    reason: 'Entente points at the second statement',
  },
  {
    statement: 'MATCH (n:Actor:) RETURN n',
    entente: 'Statement.SyntaxError at 15',
    neo4j: 'Statement.SyntaxError at 14',
    reason: 'Neo4j takes the sign for what has no place there; Entente misses the name after it',
  },
  {
    statement: 'MATCH (n:Actor|) RETURN n',
    entente: 'Statement.SyntaxError at 15',
    neo4j: 'Statement.SyntaxError at 14',
    reason: 'Neo4j takes the sign for what has no place there; Entente misses the name after it',
  },
  {
    statement: 'RETURN CASE WHEN true THEN 1',
    entente: 'Statement.SyntaxError at 28',
    neo4j: 'Statement.SyntaxError at 12',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: 'RETURN CASE END',
    entente: 'Statement.SyntaxError at 15',
    neo4j: 'Statement.SyntaxError at 12',
    reason:
      "no keyword is reserved in Neo4j, which reads this one as a variable and stumbles later; Entente takes a clause's keyword for one",
  },
  {
    statement: "RETURN 'it's'",
    entente: 'Statement.SyntaxError at 12',
    neo4j: 'Statement.SyntaxError at 11',
    reason: 'Neo4j reads on after the closing quotation mark; Entente sees the one that is not closed',
  },
  {
    statement: 'RETURN 1 /* all of it',
    entente: 'Statement.SyntaxError at 9',
    neo4j: 'Statement.SyntaxError at 10',
    reason: 'Neo4j points at the star',
  },
  {
    statement: 'RETURN duration({dayz: 1})',
    entente: 'Statement.ArgumentError',
    neo4j: 'DatabaseError.Statement.ExecutionFailed',
    reason: 'a failure of the server in 5.26; 2026.08 has the code that Entente gives',
  },
  {
    statement: 'RETURN abs($name)',
    entente: 'Statement.TypeError',
    neo4j: 'Statement.SyntaxError at 11',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'RETURN "a".b',
    entente: 'Statement.TypeError at 7',
    neo4j: 'Statement.SyntaxError at 7',
    reason:
      'the openCypher TCK has a TypeError (expressions/map/Map1 [6], expressions/graph/Graph6 [9], expressions/list/List1 [6])',
  },
  {
    statement: 'WITH 123 AS x RETURN x.y',
    entente: 'Statement.TypeError at 21',
    neo4j: 'Statement.SyntaxError at 21',
    reason:
      'the openCypher TCK has a TypeError (expressions/map/Map1 [6], expressions/graph/Graph6 [9], expressions/list/List1 [6])',
  },
  {
    statement: 'RETURN [1, 2]["a"]',
    entente: 'Statement.TypeError at 14',
    neo4j: 'Statement.SyntaxError at 14',
    reason:
      'the openCypher TCK has a TypeError (expressions/map/Map1 [6], expressions/graph/Graph6 [9], expressions/list/List1 [6])',
  },
  {
    statement: 'WITH $map AS m RETURN m[0]',
    entente: 'Statement.TypeError',
    neo4j: 'Statement.SyntaxError at 24',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'WITH $list AS l RETURN l["a"]',
    entente: 'Statement.TypeError',
    neo4j: 'Statement.SyntaxError at 23',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'WITH $half AS h RETURN 1 IN h',
    entente: 'Statement.TypeError',
    neo4j: 'an answer',
    reason: 'Neo4j compiles a statement for the types of its parameters',
  },
  {
    statement: 'RETURN toString($map)',
    entente: 'Statement.TypeError',
    neo4j: 'Statement.SyntaxError at 16',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'RETURN range(1, "a")',
    entente: 'Statement.ArgumentError',
    neo4j: 'Statement.SyntaxError at 16',
    reason: 'the openCypher TCK has an ArgumentError (expressions/list/List11 [5])',
  },
  {
    statement: 'RETURN substring("abc", -1)',
    entente: 'Statement.ArgumentError',
    neo4j: 'DatabaseError.Statement.ExecutionFailed',
    reason: 'a failure of the server in 5.26; 2026.08 has the code that Entente gives',
  },
  {
    statement: 'RETURN left("abc", -1)',
    entente: 'Statement.ArgumentError',
    neo4j: 'DatabaseError.Statement.ExecutionFailed',
    reason: 'a failure of the server in 5.26; 2026.08 has the code that Entente gives',
  },
  {
    statement: 'RETURN duration({days: "a"})',
    entente: 'Statement.TypeError',
    neo4j: 'DatabaseError.Statement.ExecutionFailed',
    reason: 'a failure of the server in 5.26; 2026.08 has the code that Entente gives',
  },
  {
    statement: 'RETURN date.truncate("fortnight", date("2020-01-01"))',
    entente: 'Statement.ArgumentError',
    neo4j: 'DatabaseError.Statement.ExecutionFailed',
    reason: 'Neo4j has no status for it',
  },
  {
    statement: 'RETURN 1 LIMIT $limit',
    entente: 'Statement.SyntaxError',
    neo4j: 'Statement.ArgumentError',
    reason: 'the openCypher TCK has a SyntaxError (clauses/return-skip-limit/ReturnSkipLimit1 [6])',
  },
  {
    statement: 'RETURN 1 LIMIT $half',
    entente: 'Statement.SyntaxError',
    neo4j: 'Statement.ArgumentError',
    reason: 'the openCypher TCK has a SyntaxError (clauses/return-skip-limit/ReturnSkipLimit1 [6])',
  },
  {
    statement: 'RETURN 1 LIMIT $name',
    entente: 'Statement.SyntaxError',
    neo4j: 'Statement.SyntaxError at 15',
    reason:
      'Neo4j compiles a statement for the types of its parameters; Entente compiles it once, and fails when it runs',
  },
  {
    statement: 'MATCH (a)-[r]->(b)-[r]->(c) RETURN a',
    entente: 'Statement.SyntaxError at 20',
    neo4j: 'an answer',
    reason: 'the openCypher TCK has a SyntaxError (clauses/match/Match3 [29])',
  },
  {
    statement: 'CREATE (a WHERE a.x = 1)',
    entente: 'Statement.SyntaxError at 16',
    neo4j: 'Statement.SyntaxError at 20',
    reason: 'Neo4j points at the operator of an expression; Entente at its beginning',
  },
  {
    statement: 'RETURN size((a)-->())',
    entente: 'Statement.SyntaxError at 12',
    neo4j: 'Statement.SyntaxError at 13',
    reason: 'Neo4j names the variable first',
  },
  {
    statement: 'MATCH p = shortestPath((a)-[*2..3]->(b)) RETURN p',
    entente: 'Statement.SyntaxError at 26',
    neo4j: 'Statement.SyntaxError at 29',
    reason: 'Neo4j points at the number or sign inside the relationship; Entente at the relationship',
  },
  {
    statement: 'CYPHER 25 MATCH REPEATABLE ELEMENTS (a)-->+(b) RETURN a',
    entente: 'Statement.SyntaxError at 39',
    neo4j: 'Statement.ArgumentError',
    reason: '5.26 has no Cypher 25',
  },
  {
    statement: 'CYPHER 25 MATCH ACYCLIC (a)-->+(b), (c) RETURN a',
    entente: 'Statement.SyntaxError at 16',
    neo4j: 'Statement.ArgumentError',
    reason: '5.26 has no Cypher 25',
  },
];
