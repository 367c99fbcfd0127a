/** WITH and RETURN: projection, aggregation, DISTINCT, ORDER BY, SKIP and LIMIT, in this order. */
import type { CountStar, Expression, FunctionCall, Projection, ProjectionItem } from '../ast.ts';
import { countStar, findAggregate } from '../functions/aggregates.ts';
import { isAggregate as isAggregateName } from '../functions/registry.ts';
import { aggregate, type Aggregate, type AggregateReads } from '../run/aggregate.ts';
import { distinct } from '../run/distinct.ts';
import type { GroupingKey } from '../run/group-table.ts';
import { limit, skip } from '../run/limit.ts';
import type { Operator } from '../run/operator.ts';
import { project, type Column } from '../run/project.ts';
import { sort, top } from '../run/sort.ts';
import { columnReads } from './column-reads.ts';
import { planFilter } from './filtering.ts';
import { PlanScope } from './frame.ts';
import { excerpt, andThen, type Planning, type Stage } from './planning.ts';
import { conjuncts } from './predicates.ts';
import { fingerprint, mentions, rewrite, some } from './walk.ts';

type AggregateCall = FunctionCall | CountStar;

const isAggregate = (part: Readonly<Record<string, unknown>>): boolean =>
  part['kind'] === 'CountStar' || (part['kind'] === 'FunctionCall' && isAggregateName(String(part['name'])));

// a subquery's aggregations are its own
const isSubquery = (part: Readonly<Record<string, unknown>>): boolean => part['kind'] === 'Subquery';

export const aggregates = (expression: Expression): boolean => some(expression, isAggregate, isSubquery);

export interface Projected {
  readonly stage: Stage;
  readonly columns: readonly string[];
}

/**
 * @param keep names that stay visible whatever is projected: those that a subquery brought in
 * @param exhaustive what comes before writes, so that LIMIT must not stop it
 */
export function planProjection(
  planning: Planning,
  stage: Stage,
  projection: Projection,
  where: Expression | null,
  options: { readonly keep: ReadonlySet<string>; readonly exhaustive: boolean },
): Projected {
  const items = itemsOf(projection, stage.scope, options.keep);
  const grouping = projection.groupBy !== null || items.some((item) => aggregates(item.expression));
  const {
    stage: computed,
    slots,
    replaced,
  } = grouping
    ? planAggregation(planning, stage, projection, items, [
        ...options.keep,
        ...(where ? mentions(where) : []),
      ])
    : planColumns(planning, stage, items);

  const aliases = new PlanScope(planning.frame, slots);
  // ORDER BY and WHERE see what was there before, and what is new
  let current: Stage = { ...computed, scope: computed.scope.over(aliases) };
  if (projection.distinct) {
    const columns = [...slots.values()];
    current = andThen(current, 'Distinct', listed(planning, items), (about, source) =>
      distinct(about, source, columns),
    );
  }
  current = planOrder(planning, current, projection, items, replaced, options.exhaustive);
  current = planFilter(planning, current, conjuncts(where));
  const kept = stage.scope.only((name) => options.keep.has(name));
  return {
    stage: { ...current, scope: kept.over(aliases) },
    columns: items.map((item) => item.alias),
  };
}

function itemsOf(
  projection: Projection,
  scope: PlanScope,
  keep: ReadonlySet<string>,
): readonly ProjectionItem[] {
  if (!projection.star) return projection.items;
  const { span } = projection;
  const all = scope
    .visible()
    .filter((name) => !keep.has(name) && !projection.items.some((item) => item.alias === name))
    .map((name): ProjectionItem => ({
      span,
      alias: name,
      aliased: false,
      expression: { kind: 'Variable', span, name },
    }));
  return [...all, ...projection.items];
}

interface Computed {
  readonly stage: Stage;
  /** Where each column is. */
  readonly slots: ReadonlyMap<string, number>;
  /** The expression with aggregations replaced by the variables that hold their results. */
  readonly replaced: (expression: Expression) => Expression;
}

