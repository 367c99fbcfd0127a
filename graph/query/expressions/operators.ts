/** Which closure an operator becomes. */
import type { Binary, Unary } from '../ast.ts';
import type { Context, Evaluate, RunValue } from '../runtime.ts';
import { add, concatenate, divide, modulo, multiply, negate, plus, power, subtract } from './arithmetic.ts';
import type { Compile } from './compiler.ts';
import { and, not, or, xor } from './logic.ts';
import { compileIn } from './membership.ts';
import { compileRegex, contains, endsWith, startsWith } from './text.ts';

type Operation = (a: RunValue, b: RunValue, context: Context) => RunValue;

const OPERATIONS: Readonly<Partial<Record<Binary['operator'], Operation>>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': modulo,
  '^': power,
  '||': concatenate,
  'STARTS WITH': startsWith,
  'ENDS WITH': endsWith,
  CONTAINS: contains,
};

export function compileBinary({ operator, left, right }: Binary, compile: Compile): Evaluate {
  const a = compile(left);
  const b = compile(right);
  switch (operator) {
    case 'AND':
      return and(a, b);
    case 'OR':
      return or(a, b);
    case 'XOR':
      return xor(a, b);
    case 'IN':
      return compileIn(a, b);
    case '=~':
      return compileRegex(a, b);
    default: {
      const operation = OPERATIONS[operator];
      if (operation === undefined) throw new TypeError(`no operation for ${operator}`);
      return (row, context) => operation(a(row, context), b(row, context), context);
    }
  }
}

export function compileUnary({ operator, operand }: Unary, compile: Compile): Evaluate {
  const compiled = compile(operand);
  if (operator === 'NOT') return not(compiled);
  const operation = operator === '-' ? negate : plus;
  return (row, context) => operation(compiled(row, context));
}
