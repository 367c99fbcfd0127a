/**
 * What operators join:
 *
 *     atom     = literal | parameter | variable | "(" expression ")" | list | map | case | function | "COUNT" "(" "*" ")"
 *              | name "{" [projected { "," projected }] "}"
 *              | (ALL | ANY | NONE | SINGLE) "(" name IN expression WHERE expression ")"
 *              | REDUCE "(" steps ")" | ALLREDUCE "(" steps "," expression ")"              ALLREDUCE in Cypher 25
 *              | (EXISTS | COUNT | COLLECT) "{" (pattern [WHERE expression] | query) "}"
 *              | (SHORTESTPATH | ALLSHORTESTPATHS) "(" path ")" | node relationship node { relationship node }
 *     steps    = name "=" expression "," name IN expression "|" expression
 *     projected= "." "*" | "." name | name | name ":" expression
 *     function = name { "." name } "(" [DISTINCT] [expression { "," expression }] ")"
 *     literal  = integer | float | string | TRUE | FALSE | NULL | INF | INFINITY | NAN
 */
import type {
  AllReduce,
  Expression,
  FunctionCall,
  Literal,
  MapProjection,
  MapProjectionItem,
  Quantifier,
  Reduce,
} from '../ast.ts';
import { parseCase } from './case.ts';
import type { Cursor } from './cursor.ts';
import { parseNormalForm } from './normal-form.ts';
import { floatValue, integerValue } from './literals.ts';
import { parseMap } from './maps.ts';
import { parseBracketedList } from './lists.ts';
import { parseParameter } from './parameters.ts';
import { atPatternExpression, parsePatternExpression, parseShortest, shortestFunction } from './patterns.ts';
import { parseSubquery } from './subqueries.ts';

export function parseAtom(cursor: Cursor): Expression {
  const { token, text } = cursor;
  const { start } = token;
  switch (token.kind) {
    case 'integer':
      return literal(cursor, integerValue(text, start, token.value, 1));
    case 'float':
      return literal(cursor, floatValue(text, start, token.value));
    case 'string':
      return literal(cursor, token.value);
    case 'symbol':
      return parseSymbol(cursor);
    case 'word':
      return parseKeyword(cursor) ?? parseNamed(cursor);
    case 'quoted':
      return parseNamed(cursor);
    case 'malformed':
      throw cursor.error('invalid literal number', '42I07');
    case 'unknown':
    case 'end':
      throw cursor.unexpected();
  }
}

function literal(cursor: Cursor, value: Literal['value']): Literal {
  const { start } = cursor.advance();
  return { kind: 'Literal', value, span: cursor.span(start) };
}

function parseSymbol(cursor: Cursor): Expression {
  switch (cursor.token.key) {
    case '(':
      return atPatternExpression(cursor) ? parsePatternExpression(cursor) : parseParenthesized(cursor);
    case '[':
      return parseBracketedList(cursor);
    case '{':
      return parseMap(cursor);
    case '$':
      return parseParameter(cursor);
    default:
      throw cursor.unexpected();
  }
}

function parseParenthesized(cursor: Cursor): Expression {
  cursor.expect('(');
  const inner = cursor.bracketed(() => cursor.rules.expression(cursor));
  cursor.expect(')');
  return inner;
}

/** What begins with a keyword; null where the word is a name here. */
function parseKeyword(cursor: Cursor): Expression | null {
  const next = cursor.peek(1).key;
  const { key } = cursor.token;
  switch (key) {
    case 'NULL':
      return literal(cursor, null);
    case 'TRUE':
      return literal(cursor, true);
    case 'FALSE':
      return literal(cursor, false);
    case 'NAN':
      return literal(cursor, Number.NaN);
    case 'INF':
    case 'INFINITY':
      return literal(cursor, Number.POSITIVE_INFINITY);
    case 'CASE':
      return parseCase(cursor);
    case 'EXISTS':
    case 'COUNT':
    case 'COLLECT':
      return next === '{' ? parseSubquery(cursor, key) : null;
    case 'ALL':
    case 'ANY':
    case 'NONE':
    case 'SINGLE':
      return atListPredicate(cursor) ? parseQuantifier(cursor) : null;
    case 'REDUCE':
      return next === '(' && cursor.peek(3).key === '=' ? parseReduce(cursor) : null;
    case 'ALLREDUCE':
      return cursor.version === 25 && next === '(' && cursor.peek(3).key === '='
        ? parseAllReduce(cursor)
        : null;
    case 'SHORTESTPATH':
    case 'ALLSHORTESTPATHS':
      return parseShortestExpression(cursor);
    default:
      return null;
  }
}

