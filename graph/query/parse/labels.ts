/**
 * Label expressions, on nodes, on relationships and in predicates:
 *
 *     labels     = (":" | "IS") disjunction
 *     disjunction= conjunction { "|" [":"] conjunction }
 *     conjunction= negation { ("&" | ":") negation }         `:A:B` is the older way to write `:A&B`
 *     negation   = { "!" } primary
 *     primary    = name | "%" | "$" [ALL | ANY] "(" expression ")" | "(" disjunction ")"
 */
import type { LabelExpression, LabelName } from '../ast.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './lexer.ts';

/** Whether a label expression begins here. */
export function atLabels(cursor: Cursor): boolean {
  cursor.expecting("'IS'");
  return cursor.at(':') || (cursor.sees('IS') && isLabelAfterIs(cursor));
}

/** `IS NULL`, `IS NOT NULL`, `IS :: T`, `IS TYPED T`, `IS NORMALIZED` are predicates of their own. */
function isLabelAfterIs(cursor: Cursor): boolean {
  const after = cursor.peek(1);
  if (['NULL', 'NOT', '::', 'TYPED', 'NORMALIZED', 'NFC', 'NFD', 'NFKC', 'NFKD'].includes(after.key))
    return false;
  if (cursor.version === 25 && after.key === 'LABELED' && beginsLabels(cursor.peek(2))) return false;
  return beginsLabels(after);
}

function beginsLabels(after: Token): boolean {
  return after.kind === 'word' || after.kind === 'quoted' || ['%', '!', '(', '$'].includes(after.key);
}

/** A label expression with its `:`, `IS` or `LABELED`. */
export function parseLabels(cursor: Cursor): LabelExpression {
  cursor.advance();
  return disjunction(cursor);
}

function disjunction(cursor: Cursor): LabelExpression {
  const { start } = cursor.token;
  let left = conjunction(cursor);
  let operands = 0;
  while (!isProjectionBar(cursor) && cursor.accept('|')) {
    cursor.accept(':');
    cursor.deepen(1);
    operands++;
    const right = conjunction(cursor);
    left = { kind: 'LabelOr', left, right, span: cursor.span(start) };
  }
  cursor.deepen(-operands);
  return left;
}

/** In `[x IN xs WHERE x:A|B | x.p]` the last bar outside further brackets is not the label expression's. */
function isProjectionBar(cursor: Cursor): boolean {
  if (!cursor.barProjects || !cursor.sees('|')) return false;
  for (let i = 1; ; i++) {
    const token = cursor.peek(i);
    if (token.key === '|') return false;
    if (token.kind === 'end' || token.key === ']') return true;
    if (token.key === '(' || token.key === '[' || token.key === '{') {
      const close = cursor.closing(i);
      if (close < 0) return true;
      i = close;
    }
  }
}

function conjunction(cursor: Cursor): LabelExpression {
  const { start } = cursor.token;
  let left = negation(cursor);
  let operands = 0;
  while (cursor.acceptOne(['&', ':']) !== undefined) {
    cursor.deepen(1);
    operands++;
    const right = negation(cursor);
    left = { kind: 'LabelAnd', left, right, span: cursor.span(start) };
  }
  cursor.deepen(-operands);
  return left;
}

function negation(cursor: Cursor): LabelExpression {
  const { start } = cursor.token;
  if (!cursor.accept('!')) return primary(cursor);
  const operand = cursor.nested(() => negation(cursor));
  return { kind: 'LabelNot', operand, span: cursor.span(start) };
}

function primary(cursor: Cursor): LabelExpression {
  const { start } = cursor.token;
  if (cursor.accept('%')) return { kind: 'LabelAny', span: cursor.span(start) };
  if (cursor.accept('(')) {
    const inner = cursor.bracketed(() => disjunction(cursor));
    cursor.expect(')');
    return inner;
  }
  const label = parseLabelName(cursor);
  return { kind: 'Label', label, span: cursor.span(start) };
}

/** A label or type name, or `$(expression)`. */
export function parseLabelName(cursor: Cursor): LabelName {
  const { start } = cursor.token;
  if (!cursor.accept('$')) return cursor.name('a node label/relationship type name');
  const any = cursor.accept('ANY');
  if (!any) cursor.accept('ALL');
  cursor.expect('(');
  const dynamic = cursor.bracketed(() => cursor.rules.expression(cursor));
  cursor.expect(')');
  return { dynamic, any, span: cursor.span(start) };
}

/** The labels that SET and REMOVE name: `:A:B`, `IS A`. */
export function parseLabelNames(cursor: Cursor): LabelName[] {
  const labels: LabelName[] = [];
  while (cursor.acceptOne(['IS', ':']) !== undefined) labels.push(parseLabelName(cursor));
  return labels;
}
