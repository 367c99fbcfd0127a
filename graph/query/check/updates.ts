/** The rules of SET, REMOVE, DELETE and FOREACH. @see TCK clauses/set, clauses/remove, clauses/delete: InvalidDelete */
import type { Delete, Expression, Name, RemoveItem, SetItem } from '../ast.ts';
import type { Checking } from './checking.ts';
import { expectType, failure } from './checking.ts';
import { checkExpression } from './expressions.ts';
import type { Scope } from './scope.ts';
import type { StaticType } from './static-type.ts';
import { PLAIN } from './usage.ts';

const ELEMENT: readonly StaticType[] = ['Node', 'Relationship'];

export function checkSetItems(checking: Checking, items: readonly SetItem[], scope: Scope): void {
  for (const item of items) {
    switch (item.kind) {
      case 'SetProperty':
        checkExpression(checking, item.target, scope, PLAIN);
        checkExpression(checking, item.value, scope, PLAIN);
        break;
      case 'SetAll':
        expectVariable(checking, item.variable, scope, ELEMENT);
        // Cypher 25 asks for `properties(m)`
        expectType(
          checking,
          item.value,
          checkExpression(checking, item.value, scope, PLAIN),
          checking.version === 25 ? ['Map'] : ['Map', ...ELEMENT],
        );
        break;
      case 'SetLabels':
        checkLabels(checking, item, scope);
        break;
    }
  }
}

export function checkRemoveItems(checking: Checking, items: readonly RemoveItem[], scope: Scope): void {
  for (const item of items) {
    if (item.kind === 'RemoveLabels') checkLabels(checking, item, scope);
    else checkExpression(checking, item.target, scope, PLAIN);
  }
}

function checkLabels(
  checking: Checking,
  {
    variable,
    labels,
  }: Extract<SetItem, { kind: 'SetLabels' }> | Extract<RemoveItem, { kind: 'RemoveLabels' }>,
  scope: Scope,
): void {
  expectVariable(checking, variable, scope, ['Node']);
  for (const label of labels) if ('dynamic' in label) checkExpression(checking, label.dynamic, scope, PLAIN);
}

function expectVariable(
  checking: Checking,
  { name, span }: Name,
  scope: Scope,
  expected: readonly StaticType[],
): void {
  const variable: Expression = { kind: 'Variable', name, span };
  expectType(checking, variable, checkExpression(checking, variable, scope, PLAIN), expected);
}

export function checkDelete(checking: Checking, { expressions }: Delete, scope: Scope): void {
  for (const expression of expressions) {
    if (expression.kind === 'HasLabels') {
      throw failure(
        checking,
        expression.span,
        "DELETE doesn't support removing labels from a node. Try REMOVE.",
        '42I26',
      );
    }
    const type = checkExpression(checking, expression, scope, PLAIN);
    expectType(checking, expression, type, ['Node', 'Path', 'Relationship']);
  }
}
