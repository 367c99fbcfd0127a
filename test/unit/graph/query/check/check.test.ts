import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../../graph/errors.ts';
import { check } from '../../../../../graph/query/check/check.ts';
import type { Checked } from '../../../../../graph/query/check/check.ts';
import { parse } from '../../../../../graph/query/parse/parse.ts';
import { environment } from './environment.ts';

const checked = (text: string): Checked => check(parse(text), text, environment);

/** The message without its place, and the text from which the fault begins. */
function failure(text: string): [message: string, at: string] {
  try {
    checked(text);
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    return [error.message.split(' (line ')[0] ?? '', text.slice(error.position?.offset ?? 0)];
  }
  throw new Error(`"${text}" passes`);
}

describe('what a statement gives and does', () => {
  it.each<[string, Omit<Checked, 'types' | 'inTransactions'>]>([
    ['MATCH (n) RETURN n.x, n AS m', { access: 'read', columns: ['n.x', 'm'], queryType: 'r' }],
    ['MATCH (z)-[b]->(a) RETURN *', { access: 'read', columns: ['a', 'b', 'z'], queryType: 'r' }],
    ['MATCH (n) RETURN *, n.x AS a', { access: 'read', columns: ['n', 'a'], queryType: 'r' }],
    ['CREATE (n)', { access: 'write', columns: [], queryType: 'w' }],
    ['CREATE (n) RETURN n', { access: 'write', columns: ['n'], queryType: 'rw' }],
    ['MATCH (n) CALL (n) { SET n.x = 1 } RETURN n', { access: 'write', columns: ['n'], queryType: 'rw' }],
    ['CALL touch()', { access: 'write', columns: [], queryType: 'w' }],
    ['CALL db.labels', { access: 'read', columns: ['label'], queryType: 'r' }],
    ["CALL find('x') YIELD score, node AS n", { access: 'read', columns: ['score', 'n'], queryType: 'r' }],
    [
      'RETURN 1 AS a, 2 AS b UNION RETURN 2 AS b, 1 AS a',
      { access: 'read', columns: ['a', 'b'], queryType: 'r' },
    ],
    ['MATCH (n) FINISH', { access: 'read', columns: [], queryType: 'r' }],
    ['CREATE INDEX FOR (n:A) ON (n.x)', { access: 'schema', columns: [], queryType: 's' }],
    ['SHOW CONSTRAINTS YIELD name AS n, type', { access: 'read', columns: ['n', 'type'], queryType: 'r' }],
    ['SHOW FUNCTIONS', { access: 'read', columns: ['name', 'category', 'description'], queryType: 'r' }],
  ])('%s', (text, expected) => {
    const { access, columns, queryType } = checked(text);
    expect({ access, columns, queryType }).toEqual(expected);
  });

  it('infers the types of columns as far as the text tells them', () => {
    const text =
      'MATCH p = (n)-[r]->()-[rs*]->() RETURN n, r, rs, p, n.x, 1 + 1, 1.0 * 2, [1, 2], [1, "a"], count(*), ' +
      'collect(n), nodes(p), labels(n), {a: 1}, n.x > 1, date(), "a" + 1, [x IN [1] | x + 1], head([true]), $p';
    expect(checked(text).types.join(' ')).toBe(
      'Node Relationship List<Relationship> Path Any Integer Float List<Integer> List<Any> ' +
        'Integer List<Node> List<Node> List<String> Map Boolean Date String List<Integer> Boolean Any',
    );
  });
});

