/** Constant folding: what no row, parameter or clock can change is evaluated once a plan. */
import type { Expression } from '../ast.ts';
import type { Evaluate, RunValue } from '../runtime.ts';

/** Functions are left out: some give something new each time, and none is worth telling apart. */
export function isConstant(expression: Expression): boolean {
  switch (expression.kind) {
    case 'Literal':
      return true;
    case 'ListLiteral':
      return expression.items.every(isConstant);
    case 'MapLiteral':
      return expression.entries.every((entry) => isConstant(entry.value));
    case 'Unary':
      return isConstant(expression.operand);
    case 'Binary':
      return isConstant(expression.left) && isConstant(expression.right);
    case 'Comparison':
      return isConstant(expression.first) && expression.rest.every((link) => isConstant(link.operand));
    default:
      return false;
  }
}

/** Evaluates at the first row, not while compiling: an error in an expression that no row reaches is none. */
export function onceOnly(evaluate: Evaluate): Evaluate {
  let value: RunValue = null;
  let known = false;
  return (row, context) => {
    if (!known) {
      value = evaluate(row, context);
      known = true;
    }
    return value;
  };
}
