/** Calls of functions. */
import type { FunctionCall } from '../ast.ts';
import { findFunction } from '../functions/registry.ts';
import type { Call, FunctionDefinition } from '../functions/definition.ts';
import type { Evaluate, RunValue } from '../runtime.ts';
import { bulkWork } from '../../work.ts';
import { syntaxError } from '../values/errors.ts';
import type { Compile } from './compiler.ts';

export function compileCall({ name, args }: FunctionCall, compile: Compile): Evaluate {
  const definition = findFunction(name);
  if (definition === undefined) throw syntaxError(`Unknown function '${name}'`);
  if (definition.aggregate) {
    throw syntaxError(`Invalid use of aggregating function ${definition.name}(...) in this context`);
  }
  checkCount(definition, args.length);
  const compiled = args.map((argument) => compile(argument));
  const { implementation } = definition;
  if (implementation.kind === 'lazy') return implementation.compile(compiled);
  return implementation.kind === 'strict'
    ? callUnlessNull(implementation.call, compiled)
    : callAlways(implementation.call, compiled);
}

function checkCount(definition: FunctionDefinition, count: number): void {
  if (count >= definition.minArgs && count <= definition.maxArgs) return;
  throw syntaxError(
    `${count < definition.minArgs ? 'Insufficient' : 'Too many'} parameters for function '${definition.name}'`,
  );
}

/** What goes through a text or a list does so at once, and is counted before. */
function weigh(argument: RunValue): void {
  if (typeof argument === 'string' || Array.isArray(argument)) bulkWork(argument.length);
}

/** Null for a null argument; no list of arguments is made for the usual counts. */
function callUnlessNull(call: Call, args: readonly Evaluate[]): Evaluate {
  const [first, second] = args;
  if (first !== undefined && args.length === 1) {
    return (row, context) => {
      const a = first(row, context);
      if (a === null) return null;
      weigh(a);
      return call(context, a);
    };
  }
  if (first !== undefined && second !== undefined && args.length === 2) {
    return (row, context) => {
      const a = first(row, context);
      const b = second(row, context);
      if (a === null || b === null) return null;
      weigh(a);
      return call(context, a, b);
    };
  }
  return (row, context) => {
    const values = args.map((argument) => argument(row, context));
    if (values.includes(null)) return null;
    for (const value of values) weigh(value);
    return call(context, ...values);
  };
}

function callAlways(call: Call, args: readonly Evaluate[]): Evaluate {
  return (row, context) => call(context, ...args.map((argument) => argument(row, context)));
}
