/**
 * The rules of patterns that are matched: which variables they bind, as what, and what may stand in them.
 *
 * @see TCK clauses/match Match1 to Match6: VariableAlreadyBound, VariableTypeConflict, InvalidParameterUse
 */
import type {
  Expression,
  LabelExpression,
  Name,
  NodePattern,
  PatternElement,
  PatternPart,
  QuantifiedPath,
  RelationshipPattern,
} from '../ast.ts';
import type { Checking } from './checking.ts';
import { alreadyDeclared, expectType, failure } from './checking.ts';
import { Scope } from './scope.ts';
import type { StaticType } from './static-type.ts';
import { fits, isList, listOf, printType } from './static-type.ts';

export type CheckIn = (expression: Expression, scope?: Scope) => StaticType;

/**
 * Declares in `scope` what the parts bind, then checks what stands inside them, which may name any of it.
 *
 * @param check checks a property map, predicate or dynamic label
 */
export function checkPatternParts(
  checking: Checking,
  parts: readonly PatternPart[],
  scope: Scope,
  check: CheckIn,
  { repeatable = false, besideQuantified = hasQuantified(parts), seesPath = true } = {},
): void {
  checkModes(checking, parts, repeatable);
  const walked = new Set<string>();
  if (besideQuantified) refuseVariableLength(checking, parts);
  for (const part of parts) {
    checkSelector(checking, part, parts.length);
    for (const element of part.elements) declareElement(checking, element, scope, walked);
    if (seesPath) declarePath(checking, part, scope);
  }
  for (const part of parts) {
    for (const element of part.elements) checkElement(checking, element, scope, check);
    if (!seesPath) declarePath(checking, part, scope);
    if (part.where !== null) checkWhere(checking, part.where, scope, check);
  }
}

function declarePath(checking: Checking, { variable }: PatternPart, scope: Scope): void {
  if (variable === null) return;
  const { name, span } = variable;
  if (scope.has(name)) throw alreadyDeclared(checking, name, span);
  scope.declare(name, 'Path');
}

/** @see https://neo4j.com/docs/cypher-manual/25/patterns/match-modes/ */
function checkModes(checking: Checking, parts: readonly PatternPart[], repeatable: boolean): void {
  const modes = new Set(parts.map(({ mode }) => (mode === 'ACYCLIC' ? mode : 'WALK')));
  const [first] = parts;
  if (first === undefined) return;
  if (modes.size > 1) {
    throw failure(
      checking,
      first.span,
      'Mixing path modes ACYCLIC, WALK in the same graph pattern is not supported.',
      '42N61',
    );
  }
  if (!repeatable) return;
  if (modes.has('ACYCLIC')) {
    throw failure(
      checking,
      first.span,
      'REPEATABLE ELEMENTS with ACYCLIC path mode is not supported.',
      '42001',
    );
  }
  for (const element of parts.flatMap((part) => part.elements)) {
    if (!isUnbounded(element)) continue;
    throw failure(
      checking,
      element.span,
      "The quantified path pattern may yield an infinite number of rows under match mode 'REPEATABLE ELEMENTS'. " +
        'Add an upper bound to the quantified path pattern.',
      '42N53',
    );
  }
}

function isUnbounded(element: PatternElement): boolean {
  if (element.kind === 'NodePattern') return false;
  if (element.kind === 'QuantifiedPath') return element.max === null;
  return (element.length ?? element.quantifier)?.max === null;
}

/** Whether some part is repeated as GQL has it. */
export const hasQuantified = (parts: readonly PatternPart[]): boolean =>
  parts.some(({ elements }) =>
    elements.some(
      (element) =>
        element.kind === 'QuantifiedPath' ||
        (element.kind === 'RelationshipPattern' && element.quantifier !== null),
    ),
  );

/** `-[*]->` is openCypher's and `-[]->+` GQL's: a MATCH holds one kind, whatever its subqueries hold. */
function refuseVariableLength(checking: Checking, parts: readonly PatternPart[]): void {
  const legacy = parts
    .flatMap((part) => part.elements)
    .find((element) => element.kind === 'RelationshipPattern' && element.length !== null);
  if (legacy === undefined) return;
  throw failure(
    checking,
    legacy.span,
    "Mixing variable-length relationships ('-[*]-') with quantified relationships ('()-->*()') or quantified path patterns ('(()-->())*') is not allowed.",
    '42I41',
  );
}

/** Every variable that a pattern names, those of quantified parts included. */
export function* patternVariables(part: PatternPart): Generator<Name> {
  if (part.variable !== null) yield part.variable;
  for (const element of part.elements) {
    if (element.kind === 'QuantifiedPath') yield* patternVariables(element.part);
    else if (element.variable !== null) yield element.variable;
  }
}

