/** The rules of SET, REMOVE, DELETE and FOREACH. @see TCK clauses/set, clauses/remove, clauses/delete: InvalidDelete */
import type { Delete, DynamicProperty, Expression, Name, Property, RemoveItem, SetItem } from '../ast.ts';
import { alternatives } from '../syntax-error.ts';
import type { Checking } from './checking.ts';
import { expectType, failure } from './checking.ts';
import { checkExpression } from './expressions.ts';
import type { Scope } from './scope.ts';
import type { StaticType } from './static-type.ts';
import { PLAIN } from './usage.ts';

const ELEMENT: readonly StaticType[] = ['Node', 'Relationship'];
const DELETABLE: readonly StaticType[] = ['Node', 'Path', 'Relationship'];

export function checkSetItems(checking: Checking, items: readonly SetItem[], scope: Scope): void {
  for (const item of items) {
    switch (item.kind) {
      case 'SetProperty':
        checkTarget(checking, item.target, scope);
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
    else checkTarget(checking, item.target, scope);
  }
}

/** Only elements have properties that can be changed, and no property holds an element. */
function checkTarget(checking: Checking, target: Property | DynamicProperty, scope: Scope): void {
  const { subject } = target;
  expectType(checking, subject, checkExpression(checking, subject, scope, PLAIN), ELEMENT);
  refuseProperty(checking, subject, scope, ELEMENT);
  checkExpression(checking, target, scope, PLAIN);
}

/** `n.a.b` of a node `n` is no property of an element, whatever is stored in `n.a`. */
function refuseProperty(
  checking: Checking,
  expression: Expression,
  scope: Scope,
  expected: readonly StaticType[],
): void {
  if (expression.kind !== 'Property') return;
  const owner = checkExpression(checking, expression.subject, scope, PLAIN);
  if (owner !== 'Node' && owner !== 'Relationship') return;
  const wanted = alternatives(expected);
  throw failure(
    checking,
    expression.span,
    `Type mismatch: expected ${wanted} but was a property of a ${owner}`,
    ['42001', '22NB1'],
  );
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
    expectType(checking, expression, type, DELETABLE);
    refuseProperty(checking, expression, scope, DELETABLE);
  }
}
