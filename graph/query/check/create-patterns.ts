/**
 * The rules of patterns that are created or merged: what they make must be definite.
 *
 * @see TCK clauses/create, clauses/merge: VariableAlreadyBound, NoSingleRelationshipType, CreatingVarLength,
 *   RequiresDirectedRelationship, InvalidParameterUse
 */
import type { LabelExpression, NodePattern, PatternPart, RelationshipPattern } from '../ast.ts';
import { mentions } from '../plan/walk.ts';
import type { Checking } from './checking.ts';
import { alreadyDeclared, failure } from './checking.ts';
import { checkExpression } from './expressions.ts';
import {
  afterName,
  checkDynamicLabels,
  INVALID_TOKEN,
  parameterMap,
  refuseMixedSymbols,
  typeConflict,
} from './patterns.ts';
import type { Scope } from './scope.ts';
import { fits } from './static-type.ts';
import { PLAIN } from './usage.ts';

type Clause = 'CREATE' | 'MERGE';

/** Declares in `scope` what the pattern makes. */
export function checkCreatedPattern(
  checking: Checking,
  clause: Clause,
  parts: readonly PatternPart[],
  scope: Scope,
): void {
  for (const part of parts) {
    refuseSelector(checking, clause, part);
    const made = new Map<string, 'Node' | 'Relationship'>();
    for (const element of part.elements) {
      if (element.kind === 'NodePattern') {
        if (declareNode(checking, clause, element, scope, part.elements.length === 1, made)) {
          made.set(element.variable?.name ?? '', 'Node');
        }
      } else if (element.kind === 'RelationshipPattern') {
        declareRelationship(checking, clause, element, scope);
        if (element.variable !== null) made.set(element.variable.name, 'Relationship');
      }
    }
    for (const element of part.elements) {
      if (element.kind !== 'QuantifiedPath') checkInside(checking, clause, element, scope, made);
    }
    if (part.variable === null) continue;
    const { name, span } = part.variable;
    if (scope.has(name)) throw alreadyDeclared(checking, name, span);
    scope.declare(name, 'Path');
  }
}

function refuseSelector(checking: Checking, clause: Clause, part: PatternPart): void {
  const { selector, elements } = part;
  if (selector !== null) {
    const shortest = selector.kind === 'shortestPath' || selector.kind === 'allShortestPaths';
    const what = shortest ? `${selector.kind}(...)` : 'Path selectors such as `SHORTEST 1`';
    throw failure(
      checking,
      afterName(checking, part),
      `${what} cannot be used in a ${clause} clause, but only in a MATCH clause.`,
      '42I04',
    );
  }
  const quantified = elements.find(
    (element) =>
      element.kind === 'QuantifiedPath' ||
      (element.kind === 'RelationshipPattern' && element.quantifier !== null),
  );
  if (quantified !== undefined) {
    throw failure(
      checking,
      quantified.span,
      `Quantified path patterns cannot be used in a ${clause} clause, but only in a MATCH clause.`,
      '42I04',
    );
  }
}

/** @returns whether the node is made here, not bound before */
function declareNode(
  checking: Checking,
  clause: Clause,
  { variable, labels, properties, where }: NodePattern,
  scope: Scope,
  alone: boolean,
  made: ReadonlyMap<string, unknown>,
): boolean {
  if (where !== null) {
    throw failure(
      checking,
      where.span,
      `Node pattern predicates are not allowed in a ${clause} clause, but only in a MATCH clause or inside a pattern comprehension`,
      '42I32',
    );
  }
  if (variable === null) return false;
  const { name, span } = variable;
  const bound = scope.type(name);
  if (bound === undefined) {
    scope.declare(name, 'Node');
    return true;
  }
  if (alone) throw alreadyDeclared(checking, name, span);
  if (!fits(bound, ['Node'])) throw typeConflict(checking, name, bound, 'Node', span);
  if (labels !== null || properties !== null) {
    throw failure(
      checking,
      span,
      `Can't create node \`${name}\` with labels or properties here. The variable is already declared in this context`,
      '42N78',
    );
  }
  return made.has(name);
}

function declareRelationship(
  checking: Checking,
  clause: Clause,
  { variable, types, direction, length, where, span }: RelationshipPattern,
  scope: Scope,
): void {
  if (where !== null) {
    throw failure(
      checking,
      where.span,
      `Relationship pattern predicates are not allowed in a ${clause} clause, but only in a MATCH clause or inside a pattern comprehension`,
      '42I32',
    );
  }
  if (variable !== null && scope.has(variable.name))
    throw alreadyDeclared(checking, variable.name, variable.span);
  if (length !== null) {
    throw failure(checking, span, `Variable length relationships cannot be used in ${clause}`, '42I41');
  }
  if (types === null) {
    throw failure(
      checking,
      span,
      `Exactly one relationship type must be specified for ${clause}. Did you forget to prefix your relationship type with a ':'?`,
      '42I14',
    );
  }
  if (types.kind === 'LabelOr') {
    throw failure(checking, span, `A single relationship type must be specified for ${clause}`, '42I14');
  }
  if (types.kind !== 'Label') {
    throw failure(
      checking,
      types.span,
      `Relationship type expressions in patterns are not allowed in a ${clause} clause, but only in a MATCH clause`,
      '42I30',
    );
  }
  if (clause === 'CREATE' && direction === 'both') {
    throw failure(checking, span, 'Only directed relationships are supported in CREATE', '42I56');
  }
  if (variable !== null) scope.declare(variable.name, 'Relationship');
}

function checkInside(
  checking: Checking,
  clause: Clause,
  element: NodePattern | RelationshipPattern,
  scope: Scope,
  made: ReadonlyMap<string, 'Node' | 'Relationship'>,
): void {
  const labels = element.kind === 'NodePattern' ? element.labels : element.types;
  if (element.kind === 'NodePattern') {
    refuseLabelExpression(checking, clause, labels);
    if (labels !== null) refuseMixedSymbols(checking, labels);
  }
  checkDynamicLabels(checking, labels, (dynamic) => checkExpression(checking, dynamic, scope, PLAIN));
  const { properties } = element;
  if (properties === null) return;
  if (properties.kind === 'Parameter') {
    if (clause === 'MERGE') throw parameterMap(checking, properties, 'MERGE');
    return;
  }
  checkExpression(checking, properties, scope, PLAIN);
  const unnamed = properties.entries.find(({ key }) => key.name === '');
  if (unnamed !== undefined) throw failure(checking, unnamed.key.span, `'' ${INVALID_TOKEN}`, '42001');
  if (clause === 'MERGE') return;
  for (const name of mentions(properties)) {
    const type = made.get(name);
    if (type === undefined) continue;
    throw failure(
      checking,
      properties.span,
      `The ${type} variable '${name}' is referencing a ${type} that is created in the same CREATE clause which is not ` +
        'allowed. Please only reference variables created in earlier clauses.',
      '42N62',
    );
  }
}

/** Only `:A&B` (or `:A:B`) says which labels to give. */
function refuseLabelExpression(checking: Checking, clause: Clause, labels: LabelExpression | null): void {
  if (labels === null || labels.kind === 'Label') return;
  if (labels.kind === 'LabelAnd') {
    refuseLabelExpression(checking, clause, labels.left);
    refuseLabelExpression(checking, clause, labels.right);
    return;
  }
  throw failure(
    checking,
    labels.kind === 'LabelOr' ? labels.left.span.end : labels.span,
    `Label expressions in patterns are not allowed in a ${clause} clause, but only in a MATCH clause and in expressions`,
    '42I30',
  );
}
