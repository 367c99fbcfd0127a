/**
 * Over 500 expressions with what Neo4j 5.26.30 answered to `WITH (…) AS v RETURN v, valueType(v)` through its Query API
 * (plain JSON, which leaves out the names of time zones: expressions that need them go through `toString`). A failure
 * is `ERR code: first line`, without the position.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../../graph/errors.ts';
import type { RunValue } from '../../../../../graph/query/runtime.ts';
import { printFloat } from '../../../../../graph/float.ts';
import { printScalar } from '../../../../../graph/query/values/print.ts';
import { isList, isMap, valueType } from '../../../../../graph/query/values/types.ts';
import { evaluate } from './evaluate.ts';

const answers = readFileSync(join(import.meta.dirname, 'neo4j-5.26.30-answers.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [expression: string, answer: string]);

function json(value: RunValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? printFloat(value) : `"${printFloat(value)}"`;
  if (value === null || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(json).join(',')}]`;
  if (isMap(value)) {
    return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${json(item)}`).join(',')}}`;
  }
  return JSON.stringify(printScalar(value));
}

function answer(expression: string): string {
  try {
    const value = evaluate(`(${expression})`);
    return `${json(value)},${JSON.stringify(valueType(value))}`;
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    return `ERR ${error.code}: ${(error.message.split('\n')[0] ?? '').replace(/ \(line.*$/, '')}`;
  }
}

describe('Neo4j gives', () => {
  it.each(answers)('%s → %s', (expression, expected) => expect(answer(expression)).toBe(expected));
});
