/** Runs single expressions for the tests: parsed, compiled and evaluated as the engine does, over a real in-memory graph. */
import { CypherError } from '../../../../../graph/errors.ts';
import { MemoryGraph } from '../../../../../graph/memory/memory-graph.ts';
import type { Reader, Writer } from '../../../../../graph/memory/graph.ts';
import type { Value } from '../../../../../graph/model.ts';
import { compileExpression } from '../../../../../graph/query/expressions/compile.ts';
import { parse } from '../../../../../graph/query/parse/parse.ts';
import { Frame, PlanScope } from '../../../../../graph/query/plan/frame.ts';
import { RunContext } from '../../../../../graph/query/run/context.ts';
import type { Bounds } from '../../../../../graph/query/run/context.ts';
import type { Evaluate, RunValue } from '../../../../../graph/query/runtime.ts';
import { printScalar } from '../../../../../graph/query/values/print.ts';

/** 2026-03-04T05:06:07.089Z */
export const STATEMENT_TIME = 1_772_600_767_089_000_000n;
/** A second earlier. */
export const TRANSACTION_TIME = STATEMENT_TIME - 1_000_000_000n;

export interface Surroundings {
  readonly parameters?: Readonly<Record<string, Value>>;
  readonly variables?: Readonly<Record<string, RunValue>>;
  readonly bounds?: Bounds;
  readonly tx?: Reader;
  readonly writer?: Writer;
}

/** The value of an expression. @throws CypherError as a statement with it would */
export function evaluate(text: string, surroundings: Surroundings = {}): RunValue {
  return compile(text, surroundings)();
}

/** Compiles now, evaluates when called, any number of times. */
export function compile(text: string, surroundings: Surroundings = {}): () => RunValue {
  const { parameters = {}, variables = {}, bounds = {}, writer = null } = surroundings;
  const tx = writer ?? surroundings.tx ?? new MemoryGraph().read();
  const scope = new PlanScope(new Frame()).withAll(Object.keys(variables));
  const evaluator: Evaluate = compileExpression(expressionOf(text), scope, {
    compile: () => {
      throw new Error('these tests hold no patterns and subqueries');
    },
  });
  const times = { transaction: TRANSACTION_TIME, statement: STATEMENT_TIME };
  const context = new RunContext({ tx, writer }, new Map(Object.entries(parameters)), times, bounds);
  return () => {
    const row: RunValue[] = [];
    for (const [name, value] of Object.entries(variables)) row[scope.slot(name)] = value;
    return evaluator(row, context);
  };
}

function expressionOf(text: string) {
  const { body } = parse(`RETURN ${text}`);
  const clause = body.kind === 'SingleQuery' ? body.clauses[0] : undefined;
  const item = clause?.kind === 'Return' ? clause.projection.items[0] : undefined;
  if (item === undefined) throw new Error(`no expression: ${text}`);
  return item.expression;
}

/** As `toString()` would print it: the short way to compare temporal values. */
export const printed = (text: string, surroundings: Surroundings = {}): string | null =>
  printScalar(evaluate(text, surroundings));

/** `code: message` of the error that an expression ends in. */
export function failure(text: string, surroundings: Surroundings = {}): string {
  try {
    evaluate(text, surroundings);
  } catch (error) {
    if (error instanceof CypherError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error(`no error: ${text}`);
}
