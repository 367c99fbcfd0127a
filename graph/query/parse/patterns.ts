/**
 * Graph patterns:
 *
 *     pattern      = part { "," part }
 *     part         = [name "="] [selector] (path | shortest)
 *     selector     = ANY [n] [mode] | ALL [mode] | ANY SHORTEST [mode] | ALL SHORTEST [mode] | SHORTEST [n] [mode] [GROUP | GROUPS] | mode
 *     mode         = [WALK | TRAIL | ACYCLIC] [PATH | PATHS]                  the words in Cypher 25
 *     shortest     = (SHORTESTPATH | ALLSHORTESTPATHS) "(" path ")"
 *     path         = "(" path [WHERE expression] ")" | step { relationship step }
 *     step         = node | quantified          two neighbouring quantified steps are joined by an empty node pattern;
 *                                               a relationship stands between two nodes
 *     node         = "(" [name] [labels] [properties] [WHERE expression] ")"
 *     relationship = ["<"] "-" ["[" [name] [labels] [length] [properties] [WHERE expression] "]"] "-" [">"] [quantifier]
 *     length       = "*" [[n] ".." [n] | n]
 *     quantified   = "(" path [WHERE expression] ")" quantifier
 *     quantifier   = "+" | "*" | "{" n "}" | "{" [n] "," [n] "}"
 *     properties   = map | parameter
 */
import type {
  Expression,
  MapLiteral,
  Name,
  NodePattern,
  Parameter,
  PatternElement,
  PatternExpression,
  PatternPart,
  QuantifiedPath,
  RelationshipPattern,
} from '../ast.ts';
import type { Cursor } from './cursor.ts';
import { atLabels, parseLabels } from './labels.ts';
import { parseMap } from './maps.ts';
import { parseParameter } from './parameters.ts';

export function parsePattern(cursor: Cursor): PatternPart[] {
  cursor.expecting('a graph pattern', { whole: true });
  return cursor.list(() => parsePatternPart(cursor));
}

/** The words that a pattern may begin with, further than which a name is a node without its brackets. */
const PATTERN_WORDS: ReadonlySet<string> = new Set(
  'ALL ANY SHORTEST SHORTESTPATH ALLSHORTESTPATHS WALK TRAIL ACYCLIC'.split(' '),
);

export function parsePatternPart(cursor: Cursor): PatternPart {
  const { start } = cursor.token;
  let variable: Name | null = null;
  if (cursor.atName() && cursor.peek(1).key === '=') {
    variable = cursor.name('a variable name');
    cursor.expect('=');
  } else if (cursor.atName() && !PATTERN_WORDS.has(cursor.token.key)) {
    const { value } = cursor.token;
    const hint = `a node stands in round brackets: (${value})`;
    throw cursor.error(`Invalid input '${value}': expected a graph pattern; ${hint}`, '42I06');
  }
  const wrapper = shortestFunction(cursor);
  if (wrapper !== null) return { ...parseShortest(cursor, wrapper), variable, span: cursor.span(start) };
  const { selector, mode } = parseSelector(cursor);
  const { elements, where } = parsePath(cursor);
  return { variable, selector, mode, elements, where, span: cursor.span(start) };
}

/** `shortestPath(…)` or `allShortestPaths(…)` as a part without a name; as an expression it gives the path. */
export function parseShortest(cursor: Cursor, kind: 'shortestPath' | 'allShortestPaths'): PatternPart {
  const start = cursor.advance().start;
  cursor.expect('(');
  const elements = cursor.bracketed(() => parseElements(cursor));
  cursor.expect(')');
  const span = cursor.span(start);
  return { variable: null, selector: { kind }, mode: null, elements, where: null, span };
}

/** Whether `shortestPath(` or `allShortestPaths(` comes next. */
export function shortestFunction(cursor: Cursor): 'shortestPath' | 'allShortestPaths' | null {
  if (cursor.peek(1).key !== '(') return null;
  if (cursor.at('SHORTESTPATH')) return 'shortestPath';
  return cursor.at('ALLSHORTESTPATHS') ? 'allShortestPaths' : null;
}

/**
 * Whether a relationship pattern follows the bracket that opens here: then `(a)--(b)` is a pattern and no subtraction.
 */
