/** Patterns and subqueries inside expressions. */
import type { PatternComprehension, PatternExpression, Subquery } from '../ast.ts';
import { RunContext } from '../run/context.ts';
import { at, drain, type Operator } from '../run/operator.ts';
import type { Context, Evaluate, Row, RunValue, Subplans } from '../runtime.ts';
import { GrowingList } from '../values/memory.ts';
import { keptCount } from './count-store.ts';
import { planDegree } from './degree.ts';
import { argumentStage, planExistence } from './filtering.ts';
import { PlanScope } from './frame.ts';
import type { Planning } from './planning.ts';

export function subplans(planning: Planning): Subplans {
  return {
    compile(source, scope) {
      if (!(scope instanceof PlanScope)) throw new TypeError('a scope that is not the planner’s');
      switch (source.kind) {
        case 'PatternComprehension':
          return comprehension(planning, source, scope);
        case 'PatternExpression':
          return source.pattern.selector === null
            ? exists(planning, source, scope)
            : paths(planning, source, scope);
        case 'Subquery':
          return subquery(planning, source, scope);
      }
    },
  };
}

/** Runs a plan from one row to its end: an expression cannot give up the thread, so it only counts its work. */
function each(operator: Operator, row: Row, context: Context, take: (row: Row) => boolean): void {
  if (!(context instanceof RunContext)) throw new TypeError('a context that is not of a running statement');
  drain(context.open(operator, [row]), take);
}

function collected(operator: Operator, value: (row: Row, context: Context) => RunValue): Evaluate {
  return (row, context) => {
    const list = new GrowingList(context);
    try {
      each(operator, row, context, (found) => {
        context.tick();
        list.push(value(found, context));
        return true;
      });
      return list.items;
    } finally {
      list.release();
    }
  };
}

function comprehension(planning: Planning, source: PatternComprehension, scope: PlanScope): Evaluate {
  const matched = planning.match([source.pattern], source.where, argumentStage(scope));
  return collected(matched.operator, planning.compile(source.projection, matched.scope));
}

function exists(planning: Planning, source: PatternExpression | Subquery, scope: PlanScope): Evaluate {
  const degree = planDegree(source, scope);
  if (degree !== null) return (row, context) => degree(row, context) > 0;
  const { operator } = planExistence(planning, source, scope);
  return (row, context) => {
    let found = false;
    each(operator, row, context, () => {
      found = true;
      return false;
    });
    return found;
  };
}

/** `shortestPath(…)` as a value: the path or null; `allShortestPaths(…)` gives a list. */
function paths(planning: Planning, source: PatternExpression, scope: PlanScope): Evaluate {
  const name = ' found';
  const { span } = source;
  const { scope: slots, slot } = scope.with(name);
  const pattern = { ...source.pattern, variable: { name, span } };
  const matched = planning.match([pattern], null, argumentStage(scope), slots);
  const all = collected(matched.operator, (row) => at(row, slot));
  if (source.pattern.selector?.kind === 'allShortestPaths') return all;
  return (row, context) => {
    const found = all(row, context);
    return Array.isArray(found) ? ((found as RunValue[])[0] ?? null) : null;
  };
}

function subquery(planning: Planning, source: Subquery, scope: PlanScope): Evaluate {
  if (source.form === 'EXISTS') return exists(planning, source, scope);
  const degree = source.form === 'COUNT' ? planDegree(source, scope) : null;
  if (degree !== null) return (row, context) => BigInt(degree(row, context));
  const [clause] = source.query.kind === 'SingleQuery' ? source.query.clauses : [];
  if (
    source.form === 'COUNT' &&
    clause?.kind === 'Match' &&
    source.query.kind === 'SingleQuery' &&
    source.query.clauses.length === 1
  ) {
    const kept = keptCount(clause, scope);
    if (kept !== null) return (_row, { tx }) => BigInt(kept(tx));
  }
  const { stage, columns } = planning.query(source.query, argumentStage(scope), new Set(scope.visible()));
  if (source.form === 'COUNT') {
    return (row, context) => {
      let count = 0n;
      each(stage.operator, row, context, () => {
        context.tick();
        count += 1n;
        return true;
      });
      return count;
    };
  }
  const slot = stage.scope.slot(columns?.[0] ?? '');
  return collected(stage.operator, (row) => at(row, slot));
}
