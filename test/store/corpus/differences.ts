/**
 * Where Entente answers otherwise than Neo4j, and why. Each is checked to differ still, on the releases that it names,
 * and to be the same on the other; the page docs/neo4j-differences.md is made from this list and others.
 */
export type Version = '5.26' | '2026.08';

export interface CorpusDifference {
  /** Statements of the corpus that differ for this reason, the best example first. */
  readonly statements: readonly [string, ...string[]];
  /** What Entente answers to the first of them. */
  readonly entente: string;
  readonly neo4j: string;
  readonly reason: string;
  /** The releases of Neo4j that differ from Entente; where it is one, Entente does as the other. */
  readonly versions: readonly Version[];
}

const BOTH: readonly Version[] = ['5.26', '2026.08'];
const OLD: readonly Version[] = ['5.26'];
const NEW: readonly Version[] = ['2026.08'];

export const DIFFERENCES: readonly CorpusDifference[] = [
  {
    statements: [
      'RETURN [1, 2]["a"]',
      'RETURN "abc".x',
      'RETURN "abc"[0]',
      'RETURN [1, 2, 3][1.5]',
      'WITH 1.5 AS i RETURN [1, 2, 3][i]',
      'WITH 1 AS x RETURN x[0]',
      'MATCH ()-[r*]->() WHERE r.id = 1 RETURN r',
    ],
    entente: 'a TypeError',
    neo4j: 'a SyntaxError',
    reason: 'The TCK has a TypeError for access to what has no properties or items (Map1, List1, Graph6).',
    versions: BOTH,
  },
  {
    statements: ['RETURN range(0, 1.5)', 'RETURN range("a", 1)'],
    entente: 'an ArgumentError when it runs',
    neo4j: 'a SyntaxError',
    reason: 'The TCK has it so (List11 [5]).',
    versions: BOTH,
  },
  {
    statements: ['MATCH (a)-[r]->(b)-[r]->(c) RETURN a'],
    entente: 'a SyntaxError: one variable for two relationships',
    neo4j: 'no rows',
    reason: 'The TCK has it so (Match3 [29]): it can only be a slip.',
    versions: BOTH,
  },
  {
    statements: ['UNWIND [3, 1, 2] AS x RETURN x LIMIT $none'],
    entente: 'a SyntaxError',
    neo4j: 'a TypeError that names a Java class',
    reason:
      'A LIMIT that is no whole number is a SyntaxError in the TCK (ReturnSkipLimit2), null among them.',
    versions: BOTH,
  },
  {
    statements: ['CREATE (n:A $id)'],
    entente: 'a TypeError when it runs',
    neo4j: 'a SyntaxError',
    reason:
      'Neo4j compiles a statement anew for other types of parameters; here it is compiled once, and the parameter looked at when it runs.',
    versions: BOTH,
  },
  {
    statements: ['CREATE (a)-[r:$(["A", "B"])]->(b) RETURN type(r)'],
    entente: 'a TypeError when it runs',
    neo4j: 'a SyntaxError',
    reason: 'Neo4j counts the types of a literal list when it compiles; the fault is the same.',
    versions: BOTH,
  },
  {
    statements: [
      'RETURN 9007199254740993 = 9007199254740992.0, 9007199254740993 > 9007199254740992.0, 9007199254740992 = 9007199254740992.0',
      'RETURN 9223372036854775807 = 9223372036854775807.0, 9223372036854775807 < 9223372036854775808.0, 9223372036854775807 IN [9223372036854775808.0]',
    ],
    entente: '`false, true, true`: an INTEGER and a FLOAT are compared exactly',
    neo4j: '`true, false, true`',
    reason:
      'Neo4j rounds literals to FLOAT when it compiles them; the same numbers from a property, a parameter or UNWIND it compares exactly, as Entente does.',
    versions: BOTH,
  },
  {
    statements: ['RETURN round(1e300)'],
    entente: '`1.0E300`',
    neo4j: '`9.223372036854776E18`',
    reason: "Neo4j rounds by way of Java's 64-bit integers, which end there; a FLOAT does not.",
    versions: BOTH,
  },
  {
    statements: ['RETURN round(1.25, 1, "UNNECESSARY")'],
    entente: 'an ArgumentError',
    neo4j: 'Neo.DatabaseError.Statement.ExecutionFailed',
    reason: "Neo4j passes on Java's exception as a fault of the database; it is one of the argument.",
    versions: BOTH,
  },
  {
    statements: [
      'RETURN date.truncate("nope", date("2020-01-01"))',
      'RETURN date.truncate("Month", date("2020-05-17")), datetime.truncate("DAY", datetime("2020-05-17T11:22Z"))',
    ],
    entente: 'an ArgumentError',
    neo4j: 'Neo.DatabaseError.Statement.ExecutionFailed',
    reason: "Neo4j passes on Java's exception as a fault of the database; it is one of the argument.",
    versions: BOTH,
  },
  {
    statements: ['RETURN toInteger("١٢")'],
    entente: '`null`',
    neo4j: '`12`',
    reason: "Java reads the digits of every script; Cypher's own numbers are written in ASCII.",
    versions: BOTH,
  },
  {
    statements: ['RETURN toFloat("0x1p3")'],
    entente: '`null`',
    neo4j: '`8.0`',
    reason: 'Java reads hexadecimal floating-point numbers; Cypher has none.',
    versions: BOTH,
  },
  {
    statements: ['RETURN split("a😀b", "")'],
    entente: "`['a', '😀', 'b']`",
    neo4j: "`['a', '?', '?', 'b']`",
    reason:
      'Neo4j cuts a character beyond U+FFFF into halves that stand for nothing, though it counts it as one in size().',
    versions: BOTH,
  },
  {
    statements: ['RETURN "\\U0001F600"'],
    entente: '`😀`',
    neo4j: '`\\U0001F600`, as written',
    reason: 'openCypher has escapes of eight digits.',
    versions: BOTH,
  },
  {
    statements: ['RETURN trim(BOTH "xy" FROM "xyaxy")'],
    entente: "`'a'`",
    neo4j: 'an ArgumentError: one character only',
    reason: 'It does what `btrim("xyaxy", "xy")` does, in both.',
    versions: BOTH,
  },
  {
    statements: ['RETURN "aa" =~ "(a)\\\\1"', 'RETURN "ab" =~ "a(?=b)b"'],
    entente: 'a SemanticError: invalid regular expression',
    neo4j: '`true`',
    reason:
      'Regular expressions take time in proportion to the text, whatever the pattern, so that none can hang the server; look-around and back references cannot be had so.',
    versions: BOTH,
  },
  {
    statements: [
      'WITH [1, 2, 3] AS xs RETURN xs[0..9223372036854775807], xs[-9223372036854775808..2]',
      'RETURN substring("hello", 9223372036854775807)',
    ],
    entente: '`[1, 2, 3], [1, 2]`',
    neo4j: 'an error: not an integer of 32 bits',
    reason: 'The positions of Java are of 32 bits; an INTEGER is a position like any other here.',
    versions: BOTH,
  },
  {
    statements: ['RETURN duration({years: 9223372036854775807})'],
    entente: 'an ArgumentError: it overflows',
    neo4j: '`P-1Y`',
    reason: 'Neo4j does not notice that twelve times so many months overflow.',
    versions: BOTH,
  },
  {
    statements: ['RETURN duration("P1D") / 0.0'],
    entente: 'an ArithmeticError: / by zero, as by 0',
    neo4j: '`PT0S`',
    reason: "Java's cast makes 0 of what is not a number.",
    versions: BOTH,
  },
  {
    statements: ['RETURN datetime({year: 2020, epochSeconds: 0})'],
    entente: '`1970-01-01T00:00:00Z`',
    neo4j: '`2020-01-01T00:00:00Z`',
    reason: 'An instant counted from the epoch is complete; Neo4j takes the year and forgets it.',
    versions: BOTH,
  },
  {
    statements: ['WITH localtime("10:20") AS t RETURN t["hour"]'],
    entente: 'a SyntaxError',
    neo4j: '`10` in 5.26; a SyntaxError since',
    reason: 'Components are read by `t.hour`.',
    versions: OLD,
  },
  {
    statements: ['MATCH p = shortestPath((a {id: "us"})-->(b)) RETURN p'],
    entente: 'the paths to every other node',
    neo4j: 'Neo.DatabaseError.Statement.ExecutionFailed',
    reason:
      'Neo4j refuses a search whose ends may be the same node (a setting allows it); from a node to itself there is no path to give.',
    versions: BOTH,
  },
  {
    statements: [
      'MATCH (n {id: "kabul"}) DELETE n SET n.x = 1',
      'MATCH (n {id: "kabul"}) DELETE n REMOVE n.x',
    ],
    entente: 'EntityNotFound',
    neo4j: 'the change is counted and lost',
    reason:
      'What was deleted in the same statement cannot be changed; to read a property of it fails in both.',
    versions: BOTH,
  },
  {
    statements: ['MATCH ()-[r {id: "u1"}]->() DELETE r RETURN r'],
    entente: 'the relationship, without properties',
    neo4j: 'the relationship, without properties and type',
    reason: 'A deleted relationship keeps its type for `type(r)`, as the TCK has it (Return2 [15]).',
    versions: BOTH,
  },
  {
    statements: ['MATCH ()-[r {id: "u1"}]->() DELETE r RETURN startNode(r).id'],
    entente: 'EntityNotFound',
    neo4j: '`null`',
    reason: 'A deleted relationship joins nothing.',
    versions: BOTH,
  },
  {
    statements: [
      'RETURN "a" + true',
      'RETURN true + "a"',
      'RETURN "a" + date("2020-01-01")',
      'RETURN "a" + duration("P1D")',
      'RETURN "a" + point({x: 1, y: 2})',
      'RETURN date("2020-01-01") + "x"',
    ],
    entente: "`'atrue'`",
    neo4j: 'a SyntaxError in 5.26',
    reason: 'Neo4j joins texts with more types since.',
    versions: OLD,
  },
  {
    statements: ['RETURN null / 0'],
    entente: '`null`',
    neo4j: 'an ArithmeticError in 5.26',
    reason: 'Null with anything is null; Neo4j has mended it since.',
    versions: OLD,
  },
  {
    statements: ['WITH -9223372036854775808 AS x RETURN abs(x)'],
    entente: '`-9223372036854775808`',
    neo4j: 'an ArithmeticError in 2026.08',
    reason: 'As in Neo4j 5, where it wraps around as in Java.',
    versions: NEW,
  },
  {
    statements: [
      'RETURN toInteger(" 12 "), toInteger("0x1F"), toInteger("0o17"), toInteger("1_000")',
      'RETURN toFloat("1_0.0")',
    ],
    entente: '`null, null, null, null`',
    neo4j: '`12, 31, 15, 1000` in 2026.08',
    reason: 'As in Neo4j 5; since, it reads numbers as they are written in statements.',
    versions: NEW,
  },
  {
    statements: [
      'RETURN substring("hello", -1)',
      'RETURN substring("hello", 1, -1)',
      'RETURN left("hello", -1)',
      'RETURN right("hello", -1)',
      'RETURN duration({quarters: 1})',
      'RETURN duration({foo: 1})',
      'RETURN duration({days: "1"})',
      'RETURN duration({days: null})',
      'RETURN duration({days: 1, hours: null})',
      'RETURN date({year: "2020"})',
      'RETURN date({year: 2020.0})',
    ],
    entente: 'an ArgumentError or TypeError, or the value where a field is null',
    neo4j: 'Neo.DatabaseError.Statement.ExecutionFailed in 5.26',
    reason: 'A fault of the statement, not of the database; Neo4j has mended it since.',
    versions: OLD,
  },
  {
    statements: ['RETURN date({date: date("2020-01-31"), month: 2})'],
    entente: '`2020-02-29`: the last day of the month',
    neo4j: 'an ArgumentError in 2026.08',
    reason:
      'As in Neo4j 5 and in the TCK (Temporal3), which move a day that the month does not have to its last.',
    versions: NEW,
  },
  {
    statements: ['RETURN reverse(1)'],
    entente: 'a SyntaxError',
    neo4j: 'a TypeError in 2026.08',
    reason: 'As in Neo4j 5: that it can only fail is known before it runs.',
    versions: NEW,
  },
  {
    statements: ['RETURN replace("abcabc", "b", "x", 1)'],
    entente: "`'axcabc'`",
    neo4j: 'a SyntaxError, but in Cypher 25',
    reason:
      'The fourth argument came with Cypher 25; here it is taken in Cypher 5 too, where it can mean nothing else.',
    versions: BOTH,
  },
  {
    statements: [
      'CALL dbms.components() YIELD name, edition RETURN valueType(name), valueType(edition) LIMIT 1',
    ],
    entente: 'the same rows, of a statement that reads (`r`)',
    neo4j: 'the same rows, of a statement about the schema (`s`)',
    reason: 'It changes nothing, and so may run wherever reading may.',
    versions: BOTH,
  },
  {
    statements: ['CYPHER nope=1 RETURN 1 AS x'],
    entente: '`1`',
    neo4j: 'an error: no such option',
    reason:
      "The options choose among Neo4j's planners and runtimes; here there is one, and what they say is passed over.",
    versions: BOTH,
  },
  {
    statements: ['USE neo4j RETURN 1 AS x'],
    entente: 'a SyntaxError',
    neo4j: '`1`',
    reason: 'A store is one graph: there is no other to choose.',
    versions: BOTH,
  },
];
