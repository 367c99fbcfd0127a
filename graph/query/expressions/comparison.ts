/** `=`, `<>`, `<` … and their chains. */
import type { Comparison } from '../ast.ts';
import type { Evaluate, RunValue } from '../runtime.ts';
import { equals } from '../values/equality.ts';
import { compare } from '../values/order.ts';
import type { Compile } from './compiler.ts';

type Test = (a: RunValue, b: RunValue) => boolean | null;

const ordered =
  (holds: (order: number) => boolean): Test =>
  (a, b) => {
    const order = compare(a, b);
    // Not a number (NaN was compared): every test on it is false.
    return order === null ? null : holds(order);
  };

/** What has no order may still be equal: `duration('P1D') <= duration('P1D')`. */
const orderedOrEqual = (holds: (order: number) => boolean): Test => {
  const test = ordered(holds);
  return (a, b) => test(a, b) ?? (equals(a, b) === true ? true : null);
};

const TESTS: Readonly<Record<Comparison['rest'][number]['operator'], Test>> = {
  '=': equals,
  '<>': (a, b) => {
    const same = equals(a, b);
    return same === null ? null : !same;
  },
  '<': ordered((order) => order < 0),
  '<=': orderedOrEqual((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': orderedOrEqual((order) => order >= 0),
};

export function compileComparison({ first, rest }: Comparison, compile: Compile): Evaluate {
  const compiledFirst = compile(first);
  const links = rest.map(({ operator, operand }) => ({ test: TESTS[operator], operand: compile(operand) }));
  const [only] = links;
  if (only !== undefined && links.length === 1) {
    const { test, operand } = only;
    return (row, context) => test(compiledFirst(row, context), operand(row, context));
  }
  return (row, context) => {
    let left = compiledFirst(row, context);
    let result: boolean | null = true;
    for (const { test, operand } of links) {
      const right = operand(row, context);
      const holds = test(left, right);
      if (holds === false) return false;
      if (holds === null) result = null;
      left = right;
    }
    return result;
  };
}
