/** From a checked statement to a plan that can be run. */
import type { SchemaCommand, Statement } from '../ast.ts';
import type { Reader } from '../../memory/graph.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { ProcedureRegistry } from '../procedures/registry.ts';
import { produceResults } from '../run/produce-results.ts';
import type { Operator } from '../run/operator.ts';
import { schemaCommand } from '../run/schema.ts';
import { argumentStage } from './filtering.ts';
import { Frame, PlanScope } from './frame.ts';
import { planMatch } from './match.ts';
import { about, andThen, type PlannedQuery, type Planning } from './planning.ts';
import { planQuery } from './query.ts';
import { planShow } from './show.ts';
import { subplans } from './subplans.ts';

export interface StatementPlan {
  readonly operator: Operator;
  /** Null for a statement that gives no rows. */
  readonly columns: readonly string[] | null;
  /** Where each column is in a row. */
  readonly slots: readonly number[];
  /** Slots in a row. */
  readonly width: number;
}

/**
 * @param reader for counts, names and indexes, from which the cheapest way is guessed; the plan is right for any other
 *   transaction too, as long as the indexes are there
 * @throws CypherError something of the statement cannot be done
 */
export function planStatement(
  statement: Statement,
  text: string,
  reader: Reader,
  procedures: ProcedureRegistry,
): StatementPlan {
  const frame = new Frame();
  const { body } = statement;
  if (isSchemaCommand(body)) {
    const operator = schemaCommand(
      about(body.kind, text.slice(body.span.start, body.span.end), 1, new PlanScope(frame)),
      body,
      'options' in body && body.options !== null
        ? compileExpression(body.options, new PlanScope(frame), { compile: () => () => null })
        : null,
    );
    return { operator, columns: null, slots: [], width: frame.width };
  }
  const planning: Planning = {
    text,
    frame,
    reader,
    procedures,
    compile: (expression, scope) => compileExpression(expression, scope, inner),
    query: (query, stage, keep, importing) => planQuery(planning, query, stage, keep, importing),
    match: (pattern, where, stage, slots, repeatable) =>
      planMatch(planning, pattern, where, stage, slots, repeatable),
  };
  const inner = subplans(planning);
  const { stage, columns }: PlannedQuery =
    body.kind === 'Show'
      ? planShow(planning, body, statement.version)
      : planQuery(planning, body, argumentStage(new PlanScope(frame)), new Set());
  const last = andThen(
    stage,
    columns === null ? 'EmptyResult' : 'ProduceResults',
    columns?.join(', ') ?? '',
    produceResults,
  );
  return {
    operator: last.operator,
    columns,
    slots: (columns ?? []).map((name) => stage.scope.slot(name)),
    width: frame.width,
  };
}

function isSchemaCommand(body: Statement['body']): body is SchemaCommand {
  return ['CreateConstraint', 'CreateIndex', 'DropConstraint', 'DropIndex'].includes(body.kind);
}