/** `all(x IN …`, which is no `ALL (…)` for all arguments of a function. */
const atListPredicate = (cursor: Cursor): boolean =>
  cursor.peek(1).key === '(' && cursor.peek(3).key === 'IN';

function parseShortestExpression(cursor: Cursor): Expression | null {
  const { start } = cursor.token;
  const kind = shortestFunction(cursor);
  if (kind === null) return null;
  return { kind: 'PatternExpression', pattern: parseShortest(cursor, kind), span: cursor.span(start) };
}

/** A function call, a map projection or a variable. */
function parseNamed(cursor: Cursor): Expression {
  if (opensCall(cursor)) return parseCall(cursor);
  if (isClauseKeyword(cursor)) throw cursor.unexpected();
  const { start } = cursor.token;
  const { name } = cursor.name('an expression');
  const variable = { kind: 'Variable', name, span: cursor.span(start) } as const;
  return cursor.sees('{') ? parseMapProjection(cursor, variable) : variable;
}

/** Words that begin or belong to a clause. They may be variables too: `MATCH (order:Order) RETURN order.id`. */
const CLAUSE_KEYWORDS: ReadonlySet<string> = new Set(
  `AS ASC ASCENDING BY CALL CREATE DELETE DESC DESCENDING DETACH DISTINCT FINISH FOREACH LIMIT LOAD MATCH MERGE NODETACH OFFSET
   ON OPTIONAL ORDER REMOVE RETURN SET SKIP UNION UNWIND USE USING WHERE WITH YIELD AND OR XOR NOT IN IS STARTS ENDS CONTAINS
   WHEN THEN ELSE END`.split(/\s+/),
);

/** What can follow a variable; after anything else a clause keyword was meant as one, and its expression is missing. */
const AFTER_VARIABLE: ReadonlySet<string> = new Set(
  `. , ) ] } [ = <> < <= > >= + - * / % ^ || =~ :: : | .. ; AND OR XOR IN IS STARTS ENDS CONTAINS AS`.split(
    /\s+/,
  ),
);

function isClauseKeyword(cursor: Cursor): boolean {
  if (!CLAUSE_KEYWORDS.has(cursor.token.key)) return false;
  const next = cursor.peek(1);
  return !(next.kind === 'end' || AFTER_VARIABLE.has(next.key) || CLAUSE_KEYWORDS.has(next.key));
}

/** `name (` or `name.name.name (`. */
function opensCall(cursor: Cursor): boolean {
  if (CLAUSE_KEYWORDS.has(cursor.token.key)) return false;
  let ahead = 1;
  while (cursor.peek(ahead).key === '.' && isName(cursor, ahead + 1)) ahead += 2;
  return cursor.peek(ahead).key === '(';
}

const isName = (cursor: Cursor, ahead: number): boolean => {
  const { kind } = cursor.peek(ahead);
  return kind === 'word' || kind === 'quoted';
};

function parseCall(cursor: Cursor): Expression {
  const { start, key } = cursor.token;
  if (key === 'COUNT' && cursor.accept('COUNT', '(', '*', ')'))
    return { kind: 'CountStar', span: cursor.span(start) };
  const names = [cursor.name('a function name').name];
  while (cursor.accept('.')) names.push(cursor.name('a function name').name);
  const name = names.join('.');
  cursor.expect('(');
  const call = cursor.bracketed((): Omit<FunctionCall, 'span'> => {
    if (key === 'TRIM' && names.length === 1) return parseTrim(cursor);
    const distinct = cursor.accept('DISTINCT');
    if (!distinct && !atListPredicate(cursor)) cursor.accept('ALL');
    if (cursor.at(')')) return { kind: 'FunctionCall', name, distinct, args: [] };
    if (key === 'NORMALIZE' && names.length === 1) return parseNormalize(cursor);
    return { kind: 'FunctionCall', name, distinct, args: cursor.list(() => cursor.rules.expression(cursor)) };
  });
  cursor.expect(')');
  return { ...call, span: cursor.span(start) };
}