/** A variable stays in its slot; anything else gets a new one. */
function columnSlots(
  planning: Planning,
  scope: PlanScope,
  items: readonly ProjectionItem[],
): {
  readonly slots: Map<string, number>;
  readonly columns: readonly Column[];
  /** The expressions of `columns`. */
  readonly computed: readonly Expression[];
} {
  const slots = new Map<string, number>();
  const columns: Column[] = [];
  const computed: Expression[] = [];
  for (const { expression, alias } of items) {
    const known = expression.kind === 'Variable' ? scope.slot(expression.name) : -1;
    const slot = known >= 0 ? known : planning.frame.allocate();
    if (known < 0) {
      columns.push({ slot, value: planning.compile(expression, scope) });
      computed.push(expression);
    }
    slots.set(alias, slot);
  }
  return { slots, columns, computed };
}

/** Where each grouping key is, and what it is: a variable stays in its slot. */
function groupingColumns(
  planning: Planning,
  scope: PlanScope,
  keys: readonly ProjectionItem[],
): { readonly slots: ReadonlyMap<string, number>; readonly keyColumns: readonly GroupingKey[] } {
  const { slots, columns } = columnSlots(planning, scope, keys);
  const keyColumns = keys.map(({ alias, expression }): GroupingKey => {
    const slot = slots.get(alias) ?? -1;
    const column = columns.find((each) => each.slot === slot);
    if (column === undefined) return { slot, value: (row) => row[slot] ?? null, of: slot };
    const subject = expression.kind === 'Property' ? expression.subject : null;
    return { ...column, of: subject?.kind === 'Variable' ? scope.slot(subject.name) : -1 };
  });
  return { slots, keyColumns };
}

const listed = (planning: Planning, items: readonly ProjectionItem[]): string =>
  items
    .map((item) => (item.aliased ? `${excerpt(planning, item.expression)} AS ${item.alias}` : item.alias))
    .join(', ');

function planColumns(planning: Planning, stage: Stage, items: readonly ProjectionItem[]): Computed {
  const { slots, columns, computed } = columnSlots(planning, stage.scope, items);
  const replaced = (expression: Expression): Expression => expression;
  if (columns.length === 0) return { stage, slots, replaced };
  const projected = andThen(stage, 'Projection', listed(planning, items), (about, source) =>
    project(about, source, columns, columnReads(computed, source, stage.scope)),
  );
  return { stage: projected, slots, replaced };
}

/**
 * Grouping keys are the items without aggregation. @see https://neo4j.com/docs/cypher-manual/current/functions/aggregating/#grouping-keys
 *
 * @param later variables that what follows may look at, beside those of the columns and of ORDER BY
 */
function planAggregation(
  planning: Planning,
  stage: Stage,
  projection: Projection,
  items: readonly ProjectionItem[],
  later: readonly string[],
): Computed {
  const keys = [...items.filter((item) => !aggregates(item.expression)), ...hiddenKeys(projection, items)];
  const results = items.filter((item) => aggregates(item.expression));
  const { slots, keyColumns } = groupingColumns(planning, stage.scope, keys);

  const calls = new Map<string, Call>();
  let { scope } = stage;
  const replaced = (expression: Expression): Expression =>
    rewrite(expression, (part) => {
      if (part.kind === 'Subquery') return part;
      if (!isAggregate(part as unknown as Readonly<Record<string, unknown>>)) return null;
      const print = fingerprint(part);
      let call = calls.get(print);
      if (call === undefined) {
        const name = ` aggregate ${calls.size}`;
        const bound = scope.with(name);
        call = {
          name,
          part: part as AggregateCall,
          aggregate: compileAggregate(planning, part as AggregateCall, stage.scope, bound.slot),
        };
        scope = bound.scope;
        calls.set(print, call);
      }
      return { kind: 'Variable', span: part.span, name: call.name };
    });
  const rewritten = results.map((item) => ({ ...item, expression: replaced(item.expression) }));
  const order = projection.orderBy.map((item) => replaced(item.expression));
  const seen = [...rewritten.map((item) => item.expression), ...order].flatMap((each) => [...mentions(each)]);
  const slotOf = (name: string): number => stage.scope.slot(name);
  const carried = new Set([...planning.frame.csvInUse, ...[...later, ...seen].map(slotOf)]);

  const aggregations = [...calls.values()];
  const aggregated = andThen(
    stage,
    'EagerAggregation',
    listed(planning, items),
    (about, source) =>
      aggregate(
        about,
        source,
        keyColumns,
        aggregations.map((call) => call.aggregate),
        carried,
        aggregateReads(source, stage.scope, keys, aggregations),
      ),
    { scope, rows: keys.length === 0 ? 1 : Math.max(1, Math.sqrt(stage.rows)) },
  );
  const after = columnSlots(planning, scope, rewritten);
  // in the order in which they were written
  const all = new Map(
    items.map((item) => [item.alias, slots.get(item.alias) ?? after.slots.get(item.alias) ?? -1]),
  );
  if (after.columns.length === 0) return { stage: aggregated, slots: all, replaced };
  const projected = andThen(aggregated, 'Projection', listed(planning, results), (about, source) =>
    project(about, source, after.columns),
  );
  return { stage: projected, slots: all, replaced };
}

