/** The procedures that scenarios declare: a signature, and a table of what it gives for which arguments. */
import type { Value } from '../../graph/model.ts';
import type { Procedure, ProcedureField } from '../../graph/query/procedures/registry.ts';
import type { RunValue } from '../../graph/query/runtime.ts';
import { canonical, readValue } from './values.ts';

/** @param signature `test.my.proc(name :: STRING?, id :: INTEGER?) :: (city :: STRING?)` */
export function declareProcedure(signature: string, table: readonly (readonly string[])[]): Procedure {
  const [, name, given, gives] = /^([\w.]+)\((.*?)\) :: \((.*)\)$/.exec(signature) ?? [];
  if (name === undefined || given === undefined || gives === undefined)
    throw new Error(`no signature of a procedure: ${signature}`);
  const args = fieldsOf(given);
  const results = fieldsOf(gives);
  const [head = [], ...cells] = table;
  const rows = cells.map((row) => new Map(row.map((cell, i) => [head[i] ?? '', scalar(readValue(cell))])));
  const column = (row: ReadonlyMap<string, RunValue>, field: ProcedureField): RunValue =>
    row.get(field.name) ?? null;
  return {
    name,
    mode: 'READ',
    description: '',
    arguments: args,
    results,
    call: (values) =>
      rows
        .filter((row) => args.every((field, i) => same(column(row, field), values[i] ?? null)))
        .map((row) => results.map((field) => column(row, field))),
  };
}

const fieldsOf = (list: string): readonly ProcedureField[] =>
  [...list.matchAll(/(\w+) :: (\w+)\?/g)].map(([, name = '', type = '']) => ({ name, type }));

const isNumber = (value: RunValue): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

/** The table's `42` is also what is given as 42.0. */
function same(a: RunValue, b: RunValue): boolean {
  if (isNumber(a) && isNumber(b)) return Number(a) === Number(b);
  return canonical(scalar(a)) === canonical(scalar(b));
}

function scalar(value: Value | RunValue): null | boolean | bigint | number | string {
  if (value === null || typeof value !== 'object') return value;
  throw new Error('the procedures of the TCK know scalars only');
}
