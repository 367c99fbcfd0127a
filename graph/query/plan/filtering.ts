import type { Expression, PatternExpression, Subquery } from '../ast.ts';
import { argument } from '../run/argument.ts';
import { semiApply } from '../run/apply.ts';
import { filter } from '../run/filter.ts';
import { columnTests } from './column-tests.ts';
import { planDegree } from './degree.ts';
import type { PlanScope } from './frame.ts';
import { about, excerpt, andThen, type Planning, type Stage } from './planning.ts';
import { Statistics } from './statistics.ts';
import { some } from './walk.ts';

/** A stage that gives one row and sees a scope: where subqueries begin. */
export function argumentStage(scope: PlanScope): Stage {
  return { operator: argument(about('Argument', scope.visible().join(', '), 1, scope)), scope, rows: 1 };
}

type Existence = Subquery | PatternExpression;

const isExistence = (expression: Expression): expression is Existence =>
  (expression.kind === 'Subquery' && expression.form === 'EXISTS') ||
  (expression.kind === 'PatternExpression' && expression.pattern.selector === null);

/** The rows of a subquery, from a row that has `scope`. */
export function planExistence(planning: Planning, condition: Existence, scope: PlanScope): Stage {
  const start = argumentStage(scope);
  return condition.kind === 'Subquery'
    ? planning.query(condition.query, start, new Set(scope.visible())).stage
    : planning.match([condition.pattern], null, start);
}

const isCostly = (condition: Expression): boolean =>
  some(condition, (part) =>
    ['Subquery', 'PatternExpression', 'PatternComprehension'].includes(String(part['kind'])),
  );

/**
 * Asks conditions, the cheap ones first. Existence gets an operator of its own, since that can give up the thread,
 * which an expression cannot.
 */
export function planFilter(planning: Planning, stage: Stage, conditions: readonly Expression[]): Stage {
  if (conditions.length === 0) return stage;
  const existence: {
    readonly condition: Existence;
    readonly negated: boolean;
    readonly whole: Expression;
  }[] = [];
  const plain: Expression[] = [];
  for (const whole of conditions) {
    const negated = whole.kind === 'Unary' && whole.operator === 'NOT';
    const condition = negated ? whole.operand : whole;
    if (isExistence(condition) && planDegree(condition, stage.scope) === null)
      existence.push({ condition, negated, whole });
    else plain.push(whole);
  }
  const ordered = [...plain.filter((each) => !isCostly(each)), ...plain.filter(isCostly)];
  const rows = Math.max(1, stage.rows * new Statistics(planning.reader).share(conditions));
  let filtered = stage;
  if (ordered.length > 0) {
    const predicates = ordered.map((condition) => planning.compile(condition, stage.scope));
    const details = ordered.map((condition) => describe(planning, condition)).join(' AND ');
    filtered = andThen(
      stage,
      'Filter',
      details,
      (description, source) =>
        filter(description, source, predicates, columnTests(planning, ordered, source, stage.scope)),
      { rows },
    );
  }
  for (const { condition, negated, whole } of existence) {
    const inner = planExistence(planning, condition, stage.scope).operator;
    filtered = andThen(
      filtered,
      negated ? 'AntiSemiApply' : 'SemiApply',
      excerpt(planning, whole),
      (description, source) => semiApply(description, source, inner, negated),
      { rows },
    );
  }
  return filtered;
}

/** A condition as a reader would write it, those too that a pattern only implies. */
function describe(planning: Planning, condition: Expression): string {
  if (condition.kind === 'HasLabels' && condition.operand.kind === 'Variable') {
    const labels = excerpt(planning, condition.labels);
    return `${condition.operand.name.trim()}${labels.startsWith(':') ? '' : ':'}${labels}`;
  }
  const first = condition.kind === 'Comparison' ? condition.first : null;
  const rest = condition.kind === 'Comparison' ? condition.rest[0] : undefined;
  if (first?.kind === 'Property' && first.subject.kind === 'Variable' && rest !== undefined) {
    return `${first.subject.name.trim()}.${first.key.name} ${rest.operator} ${excerpt(planning, rest.operand)}`;
  }
  return excerpt(planning, condition);
}
