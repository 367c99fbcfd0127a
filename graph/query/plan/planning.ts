/** What the parts of the planner share. */
import type { Expression, PatternPart, Query, Span } from '../ast.ts';
import type { Reader } from '../../memory/graph.ts';
import type { ProcedureRegistry } from '../procedures/registry.ts';
import type { About, Operator } from '../run/operator.ts';
import type { Evaluate } from '../runtime.ts';
import type { Frame, PlanScope } from './frame.ts';

/** A plan as far as it goes: the last operator, what can be seen after it, and about how many rows it gives. */
export interface Stage {
  readonly operator: Operator;
  readonly scope: PlanScope;
  readonly rows: number;
}

/** A planned query: its columns are in the scope of its stage. */
export interface PlannedQuery {
  readonly stage: Stage;
  /** Null where it ends without RETURN. */
  readonly columns: readonly string[] | null;
}

export interface Planning {
  /** The statement's text, for what the plan says of itself. */
  readonly text: string;
  readonly frame: Frame;
  /** For names, counts and indexes only: a plan outlives the transaction it was made in. */
  readonly reader: Reader;
  readonly procedures: ProcedureRegistry;
  compile(expression: Expression, scope: PlanScope): Evaluate;
  /**
   * A query that begins with the rows of `stage` and sees everything in its scope.
   * @param keep names that no WITH takes out of sight
   * @param importing it sees what its first WITH names, and nothing where it does not begin with one: `CALL { WITH x … }`
   */
  query(query: Query, stage: Stage, keep: ReadonlySet<string>, importing?: boolean): PlannedQuery;
  /** MATCH of a pattern. What it introduces takes the slots that `slots` has for it, and new ones elsewhere. */
  match(
    pattern: readonly PatternPart[],
    where: Expression | null,
    stage: Stage,
    slots?: PlanScope,
    repeatable?: boolean,
  ): Stage;
}

export const excerpt = (planning: Planning, part: { readonly span: Span }): string =>
  planning.text.slice(part.span.start, part.span.end);

export const about = (name: string, details: string, estimatedRows: number, scope: PlanScope): About => ({
  name,
  details,
  estimatedRows,
  identifiers: scope.visible(),
});

/** The stage with one more operator on top. Not named `then`: a module that exports `then` is taken for a promise by `import()`. */
export function andThen(
  stage: Stage,
  name: string,
  details: string,
  operator: (about: About, source: Operator) => Operator,
  next: { readonly scope?: PlanScope; readonly rows?: number } = {},
): Stage {
  const rows = next.rows ?? stage.rows;
  const scope = next.scope ?? stage.scope;
  return { operator: operator(about(name, details, rows, scope), stage.operator), scope, rows };
}
