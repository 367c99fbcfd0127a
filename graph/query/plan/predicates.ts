/** Taking conditions apart, so that each can be asked as early as what it speaks of is known. */
import type { Expression, LabelExpression, LabelName, MapLiteral, Parameter, Span } from '../ast.ts';

/** The parts of a condition that must all be true. `a < b < c` is `a < b AND b < c`. */
export function conjuncts(condition: Expression | null): Expression[] {
  if (condition === null) return [];
  if (condition.kind === 'Binary' && condition.operator === 'AND') {
    return [...conjuncts(condition.left), ...conjuncts(condition.right)];
  }
  if (condition.kind === 'HasLabels' && condition.labels.kind === 'LabelAnd') {
    const { left, right } = condition.labels;
    return [left, right].flatMap((labels) => conjuncts({ ...condition, labels }));
  }
  if (condition.kind === 'Comparison' && condition.rest.length > 1) {
    return condition.rest.map((part, index) => ({
      kind: 'Comparison',
      span: condition.span,
      first: index === 0 ? condition.first : condition.rest[index - 1]!.operand,
      rest: [part],
    }));
  }
  return [condition];
}

export const variable = (name: string, span: Span): Expression => ({ kind: 'Variable', name, span });

/** What `{key: value, …}` in a pattern asks of the element in `name`. */
export function propertyConditions(name: string, properties: MapLiteral | Parameter | null): Expression[] {
  if (properties === null) return [];
  if (properties.kind === 'Parameter') {
    // `all(key IN keys($p) WHERE name[key] = $p[key])`
    const { span } = properties;
    const key: Expression = { kind: 'Variable', name: ' key', span };
    return [
      {
        kind: 'Quantifier',
        span,
        quantifier: 'all',
        variable: { name: ' key', span },
        list: { kind: 'FunctionCall', span, name: 'keys', distinct: false, args: [properties] },
        where: {
          kind: 'Comparison',
          span,
          first: { kind: 'DynamicProperty', span, subject: variable(name, span), index: key },
          rest: [
            { operator: '=', operand: { kind: 'DynamicProperty', span, subject: properties, index: key } },
          ],
        },
      },
    ];
  }
  return properties.entries.map(({ key, value }) => ({
    kind: 'Comparison',
    span: value.span,
    first: { kind: 'Property', span: value.span, subject: variable(name, value.span), key },
    rest: [{ operator: '=', operand: value }],
  }));
}

export function labelConditions(name: string, labels: LabelExpression | null): Expression[] {
  if (labels === null) return [];
  return conjuncts({ kind: 'HasLabels', span: labels.span, operand: variable(name, labels.span), labels });
}

const isStatic = (label: LabelName): label is Extract<LabelName, { name: string }> => 'name' in label;

/** The names of `A|B|C`, or of a single one; null where the expression says more than that. */
export function alternatives(labels: LabelExpression): readonly string[] | null {
  if (labels.kind === 'Label') return isStatic(labels.label) ? [labels.label.name] : null;
  if (labels.kind !== 'LabelOr') return null;
  const left = alternatives(labels.left);
  const right = alternatives(labels.right);
  return left === null || right === null ? null : [...new Set([...left, ...right])];
}