describe('accepted', () => {
  it.each([
    'MATCH (n) WITH n.x AS x WHERE n.y = 1 RETURN x',
    'MATCH (n) WITH n.a AS a ORDER BY n.b RETURN a',
    'MATCH (n) RETURN n.a AS n ORDER BY n.b',
    'MATCH (n) RETURN n, count(*) ORDER BY n.b',
    'MATCH (n) RETURN n.a, count(*) ORDER BY count(*) + n.a',
    'MATCH (n) RETURN DISTINCT n.a ORDER BY n.a + 1',
    'MATCH (n) RETURN n.a AS a, n.a + count(*)',
    'MATCH (n) RETURN n.a + count(*), n',
    'MATCH (n) RETURN [x IN collect(n) | x.y]',
    'MATCH (a {x: b.x}), (b) RETURN a',
    'WITH 1 AS x MATCH (a)-[:R]->(b {x: x}) RETURN a',
    'MATCH (a) WHERE (a)-->() AND NOT (a)--(:B) OR exists((a)-[:R]->()) RETURN CASE WHEN (a)-->() THEN 1 END',
    'MATCH (n) WHERE EXISTS { WITH 1 AS x MATCH (m) WHERE m = n RETURN m } RETURN n',
    'MATCH (n) WHERE COUNT { (n)-->(m) WHERE m.x = n.x } > 1 RETURN COLLECT { MATCH (n)--(m) RETURN m.x }',
    'MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN m UNION MATCH (m:X) RETURN m } RETURN m',
    'MATCH (n) CALL (*) { RETURN n.x AS y } RETURN y',
    'MATCH ((a)-[r]->(b) WHERE a.x < b.x)+ RETURN size(r), [n IN a | n.x]',
    'MATCH (a)-[r]->(b) MATCH (c)-[r]->(d) RETURN r',
    'CREATE (a)-[:R]->(a)',
    'CREATE (a:A), (b {x: a.y})',
    'MERGE (a)-[:R]-(b)',
    'UNWIND [1] AS x FOREACH (x IN [x] | CREATE (:A {v: x}))',
    'CREATE (n) SET n.x = 1 WITH n MATCH (m) RETURN m',
    'CREATE (n) FOREACH (x IN [1] | CREATE (:A)) RETURN n',
    'MATCH (n) CALL touch() RETURN n',
    "CALL find('x', 1) YIELD node WHERE node.x = 1 RETURN node",
    'RETURN 1 SKIP 1 + 1 LIMIT $p',
    "RETURN 1 + 'a', 'a' + true, [1] + 2, 2 + [1], null + 1, date() + duration('P1D')",
    'RETURN null.x, $p.x, {a: 1}.a, date().year, [1][0], {a: 1}["a"]',
    'CREATE (a) UNION CREATE (b)',
    "SHOW INDEXES YIELD name, type AS t WHERE t = 'RANGE' RETURN count(*) AS n",
  ])('%s', (text) => {
    expect(() => checked(text)).not.toThrow();
  });
});

