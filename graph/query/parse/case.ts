/**
 *     case   = CASE { WHEN expression THEN expression } [ELSE expression] END
 *            | CASE expression { WHEN test { "," test } THEN expression } [ELSE expression] END
 *     test   = expression | ("=" | "<>" | "<" | "<=" | ">" | ">=") expression
 *            | ("=~" | STARTS WITH | ENDS WITH | CONTAINS | IN) expression
 *            | IS [NOT] NULL | [IS [NOT]] (TYPED | "::") type | IS [NOT] [form] NORMALIZED
 */
// oxlint-disable unicorn/no-thenable -- THEN is the clause's own word, and no tree is awaited
import type { Case, Expression } from '../ast.ts';
import type { Cursor } from './cursor.ts';

type Branch = Case['branches'][number];

/** A simple CASE with an operator in any of its tests becomes a searched one, whose conditions hold the subject. */
export function parseCase(cursor: Cursor): Case {
  const { start } = cursor.expect('CASE');
  return cursor.bracketed(() => {
    const subject = cursor.at('WHEN') ? null : cursor.rules.expression(cursor);
    const values: Branch[] = [];
    const conditions: Branch[] = [];
    let operators = false;
    do {
      cursor.expect('WHEN');
      const tests = cursor.list(() => parseTest(cursor, subject));
      if (subject === null && tests.length > 1)
        throw cursor.error("Invalid input ',': expected 'THEN'", '42I06', tests[0]?.value.span.end);
      cursor.expect('THEN');
      const then = cursor.rules.expression(cursor);
      for (const { value, condition, operator } of tests) {
        operators ||= operator;
        values.push({ when: value, then });
        conditions.push({ when: condition, then });
      }
    } while (cursor.at('WHEN'));
    const otherwise = cursor.accept('ELSE') ? cursor.rules.expression(cursor) : null;
    cursor.expect('END');
    const span = cursor.span(start);
    return operators
      ? { kind: 'Case', subject: null, branches: conditions, otherwise, span }
      : { kind: 'Case', subject, branches: values, otherwise, span };
  });
}

interface Test {
  /** What was written. */
  readonly value: Expression;
  /** True where the branch is taken. */
  readonly condition: Expression;
  readonly operator: boolean;
}

function parseTest(cursor: Cursor, subject: Expression | null): Test {
  const { start } = cursor.token;
  const predicate = subject === null ? null : cursor.rules.predicate(cursor, start, subject);
  if (predicate !== null) return { value: predicate, condition: predicate, operator: true };
  const value = cursor.rules.expression(cursor);
  if (subject === null) return { value, condition: value, operator: false };
  const rest = [{ operator: '=', operand: value }] as const;
  return {
    value,
    condition: { kind: 'Comparison', first: subject, rest, span: value.span },
    operator: false,
  };
}
