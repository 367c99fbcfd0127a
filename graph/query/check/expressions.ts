/** The rules of expressions: variables exist, functions are known, operands can be of the right type. */
import { work } from '../../work.ts';
import type { Expression, MapProjectionItem, Variable } from '../ast.ts';
import type { Checking } from './checking.ts';
import { expectType, failure, INVALID_ENTITY, TYPE_ERROR } from './checking.ts';
import { checkCall, checkCountStar } from './functions.ts';
import { checkBinary } from './operators.ts';
import { checkPatternComprehension, checkPatternExpression } from './pattern-expressions.ts';
import { Scope } from './scope.ts';
import type { StaticType } from './static-type.ts';
import { ANY_LIST, HAS_PROPERTIES, NUMBER, common, elementOf, isList, listOf } from './static-type.ts';
import { undefinedVariable } from './undefined-variable.ts';
import type { Usage } from './usage.ts';
import { PLAIN, WITHIN_LIST } from './usage.ts';

/**
 * @param usage what the place of the expression allows
 * @returns what is known of its type
 */
export function checkExpression(
  checking: Checking,
  expression: Expression,
  scope: Scope,
  usage: Usage,
): StaticType {
  work();
  const check = (inner: Expression, innerScope = scope, innerUsage: Usage = { ...usage, predicate: false }) =>
    checkExpression(checking, inner, innerScope, innerUsage);
  const checkBoolean = (inner: Expression, innerScope = scope, innerUsage = usage) =>
    checkPredicate(checking, inner, innerScope, innerUsage);
  switch (expression.kind) {
    case 'Literal':
      return literalType(expression.value);
    case 'Parameter':
      return 'Any';
    case 'Variable':
      return variableType(checking, expression, scope, usage);
    case 'Property':
      return checkProperty(checking, expression, check(expression.subject));
    case 'DynamicProperty':
      return checkIndex(checking, expression, check(expression.subject), check(expression.index));
    case 'Slice': {
      const type = check(expression.subject);
      expectType(checking, expression.subject, type, [ANY_LIST]);
      for (const bound of [expression.from, expression.to]) {
        if (bound !== null) expectType(checking, bound, check(bound), ['Integer']);
      }
      return type;
    }
    case 'ListLiteral': {
      const types = expression.items.map((item) => check(item));
      return listOf(types.length === 0 ? 'Any' : types.reduce(common));
    }
    case 'MapLiteral':
      for (const { value } of expression.entries) check(value);
      return 'Map';
    case 'MapProjection':
      expectType(checking, expression.subject, check(expression.subject), ['Map', 'Node', 'Relationship']);
      for (const item of expression.items) checkProjected(item, check);
      return 'Map';
    case 'Unary':
      return checkUnary(checking, expression, expression.operator === 'NOT' ? checkBoolean : check);
    case 'Binary': {
      const logical = ['AND', 'OR', 'XOR'].includes(expression.operator);
      const [left, right] = [expression.left, expression.right].map((side) =>
        logical ? checkBoolean(side) : check(side),
      );
      return checkBinary(checking, expression, left ?? 'Any', right ?? 'Any');
    }
    case 'Comparison':
      for (const operand of [expression.first, ...expression.rest.map((pair) => pair.operand)])
        check(operand);
      return 'Boolean';
    case 'IsNull':
    case 'IsTyped':
    case 'IsNormalized':
      check(expression.operand);
      return 'Boolean';
    case 'HasLabels':
      expectType(checking, expression.operand, check(expression.operand), ['Node', 'Relationship']);
      return 'Boolean';
    case 'Case': {
      if (expression.subject !== null) check(expression.subject);
      const searched = expression.subject === null;
      for (const { when } of expression.branches)
        if (searched) checkBoolean(when);
        else check(when);
      const results = expression.branches.map((branch) => check(branch.then));
      if (expression.otherwise !== null) results.push(check(expression.otherwise));
      return results.reduce(common);
    }
    case 'FunctionCall':
      return checkCall(checking, expression, usage, (arg, argUsage) => check(arg, scope, argUsage));
    case 'CountStar':
      checkCountStar(checking, expression, usage);
      return 'Integer';
    case 'ListComprehension': {
      const inner = iterate(checking, expression, scope, check);
      const within = { ...usage, ...WITHIN_LIST };
      if (expression.where !== null) checkBoolean(expression.where, inner, within);
      const type = inner.type(expression.variable.name) ?? 'Any';
      return listOf(expression.projection === null ? type : check(expression.projection, inner, within));
    }
    case 'Quantifier':
      checkBoolean(expression.where, iterate(checking, expression, scope, check), {
        ...usage,
        noAggregation: PLAIN.noAggregation,
      });
      return 'Boolean';
    case 'AllReduce':
    case 'Reduce': {
      const inner = iterate(checking, expression, scope, check);
      check(expression.init);
      // the accumulator's type may change from turn to turn
      inner.declare(expression.accumulator.name, 'Any');
      const plain = { ...usage, noAggregation: PLAIN.noAggregation };
      check(expression.expression, inner, plain);
      if (expression.kind === 'Reduce') return 'Any';
      checkBoolean(expression.predicate, inner, plain);
      return 'Boolean';
    }
    case 'PatternExpression':
      return checkPatternExpression(checking, expression, scope, usage, check);
    case 'PatternComprehension':
      return listOf(checkPatternComprehension(checking, expression, scope, usage, check, checkBoolean));
    case 'Subquery': {
      const { form, query, span } = expression;
      const { columns } = checking.checkSubquery(
        query,
        { visible: scope, importable: null, given: null },
        form,
        span,
      );
      if (form === 'COLLECT') return listOf([...(columns?.values() ?? [])][0] ?? 'Any');
      return form === 'COUNT' ? 'Integer' : 'Boolean';
    }
  }
}

