/** Turns an expression of the syntax tree into one closure over the row's slots; nothing of the tree is left at run time. */
import type { Expression, FunctionCall } from '../ast.ts';
import { CSV_FILE, CSV_LINE } from '../plan/frame.ts';
import type { Evaluate, Scope, Subplans } from '../runtime.ts';
import { fromParameter } from '../values/convert.ts';
import { syntaxError } from '../values/errors.ts';
import { compileCall } from './call.ts';
import { compileCase } from './case.ts';
import { compileComparison } from './comparison.ts';
import type { Compile } from './compiler.ts';
import { isConstant, onceOnly } from './constant.ts';
import { compileAllReduce, compileListComprehension, compileQuantifier, compileReduce } from './iteration.ts';
import { compileHasLabels } from './labels.ts';
import { compileListLiteral, compileMapLiteral, compileMapProjection, compileParameter } from './literals.ts';
import { compileBinary, compileUnary } from './operators.ts';
import { compileDynamicProperty, compileProperty, compileSlice } from './property.ts';
import { compileIsNormalized, compileIsNull, compileIsTyped } from './predicates.ts';

/**
 * @param subplans compiles the parts that need the planner: patterns and subqueries
 * @throws CypherError `Neo.ClientError.Statement.SyntaxError`: a variable or function is unknown, a function has the
 *   wrong number of arguments, an aggregation stands where none can be. (The planner puts variables in place of
 *   aggregations before it compiles.)
 */
export function compileExpression(expression: Expression, scope: Scope, subplans: Subplans): Evaluate {
  const compile: Compile = (part, inner = scope) => compileExpression(part, inner, subplans);
  const evaluate = compileKind(expression, scope, compile, subplans);
  return expression.kind !== 'Literal' && isConstant(expression) ? onceOnly(evaluate) : evaluate;
}

function compileKind(expression: Expression, scope: Scope, compile: Compile, subplans: Subplans): Evaluate {
  switch (expression.kind) {
    case 'Literal': {
      const value = fromParameter(expression.value);
      return () => value;
    }
    case 'Parameter':
      return compileParameter(expression);
    case 'Variable': {
      const slot = scope.slot(expression.name);
      if (slot < 0) throw syntaxError(`Variable \`${expression.name}\` not defined`);
      return (row) => row[slot] ?? null;
    }
    case 'Property':
      return compileProperty(expression, compile);
    case 'DynamicProperty':
      return compileDynamicProperty(expression, compile);
    case 'Slice':
      return compileSlice(expression, compile);
    case 'ListLiteral':
      return compileListLiteral(expression, compile);
    case 'MapLiteral':
      return compileMapLiteral(expression, compile);
    case 'MapProjection':
      return compileMapProjection(expression, compile);
    case 'Unary':
      return compileUnary(expression, compile);
    case 'Binary':
      return compileBinary(expression, compile);
    case 'Comparison':
      return compileComparison(expression, compile);
    case 'IsNull':
      return compileIsNull(expression, compile);
    case 'HasLabels':
      return compileHasLabels(expression, compile);
    case 'IsTyped':
      return compileIsTyped(expression, compile);
    case 'IsNormalized':
      return compileIsNormalized(expression, compile);
    case 'Case':
      return compileCase(expression, compile);
    case 'FunctionCall':
      return compileOfLoadCsv(expression, scope) ?? compileCall(expression, compile);
    case 'CountStar':
      throw syntaxError('Invalid use of aggregating function count(...) in this context');
    case 'ListComprehension':
      return compileListComprehension(expression, scope, compile);
    case 'Quantifier':
      return compileQuantifier(expression, scope, compile);
    case 'Reduce':
      return compileReduce(expression, scope, compile);
    case 'AllReduce':
      return compileAllReduce(expression, scope, compile);
    case 'PatternComprehension':
    case 'PatternExpression':
    case 'Subquery':
      return subplans.compile(expression, scope);
  }
}

/** `file()` and `linenumber()` read what LOAD CSV put into the row; null where none did. */
function compileOfLoadCsv({ name, args }: FunctionCall, scope: Scope): Evaluate | null {
  const hidden = args.length > 0 ? undefined : OF_LOAD_CSV.get(name.toLowerCase());
  if (hidden === undefined) return null;
  const slot = scope.slot(hidden);
  return (row) => row[slot] ?? null;
}

const OF_LOAD_CSV: ReadonlyMap<string, string> = new Map([
  ['file', CSV_FILE],
  ['linenumber', CSV_LINE],
]);