export function atPatternExpression(cursor: Cursor): boolean {
  let next = cursor.closing(0) + 1;
  if (next === 0) return false;
  const left = cursor.peek(next).key === '<';
  if (left) next++;
  if (cursor.peek(next).key !== '-') return false;
  next++;
  if (cursor.peek(next).key === '[') {
    const close = cursor.closing(next);
    if (close < 0) return false;
    next = close + 1;
  }
  if (cursor.peek(next).key !== '-') return false;
  next++;
  return (
    cursor.peek(next).key === '(' || (cursor.peek(next).key === '>' && cursor.peek(next + 1).key === '(')
  );
}

/** A pattern where an expression is expected: true where it matches. */
export function parsePatternExpression(cursor: Cursor): PatternExpression {
  const { start } = cursor.token;
  const elements = parseElements(cursor);
  const span = cursor.span(start);
  return {
    kind: 'PatternExpression',
    pattern: { variable: null, selector: null, mode: null, elements, where: null, span },
    span,
  };
}

/** Which of the paths are wanted, and which count as paths. */
function parseSelector(cursor: Cursor): Pick<PatternPart, 'selector' | 'mode'> {
  if (cursor.accept('ALL')) {
    const shortest = cursor.accept('SHORTEST');
    const mode = parseMode(cursor);
    return { selector: shortest ? { kind: 'shortest', count: 1, groups: true } : null, mode };
  }
  if (cursor.accept('ANY')) {
    const shortest = cursor.accept('SHORTEST');
    const count = (shortest ? null : optionalCount(cursor)) ?? 1;
    const mode = parseMode(cursor);
    return { selector: shortest ? { kind: 'shortest', count, groups: false } : { kind: 'any', count }, mode };
  }
  if (cursor.accept('SHORTEST')) {
    const count = optionalCount(cursor) ?? 1;
    const mode = parseMode(cursor);
    const groups = cursor.accept('GROUPS') || cursor.accept('GROUP');
    return { selector: { kind: 'shortest', count, groups }, mode };
  }
  return { selector: null, mode: parseMode(cursor) };
}

function parseMode(cursor: Cursor): PatternPart['mode'] {
  const mode = cursor.version === 25 ? cursor.acceptOne(['WALK', 'TRAIL', 'ACYCLIC']) : undefined;
  if (!cursor.accept('PATHS')) cursor.accept('PATH');
  return mode ?? null;
}

function parsePath(cursor: Cursor): { elements: PatternElement[]; where: Expression | null } {
  if (!opensGroup(cursor)) return { elements: parseElements(cursor), where: null };
  const after = cursor.peek(cursor.closing(0) + 1).key;
  if (after === '+' || after === '*' || after === '{' || after === '(' || after === '-' || after === '<') {
    return { elements: parseElements(cursor), where: null };
  }
  // the whole path stands in brackets: `ANY SHORTEST ((a)-->(b) WHERE …)`
  cursor.expect('(');
  const inner = cursor.bracketed(() => {
    const path = parsePath(cursor);
    return cursor.accept('WHERE') ? { ...path, where: cursor.rules.expression(cursor) } : path;
  });
  cursor.expect(')');
  return inner;
}

/** A bracket that holds a path, not a node: `((a)…` or `(p = (a)…`. */
function opensGroup(cursor: Cursor): boolean {
  if (!cursor.sees('(')) return false;
  return cursor.peek(1).key === '(' || (cursor.peek(2).key === '=' && cursor.peek(3).key === '(');
}

/** Nodes first and last, and between two of them one relationship or quantified part. */
function parseElements(cursor: Cursor): PatternElement[] {
  const elements: PatternElement[] = [];
  for (;;) {
    const last = elements.at(-1)?.kind;
    if (last !== 'RelationshipPattern' && opensGroup(cursor)) {
      if (last !== 'NodePattern') elements.push(emptyNode(cursor));
      elements.push(parseQuantified(cursor));
    } else {
      elements.push(parseNode(cursor));
    }
    cursor.expecting('a graph pattern');
    const quantified = elements.at(-1)?.kind === 'QuantifiedPath';
    if (!quantified && (cursor.sees('-') || cursor.sees('<'))) {
      elements.push(parseRelationship(cursor));
    } else if (!cursor.sees('(')) {
      if (quantified) elements.push(emptyNode(cursor));
      return elements;
    } else if (!quantified && !opensGroup(cursor)) {
      return elements; // `(a)(b)`: whoever called finds the second node unexpected
    }
  }
}

const emptyNode = (cursor: Cursor): NodePattern => ({
  kind: 'NodePattern',
  variable: null,
  labels: null,
  properties: null,
  where: null,
  span: { start: cursor.token.start, end: cursor.token.start },
});

