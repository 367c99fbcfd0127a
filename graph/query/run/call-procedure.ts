import { CypherError } from '../../errors.ts';
import type { Procedure } from '../procedures/registry.ts';
import type { Evaluate, Row, RunValue } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { BATCH, type About, type Batch, type Operator } from './operator.ts';

/** For each row, the rows that come out of something that is not a pattern: a procedure, the schema. */
export function produce(
  about: About,
  source: Operator,
  slots: readonly (readonly number[])[],
  rowsOf: (row: Row, context: RunContext) => Iterable<readonly RunValue[]>,
): Operator {
  return {
    about,
    children: [source],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        let out: Batch = [];
        for (const row of batch) {
          for (const values of rowsOf(row, context)) {
            context.tick();
            const next = row.slice();
            slots.forEach((targets, column) => {
              for (const slot of targets) next[slot] = values[column] ?? null;
            });
            out.push(next);
            if (out.length >= BATCH) {
              yield out;
              out = [];
            }
            if (context.pause) yield null;
          }
        }
        if (out.length > 0) yield out;
      }
    },
  };
}

/** @param slots where each result goes: nowhere, or to one or more variables */
export function callProcedure(
  about: About,
  source: Operator,
  procedure: Procedure,
  args: readonly Evaluate[],
  slots: readonly (readonly number[])[],
): Operator {
  return produce(about, source, slots, (row, context) => {
    if (procedure.mode === 'WRITE' || procedure.mode === 'SCHEMA') context.writing();
    const values = procedure.arguments.map((argument, index) => {
      const given = args[index];
      return given === undefined ? (argument.default ?? null) : coerced(given(row, context), argument.type);
    });
    const results = procedure.call(values, context);
    if (procedure.results.length > 0) return results;
    // a procedure without results is done once, and the row goes on
    for (const _ of results) context.tick();
    return [[]];
  });
}

/** @throws CypherError the value is not of the type */
function coerced(value: RunValue, type: string): RunValue {
  const [base = type] = type.replace(/ NOT NULL$/, '').split('<');
  if (value === null) return null;
  const fits: Readonly<Record<string, (value: RunValue) => boolean>> = {
    STRING: (v) => typeof v === 'string',
    BOOLEAN: (v) => typeof v === 'boolean',
    INTEGER: (v) => typeof v === 'bigint',
    FLOAT: (v) => typeof v === 'number' || typeof v === 'bigint',
    NUMBER: (v) => typeof v === 'number' || typeof v === 'bigint',
    MAP: (v) => v instanceof Map,
    LIST: (v) => Array.isArray(v),
  };
  if (fits[base]?.(value) === false) {
    throw new CypherError(
      'Neo.ClientError.Statement.TypeError',
      `Type mismatch: a procedure expected ${type} and was given something else.`,
    );
  }
  return base === 'FLOAT' ? Number(value) : value;
}
