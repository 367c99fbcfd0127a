/**
 * Where this engine answers otherwise than Neo4j 5.26.30 on purpose, because Neo4j's answer is a fault or depends on its
 * plan; found by random statements. docs/neo4j-differences.md is made from this list and others.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../outcome.ts';
import type { RandomStatement } from './statement.ts';

export interface Oddity {
  readonly example: string;
  readonly entente: string;
  readonly neo4j: string;
  readonly reason: string;
  /** What tells a difference that has this reason; null where the generator makes no such statement. */
  readonly known: Known | null;
}

interface Known {
  readonly statement: RegExp;
  /** The code of the failure, or `rows`. */
  readonly entente: readonly string[];
  readonly neo4j: string;
}

const TYPE = 'Neo.ClientError.Statement.TypeError';
const SEMANTIC = 'Neo.ClientError.Statement.SemanticError';
const ARGUMENT = 'Neo.ClientError.Statement.ArgumentError';

export const ODDITIES: readonly Oddity[] = [
  {
    example: 'MATCH (n) WHERE n.number AND true RETURN n',
    entente: 'TypeError: a number is no truth value',
    neo4j: 'rows, and `RETURN n.number AND true` gives the number',
    reason:
      'Neo4j rewrites `x AND true` to `x`, and `x OR true` to `true`, without looking at the type of `x`.',
    known: { statement: /AND|OR/, entente: [TYPE], neo4j: 'rows' },
  },
  {
    example: 'WITH 1 AS x WHERE $word RETURN x',
    entente: 'TypeError when it runs',
    neo4j: 'SyntaxError',
    reason:
      'Neo4j compiles a statement for the types of its parameters; here it is read before they are known.',
    known: null,
  },
  {
    example: 'RETURN (true).hours',
    entente: 'TypeError when it runs, as the TCK has it',
    neo4j: 'SyntaxError',
    reason: 'A property of what has none; an item of what is no list.',
    // of what stands there, or of a variable that is one
    known: {
      statement: /\)\.\w|\b(?:-?\d+|true|false) AS (\w+)\b.*\b\1\.\w|\b[cv]\d+\[/,
      entente: [TYPE, 'rows'],
      neo4j: 'Neo.ClientError.Statement.SyntaxError',
    },
  },
  {
    example: 'MATCH (n) WHERE isEmpty(n.number) MATCH (m:NoSuch) RETURN n, m',
    entente: 'TypeError, or no rows, by which of the clauses is asked first',
    neo4j: 'no rows, or TypeError',
    reason:
      'A value of the wrong type fails only where a row comes to it, which is for each planner to choose.',
    known: null,
  },
  {
    example: 'CALL () { RETURN 1 AS x UNION ALL MATCH (n) RETURN 2 AS x } CREATE (m) RETURN count(*)',
    entente: 'one node for each row that there was',
    neo4j: 'more: the second part of the UNION finds what was made for the first',
    reason: 'A fault of Neo4j, whose plan lacks the barrier (Eager) between reading and writing.',
    // a later part of the UNION reads, and what is written comes after it
    known: {
      statement: /CALL \([^)]*\) \{.* UNION .*\bMATCH\b.*\}.*\b(CREATE|MERGE)\b/,
      entente: ['rows'],
      neo4j: 'rows',
    },
  },
  {
    example: 'MATCH (n) RETURN reverse(n.list)',
    entente: 'the list, the other way round',
    neo4j: 'TypeError: Expected a string or a list',
    reason: 'A fault of Neo4j: its `reverse` does not know the form in which a list is stored as a property.',
    known: null,
  },
  {
    example: 'MATCH (a) OPTIONAL MATCH (b {n: COUNT { MATCH (a)-->() RETURN 1 }})-->(c) RETURN a, b, c',
    entente: 'the nodes `b` with that number',
    neo4j: 'no `b`, though there are some',
    reason:
      'A fault of Neo4j: a query within the properties of a pattern is lost in an OPTIONAL MATCH of several steps.',
    known: null,
  },
  {
    example: "RETURN rtrim('aaa', 'a')",
    entente: "''",
    neo4j: "'a'",
    reason:
      'A fault of Neo4j: where every character is to go, the first stays; `ltrim` and `btrim` give the empty text.',
    known: null,
  },
  {
    example: 'MATCH (n) WHERE false DELETE n RETURN 1',
    entente: 'a statement that reads and writes (`rw`)',
    neo4j: 'one that reads (`r`)',
    reason: 'Neo4j tells the type of its plan, out of which it has taken what cannot come to be.',
    known: null,
  },
  {
    example: "RETURN split('🙂', '')",
    entente: "['🙂']",
    neo4j: 'two halves of a character',
    reason: 'A fault of Neo4j: it counts characters everywhere else, and here UTF-16 units.',
    known: null,
  },
  {
    example: 'MATCH p = (n) CALL (p) { WITH *, 1 AS one RETURN length(p) AS length } RETURN length',
    entente: 'rows',
    neo4j: 'SyntaxError: Variable `p` not defined',
    reason: 'A fault of Neo4j: `WITH *` loses a path that is imported; nodes, relationships and values stay.',
    known: {
      statement: /\bCALL \([^)]*\bp\d+\b[^)]*\) \{ WITH \*/,
      entente: ['rows', TYPE],
      neo4j: 'Neo.ClientError.Statement.SyntaxError',
    },
  },
  {
    example:
      'CALL () { MATCH p = shortestPath((a)-[*]-(b)) OPTIONAL MATCH q = ANY SHORTEST (a)-->+(b) RETURN 1 AS one } RETURN one',
    entente: 'rows',
    neo4j: 'SyntaxError: Mixing shortestPath/allShortestPaths with path selectors',
    reason:
      'A fault of Neo4j: it joins the clauses of a subquery and then refuses what it refuses within one; outside of CALL it does not.',
    known: {
      statement:
        /\bCALL \(.*(?:\b(?:allS|s)hortestPaths?\(.* SHORTEST | SHORTEST .*\b(?:allS|s)hortestPaths?\()/,
      entente: ['rows', TYPE],
      neo4j: 'Neo.ClientError.Statement.SyntaxError',
    },
  },
  {
    example: "RETURN replace('🙂', '', '-')",
    entente: "'-🙂-'",
    neo4j: "'-?-?-', the two halves of a character",
    reason: 'The same fault of Neo4j.',
    known: { statement: /\breplace\('[^']*🙂[^']*', '',/, entente: ['rows'], neo4j: 'rows' },
  },
  {
    example:
      'OPTIONAL MATCH p = allShortestPaths((a:A)-[*..3]-(b:NoSuch)) RETURN DISTINCT coalesce(a.x, 1) AS one, a.x AS x ORDER BY one',
    entente: '`1, null`',
    neo4j: '`null, null`, and `1, null` without ORDER BY',
    reason: 'A fault of Neo4j: what stands for a path that was not found spoils what is computed beside it.',
    known: {
      statement: /\bOPTIONAL MATCH \w+ = (?:allS|s)hortestPaths?\(.*\bDISTINCT\b.*\bcoalesce\(.* ORDER BY /,
      entente: ['rows'],
      neo4j: 'rows',
    },
  },
  {
    example: 'MATCH (n) SET n.two = $list[0..2]',
    entente: 'the first two, where `$list` is `[1, 2, null]`',
    neo4j: 'TypeError: Property values can only be of primitive types or arrays thereof',
    reason: 'A fault of Neo4j: it looks at the list that the slice is taken from, in which a null stands.',
    known: { statement: /= \(\$numbers\)\[[^\]]*\.\./, entente: ['rows'], neo4j: TYPE },
  },
  {
    example: 'MATCH (a)-[r]->() SET r.new = r.x, r.y = 1',
    entente: 'counts each `new` as set once some row has set one, a null too; so does Neo4j',
    neo4j: 'counts as many as its own order of rows gives',
    reason:
      'A key that no element has yet counts only with a value; which row comes first is for each planner to choose.',
    known: null,
  },
  {
    example: "RETURN date.truncate('fortnight', date())",
    entente: 'ArgumentError',
    neo4j: 'DatabaseError.Statement.ExecutionFailed',
    reason: 'An argument with a wrong value is not a fault of the database.',
    known: null,
  },
  {
    example: "RETURN replace('aaa', 'a', 'b', 1)",
    entente: "'baa'",
    neo4j: 'SyntaxError in Cypher 5',
    reason: 'The argument is of Cypher 25, and taken in either version.',
    known: null,
  },
  {
    example: "WITH null + 'a' AS x RETURN length(x)",
    entente: '`null`, or TypeError when it runs',
    neo4j: 'SyntaxError',
    reason:
      'Neo4j follows what a sum with a null or a property may be (text or a list); here only a type that is certain is refused before the statement runs.',
    // of a sum, or of a variable that is one
    known: {
      statement: /\blength\([^()]*\+|\+.* AS (\w+)\b.*\blength\(\1\)/,
      entente: [TYPE, 'rows'],
      neo4j: 'Neo.ClientError.Statement.SyntaxError',
    },
  },
  {
    example:
      'MATCH (n) RETURN keys(last(n.list)), reduce(t = 1, i IN n.list | t + i) * head(range(1, 2)), datetime() + n.number % 2, properties(n.day)',
    entente: '`null`, rows, or TypeError when it runs',
    neo4j: 'SyntaxError',
    reason:
      'Neo4j follows all the types that a value may have (what is in a list that is a property, a number of either kind); here only one that is certain.',
    known: {
      statement:
        /\bkeys\((?:last|head)\(|\b(?:last|head)\(\w+\.\w+\) AS (\w+)\b.*(?:\bkeys|\[)\(\1\)|\breduce\(.*\) \* head\(|\breduce\(.*\) AS (\w+)\b.*\bisEmpty\(\2\)|\+ \(\w+(?:\.\w+)? % \d+\)|\bproperties\((?:(?:last|head)\()?\w+\.\w+\)|\w\.\w+ AS (\w+)\b.*(?:[-[>]|MATCH )\(\3\)|\bduration(?:\.\w+)?\(.* \* [\d.]+\)+ =~|\bduration\(.* AS (\w+)\b.*\(-\4\)|\w\.\w+ AS (\w+)\b.*\bSET \5 \+=/,
      entente: [TYPE, ARGUMENT, SEMANTIC, 'rows'],
      neo4j: 'Neo.ClientError.Statement.SyntaxError',
    },
  },
  {
    example: "RETURN 'at ' + localtime('10:15'), localtime('10:15') + ' sharp'",
    entente: 'one text, as in Cypher 25',
    neo4j: 'SyntaxError in Cypher 5',
    reason: 'In Cypher 25 a text is joined with what is no list; so it is in either version.',
    known: {
      statement:
        /(?:['"]|\w\([^()]*\)) \+ (?:localdatetime|localtime|datetime|date|time|duration|point)\(|\b(?:localdatetime|localtime|datetime|date|time)\([^()]*\) \+ ['"]/,
      entente: ['rows', TYPE],
      neo4j: 'Neo.ClientError.Statement.SyntaxError',
    },
  },
  {
    example: 'MERGE p = (a)-[:R]->(b {x: length(p)}) RETURN b.x',
    entente: 'SyntaxError: `p` is not defined',
    neo4j: 'the number, of a path that is not there yet',
    reason: 'CREATE refuses the like in both: what is to be made does not depend on itself.',
    known: {
      statement: /\bMERGE (\w+) = .*\{[^}]*\blength\(\1\)/,
      entente: ['Neo.ClientError.Statement.SyntaxError'],
      neo4j: 'rows',
    },
  },
  {
    example: 'MERGE (a {x: b})-[:R]->(b)',
    entente: 'SemanticError: what `x` is to be is null, since there is no `b` yet',
    neo4j: 'TypeError: a node is no property',
    reason: 'Both refuse it; here the nodes are made after their properties are known.',
    known: {
      statement: /\bMERGE .*\{[^}]*: \w+\b/,
      entente: [SEMANTIC],
      neo4j: TYPE,
    },
  },
  {
    example:
      'MATCH p = (n) OPTIONAL MATCH q = ANY SHORTEST (a)-->+(b) WHERE (n)--({x: length(p)}) RETURN count(*)',
    entente: 'rows',
    neo4j: 'DatabaseError.Statement.ExecutionFailed',
    reason: 'A fault of Neo4j: its plan for a shortest path loses what a pattern in the predicate names.',
    known: {
      statement: /\bSHORTEST\b.* WHERE /,
      entente: ['rows'],
      neo4j: 'Neo.DatabaseError.Statement.ExecutionFailed',
    },
  },
];

/** A plan that was found to write nothing: see the list. */
const onlyReads = (embedded: Outcome, neo4j: Outcome): boolean =>
  !('code' in embedded) &&
  !('code' in neo4j) &&
  neo4j.queryType === 'r' &&
  isDeepStrictEqual({ ...embedded, queryType: 'r' }, neo4j);

/** Several properties of one element are set, and only their number differs: see the list. */
function countsNulls({ text }: RandomStatement, embedded: Outcome, neo4j: Outcome): boolean {
  if (
    'code' in embedded ||
    'code' in neo4j ||
    !/\bSET (?:\w+ \+= \{|(\w+)(?:\.|\[).*, \1(?:\.|\[))/.test(text)
  )
    return false;
  const { propertiesSet } = neo4j.counters;
  return isDeepStrictEqual({ ...embedded, counters: { ...embedded.counters, propertiesSet } }, neo4j);
}

const kind = (outcome: Outcome): string => ('code' in outcome ? outcome.code : 'rows');

/** Days have no nanoseconds. */
const NEVER_RIGHT = /\bdate\.truncate\(.*\{nanosecond/;

/** A wrong type in one part of a statement that another part may make superfluous. */
const spared = (statement: RandomStatement, embedded: string, neo4j: string): boolean =>
  (statement.wild || NEVER_RIGHT.test(statement.text)) &&
  [embedded, neo4j].includes(TYPE) &&
  [embedded, neo4j].includes('rows');

/** True where a difference is in the list. */
export function isKnown(statement: RandomStatement, embedded: Outcome, neo4j: Outcome): boolean {
  if (onlyReads(embedded, neo4j) || countsNulls(statement, embedded, neo4j)) return true;
  if (spared(statement, kind(embedded), kind(neo4j))) return true;
  return ODDITIES.some(
    ({ known }) =>
      known !== null &&
      known.entente.includes(kind(embedded)) &&
      known.neo4j === kind(neo4j) &&
      known.statement.test(statement.text),
  );
}
