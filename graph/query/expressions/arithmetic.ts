/** `+ - * / % ^` and `||`: on numbers, text, lists, temporal values and durations. Null with anything is null. */
import { Duration } from '../../temporal.ts';
import type { Context, RunValue } from '../runtime.ts';
import { isTemporal, plusDuration } from '../temporal/arithmetic.ts';
import {
  addDurations,
  divideDuration,
  negateDuration,
  scaleDuration,
  subtractDurations,
} from '../temporal/duration.ts';
import { isNumber } from '../values/equality.ts';
import { kindOf, mismatch, typeError } from '../values/errors.ts';
import { reserveList, reserveText } from '../values/memory.ts';
import { arithmeticError, checkInteger } from '../values/numbers.ts';
import { printScalar } from '../values/print.ts';
import { isList } from '../values/types.ts';

export function add(a: RunValue, b: RunValue, context: Context): RunValue {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkInteger(a + b);
  if (a === null || b === null) return null;
  if (isNumber(a) && isNumber(b)) return Number(a) + Number(b);
  if (isList(a) || isList(b)) return appendLists(a, b, context);
  if (typeof a === 'string' || typeof b === 'string') return joinTexts(a, b, context);
  if (a instanceof Duration) {
    if (b instanceof Duration) return addDurations(a, b);
    if (isTemporal(b)) return plusDuration(b, a);
  }
  if (isTemporal(a) && b instanceof Duration) return plusDuration(a, b);
  throw cannot('add', a, b);
}

export function subtract(a: RunValue, b: RunValue): RunValue {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkInteger(a - b);
  if (a === null || b === null) return null;
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  if (b instanceof Duration) {
    if (a instanceof Duration) return subtractDurations(a, b);
    if (isTemporal(a)) return plusDuration(a, negateDuration(b));
  }
  throw cannot('subtract', a, b);
}

export function multiply(a: RunValue, b: RunValue): RunValue {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkInteger(a * b);
  if (a === null || b === null) return null;
  if (isNumber(a)) {
    if (isNumber(b)) return Number(a) * Number(b);
    if (b instanceof Duration) return scaleDuration(b, a);
  }
  if (a instanceof Duration && isNumber(b)) return scaleDuration(a, b);
  throw cannot('multiply', a, b);
}

export function divide(a: RunValue, b: RunValue): RunValue {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (b === 0n) throw arithmeticError('/ by zero', ['22012', '22N28']);
    // The one quotient that does not fit, -2^63 / -1, wraps around as in Java.
    return BigInt.asIntN(64, a / b);
  }
  if (isNumber(a) && isNumber(b)) return Number(a) / Number(b);
  if (a instanceof Duration && isNumber(b)) {
    if (Number(b) === 0) throw arithmeticError('/ by zero', ['22012', '22N28']);
    return divideDuration(a, Number(b));
  }
  throw cannot('divide', a, b);
}

export function modulo(a: RunValue, b: RunValue): RunValue {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (b === 0n) throw arithmeticError('/ by zero');
    return a % b;
  }
  if (isNumber(a) && isNumber(b)) return Number(a) % Number(b);
  throw cannot('calculate modulus of', a, b);
}

/** Always a FLOAT. */
export function power(a: RunValue, b: RunValue): RunValue {
  if (a === null || b === null) return null;
  if (isNumber(a) && isNumber(b)) return Number(a) ** Number(b);
  throw cannot('raise to the power of', a, b);
}

/** `||`: joins texts or lists, and unlike `+` nothing else. */
export function concatenate(a: RunValue, b: RunValue, context: Context): RunValue {
  if (a === null || b === null) return null;
  if (typeof a === 'string' && typeof b === 'string') return joinTexts(a, b, context);
  if (isList(a) && isList(b)) return appendLists(a, b, context);
  throw cannot('concatenate', a, b);
}

export function negate(value: RunValue): RunValue {
  if (value === null) return null;
  if (typeof value === 'bigint') return checkInteger(-value);
  // as in Neo4j, where only a literal is a negative zero
  if (typeof value === 'number') return 0 - value;
  throw mismatch('a Float or Integer', value);
}

export function plus(value: RunValue): RunValue {
  if (value === null || isNumber(value)) return value;
  throw mismatch('a Float or Integer', value);
}

function appendLists(a: RunValue, b: RunValue, context: Context): RunValue {
  const left = isList(a) ? a : [a];
  const right = isList(b) ? b : [b];
  reserveList(context, left.length + right.length);
  return left.concat(right);
}

function joinTexts(a: RunValue, b: RunValue, context: Context): RunValue {
  const left = printScalar(a);
  const right = printScalar(b);
  if (left === null || right === null) throw cannot('add', a, b);
  // joining only ties two texts together: what it costs is counted where they are read
  reserveText(context, left.length + right.length);
  return left + right;
}

function cannot(what: string, a: RunValue, b: RunValue): Error {
  const [x, y] = [`\`${kindOf(a)}\``, `\`${kindOf(b)}\``];
  if (what === 'subtract') return typeError(`Cannot subtract ${y} from ${x}`);
  return typeError(`Cannot ${what} ${x} ${what === 'divide' ? 'by' : 'and'} ${y}`);
}