/** `TRIM "(" [BOTH | LEADING | TRAILING] [expression] FROM expression ")"`: the functions btrim, ltrim and rtrim. */
function parseTrim(cursor: Cursor): Omit<FunctionCall, 'span'> {
  const plain = { kind: 'FunctionCall', distinct: false } as const;
  const side =
    ['BOTH', 'LEADING', 'TRAILING'].includes(cursor.token.key) &&
    !['(', ')', ',', '.'].includes(cursor.peek(1).key);
  const word = side ? cursor.advance().key : 'BOTH';
  const name = word === 'LEADING' ? 'ltrim' : word === 'TRAILING' ? 'rtrim' : 'btrim';
  const bare = side || (cursor.sees('FROM') && ![')', ',', '.'].includes(cursor.peek(1).key));
  if (bare && cursor.accept('FROM')) return { ...plain, name, args: [cursor.rules.expression(cursor)] };
  const args = cursor.list(() => cursor.rules.expression(cursor));
  if (args.length === 1 && cursor.accept('FROM')) {
    return { ...plain, name, args: [cursor.rules.expression(cursor), ...args] };
  }
  if (side) cursor.expect('FROM');
  return { ...plain, name: 'trim', args };
}

/** `NORMALIZE "(" expression ["," form] ")"`: the form becomes a string. */
function parseNormalize(cursor: Cursor): Omit<FunctionCall, 'span'> {
  const args: Expression[] = [cursor.rules.expression(cursor)];
  if (cursor.accept(',')) {
    const { start } = cursor.token;
    const form = parseNormalForm(cursor);
    if (form === undefined) {
      throw cursor.error('Invalid normal form, expected NFC, NFD, NFKC or NFKD', '42N49');
    }
    args.push({ kind: 'Literal', value: form, span: cursor.span(start) });
  }
  return { kind: 'FunctionCall', name: 'normalize', distinct: false, args };
}

function parseMapProjection(cursor: Cursor, subject: MapProjection['subject']): MapProjection {
  cursor.expect('{');
  const items = cursor.at('}') ? [] : cursor.bracketed(() => cursor.list(() => parseProjected(cursor)));
  cursor.expect('}');
  return { kind: 'MapProjection', subject, items, span: cursor.span(subject.span.start) };
}

function parseProjected(cursor: Cursor): MapProjectionItem {
  if (cursor.accept('.')) {
    return cursor.accept('*') ? { kind: 'all' } : { kind: 'property', key: cursor.name('a property name') };
  }
  const key = cursor.name('an identifier');
  if (cursor.accept(':')) return { kind: 'entry', key, value: cursor.rules.expression(cursor) };
  return { kind: 'variable', variable: { kind: 'Variable', name: key.name, span: key.span } };
}

function parseQuantifier(cursor: Cursor): Quantifier {
  const { start, key } = cursor.advance();
  const quantifier = key === 'ALL' ? 'all' : key === 'ANY' ? 'any' : key === 'NONE' ? 'none' : 'single';
  cursor.expect('(');
  const rest = cursor.bracketed(() => {
    const variable = cursor.name('a variable name');
    cursor.expect('IN');
    const list = cursor.rules.expression(cursor);
    if (cursor.sees(')')) throw cursor.error(`${quantifier}(...) requires a WHERE predicate`, '42N70', start);
    cursor.expect('WHERE');
    return { variable, list, where: cursor.rules.expression(cursor) };
  });
  cursor.expect(')');
  return { kind: 'Quantifier', quantifier, ...rest, span: cursor.span(start) };
}

function parseReduce(cursor: Cursor): Reduce {
  const { start } = cursor.advance();
  cursor.expect('(');
  const rest = cursor.bracketed(() => parseSteps(cursor));
  cursor.expect(')');
  return { kind: 'Reduce', ...rest, span: cursor.span(start) };
}

function parseAllReduce(cursor: Cursor): AllReduce {
  const { start } = cursor.advance();
  cursor.expect('(');
  const rest = cursor.bracketed(() => {
    const steps = parseSteps(cursor);
    cursor.expect(',');
    return { ...steps, predicate: cursor.rules.expression(cursor) };
  });
  cursor.expect(')');
  return { kind: 'AllReduce', ...rest, span: cursor.span(start) };
}

function parseSteps(cursor: Cursor): Omit<Reduce, 'kind' | 'span'> {
  const accumulator = cursor.name('a variable name');
  cursor.expect('=');
  const init = cursor.rules.expression(cursor);
  cursor.expect(',');
  const variable = cursor.name('a variable name');
  cursor.expect('IN');
  const list = cursor.rules.expression(cursor);
  cursor.expect('|');
  return { accumulator, init, variable, list, expression: cursor.rules.expression(cursor) };
}
