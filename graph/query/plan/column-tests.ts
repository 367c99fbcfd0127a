/** Which conditions can be asked of a whole batch of rows at once. */
import type { Expression } from '../ast.ts';
import { isConstant } from '../expressions/constant.ts';
import type { ColumnSource } from '../run/column-batch.ts';
import type { ColumnTest, Comparison } from '../run/column-test.ts';
import type { Operator } from '../run/operator.ts';
import { cellsRead } from './column-reads.ts';
import type { PlanScope } from './frame.ts';
import type { Planning } from './planning.ts';
import { alternatives } from './predicates.ts';

/** The conditions on the rows of `source`; null where one of them must be asked row by row. */
export function columnTests(
  planning: Planning,
  conditions: readonly Expression[],
  source: Operator,
  scope: PlanScope,
): readonly ColumnTest[] | null {
  const { columns } = source;
  if (columns === undefined) return null;
  const tests: ColumnTest[] = [];
  for (const condition of conditions) {
    const test = columnTest(planning, condition, columns, scope);
    if (test === null) return null;
    tests.push(test);
  }
  return tests;
}

const TEXT_OPERATORS: ReadonlySet<string> = new Set(['STARTS WITH', 'ENDS WITH', 'CONTAINS']);

/** Only conditions that no value can make fail: rows before one that fails would have to be given first. */
function columnTest(
  planning: Planning,
  condition: Expression,
  source: ColumnSource,
  scope: PlanScope,
): ColumnTest | null {
  if (condition.kind === 'HasLabels') {
    const [label, more] = alternatives(condition.labels) ?? [];
    const { operand } = condition;
    const slot = operand.kind === 'Variable' ? scope.slot(operand.name) : -1;
    if (label === undefined || more !== undefined || source.elements.get(slot) !== 'node') return null;
    return { kind: 'label', slot, label };
  }
  const asked = sidesOf(condition);
  if (asked === null || (asked.other !== null && !isSame(asked.other))) return null;
  const read = cellsRead(asked.of, source, scope);
  if (read === null) return null;
  const value = scope.with(' cell');
  const { span } = condition;
  const rewritten = asked.ask({ kind: 'Variable', name: ' cell', span });
  return {
    kind: 'value',
    read,
    slot: value.slot,
    holds: planning.compile(rewritten, value.scope),
    comparison:
      asked.operator === null || asked.other === null
        ? null
        : { operator: asked.operator, with: planning.compile(asked.other, scope) },
  };
}

/** The same for all rows of a statement. */
const isSame = (expression: Expression): boolean => expression.kind === 'Parameter' || isConstant(expression);

interface Asked {
  readonly of: Expression;
  /** What it is compared with. */
  readonly other: Expression | null;
  /** Where numbers can be compared as they are. */
  readonly operator: Comparison['operator'] | null;
  /** The condition on something else. */
  readonly ask: (of: Expression) => Expression;
}

const flipped = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function sidesOf(condition: Expression): Asked | null {
  if (condition.kind === 'Comparison') {
    const [link] = condition.rest;
    if (link === undefined || condition.rest.length > 1) return null;
    const { first } = condition;
    const turned = isSame(first);
    const operator = turned ? flipped[link.operator] : link.operator;
    const [of, other] = turned ? [link.operand, first] : [first, link.operand];
    return {
      of,
      other,
      operator: operator === '<>' ? null : operator,
      ask: (part) => ({ ...condition, first: part, rest: [{ operator, operand: other }] }),
    };
  }
  if (condition.kind === 'Binary' && TEXT_OPERATORS.has(condition.operator))
    return {
      of: condition.left,
      other: condition.right,
      operator: null,
      ask: (left) => ({ ...condition, left }),
    };
  return null;
}