// each message is Neo4j 5.26.30's own unless it asks "did you mean"
describe('refused', () => {
  describe('variables', () => {
    it.each([
      ['MATCH (n) RETURN m', 'Variable `m` not defined', 'm'],
      ['MATCH (person) RETURN persn', 'Variable `persn` not defined; did you mean `person`?', 'persn'],
      [
        'MATCH (n) WITH n AS m RETURN n',
        'Variable `n` not defined; it is named before, but no WITH or CALL (…) passes it on to here',
        'n',
      ],
      ['MATCH (n) FOREACH (x IN [1] | SET n.x = x) RETURN x', 'Variable `x` not defined', 'x'],
      [
        'MATCH (n) CALL { RETURN n.x AS y } RETURN y',
        'Variable `n` not defined; it is named before, but no WITH or CALL (…) passes it on to here',
        'n.x AS y } RETURN y',
      ],
      [
        'MATCH (n) CALL (m) { RETURN 1 AS x } RETURN n',
        'Variable `m` not defined',
        'm) { RETURN 1 AS x } RETURN n',
      ],
      [
        'MATCH (n) CALL (n) { RETURN 1 AS n } RETURN n',
        'Variable `n` already declared in outer scope',
        'n } RETURN n',
      ],
      ['UNWIND [1] AS n UNWIND [2] AS n RETURN n', 'Variable `n` already declared', 'n RETURN n'],
      [
        'MATCH (a)-[*1..2]->(b)-[]->{0,1}(c) RETURN c',
        "Mixing variable-length relationships ('-[*]-') with quantified relationships ('()-->*()') or quantified path patterns ('(()-->())*') is not allowed.",
        '-[*1..2]->(b)-[]->{0,1}(c) RETURN c',
      ],
      ...[
        'MATCH (a)((b)-[c]->(d)){2}(e) WHERE (e)-[:S*]->() RETURN a',
        'MATCH (a)((b)-[c]->(d)){2}(e) WHERE size([(e)-[:S*]->() | 1]) > 0 RETURN a',
        'MATCH (a)((b)-[c]->(d)){2}(e) WHERE NOT shortestPath((e)-[:S*]->(a)) IS NULL RETURN a',
        'MATCH (a)-->+(e {x: size([(e)-[:S*]->() | 1])}) RETURN a',
      ].map((text): [string, string, string] => [
        text,
        "Mixing variable-length relationships ('-[*]-') with quantified relationships ('()-->*()') or quantified path patterns ('(()-->())*') is not allowed.",
        text.slice(text.indexOf('-[:S*]')),
      ]),
      ['MATCH p = (p)-->() RETURN p', 'Variable `p` already declared', 'p = (p)-->() RETURN p'],
      ['CREATE (n) CREATE (n)', 'Variable `n` already declared', 'n)'],
      [
        'CREATE (n:A) CREATE (n:B)-[:R]->()',
        "Can't create node `n` with labels or properties here. The variable is already declared in this context",
        'n:B)-[:R]->()',
      ],
      [
        'CREATE (a)-[:R {x: a.y}]->()',
        "The Node variable 'a' is referencing a Node that is created in the same CREATE clause which is not allowed. Please only reference variables created in earlier clauses.",
        '{x: a.y}]->()',
      ],
      [
        'MATCH (n) WHERE (n)-[r]->(a) RETURN n',
        "PatternExpressions are not allowed to introduce new variables: 'r'.",
        'r]->(a) RETURN n',
      ],
      [
        'MATCH (a), ((a)-[r]->(b))+ RETURN a',
        'The variable `a` occurs both inside and outside a quantified path pattern and needs to be renamed.',
        '((a)-[r]->(b))+ RETURN a',
      ],
      [
        'MATCH (a)-[r]->()-[r]->(a) RETURN r',
        "Cannot use the same relationship variable 'r' for multiple relationships",
        'r]->(a) RETURN r',
      ],
      [
        'MATCH (n) CALL { WITH n.x AS y RETURN y AS z } RETURN z',
        'Importing WITH should consist only of simple references to outside variables. Aliasing or expressions are not supported.',
        'WITH n.x AS y RETURN y AS z } RETURN z',
      ],
    ])('%s', (text, message, at) => {
      expect(failure(text)).toEqual([message, at]);
    });
  });

  describe('types', () => {
    it.each([
      [
        'MATCH ()-[r]-() MATCH (r) RETURN r',
        'Type mismatch: r defined with conflicting type Relationship (expected Node)',
        'r) RETURN r',
      ],
      [
        'WITH [] AS r MATCH ()-[r]-() RETURN r',
        'Type mismatch: r defined with conflicting type List<T> (expected Relationship)',
        'r]-() RETURN r',
      ],
      ['RETURN 123 AND true', 'Type mismatch: expected Boolean but was Integer', '123 AND true'],
      [
        'RETURN [] OR false',
        'Coercion of list to boolean is not allowed. Please use `NOT isEmpty(...)` instead.',
        '[] OR false',
      ],
      ['MATCH (a) WHERE 1 RETURN a', 'Type mismatch: expected Boolean but was Integer', '1 RETURN a'],
      ...['MATCH (a WHERE 1)', 'MATCH ()-[r WHERE 1]->()', 'MATCH (a)(()-->() WHERE 1){2}()'].map(
        (match): [string, string, string] => [
          `${match} RETURN *`,
          'Type mismatch: expected Boolean but was Integer',
          `${match} RETURN *`.slice(match.indexOf('1')),
        ],
      ),
      ['RETURN [(WHERE 1)--() | 2]', 'Type mismatch: expected Boolean but was Integer', '1)--() | 2]'],
      [
        "RETURN 1 - duration('P1D')",
        'Type mismatch: expected Float or Integer but was Duration',
        "duration('P1D')",
      ],
      [
        "MATCH (n) RETURN n.x - date('2024-01-01')",
        'Type mismatch: expected Float, Integer or Duration but was Date',
        "date('2024-01-01')",
      ],
      [
        "RETURN time() - (duration('P1D') + date())",
        'Type mismatch: expected Duration but was Date',
        "duration('P1D') + date())",
      ],
      [
        "RETURN date() + (date() - duration('P1D'))",
        'Type mismatch: expected Duration or List<T> but was Date',
        "date() - duration('P1D'))",
      ],
      ['RETURN 1 IN 2', 'Type mismatch: expected List<T> but was Integer', '2'],
      ["RETURN -'a'", 'Type mismatch: expected Float or Integer but was String', "'a'"],
      ["RETURN 'a' * 2", 'Type mismatch: expected Float, Integer or Duration but was String', "'a' * 2"],
      [
        'WITH 123 AS x RETURN x.y',
        'Type mismatch: expected Map, Node, Relationship, Point, Duration, Date, Time, LocalTime, LocalDateTime or DateTime but was Integer',
        'x.y',
      ],
      ['RETURN {a: 1}[0]', 'Type mismatch: map key must be given as String, but was Integer', '0]'],
      ["RETURN [1]['a']", 'Type mismatch: list index must be given as Integer, but was String', "'a']"],
      ["RETURN [1][0..'a']", 'Type mismatch: expected Integer but was String', "'a']"],
      ['RETURN [x IN 1 | x]', 'Type mismatch: expected List<T> but was Integer', '1 | x]'],
      [
        "RETURN none(x IN ['a'] WHERE x % 2 = 0)",
        'Type mismatch: expected Float or Integer but was String',
        'x % 2 = 0)',
      ],
      ['MATCH p = (a) RETURN labels(p)', 'Type mismatch: expected Node but was Path', 'p)'],
      ['MATCH (n) RETURN length(n)', 'Type mismatch: expected Path but was Node', 'n)'],
      ['MATCH p = ()--() RETURN size(p)', 'Type mismatch: expected String or List<T> but was Path', 'p)'],
      ['RETURN 1:A', 'Type mismatch: expected Node or Relationship but was Integer', '1:A'],
      ['MATCH ()-[r]->() SET r:A', 'Type mismatch: expected Node but was Relationship', 'r:A'],
      ['MATCH (n) SET n = 1', 'Type mismatch: expected Map, Node or Relationship but was Integer', '1'],
      ['UNWIND [1] AS x DELETE x', 'Type mismatch: expected Node, Path or Relationship but was Integer', 'x'],
      ['MATCH (n) DELETE n:A', "DELETE doesn't support removing labels from a node. Try REMOVE.", 'n:A'],
      [
        'CALL find(1) YIELD node RETURN node',
        'Type mismatch: expected String but was Integer',
        '1) YIELD node RETURN node',
      ],
    ])('%s', (text, message, at) => {
      expect(failure(text)).toEqual([message, at]);
    });
  });

  describe('aggregation', () => {
    const misplaced = 'Invalid use of aggregating function count(...) in this context';
    const ambiguous = (keys: string) =>
      "Aggregation column contains implicit grouping expressions. For example, in 'RETURN n.a, n.a + n.b + count(*)' the " +
      "aggregation expression 'n.a + n.b + count(*)' includes the implicit grouping key 'n.b'. It may be possible to " +
      `rewrite the query by extracting these grouping/aggregation expressions into a preceding WITH clause. Illegal expression(s): ${keys}`;
    const hidden =
      'In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: n';

    it.each([
      ['MATCH (a) WHERE count(a) > 1 RETURN a', misplaced, 'count(a) > 1 RETURN a'],
      ['RETURN reduce(a = 0, x IN [1] | a + count(x))', misplaced, 'count(x))'],
      ['MATCH (n) SET n.x = count(*)', misplaced, 'count(*)'],
      ['RETURN count(count(*))', "Can't use aggregate functions inside of aggregate functions.", 'count(*))'],
      [
        'MATCH (n) RETURN [x IN [1] | count(*)]',
        "Can't use aggregating expressions inside of expressions executing over lists",
        'count(*)]',
      ],
      [
        'RETURN count(rand())',
        "Can't use non-deterministic (random) functions inside of aggregate functions.",
        'rand())',
      ],
      ['MATCH (n) RETURN n.a + count(*)', ambiguous('n.a'), 'n.a + count(*)'],
      ['MATCH (n) RETURN n.a + 1 AS a, n.a + 1 + count(*)', ambiguous('n.a'), 'n.a + 1 + count(*)'],
      [
        'MATCH (a), (b) RETURN a, a.x + b.x + b.y + count(*)',
        ambiguous('b.x, b.y'),
        'a.x + b.x + b.y + count(*)',
      ],
      ['MATCH (n) RETURN count(n) ORDER BY n.x', hidden, 'n.x'],
      ['MATCH (n) WITH DISTINCT n.x AS x ORDER BY n.y RETURN x', hidden, 'n.y RETURN x'],
      ['MATCH (n) WITH count(*) AS c WHERE n.y = 1 RETURN c', hidden, 'n.y = 1 RETURN c'],
      [
        'MATCH (n) RETURN n.a ORDER BY count(*)',
        'Cannot use aggregation in ORDER BY if there are no aggregate expressions in the preceding RETURN',
        'RETURN n.a ORDER BY count(*)',
      ],
    ])('%s', (text, message, at) => {
      expect(failure(text)).toEqual([message, at]);
    });
  });

  describe('projections', () => {
    it.each([
      ['WITH 1 RETURN 1', 'Expression in WITH must be aliased (use AS)', '1 RETURN 1'],
      [
        'CALL { RETURN 1 } RETURN 1',
        'Expression in CALL { RETURN ... } must be aliased (use AS)',
        '1 } RETURN 1',
      ],
      [
        'RETURN 1 AS a, 2 AS a',
        'Multiple result columns with the same name are not supported',
        '1 AS a, 2 AS a',
      ],
      ['MATCH () RETURN *', 'RETURN * is not allowed when there are no variables in scope', 'RETURN *'],
      [
        'RETURN 1 AS x LIMIT x',
        'It is not allowed to refer to variables in LIMIT, so that the value for LIMIT can be statically calculated.',
        'x',
      ],
      ['RETURN 1 SKIP -1', "Invalid input. '-1' is not a valid value. Must be a non-negative integer.", '-1'],
      [
        'RETURN 1 LIMIT 1.0',
        "Invalid input. '1.0' is not a valid value. Must be a non-negative integer.",
        '1.0',
      ],
      [
        'RETURN 1 LIMIT null',
        "Invalid input. 'NULL' is not a valid value. Must be a non-negative integer.",
        'null',
      ],
      [
        'RETURN 1 AS a UNION RETURN 2 AS b',
        'All sub queries in an UNION must have the same return column names',
        'UNION RETURN 2 AS b',
      ],
      [
        'RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a',
        'Invalid combination of UNION and UNION ALL',
        'UNION ALL RETURN 3 AS a',
      ],
      ['SHOW INDEXES YIELD name, foo', 'Trying to YIELD non-existing column: `foo`', 'foo'],
    ])('%s', (text, message, at) => {
      expect(failure(text)).toEqual([message, at]);
    });
  });

  describe('the order of clauses', () => {
    const conclude = (clause: string) =>
      `Query cannot conclude with ${clause} (must be a RETURN clause, a FINISH clause, an update clause, a unit subquery call, or a procedure call with no YIELD).`;

    it.each([
      ['MATCH (n)', conclude('MATCH'), 'MATCH (n)'],
      ['CALL { MATCH (n) }', conclude('MATCH'), 'MATCH (n) }'],
      ["LOAD CSV FROM 'x' AS row", conclude('LOAD CSV'), "LOAD CSV FROM 'x' AS row"],
      [
        'MATCH (n) RETURN n MATCH (m) RETURN m',
        'RETURN can only be used at the end of the query.',
        'RETURN n MATCH (m) RETURN m',
      ],
      ['CREATE (n) MATCH (m) RETURN m', 'WITH is required between CREATE and MATCH', 'MATCH (m) RETURN m'],
      [
        'MERGE (n) UNWIND [1] AS x RETURN x',
        'WITH is required between MERGE and UNWIND',
        'UNWIND [1] AS x RETURN x',
      ],
      [
        'CREATE (n) CALL { FINISH } RETURN n',
        'WITH is required between CREATE and CALL',
        'CALL { FINISH } RETURN n',
      ],
      ['FOREACH (x IN [1] | MATCH (n))', 'Invalid use of MATCH inside FOREACH', 'MATCH (n))'],
      [
        'RETURN COUNT { CREATE (n) }',
        'A Count Expression cannot contain any updates',
        'COUNT { CREATE (n) }',
      ],
      [
        'RETURN COLLECT { MATCH (n) RETURN n, n.x }',
        'A Collect Expression must end with a single return column.',
        'COLLECT { MATCH (n) RETURN n, n.x }',
      ],
    ])('%s', (text, message, at) => {
      expect(failure(text)).toEqual([message, at]);
    });
  });

  describe('patterns', () => {
    it.each([
      ['CREATE ()-[:R*2]->()', 'Variable length relationships cannot be used in CREATE', '-[:R*2]->()'],
      [
        'CREATE ()-->()',
        "Exactly one relationship type must be specified for CREATE. Did you forget to prefix your relationship type with a ':'?",
        '-->()',
      ],
      ['MERGE (a)-[:A|B]->(b)', 'A single relationship type must be specified for MERGE', '-[:A|B]->(b)'],
      ['CREATE (a)-[:R]-(b)', 'Only directed relationships are supported in CREATE', '-[:R]-(b)'],
      [
        'CREATE (n:!A)',
        'Label expressions in patterns are not allowed in a CREATE clause, but only in a MATCH clause and in expressions',
        '!A)',
      ],
      [
        'MATCH (n $p) RETURN n',
        'Parameter maps cannot be used in `MATCH` patterns (use a literal map instead, e.g. `{id: $p.id}`)',
        '$p) RETURN n',
      ],
      [
        'MERGE (n $p)',
        'Parameter maps cannot be used in `MERGE` patterns (use a literal map instead, e.g. `{id: $p.id}`)',
        '$p)',
      ],
      [
        'MATCH shortestPath((a)-[*]-()-[*]-(b)) RETURN a',
        'shortestPath(...) requires a pattern containing a single relationship',
        'shortestPath((a)-[*]-()-[*]-(b)) RETURN a',
      ],
      [
        'MATCH (n)-[r:A:B]->() RETURN n',
        "Relationship types in a relationship type expressions may not be combined using ':'",
        ':B]->() RETURN n',
      ],
      [
        'MATCH SHORTEST 2 GROUPS (a)-[:R]->+(b), (c) RETURN a',
        'Multiple path patterns cannot be used in the same clause in combination with a selective path selector.',
        '(a)-[:R]->+(b), (c) RETURN a',
      ],
      [
        'MATCH (n) RETURN (n)-->()',
        'A pattern expression should only be used in order to test the existence of a pattern. It should therefore only be used in contexts that evaluate to a boolean, e.g. inside the function exists() or in a WHERE-clause. No other uses are allowed, instead they should be replaced by a pattern comprehension.',
        '(n)-->()',
      ],
    ])('%s', (text, message, at) => {
      expect(failure(text)).toEqual([message, at]);
    });
  });

  describe('functions and procedures', () => {
    const implicit =
      'Procedure call inside a query does not support naming results implicitly (name explicitly using `YIELD` instead)';

    it.each([
      ['RETURN foo.bar(1)', "Unknown function 'foo.bar'", 'foo.bar(1)'],
      ['RETURN coutn(1)', "Unknown function 'coutn'; did you mean 'count'?", 'coutn(1)'],
      [
        'RETURN size()',
        "Insufficient parameters for function 'size'; it is called as size(input :: STRING | LIST<ANY>) :: INTEGER",
        'size()',
      ],
      [
        'RETURN size(1, 2)',
        "Too many parameters for function 'size'; it is called as size(input :: STRING | LIST<ANY>) :: INTEGER",
        'size(1, 2)',
      ],
      ['RETURN exists(1)', 'Argument to exists(...) is not a pattern', '1)'],
      [
        'CALL foo.bar()',
        "There is no procedure with the name `foo.bar` registered for this database instance. Please ensure you've spelled the procedure name correctly and that the procedure is properly deployed.",
        'CALL foo.bar()',
      ],
      ['CALL db.labels() RETURN 1', implicit, 'CALL db.labels() RETURN 1'],
      [
        'CALL db.labels() RETURN label',
        'Variable `label` not defined; what a procedure gives is named by YIELD',
        'label',
      ],
      [
        'CALL db.labels() YIELD foo RETURN foo',
        'Unknown procedure output: `foo`; it gives `label`',
        'foo RETURN foo',
      ],
      [
        'MATCH (n) CALL db.labels YIELD label RETURN label',
        'Procedure call is missing parentheses: db.labels',
        'CALL db.labels YIELD label RETURN label',
      ],
      [
        'CALL db.labels() YIELD * RETURN 1',
        'Cannot use `YIELD *` outside standalone call',
        'CALL db.labels() YIELD * RETURN 1',
      ],
      [
        'CALL db.labels(1)',
        'Procedure call provides too many arguments: got 1 expected none; it is called as db.labels().',
        'CALL db.labels(1)',
      ],
    ])('%s', (text, message, at) => {
      expect(failure(text)).toEqual([message, at]);
    });

    it('has the code Neo4j gives an unknown procedure', () => {
      expect(() => checked('CALL foo.bar()')).toThrow(
        expect.objectContaining({ code: 'Neo.ClientError.Procedure.ProcedureNotFound' }),
      );
    });
  });
});
