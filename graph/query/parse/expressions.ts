/**
 * Operators, from the loosest to the tightest:
 *
 *     1  a OR b
 *     2  a XOR b
 *     3  a AND b
 *     4  NOT a
 *     5  a = b   a <> b   a < b   a <= b   a > b   a >= b             a chain compares each neighbouring pair
 *     6  a =~ b   a STARTS WITH b   a ENDS WITH b   a CONTAINS b   a IN b
 *        a IS [NOT] NULL   a IS [NOT] LABELED labels, in Cypher 25   a [IS [NOT]] :: type   a IS [NOT] TYPED type   a IS [NOT] [NFC …] NORMALIZED
 *     7  a + b   a - b   a || b
 *     8  a * b   a / b   a % b
 *     9  a ^ b                                                        to the left, as all the others
 *    10  +a   -a
 *    11  a.name   a[b]   a[b..c]   a:labels   a IS labels
 *
 * What they join is in `atoms.ts`.
 */
import type { Binary, Comparison, Expression, Literal } from '../ast.ts';
import { parseAtom } from './atoms.ts';
import type { Cursor } from './cursor.ts';
import { atLabels, parseLabels } from './labels.ts';
import { floatValue, integerValue } from './literals.ts';
import { parseNormalForm } from './normal-form.ts';
import { parseType } from './types.ts';

const [NOT, COMPARISON, PREDICATE, UNARY] = [4, 5, 6, 10];

const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ['OR', 1],
  ['XOR', 2],
  ['AND', 3],
  ...['=', '<>', '<', '<=', '>', '>=', '!='].map((key) => [key, COMPARISON] as const),
  ...['=~', 'STARTS', 'ENDS', 'CONTAINS', 'IN', 'IS', '::'].map((key) => [key, PREDICATE] as const),
  ...['+', '-', '||'].map((key) => [key, 7] as const),
  ...['*', '/', '%'].map((key) => [key, 8] as const),
  ['^', 9],
]);

/** More operands than this of one AND, OR or XOR make a balanced tree, so that its depth stays small. */
const LEFT_DEEP_OPERANDS = 32;

export function parseExpression(cursor: Cursor): Expression {
  cursor.expecting('an expression', { whole: true });
  return cursor.nested(() => parseOperators(cursor, 1));
}

/** The comparison or predicate that follows an operand already read, as in `CASE x WHEN > 3`; null where there is none. */
export function parsePredicateOf(cursor: Cursor, start: number, operand: Expression): Expression | null {
  const precedence = PRECEDENCE.get(cursor.token.key);
  if (precedence === COMPARISON) return parseComparison(cursor, start, operand);
  return precedence === PREDICATE ? parsePredicate(cursor, start, operand) : null;
}

/** An atom and what hangs on it. */
export function parseOperand(cursor: Cursor): Expression {
  cursor.expecting('an expression', { whole: true });
  return parsePostfix(cursor);
}

function parseOperators(cursor: Cursor, loosest: number): Expression {
  const { start } = cursor.token;
  let left = parsePrefix(cursor, loosest);
  let levels = 0;
  let asked = false;
  for (;;) {
    const { key } = cursor.token;
    const precedence = PRECEDENCE.get(key);
    if (precedence === undefined || precedence < loosest) break;
    // `a IS NULL IS NULL` needs brackets
    if (precedence === PREDICATE && asked) break;
    asked = precedence === PREDICATE;
    if (precedence === COMPARISON) left = parseComparison(cursor, start, left);
    else if (key === 'AND' || key === 'OR' || key === 'XOR')
      left = parseLogical(cursor, start, left, key, precedence);
    else {
      const next =
        precedence === PREDICATE
          ? parsePredicate(cursor, start, left)
          : parseArithmetic(cursor, start, left, precedence);
      if (next === null) break;
      left = next;
    }
    cursor.deepen(1);
    levels++;
  }
  cursor.deepen(-levels);
  cursor.expecting('an operator');
  return left;
}

function parseLogical(
  cursor: Cursor,
  start: number,
  first: Expression,
  operator: 'AND' | 'OR' | 'XOR',
  precedence: number,
): Expression {
  const operands = [first];
  while (cursor.accept(operator)) {
    cursor.expecting('an expression', { whole: true });
    operands.push(parseOperators(cursor, precedence + 1));
  }
  const join = (left: Expression, right: Expression): Binary => {
    // a bracket may open before the first operand's own span
    const from = left === first ? start : left.span.start;
    return { kind: 'Binary', operator, left, right, span: { start: from, end: right.span.end } };
  };
  if (operands.length <= LEFT_DEEP_OPERANDS) return operands.reduce(join);
  const balance = (from: number, to: number): Expression => {
    const only = operands[from];
    if (to - from === 1 && only !== undefined) return only;
    const middle = (from + to) >> 1;
    return join(balance(from, middle), balance(middle, to));
  };
  return balance(0, operands.length);
}

function parseComparison(cursor: Cursor, start: number, first: Expression): Comparison {
  const rest: Comparison['rest'][number][] = [];
  for (;;) {
    const operator = cursor.acceptOne(['=', '<>', '<', '<=', '>', '>=']);
    if (operator === undefined) break;
    cursor.expecting('an expression', { whole: true });
    rest.push({ operator, operand: parseOperators(cursor, COMPARISON + 1) });
  }
  if (cursor.sees('!=')) {
    throw cursor.error(
      "Unknown operation '!=' (you probably meant to use '<>', which is the operator for inequality testing)",
      '42I49',
    );
  }
  return { kind: 'Comparison', first, rest, span: cursor.span(start) };
}