/** An expression whose place wants true or false, so that a pattern may stand there. */
export function checkPredicate(
  checking: Checking,
  expression: Expression,
  scope: Scope,
  usage: Usage,
): StaticType {
  const type = checkExpression(checking, expression, scope, { ...usage, predicate: true });
  expectType(checking, expression, type, ['Boolean']);
  return type;
}

type Check = (inner: Expression, scope?: Scope) => StaticType;

function literalType(value: unknown): StaticType {
  if (typeof value === 'bigint') return 'Integer';
  if (typeof value === 'number') return 'Float';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Any';
}

function variableType(checking: Checking, { name, span }: Variable, scope: Scope, usage: Usage): StaticType {
  const type = scope.type(name);
  if (type !== undefined) return type;
  if (usage.hidden?.has(name) === true) {
    throw failure(
      checking,
      span,
      `In a WITH/RETURN with DISTINCT or an aggregation, it is not possible to access variables declared before the WITH/RETURN: ${name}`,
      '42N44',
    );
  }
  throw undefinedVariable(checking, scope, name, span);
}

/** @see TCK expressions/map/Map1 [6], expressions/graph/Graph6 [9]: a TypeError; clauses/match-where/MatchWhere1 [14]: a path is a SyntaxError */
function checkProperty(
  checking: Checking,
  { subject }: Extract<Expression, { kind: 'Property' }>,
  type: StaticType,
): StaticType {
  expectType(checking, subject, type, HAS_PROPERTIES, { code: type === 'Path' ? undefined : TYPE_ERROR });
  return 'Any';
}

/** @see TCK expressions/list/List1 [6], [8]: a TypeError; of the key of a map it says nothing, and Neo4j has a syntax error */
function checkIndex(
  checking: Checking,
  { subject, index }: Extract<Expression, { kind: 'DynamicProperty' }>,
  subjectType: StaticType,
  indexType: StaticType,
): StaticType {
  const [what, wanted] = isList(subjectType) ? ['list index', 'Integer'] : ['map key', 'String'];
  if (subjectType === 'Any') return 'Any';
  if (!isList(subjectType) && !['Map', 'Node', 'Relationship'].includes(subjectType)) {
    // the TCK's TypeError is for what has no parts at all
    const code = HAS_PROPERTIES.includes(subjectType) ? undefined : TYPE_ERROR;
    expectType(checking, subject, subjectType, [ANY_LIST], { code });
  }
  if (indexType !== 'Any' && indexType !== wanted) {
    const was = isList(indexType) ? indexType.replaceAll('Any', 'T') : indexType;
    const message = `Type mismatch: ${what} must be given as ${wanted}, but was ${was}`;
    throw failure(
      checking,
      index.span,
      message,
      INVALID_ENTITY,
      isList(subjectType) ? TYPE_ERROR : undefined,
    );
  }
  return elementOf(subjectType);
}

function checkProjected(item: MapProjectionItem, check: Check): void {
  if (item.kind === 'entry') check(item.value);
  if (item.kind === 'variable') check(item.variable);
}

function checkUnary(
  checking: Checking,
  { operator, operand }: Extract<Expression, { kind: 'Unary' }>,
  check: Check,
): StaticType {
  const type = check(operand);
  if (operator === 'NOT') return 'Boolean';
  expectType(checking, operand, type, NUMBER);
  return type;
}

/** The scope inside a comprehension, quantifier or reduce: its variable is an item of the list. */
function iterate(
  checking: Checking,
  { variable, list }: { variable: { name: string }; list: Expression },
  scope: Scope,
  check: Check,
): Scope {
  const type = check(list);
  expectType(checking, list, type, [ANY_LIST]);
  return new Scope(scope, [[variable.name, elementOf(type)]]);
}