interface Call {
  readonly name: string;
  readonly part: AggregateCall;
  readonly aggregate: Aggregate;
}

function aggregateReads(
  source: Operator,
  scope: PlanScope,
  keys: readonly ProjectionItem[],
  calls: readonly Call[],
): AggregateReads | null {
  const keyReads = columnReads(
    keys.map((key) => key.expression),
    source,
    scope,
  );
  const args: AggregateReads['args'][number][] = [];
  for (const { part } of calls) {
    const given = part.kind === 'CountStar' ? [] : columnReads(part.args, source, scope);
    if (given === null || given.length > 1) return null;
    args.push(given[0] ?? null);
  }
  return keyReads === null ? null : { keys: keyReads, args };
}

/** What GROUP BY names beside the columns; the columns are made of its keys, so that they divide no group further. */
function hiddenKeys({ groupBy }: Projection, items: readonly ProjectionItem[]): readonly ProjectionItem[] {
  const aliases = new Set(items.map((item) => item.alias));
  return (groupBy ?? [])
    .filter((key) => key.kind !== 'Variable' || !aliases.has(key.name))
    .map((expression, i) => {
      const { span } = expression;
      return { span, alias: ` key ${i}`, aliased: false, expression };
    });
}

function compileAggregate(
  planning: Planning,
  call: AggregateCall,
  scope: PlanScope,
  slot: number,
): Aggregate {
  if (call.kind === 'CountStar') return { slot, args: [], of: countStar };
  const of = findAggregate(call.name, call.distinct);
  if (of === undefined) throw new Error(`no aggregation ${call.name}`);
  return { slot, args: call.args.map((argument) => planning.compile(argument, scope)), of };
}

function planOrder(
  planning: Planning,
  stage: Stage,
  projection: Projection,
  items: readonly ProjectionItem[],
  replaced: (expression: Expression) => Expression,
  exhaustive: boolean,
): Stage {
  const columns = new Map(items.map((item) => [fingerprint(item.expression), item.alias]));
  const keys = projection.orderBy.map(({ expression, descending }) => {
    const column = columns.get(fingerprint(expression));
    const key: Expression =
      column === undefined ? replaced(expression) : { kind: 'Variable', span: expression.span, name: column };
    return { value: planning.compile(key, stage.scope), descending };
  });
  const nothing = new PlanScope(planning.frame);
  const skipped = projection.skip === null ? null : planning.compile(projection.skip, nothing);
  const limited = projection.limit === null ? null : planning.compile(projection.limit, nothing);
  const details = projection.orderBy.map((item) => excerpt(planning, item)).join(', ');
  const rows = Math.min(stage.rows, projection.limit === null ? Infinity : literal(projection.limit));

  let current = stage;
  if (keys.length > 0 && limited !== null) {
    const counts = skipped === null ? [limited] : [skipped, limited];
    current = andThen(
      current,
      'Top',
      `${details} LIMIT ${excerpt(planning, projection.limit ?? projection)}`,
      (about, source) => top(about, source, keys, counts),
      { rows },
    );
  } else if (keys.length > 0) {
    current = andThen(current, 'Sort', details, (about, source) => sort(about, source, keys));
  }
  if (skipped !== null && projection.skip !== null) {
    current = andThen(current, 'Skip', excerpt(planning, projection.skip), (about, source) =>
      skip(about, source, skipped),
    );
  }
  // Top gives no more than are skipped and wanted
  if (limited !== null && projection.limit !== null && keys.length === 0) {
    current = andThen(
      current,
      exhaustive ? 'ExhaustiveLimit' : 'Limit',
      excerpt(planning, projection.limit),
      (about, source) => limit(about, source, limited, exhaustive),
      { rows },
    );
  }
  return current;
}

const literal = (expression: Expression): number =>
  expression.kind === 'Literal' && typeof expression.value === 'bigint' ? Number(expression.value) : 10;
