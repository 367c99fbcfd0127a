/** Three-valued logic: true, false and null for unknown. */
import type { Evaluate, RunValue } from '../runtime.ts';
import { describe, typeError } from '../values/errors.ts';
import { isList } from '../values/types.ts';

/** The value as a truth value; a list is true where it has items. @throws CypherError it is neither of these nor null */
export function truth(value: RunValue): boolean | null {
  if (typeof value === 'boolean' || value === null) return value;
  // for the sake of `WHERE (a)-->()` in the days when a pattern was a list of paths
  if (isList(value)) return value.length > 0;
  throw typeError(`Don't know how to treat that as a predicate: ${describe(value)}`);
}

/** The right side is not evaluated where the left one decides. */
export function and(left: Evaluate, right: Evaluate): Evaluate {
  return (row, context) => {
    const a = truth(left(row, context));
    if (a === false) return false;
    const b = truth(right(row, context));
    return b === false ? false : a === null || b === null ? null : true;
  };
}

export function or(left: Evaluate, right: Evaluate): Evaluate {
  return (row, context) => {
    const a = truth(left(row, context));
    if (a === true) return true;
    const b = truth(right(row, context));
    return b === true ? true : a === null || b === null ? null : false;
  };
}

export function xor(left: Evaluate, right: Evaluate): Evaluate {
  return (row, context) => {
    const a = truth(left(row, context));
    const b = truth(right(row, context));
    return a === null || b === null ? null : a !== b;
  };
}

export function not(operand: Evaluate): Evaluate {
  return (row, context) => {
    const value = truth(operand(row, context));
    return value === null ? null : !value;
  };
}