/** Declares a node or relationship variable, or finds that it is bound to the like. */
function declareElement(
  checking: Checking,
  element: PatternElement,
  scope: Scope,
  walked: Set<string>,
): void {
  if (element.kind === 'QuantifiedPath') {
    declareGroup(checking, element, scope);
    return;
  }
  if (element.variable === null) return;
  const { name, span } = element.variable;
  const type = element.kind === 'NodePattern' ? 'Node' : relationshipType(element);
  if (element.kind === 'RelationshipPattern') {
    // @see TCK Match3 [29]: RelationshipUniquenessViolation
    if (walked.has(name)) {
      throw failure(
        checking,
        span,
        `Cannot use the same relationship variable '${name}' for multiple relationships`,
        '42N59',
      );
    }
    walked.add(name);
  }
  const bound = scope.type(name);
  if (bound === undefined) {
    scope.declare(name, type);
  } else if (!fits(bound, [type]) || (isList(bound) && !isList(type))) {
    throw typeConflict(checking, name, bound, type, span);
  }
}

export function typeConflict(
  checking: Checking,
  name: string,
  bound: StaticType,
  wanted: StaticType,
  span: Name['span'],
) {
  return failure(
    checking,
    span,
    `Type mismatch: ${name} defined with conflicting type ${printType(bound)} (expected ${printType(wanted)})`,
    ['22G03', '22N27'],
  );
}

const relationshipType = ({ length, quantifier }: RelationshipPattern): StaticType =>
  length === null && quantifier === null ? 'Relationship' : 'List<Relationship>';

/** Outside a quantified path its variables are lists, one item a turn. */
function declareGroup(checking: Checking, { part, span }: QuantifiedPath, scope: Scope): void {
  const inner = new Scope();
  for (const { name } of patternVariables(part)) {
    if (!scope.has(name)) continue;
    throw failure(
      checking,
      span,
      `The variable \`${name}\` occurs both inside and outside a quantified path pattern and needs to be renamed.`,
      '42N59',
    );
  }
  const walked = new Set<string>();
  for (const element of part.elements) declareElement(checking, element, inner, walked);
  for (const [name, type] of inner.own()) scope.declare(name, listOf(type));
}

function checkElement(checking: Checking, element: PatternElement, scope: Scope, check: CheckIn): void {
  checkQuantifier(checking, element);
  if (element.kind === 'QuantifiedPath') {
    // inside, the variables are single again
    const inner = new Scope(scope);
    checkPatternParts(checking, [element.part], new Shadow(inner, element.part), check);
    return;
  }
  const labels = element.kind === 'NodePattern' ? element.labels : element.types;
  if (element.kind === 'RelationshipPattern') {
    refuseColons(checking, labels);
    refuseOldAlternatives(checking, element);
  } else if (labels !== null) {
    refuseMixedSymbols(checking, labels);
  }
  checkDynamicLabels(checking, labels, (dynamic) => check(dynamic, scope));
  if (element.properties?.kind === 'Parameter') {
    throw parameterMap(checking, element.properties, 'MATCH');
  }
  if (element.properties !== null) check(element.properties, scope);
  if (element.where !== null) checkWhere(checking, element.where, withinElement(element, scope), check);
}

function checkWhere(checking: Checking, where: Expression, scope: Scope, check: CheckIn): void {
  expectType(checking, where, check(where, scope), ['Boolean']);
}

/** `-[r WHERE r.x > 1]->{1,3}`: inside, `r` is one relationship at a time. */
function withinElement(element: NodePattern | RelationshipPattern, scope: Scope): Scope {
  if (element.kind === 'NodePattern' || element.quantifier === null || element.variable === null)
    return scope;
  return new Scope(scope, [[element.variable.name, 'Relationship']]);
}

/** `{0,0}` matches nothing, and a quantified node goes nowhere: slips. */
function checkQuantifier(checking: Checking, element: PatternElement): void {
  if (element.kind === 'NodePattern') return;
  const quantifier = element.kind === 'QuantifiedPath' ? element : element.quantifier;
  if (quantifier === null) return;
  if (quantifier.max === 0) {
    throw failure(
      checking,
      element.span,
      'A quantifier for a path pattern must not be limited by 0.',
      '42N31',
    );
  }
  if (element.kind === 'QuantifiedPath' && element.part.elements.length === 1) {
    throw failure(
      checking,
      element.span,
      'A quantified path pattern needs to have at least one relationship.',
      '42001',
    );
  }
}

/** A scope in which the variables of a quantified path are not yet declared. */
class Shadow extends Scope {
  readonly #hidden: Set<string>;
  readonly #around: Scope;

  constructor(around: Scope, part: PatternPart) {
    super();
    this.#around = around;
    this.#hidden = new Set([...patternVariables(part)].map((variable) => variable.name));
  }

