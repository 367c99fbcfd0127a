/** What is known about a function of Cypher: how it is called, described and run. */
import type { GqlCondition } from '../../gql-status.ts';
import type { CypherVersion } from '../ast.ts';
import type { Context, Evaluate, RunValue } from '../runtime.ts';
import { mismatch, typeError, describe } from '../values/errors.ts';

/** Arguments that the statement leaves out are missing, not null. */
export type Call = (context: Context, ...args: (RunValue | undefined)[]) => RunValue;

/**
 * `strict` functions give null where an argument is null and are not called; `open` ones see nulls; `lazy` ones compile
 * their arguments themselves, since they may leave some unevaluated.
 */
export type Implementation =
  | { readonly kind: 'strict' | 'open'; readonly call: Call }
  | { readonly kind: 'lazy'; readonly compile: (args: readonly Evaluate[]) => Evaluate };

export interface FunctionDefinition {
  /** As Neo4j spells it; found without regard to case. */
  readonly name: string;
  readonly minArgs: number;
  /** `Infinity` where there is no limit. */
  readonly maxArgs: number;
  /** The first version of the language that has it. */
  readonly since: CypherVersion;
  /** True for functions over many rows: those are run by aggregates.ts, and `implementation` is never called. */
  readonly aggregate: boolean;
  /** `name(argument :: TYPE, …) :: TYPE`, in the form of `SHOW FUNCTIONS`. */
  readonly signature: string;
  readonly description: string;
  /** Neo4j's word for the group, as `SHOW FUNCTIONS` gives it. */
  readonly category: string;
  readonly implementation: Implementation;
}

/** Makes the definitions of one category, for a version of the language and those after it; a signature says how many arguments there are, and which may be left out. */
export function category(
  name: string,
  since: CypherVersion = 5,
): {
  strict: (signature: string, description: string, call: Call) => FunctionDefinition;
  open: (signature: string, description: string, call: Call) => FunctionDefinition;
  lazy: (
    signature: string,
    description: string,
    compile: (args: readonly Evaluate[]) => Evaluate,
  ) => FunctionDefinition;
} {
  return {
    strict: (signature, description, call) =>
      define(name, signature, description, { kind: 'strict', call }, { since }),
    open: (signature, description, call) =>
      define(name, signature, description, { kind: 'open', call }, { since }),
    lazy: (signature, description, compile) =>
      define(name, signature, description, { kind: 'lazy', compile }, { since }),
  };
}

/**
 * Reads name and numbers of arguments from the signature: `name(a :: TYPE, b = default :: TYPE, …) :: TYPE`, where
 * `= …` marks what may be left out and a last `...` any number.
 */
export function define(
  categoryName: string,
  signature: string,
  description: string,
  implementation: Implementation,
  options: { readonly aggregate?: boolean; readonly since?: CypherVersion } = {},
): FunctionDefinition {
  const open = signature.indexOf('(');
  const parameters = splitParameters(signature.slice(open + 1, closing(signature, open)));
  const fixed = parameters.filter((parameter) => parameter !== '...');
  return {
    name: signature.slice(0, open),
    minArgs: fixed.filter((parameter) => !parameter.includes('=')).length,
    maxArgs: fixed.length === parameters.length ? fixed.length : Number.POSITIVE_INFINITY,
    since: options.since ?? 5,
    aggregate: options.aggregate ?? false,
    signature,
    description,
    category: categoryName,
    implementation,
  };
}

function closing(signature: string, open: number): number {
  let depth = 0;
  for (let i = open; i < signature.length; i++) {
    if (signature[i] === '(') depth++;
    else if (signature[i] === ')' && --depth === 0) return i;
  }
  return signature.length;
}

/** At the commas that are not inside `<…>`. */
function splitParameters(parameters: string): string[] {
  if (parameters.trim() === '') return [];
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < parameters.length; i++) {
    if (parameters[i] === '<') depth++;
    else if (parameters[i] === '>') depth--;
    else if (parameters[i] === ',' && depth === 0) {
      parts.push(parameters.slice(from, i).trim());
      from = i + 1;
    }
  }
  parts.push(parameters.slice(from).trim());
  return parts;
}

/** Neo4j's words for an argument of the wrong type. */
export function invalidInput(name: string, expected: string, got: RunValue): Error {
  return typeError(
    `Invalid input for function '${name}()': Expected ${expected}, got: ${describe(got)}`,
    INVALID_ARGUMENT,
  );
}

/** A function was given a value of a type that it does not take. */
const INVALID_ARGUMENT: GqlCondition = ['22N38', '22N01'];

// ── Arguments, checked ────────────────────────────────────────────────────────────────────────────

export function text(name: string, value: RunValue | undefined): string {
  if (typeof value === 'string') return value;
  throw typeError(
    `Expected a string value for \`${name}\`, but got: ${describe(value ?? null)}; consider converting it to a string with toString().`,
    INVALID_ARGUMENT,
  );
}

/** An INTEGER as a number: exact to 2^53, which positions and counts never pass. */
export function integer(value: RunValue | undefined): number {
  if (typeof value === 'bigint') return Number(value);
  throw mismatch('an Integer', value ?? null);
}

export function float(name: string, value: RunValue | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw typeError(`${name}() requires numbers`, INVALID_ARGUMENT);
}