function parseArithmetic(
  cursor: Cursor,
  start: number,
  left: Expression,
  precedence: number,
): Expression | null {
  const operator = cursor.acceptOne(['+', '-', '||', '*', '/', '%', '^']);
  if (operator === undefined) return null;
  cursor.expecting('an expression', { whole: true });
  const right = parseOperators(cursor, precedence + 1);
  return { kind: 'Binary', operator, left, right, span: cursor.span(start) };
}

/** Null where the word begins no predicate after all. */
function parsePredicate(cursor: Cursor, start: number, operand: Expression): Expression | null {
  const operator = acceptStringOrListOperator(cursor);
  if (operator !== undefined) {
    cursor.expecting('an expression', { whole: true });
    const right = parseOperators(cursor, PREDICATE + 1);
    return { kind: 'Binary', operator, left: operand, right, span: cursor.span(start) };
  }
  if (cursor.accept('::')) {
    return { kind: 'IsTyped', operand, type: parseType(cursor), negated: false, span: cursor.span(start) };
  }
  if (!cursor.accept('IS')) return null;
  const negated = cursor.accept('NOT');
  if (cursor.version === 25 && cursor.at('LABELED')) {
    const labels = parseLabels(cursor);
    const labelled: Expression = { kind: 'HasLabels', operand, labels, span: cursor.span(start) };
    return negated
      ? { kind: 'Unary', operator: 'NOT', operand: labelled, span: cursor.span(start) }
      : labelled;
  }
  if (cursor.accept('NULL')) return { kind: 'IsNull', operand, negated, span: cursor.span(start) };
  if (cursor.accept('::') || cursor.accept('TYPED')) {
    return { kind: 'IsTyped', operand, type: parseType(cursor), negated, span: cursor.span(start) };
  }
  const form = parseNormalForm(cursor) ?? 'NFC';
  cursor.expect('NORMALIZED');
  return { kind: 'IsNormalized', operand, form, negated, span: cursor.span(start) };
}

function acceptStringOrListOperator(cursor: Cursor): Binary['operator'] | undefined {
  if (cursor.accept('STARTS', 'WITH')) return 'STARTS WITH';
  if (cursor.accept('ENDS', 'WITH')) return 'ENDS WITH';
  return cursor.acceptOne(['=~', 'CONTAINS', 'IN']);
}

function parsePrefix(cursor: Cursor, loosest: number): Expression {
  const { start, key } = cursor.token;
  if (key === 'NOT' && loosest <= NOT) {
    cursor.advance();
    cursor.expecting('an expression', { whole: true });
    const operand = cursor.nested(() => parseOperators(cursor, NOT));
    return { kind: 'Unary', operator: 'NOT', operand, span: cursor.span(start) };
  }
  if (key !== '-' && key !== '+') return parsePostfix(cursor);
  cursor.advance();
  cursor.expecting('an expression', { whole: true });
  if (key === '-') {
    const literal = parseNegativeNumber(cursor, start);
    if (literal !== null) return parsePostfix(cursor, literal);
  }
  const operand = cursor.nested(() => parseOperators(cursor, UNARY));
  return { kind: 'Unary', operator: key, operand, span: cursor.span(start) };
}

/** The minus is the number's own: -9223372036854775808 is an INTEGER and its positive is not. */
function parseNegativeNumber(cursor: Cursor, start: number): Literal | null {
  const { token, text } = cursor;
  if (token.kind !== 'integer' && token.kind !== 'float') return null;
  cursor.advance();
  const value =
    token.kind === 'integer'
      ? integerValue(text, start, token.value, -1)
      : -floatValue(text, start, token.value);
  return { kind: 'Literal', value, span: cursor.span(start) };
}

function parsePostfix(cursor: Cursor, atom?: Expression): Expression {
  const start = atom?.span.start ?? cursor.token.start;
  let subject = atom ?? parseAtom(cursor);
  let levels = 0;
  for (;;) {
    if (cursor.sees('.')) {
      cursor.advance();
      const key = cursor.name('a property name');
      subject = { kind: 'Property', subject, key, span: cursor.span(start) };
    } else if (cursor.sees('[')) {
      subject = parseIndex(cursor, start, subject);
    } else if (cursor.sees(':') || cursor.sees('IS')) {
      if (!atLabels(cursor)) break;
      const labels = parseLabels(cursor);
      subject = { kind: 'HasLabels', operand: subject, labels, span: cursor.span(start) };
    } else {
      break;
    }
    cursor.deepen(1);
    levels++;
  }
  cursor.deepen(-levels);
  return subject;
}

/** `"[" expression "]" | "[" [expression] ".." [expression] "]"` */
function parseIndex(cursor: Cursor, start: number, subject: Expression): Expression {
  cursor.expect('[');
  const [from, sliced, to] = cursor.bracketed(() => {
    const first = cursor.at('..') ? null : parseExpression(cursor);
    const slice = cursor.accept('..');
    return [first, slice, slice && !cursor.at(']') ? parseExpression(cursor) : null];
  });
  const close = cursor.token.start;
  cursor.expect(']');
  if (from === null && to === null) {
    throw cursor.error('The start or end (or both) is required for a collection slice', '42001', close);
  }
  const span = cursor.span(start);
  return sliced || from === null
    ? { kind: 'Slice', subject, from, to, span }
    : { kind: 'DynamicProperty', subject, index: from, span };
}