function parseNode(cursor: Cursor): NodePattern {
  const { start } = cursor.token;
  cursor.expect('(');
  const filler = cursor.bracketed(() => parseFiller(cursor, [')', ':', 'IS', '{', '$', 'WHERE'], () => null));
  cursor.expect(')');
  const { variable, labels, properties, where } = filler;
  return { kind: 'NodePattern', variable, labels, properties, where, span: cursor.span(start) };
}

function parseRelationship(cursor: Cursor): RelationshipPattern {
  const { start } = cursor.token;
  const left = cursor.accept('<');
  cursor.expect('-');
  let filler: ReturnType<typeof parseFiller<RelationshipPattern['length']>> = NO_FILLER;
  if (cursor.accept('[')) {
    const ends = [']', ':', 'IS', '{', '$', 'WHERE', '*'];
    filler = cursor.bracketed(() => parseFiller(cursor, ends, () => parseLength(cursor)));
    cursor.expect(']');
  }
  cursor.expect('-');
  const right = cursor.accept('>');
  const direction = left === right ? 'both' : left ? 'in' : 'out';
  const quantifier = parseQuantifier(cursor);
  const { variable, labels: types, properties, where, length } = filler;
  const span = cursor.span(start);
  return {
    kind: 'RelationshipPattern',
    variable,
    types,
    direction,
    length,
    quantifier,
    properties,
    where,
    span,
  };
}

const NO_FILLER = { variable: null, labels: null, length: null, properties: null, where: null };

/**
 * What stands in the brackets of a node or relationship.
 *
 * @param afterName what may follow the variable, so that a label keyword (`IS`, `WHERE`) can be one too
 */
function parseFiller<L>(cursor: Cursor, afterName: readonly string[], length: () => L) {
  const named =
    cursor.atName() &&
    (!['IS', 'WHERE'].includes(cursor.token.key) || afterName.includes(cursor.peek(1).key));
  const variable = named ? cursor.name('a variable name') : null;
  if (!named) cursor.expecting('a variable name');
  const labels = atLabels(cursor) ? parseLabels(cursor) : null;
  const lengthOrNull = length();
  const properties = parseProperties(cursor);
  const where = cursor.accept('WHERE') ? cursor.rules.expression(cursor) : null;
  return { variable, labels, length: lengthOrNull, properties, where };
}

function parseProperties(cursor: Cursor): MapLiteral | Parameter | null {
  if (cursor.at('{')) return parseMap(cursor);
  cursor.expecting('a parameter');
  return cursor.sees('$') ? parseParameter(cursor) : null;
}

/** `*` is one or more, as in openCypher 9; `*0..` is any number. */
function parseLength(cursor: Cursor): RelationshipPattern['length'] {
  if (!cursor.accept('*')) return null;
  const min = optionalCount(cursor);
  if (!cursor.accept('..')) return { min: min ?? 1, max: min };
  return { min: min ?? 1, max: optionalCount(cursor) };
}

function parseQuantified(cursor: Cursor): QuantifiedPath {
  const { start } = cursor.token;
  cursor.expect('(');
  const part = cursor.bracketed(() => {
    const inner = parsePatternPart(cursor);
    const where = cursor.accept('WHERE') ? cursor.rules.expression(cursor) : inner.where;
    return { ...inner, where };
  });
  cursor.expect(')');
  const quantifier = parseQuantifier(cursor);
  if (quantifier === null) throw cursor.unexpected();
  return { kind: 'QuantifiedPath', part, ...quantifier, span: cursor.span(start) };
}

function parseQuantifier(cursor: Cursor): { min: number; max: number | null } | null {
  if (cursor.accept('+')) return { min: 1, max: null };
  if (cursor.accept('*')) return { min: 0, max: null };
  const { start } = cursor.token;
  if (!cursor.accept('{')) return null;
  const min = optionalCount(cursor);
  let max = min;
  if (min === null ? (cursor.expect(','), true) : cursor.accept(',')) max = optionalCount(cursor);
  cursor.expect('}');
  if (min !== null && max !== null && min > max) {
    const message = `A quantifier must not have a lower bound (${min}) greater than its upper bound (${max})`;
    throw cursor.error(message, '42I17', start);
  }
  return { min: min ?? 0, max };
}

function optionalCount(cursor: Cursor): number | null {
  const { token } = cursor;
  cursor.expecting('an integer value');
  if (token.kind !== 'integer') return null;
  cursor.advance();
  const count = Number(token.value.replaceAll('_', ''));
  if (!Number.isSafeInteger(count)) throw cursor.error('integer is too large', '22003', token.start);
  return count;
}