  override type(name: string): StaticType | undefined {
    return super.type(name) ?? (this.#hidden.has(name) ? undefined : this.#around.type(name));
  }
}

export function parameterMap(
  checking: Checking,
  { name, span }: { name: string; span: Name['span'] },
  clause: 'MATCH' | 'MERGE',
) {
  return failure(
    checking,
    span,
    `Parameter maps cannot be used in \`${clause}\` patterns (use a literal map instead, e.g. \`{id: $${name}.id}\`)`,
    '42N32',
  );
}

/** A relationship has one type, so that `:A:B` is taken for a slip. */
function refuseColons(checking: Checking, types: LabelExpression | null): void {
  if (types?.kind !== 'LabelAnd') return;
  const between = checking.text.slice(types.left.span.end, types.right.span.start).indexOf(':');
  if (between < 0) return;
  throw failure(
    checking,
    types.left.span.end + between,
    "Relationship types in a relationship type expressions may not be combined using ':'",
    '42I20',
  );
}

/** `[r:A|:B]`, of old, is left to relationships of which only the type is asked. */
function refuseOldAlternatives(checking: Checking, pattern: RelationshipPattern): void {
  const { types, variable, properties, where, length } = pattern;
  if (types?.kind !== 'LabelOr') return;
  if (variable === null && properties === null && where === null && length === null) return;
  if (!checking.text.slice(types.left.span.end, types.right.span.start).includes(':')) return;
  throw failure(
    checking,
    types.span,
    'The semantics of using colon in the separation of alternative relationship types in conjunction with\n' +
      'the use of variable binding, inlined property predicates, or variable length is no longer supported.',
    '42I52',
  );
}

/** `:A:B` is the older way to write `:A&B`; Neo4j takes the one or the other. */
export function refuseMixedSymbols(checking: Checking, labels: LabelExpression): void {
  const used = { colons: false, symbols: false };
  noteSymbols(checking.text, labels, used);
  if (!used.colons || !used.symbols) return;
  throw failure(
    checking,
    labels.span,
    "Mixing label expression symbols ('|', '&', '!', and '%') with colon (':') between labels is not allowed. Please only use one set of symbols.",
    '42001',
  );
}

function noteSymbols(
  text: string,
  labels: LabelExpression,
  used: { colons: boolean; symbols: boolean },
): void {
  if (labels.kind === 'Label') return;
  const colon =
    labels.kind === 'LabelAnd' && text.slice(labels.left.span.end, labels.right.span.start).includes(':');
  if (colon) used.colons = true;
  else used.symbols = true;
  if (labels.kind === 'LabelNot') noteSymbols(text, labels.operand, used);
  if ('left' in labels) {
    noteSymbols(text, labels.left, used);
    noteSymbols(text, labels.right, used);
  }
}

/** What `$(…)` may be as far as the text tells: text or a list of texts, and no empty name. */
export function checkDynamicLabels(
  checking: Checking,
  labels: LabelExpression | null,
  check: (expression: Expression) => StaticType,
): void {
  for (const dynamic of dynamicLabels(labels)) {
    expectType(checking, dynamic, check(dynamic), ['String', 'List<String>']);
    if (dynamic.kind !== 'Literal' || (dynamic.value !== null && dynamic.value !== '')) continue;
    const what = dynamic.value === null ? 'Null' : "''";
    throw failure(checking, dynamic.span, `${what} ${INVALID_TOKEN}`, '42001');
  }
}

export const INVALID_TOKEN =
  'is not a valid token name. Token names cannot be empty or contain any null-bytes.';

/** The expressions of `$(…)` in a label expression. */
export function* dynamicLabels(labels: LabelExpression | null): Generator<Expression> {
  if (labels === null || labels.kind === 'LabelAny') return;
  if (labels.kind === 'Label') {
    if ('dynamic' in labels.label) yield labels.label.dynamic;
  } else if (labels.kind === 'LabelNot') {
    yield* dynamicLabels(labels.operand);
  } else {
    yield* dynamicLabels(labels.left);
    yield* dynamicLabels(labels.right);
  }
}

/** Where a part begins after `name = `, if it has a name. */
export function afterName({ text }: Checking, { variable, span }: PatternPart): number {
  if (variable === null) return span.start;
  const { end } = variable.span;
  return end + (/^\s*=\s*/.exec(text.slice(end, end + 100))?.[0].length ?? 0);
}

function checkSelector(checking: Checking, part: PatternPart, parts: number): void {
  const { variable, selector, elements, span } = part;
  if (selector === null) return;
  if ('count' in selector && selector.count === 0) {
    throw failure(checking, span, 'The path count needs to be greater than 0.', '42N31');
  }
  if (selector.kind === 'any' || selector.kind === 'shortest') {
    if (parts === 1) return;
    throw failure(
      checking,
      variable === null ? (elements[0]?.span ?? span) : span,
      'Multiple path patterns cannot be used in the same clause in combination with a selective path selector.',
      '42I45',
    );
  }
  const [, relationship] = elements;
  if (elements.length !== 3 || relationship?.kind !== 'RelationshipPattern') {
    throw failure(
      checking,
      afterName(checking, part),
      `${selector.kind}(...) requires a pattern containing a single relationship`,
      '42N40',
    );
  }
  if ((relationship.length?.min ?? 0) > 1) {
    throw failure(
      checking,
      relationship.span,
      `${selector.kind}(...) does not support a minimal length different from 0 or 1`,
      '42I08',
    );
  }
}
