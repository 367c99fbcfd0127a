/** Which expressions can be read for a whole batch of rows at once. */
import type { Expression } from '../ast.ts';
import type { ColumnSource } from '../run/column-batch.ts';
import type { ReadCells, ReadColumn } from '../run/column-reading.ts';
import type { Operator } from '../run/operator.ts';
import type { Reads } from '../run/project.ts';
import { degreeOf } from './degree.ts';
import type { PlanScope } from './frame.ts';

/** How each of the expressions is read from the rows of `source`; null where one cannot be. */
export function columnReads(
  expressions: readonly Expression[],
  source: Operator,
  scope: PlanScope,
): NonNullable<Reads> | null {
  const { columns } = source;
  if (columns === undefined) return null;
  const reads = expressions.map((expression) => columnRead(expression, columns, scope));
  return reads.includes(null) ? null : reads.filter((read) => read !== null);
}

function columnRead(expression: Expression, source: ColumnSource, scope: PlanScope): ReadColumn | null {
  if (expression.kind !== 'Variable') return cellsRead(expression, source, scope);
  const slot = scope.slot(expression.name);
  return slot < 0 ? null : { kind: 'variable', slot };
}

/** The same for what is none of the row's variables: it is said by an element of the row. */
export function cellsRead(expression: Expression, source: ColumnSource, scope: PlanScope): ReadCells | null {
  const elementSlot = (part: Expression | undefined): number => {
    const slot = part?.kind === 'Variable' ? scope.slot(part.name) : -1;
    return source.elements.has(slot) ? slot : -1;
  };
  switch (expression.kind) {
    case 'Property': {
      const slot = elementSlot(expression.subject);
      return slot < 0 ? null : { kind: 'property', slot, key: expression.key.name };
    }
    case 'FunctionCall': {
      const slot = elementSlot(expression.args[0]);
      const isType = expression.name.toLowerCase() === 'type' && source.elements.get(slot) === 'relationship';
      return isType && expression.args.length === 1 ? { kind: 'type', slot } : null;
    }
    case 'Subquery': {
      const degree = expression.form === 'COUNT' ? degreeOf(expression, scope) : null;
      if (degree === null || source.elements.get(degree.slot) !== 'node') return null;
      return { kind: 'degree', ...degree };
    }
    default:
      return null;
  }
}
