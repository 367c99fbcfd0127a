/**
 * Cypher's front door: text in, syntax tree out. The grammar is openCypher 9 with Neo4j 5's additions, in EBNF at the
 * head of each file of this folder, from `queries.ts` downwards:
 *
 *     statement = { prefix } (show | schema | query) [";"]
 *     prefix    = EXPLAIN | PROFILE | CYPHER [5 | 25] { name "=" (name | integer) }
 *
 * Keywords are not reserved: `MATCH (order:Order) RETURN order` says what it seems to.
 * The parser is written by hand; docs/decisions/2026-11-parser.md says why.
 */
import { CypherError } from '../../errors.ts';
import type { Statement } from '../ast.ts';
import { refuseAdministration } from './administration.ts';
import { Cursor, END } from './cursor.ts';
import { parseExpression, parseOperand, parsePredicateOf } from './expressions.ts';
import { parseQuery } from './queries.ts';
import { parseSchema } from './schema.ts';
import { parseShow } from './show.ts';

const RULES = {
  expression: parseExpression,
  operand: parseOperand,
  predicate: parsePredicateOf,
  query: parseQuery,
};

/**
 * @throws CypherError `Neo.ClientError.Statement.SyntaxError`, with what was expected where
 */
export function parse(text: string): Statement {
  try {
    return parseStatement(new Cursor(text, RULES, false));
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    // only a statement that fails is read again, slower, to say what was expected
    return parseStatement(new Cursor(text, RULES, true));
  }
}

function parseStatement(cursor: Cursor): Statement {
  const mode = parsePrefixes(cursor);
  const { start } = cursor.token;
  refuseAdministration(cursor);
  const body = parseShow(cursor) ?? parseSchema(cursor) ?? parseQuery(cursor);
  const span = cursor.span(start);
  if (cursor.accept(';') && cursor.token.kind !== 'end') {
    throw cursor.error('Expected exactly one statement, but another one follows the semicolon', '42I15');
  }
  if (cursor.token.kind !== 'end') {
    cursor.expecting(END);
    throw cursor.unexpected();
  }
  return { mode, version: cursor.version, body, span };
}

function parsePrefixes(cursor: Cursor): Statement['mode'] {
  let mode: Statement['mode'] = 'run';
  for (;;) {
    if (cursor.accept('EXPLAIN')) mode = 'explain';
    else if (cursor.accept('PROFILE')) mode = 'profile';
    else if (cursor.accept('CYPHER')) parseOptions(cursor);
    else return mode;
  }
}

/** The language version, and the planner's options: there is one planner, which needs none. */
function parseOptions(cursor: Cursor): void {
  const { token } = cursor;
  if (token.kind === 'integer' || token.kind === 'float') {
    if (token.value !== '5' && token.value !== '25') {
      throw new CypherError(
        'Neo.ClientError.Statement.ArgumentError',
        `${token.value} is not a valid option for cypher version. Valid options are: 5, 25`,
        { gql: ['22000', '22N10'] },
      );
    }
    cursor.version = token.value === '25' ? 25 : 5;
    cursor.advance();
  }
  while (cursor.atName() && cursor.peek(1).key === '=') {
    cursor.name('an option');
    cursor.expect('=');
    if (cursor.token.kind === 'integer') cursor.advance();
    else cursor.name('an option value');
  }
}
