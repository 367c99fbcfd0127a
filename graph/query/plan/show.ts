import type { CypherVersion, Expression, ShowCommand } from '../ast.ts';
import { showColumns } from '../check/show.ts';
import {
  showConstraints,
  showDatabases,
  showFunctions,
  showIndexes,
  showProcedures,
  type Listing,
} from '../procedures/schema-rows.ts';
import type { Reader } from '../../memory/graph.ts';
import { produce } from '../run/call-procedure.ts';
import { argumentStage, planFilter } from './filtering.ts';
import { PlanScope } from './frame.ts';
import { andThen, type PlannedQuery, type Planning } from './planning.ts';
import { conjuncts } from './predicates.ts';
import { planProjection } from './projection.ts';

function listing(planning: Planning, command: ShowCommand, tx: Reader, version: CypherVersion): Listing {
  switch (command.what) {
    case 'indexes':
      return showIndexes(tx, command.filter);
    case 'constraints':
      return showConstraints(tx, command.filter);
    case 'functions':
      return showFunctions(command.filter, version);
    case 'procedures':
      return showProcedures(planning.procedures);
    case 'databases':
      return showDatabases();
  }
}

/** `SHOW … YIELD … WHERE … RETURN …`: a listing, with the projections of a query on top. */
export function planShow(planning: Planning, command: ShowCommand, version: CypherVersion): PlannedQuery {
  const { columns } = listing(planning, command, planning.reader, version);
  // a column that there is nothing to say in is null
  const all = showColumns(command.what);
  const scope = new PlanScope(planning.frame).withAll(all);
  const start = argumentStage(new PlanScope(planning.frame));
  const slots = all.map((name) => [scope.slot(name)]);
  let stage = andThen(
    start,
    `Show${command.what[0]?.toUpperCase() ?? ''}${command.what.slice(1)}`,
    'all columns',
    (about, source) =>
      produce(about, source, slots, (_row, context) =>
        listing(planning, command, context.tx, version)
          .rows()
          .map((row) => all.map((name) => row[name] ?? null)),
      ),
    { scope, rows: 50 },
  );
  const options = { keep: new Set<string>(), exhaustive: false };
  const conditions: Expression | null = command.where;
  if (command.yields === null) {
    stage = planFilter(planning, stage, conjuncts(conditions));
    return { stage, columns };
  }
  // `*` gives the columns in their own order, not sorted
  const yields = command.yields.star
    ? {
        ...command.yields,
        star: false,
        items: all.map((name) => {
          const { span } = command;
          return { span, alias: name, aliased: false, expression: { kind: 'Variable' as const, span, name } };
        }),
      }
    : command.yields;
  const yielded = planProjection(planning, stage, yields, conditions, options);
  if (command.returns === null) return yielded;
  return planProjection(planning, yielded.stage, command.returns, null, options);
}
