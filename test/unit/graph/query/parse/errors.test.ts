import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../../graph/errors.ts';
import { parse } from '../../../../../graph/query/parse/parse.ts';

function failure(text: string): CypherError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof CypherError) return error;
    throw error;
  }
  throw new Error(`"${text}" parses`);
}

describe('a syntax error', () => {
  it('has the code, the place, the line and a caret, as Neo4j prints them', () => {
    const error = failure('MATCH (n)\nWHERE n.x == 1\nRETURN n');
    expect({ code: error.code, message: error.message, position: error.position }).toEqual({
      code: 'Neo.ClientError.Statement.SyntaxError',
      message:
        "Invalid input '=': expected an expression; a single = compares (line 2, column 12 (offset: 21))\n" +
        '"WHERE n.x == 1"\n' +
        '            ^',
      position: { offset: 21, line: 2, column: 12 },
    });
  });

  it.each([
    ['RETURN', "Unexpected end of the statement: expected an expression, '*' or 'DISTINCT'", 6],
    ['RETURN 1 +', 'Unexpected end of the statement: expected an expression', 10],
    ['MATCH (n)-[r]>(m) RETURN n', "Invalid input '>': expected '-'", 13],
    [
      'MATCH (n:) RETURN n',
      "Invalid input ')': expected a node label/relationship type name, '!', '$', '%' or '('",
      9,
    ],
    ['MATCH (n RETURN n', "Invalid input 'RETURN': expected a parameter, ')', ':', 'IS', 'WHERE' or '{'", 9],
    [
      'MATCH (a)-[r]->((b)-->(c)){2}(d) RETURN a',
      "Invalid input '(': expected a parameter, a variable name, ')', ':', 'IS', 'WHERE' or '{'", // Neo4j
      16,
    ],
    ['MATCH (n) WHERE RETURN n', "Invalid input 'RETURN': expected an expression", 16],
    ['RETURN {a 1}', "Invalid input '1': expected ':'", 10],
    ['RETURN [1, 2', "Unexpected end of the statement: expected an operator, ',' or ']'", 12],
    ['RETURN foo(1', "Unexpected end of the statement: expected an operator, ')' or ','", 12],
    ['RETURN (1', "Unexpected end of the statement: expected an operator or ')'", 9],
    ['RETURN $', 'Unexpected end of the statement: expected an identifier or an integer value', 8],
    ['UNWIND [1] x RETURN x', "Invalid input 'x': expected an operator or 'AS'", 11],
    ['MERGE (a) ON CREATE RETURN a', "Invalid input 'RETURN': expected 'SET'", 20],
    ['MATCH (n) RETURN n ORDER n', "Invalid input 'n': expected 'BY'", 25],
    ['CREATE INDEX FOR (n:A) n.x', "Invalid input 'n': expected 'ON'", 23],
    ['CREATE INDEX FOR (n:A) ON (m.x)', 'Variable `m` not defined', 27],
    [
      'CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS UNIQ',
      "Invalid input 'UNIQ': expected '::', 'KEY', 'NODE', 'NOT NULL', 'TYPED' or 'UNIQUE'; did you mean 'UNIQUE'?",
      43,
    ],
    ['RETURN 1; RETURN 2', 'Expected exactly one statement, but another one follows the semicolon', 10],
    [
      'RETURN 1 != 2',
      "Unknown operation '!=' (you probably meant to use '<>', which is the operator for inequality testing)",
      9,
    ],
    [
      "RETURN 'abc",
      'Failed to parse string literal. The query must contain an even number of non-escaped quotes.',
      7,
    ],
    ['RETURN `abc', 'Failed to parse quoted name. The query must contain an even number of back-ticks.', 7],
    ['RETURN 1 /* x', 'Failed to parse comment. A comment starting on `/*` must have a closing `*/`.', 9],
    [
      "RETURN '\\u12'",
      "Invalid input '12'': expected four hexadecimal digits specifying a unicode character",
      8,
    ],
    ['RETURN 9223372036854775808', 'integer is too large', 7],
    ['RETURN -9223372036854775809', 'integer is too large', 7],
    ['RETURN 0x8000000000000000', 'integer is too large', 7],
    ['RETURN 1e400', 'floating point number is too large', 7],
    ['RETURN 123abc', 'invalid literal number', 7],
    ['RETURN 0x', 'invalid literal number', 7],
    ['RETURN 1__0', 'invalid literal number', 7],
    [
      'RETURN x:A:',
      "Unexpected end of the statement: expected a node label/relationship type name, '!', '$', '%' or '('",
      11,
    ],
    [
      `RETURN ${'('.repeat(1_000)}`,
      'The statement is nested too deeply: at most 500 levels are supported',
      257,
    ],
  ])('%s', (text, message, offset) => {
    const error = failure(text);
    expect([error.message.split(' (line ')[0], error.position?.offset]).toEqual([message, offset]);
  });

  it.each([
    ['MATCH (n) RETRUN n', 'RETURN'],
    ['MATHC (n) RETURN n', 'MATCH'],
    ['MATCH (n) WHER n.x = 1 RETURN n', 'WHERE'],
    ['MATCH (n) RETURN n LIMT 3', 'LIMIT'],
    ['CREATE CONSTRAINT FOR (n:A) REQIRE n.x IS UNIQUE', 'REQUIRE'],
  ])('%s: asks whether %s was meant', (text, meant) => {
    expect(failure(text).message).toContain(`; did you mean '${meant}'? (line 1`);
  });
});
