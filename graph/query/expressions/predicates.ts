/** `IS NULL`, `IS :: TYPE`, `IS NORMALIZED`. */
import type { IsNormalized, IsNull, IsTyped } from '../ast.ts';
import type { Evaluate } from '../runtime.ts';
import { typeTest } from '../values/type-text.ts';
import type { Compile } from './compiler.ts';

export function compileIsNull({ operand, negated }: IsNull, compile: Compile): Evaluate {
  const compiled = compile(operand);
  return negated
    ? (row, context) => compiled(row, context) !== null
    : (row, context) => compiled(row, context) === null;
}

export function compileIsTyped({ operand, type, negated }: IsTyped, compile: Compile): Evaluate {
  const compiled = compile(operand);
  const test = typeTest(type);
  return (row, context) => test(compiled(row, context)) !== negated;
}

/** Null for what is no text. */
export function compileIsNormalized({ operand, form, negated }: IsNormalized, compile: Compile): Evaluate {
  const compiled = compile(operand);
  return (row, context) => {
    const value = compiled(row, context);
    return typeof value === 'string' ? (value.normalize(form) === value) !== negated : null;
  };
}
