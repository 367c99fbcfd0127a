/** Queries: clause after clause, with eager barriers where one must not see what another does. */
import type {
  CallProcedure,
  CallSubquery,
  Clause,
  Conditional,
  Expression,
  Foreach,
  Let,
  LoadCsv,
  Match,
  Query,
  Sequence,
  SingleQuery,
  Union,
  Unwind,
} from '../ast.ts';
import { CypherError } from '../../errors.ts';
import { apply, feed, foreach, once } from '../run/apply.ts';
import { callProcedure } from '../run/call-procedure.ts';
import { choose } from '../run/choose.ts';
import { distinct } from '../run/distinct.ts';
import { eager } from '../run/eager.ts';
import { inTransactions } from '../run/in-transactions.ts';
import { loadCsv } from '../run/load-csv.ts';
import { optional } from '../run/optional.ts';
import { project } from '../run/project.ts';
import { union, type Branch } from '../run/union.ts';
import { unwind, unwindRange } from '../run/unwind.ts';
import type { Row } from '../runtime.ts';
import { planCountStore } from './count-store.ts';
import {
  clausesIn,
  combine,
  disturbs,
  effectsOf,
  noEffects,
  readBeforeAdding,
  writes,
  type Effects,
} from './effects.ts';
import { argumentStage, planFilter } from './filtering.ts';
import { PlanScope } from './frame.ts';
import { about, excerpt, andThen, type PlannedQuery, type Planning, type Stage } from './planning.ts';
import { conjuncts } from './predicates.ts';
import { planProjection } from './projection.ts';
import { planAdding, planCreate, planDelete, planItems, planMerge } from './updates.ts';

/** @see Planning.query */
export function planQuery(
  planning: Planning,
  query: Query,
  stage: Stage,
  keep: ReadonlySet<string>,
  importing = false,
): PlannedQuery {
  switch (query.kind) {
    case 'SingleQuery':
      return planSingle(planning, query, stage, keep, importing);
    case 'Union':
      return planUnion(planning, query, stage, keep, importing);
    case 'Conditional':
      return planConditional(planning, query, stage, keep, importing);
    case 'Sequence':
      return planSequence(planning, query, stage, keep, importing);
  }
}

function planSingle(
  planning: Planning,
  query: SingleQuery,
  stage: Stage,
  keep: ReadonlySet<string>,
  importing: boolean,
): PlannedQuery {
  const blind = importing && query.clauses[0]?.kind !== 'With';
  const start = blind ? { ...stage, scope: new PlanScope(planning.frame) } : stage;
  return new ClausePlan(planning, start, keep).plan(query);
}

function planUnion(
  planning: Planning,
  query: Union,
  stage: Stage,
  keep: ReadonlySet<string>,
  importing: boolean,
): PlannedQuery {
  const left = planQuery(planning, query.left, stage, keep, importing);
  const right = planQuery(planning, query.right, stage, keep, importing);
  const { columns } = left;
  const names = columns ?? [];
  const { slots, scope } = commonSlots(planning, names, stage, keep);
  const branch = (side: PlannedQuery) => branchOf(side, names);
  const rows = left.stage.rows + right.stage.rows;
  const both: Stage = {
    operator: union(about('Union', names.join(', '), rows, scope), branch(left), branch(right), slots),
    scope,
    rows,
  };
  if (query.all) return { stage: both, columns };
  const unique = andThen(both, 'Distinct', names.join(', '), (description, source) =>
    distinct(description, source, slots),
  );
  return { stage: unique, columns };
}

/** Slots for the columns of queries side by side, beside what stays visible. */
function commonSlots(
  planning: Planning,
  names: readonly string[],
  stage: Stage,
  keep: ReadonlySet<string>,
): { readonly slots: readonly number[]; readonly scope: PlanScope } {
  const outer = stage.scope.only((name) => keep.has(name));
  const slots = names.map(() => planning.frame.allocate());
  const columns = new PlanScope(planning.frame, new Map(names.map((name, i) => [name, slots[i] ?? -1])));
  return { slots, scope: outer.over(columns) };
}

const branchOf = (side: PlannedQuery, names: readonly string[]): Branch => ({
  operator: side.stage.operator,
  slots: names.map((name) => side.stage.scope.slot(name)),
});

function planConditional(
  planning: Planning,
  query: Conditional,
  stage: Stage,
  keep: ReadonlySet<string>,
  importing: boolean,
): PlannedQuery {
  const seen = importing ? new PlanScope(planning.frame) : stage.scope;
  const plan = (inner: Query): PlannedQuery => planQuery(planning, inner, argumentStage(seen), keep);
  const planned = query.branches.map((branch) => ({
    when: planning.compile(branch.when, seen),
    query: plan(branch.query),
  }));
  const otherwise = query.otherwise === null ? null : plan(query.otherwise);
  const columns = planned[0]?.query.columns ?? null;
  const names = columns ?? [];
  const { slots, scope } = commonSlots(planning, names, stage, keep);
  const branches = planned.map((each) => ({ when: each.when, branch: branchOf(each.query, names) }));
  const rows = Math.max(stage.rows, ...planned.map((each) => stage.rows * each.query.stage.rows));
  const chosen = andThen(
    stage,
    'ConditionalApply',
    names.join(', '),
    (description, source) =>
      choose(description, source, {
        branches,
        otherwise: otherwise === null ? null : branchOf(otherwise, names),
        slots: columns === null ? null : slots,
      }),
    { scope, rows },
  );
  return { stage: chosen, columns };
}

/** A query that is several side by side runs over all rows of the first at once, so that the first is run once. */
function planSequence(
  planning: Planning,
  query: Sequence,
  stage: Stage,
  keep: ReadonlySet<string>,
  importing: boolean,
): PlannedQuery {
  const first = planQuery(planning, query.first, stage, keep, importing);
  const columns = first.columns ?? [];
  const kept = stage.scope.only((name) => keep.has(name));
  const scope = kept.over(first.stage.scope.only((name) => columns.includes(name)));
  const given =
    first.columns === null
      ? andThen(first.stage, 'EmptyResult', '', once, { scope, rows: 1 })
      : writesAnything(planning, query)
        ? andThen(first.stage, 'Eager', '', eager, { scope })
        : { ...first.stage, scope };
  if (query.next.kind !== 'Union') return planQuery(planning, query.next, given, keep);
  const next = planQuery(planning, query.next, argumentStage(scope), keep);
  const fed = andThen(
    given,
    'Apply',
    '',
    (description, source) => feed(description, source, next.stage.operator),
    { scope: next.stage.scope, rows: next.stage.rows },
  );
  return { stage: fed, columns: next.columns };
}

class ClausePlan {
  readonly #planning: Planning;
  readonly #keep: ReadonlySet<string>;
  #stage: Stage;
  /** The clause before, where nothing had been sought before it. */
  #firstScan: Clause | null = null;
  /** Since the last barrier. */
  #effects: Effects = noEffects();
  #wrote = false;
  /** See `readBeforeAdding`; of the clause that is being planned. */
  #readBefore: ReadonlySet<string> | null = null;
  /** A clause before works in transactions of its own, which are through before this one writes. */
  #batched = false;

  constructor(planning: Planning, stage: Stage, keep: ReadonlySet<string>) {
    this.#planning = planning;
    this.#stage = stage;
    this.#keep = keep;
  }

  plan(query: SingleQuery): PlannedQuery {
    const { clauses } = query;
    const [first, second] = clauses;
    if (first?.kind === 'Match' && second?.kind === 'Return' && clauses.length === 2) {
      const counted = planCountStore(this.#planning, this.#stage, first, second);
      if (counted !== null) return counted;
    }
    let columns: readonly string[] | null = null;
    for (const [i, clause] of clauses.entries()) {
      this.#barrier(clause);
      if (clause.kind === 'With' || clause.kind === 'Return') {
        const projected = planProjection(
          this.#planning,
          this.#stage,
          clause.projection,
          clause.kind === 'With' ? clause.where : null,
          { keep: this.#keep, exhaustive: this.#wrote },
        );
        this.#stage = projected.stage;
        if (clause.kind === 'Return') ({ columns } = projected);
      } else if (clause.kind === 'CallProcedure' && clauses.length === 1) {
        columns = this.#call(clause);
      } else this.#stage = this.#clause(clause, clauses.slice(i + 1));
    }
    return { stage: this.#stage, columns };
  }

  /** Clauses work one after another: what has not come to its end must neither see nor be seen by what this clause does. */
  #barrier(clause: Clause): void {
    const effects = effectsOf(clause);
    const before = this.#effects;
    const writing = writes(effects) || isWritingCall(this.#planning, clause);
    // whoever takes a row of the result can rely on all writing being done
    const givesResult = clause.kind === 'Return' && writes(before);
    const safe = this.#firstScan !== null && deletesWhatItScans(this.#firstScan, clause);
    this.#firstScan = before.soughtNodes.length === 0 && !writes(before) ? clause : null;
    if (safe) {
      this.#effects = combine(before, effects);
      this.#wrote = true;
      return;
    }
    // what comes before IN TRANSACTIONS sees the graph as it was, however far the batches have come
    if (clause.kind === 'CallSubquery' && clause.inTransactions !== null) {
      this.#effects = combine(before, effects);
      this.#wrote ||= writing;
      this.#batched = true;
      return;
    }
    this.#readBefore = null;
    if (disturbs(effects, before) && !this.#batched) this.#readBefore = readBeforeAdding(before, clause);
    const apart = this.#readBefore === null && (disturbs(before, effects) || disturbs(effects, before));
    if ((this.#batched && writing) || givesResult || apart) {
      this.#stage = andThen(this.#stage, 'Eager', '', (description, source) => eager(description, source));
      this.#effects = effects;
    } else this.#effects = combine(before, effects);
    this.#wrote ||= writing;
  }

  #clause(clause: Exclude<Clause, { kind: 'With' | 'Return' }>, after: readonly Clause[]): Stage {
    const planning = this.#planning;
    const stage = this.#stage;
    switch (clause.kind) {
      case 'Match':
        return clause.optional
          ? planOptional(planning, stage, (start) => matchClause(planning, clause, start))
          : matchClause(planning, clause, stage);
      case 'Unwind':
        return planUnwind(planning, stage, clause);
      case 'Create':
        return planCreate(planning, stage, clause);
      case 'Merge':
        return planMerge(planning, stage, clause);
      case 'Set':
        if (this.#readBefore !== null) return planAdding(planning, stage, clause, this.#readBefore);
        return planItems(planning, stage, 'Set', clause.items);
      case 'Remove':
        return planItems(planning, stage, 'Remove', clause.items);
      case 'Delete':
        return planDelete(planning, stage, clause);
      case 'Foreach':
        return planForeach(planning, stage, clause);
      case 'CallSubquery':
        return planSubquery(planning, stage, clause, after);
      case 'CallProcedure':
        this.#call(clause);
        return this.#stage;
      case 'Let':
        return planLet(planning, stage, clause);
      case 'Filter':
        return planFilter(planning, stage, conjuncts(clause.where));
      case 'LoadCsv':
        return planLoadCsv(planning, stage, clause);
      case 'Finish':
        return stage;
    }
  }

  #call(clause: CallProcedure): readonly string[] | null {
    if (!clause.optional) return this.#procedure(clause);
    let columns: readonly string[] | null = null;
    this.#stage = planOptional(this.#planning, this.#stage, (start) => {
      this.#stage = start;
      columns = this.#procedure(clause);
      return this.#stage;
    });
    return columns;
  }

  /** Gives the columns, for a CALL that is the whole query. */
  #procedure(clause: CallProcedure): readonly string[] | null {
    const planning = this.#planning;
    const procedure = planning.procedures.find(clause.name);
    if (procedure === undefined) {
      throw new CypherError(
        'Neo.ClientError.Procedure.ProcedureNotFound',
        `There is no procedure with the name \`${clause.name}\` registered for this database instance. Please ensure you've spelled the procedure name correctly and that the procedure is properly deployed.`,
        { gql: '42N08' },
      );
    }
    const { scope } = this.#stage;
    const given =
      clause.args ??
      procedure.arguments.map(({ name }) => ({ kind: 'Parameter', name, span: clause.span }) as const);
    const args = given.map((argument) => planning.compile(argument, scope));
    const yields =
      clause.yields?.map(({ field, alias }) => ({ field: field.name, alias: alias.name })) ??
      procedure.results.map(({ name }) => ({ field: name, alias: name }));
    const after = scope
      .only((name) => !yields.some(({ alias }) => alias === name))
      .withAll(yields.map(({ alias }) => alias));
    const slots = procedure.results.map(({ name }) =>
      yields.filter(({ field }) => field === name).map(({ alias }) => after.slot(alias)),
    );
    const called = andThen(
      this.#stage,
      'ProcedureCall',
      excerpt(planning, clause),
      (description, source) => callProcedure(description, source, procedure, args, slots),
      { scope: after, rows: this.#stage.rows * 10 },
    );
    this.#stage = planFilter(planning, called, conjuncts(clause.where));
    return procedure.results.length === 0 ? null : yields.map(({ alias }) => alias);
  }
}

/**
 * `MATCH (n:A) DETACH DELETE n`, at the start of a query: a scan goes on after what was deleted, so that a million
 * nodes need not be held to be deleted.
 */
function deletesWhatItScans(scan: Clause, clause: Clause): boolean {
  if (scan.kind !== 'Match' || scan.optional || scan.pattern.length > 1 || clause.kind !== 'Delete')
    return false;
  const elements = scan.pattern[0]?.elements ?? [];
  const [node] = elements;
  if (node?.kind !== 'NodePattern' || elements.length > 1) return false;
  const looksAround = scan.where !== null && effectsOf({ ...scan, pattern: [] }).soughtNodes.length > 0;
  const [deleted] = clause.expressions;
  return (
    !looksAround &&
    clause.expressions.length === 1 &&
    deleted?.kind === 'Variable' &&
    deleted.name === node.variable?.name
  );
}

const writesAnything = (planning: Planning, query: Query): boolean =>
  clausesIn(query).some((clause) => writes(effectsOf(clause)) || isWritingCall(planning, clause));

function isWritingCall(planning: Planning, clause: Clause): boolean {
  if (clause.kind !== 'CallProcedure') return false;
  const mode = planning.procedures.find(clause.name)?.mode;
  return mode === 'WRITE' || mode === 'SCHEMA';
}

const matchClause = (planning: Planning, { pattern, where, repeatable }: Match, stage: Stage): Stage =>
  planning.match(pattern, where, stage, undefined, repeatable);

/** OPTIONAL MATCH and OPTIONAL CALL: a row of which `plan` makes nothing goes on with nulls. */
function planOptional(planning: Planning, stage: Stage, plan: (start: Stage) => Stage): Stage {
  const inner = plan(argumentStage(stage.scope));
  const introduced = inner.scope.only((name) => !stage.scope.has(name));
  const nullable = introduced.visible().map((name) => introduced.slot(name));
  const ordinal = planning.frame.allocate();
  return andThen(
    stage,
    'OptionalMatch',
    introduced.visible().join(', '),
    (description, source) => optional(description, source, inner.operator, { ordinal, nullable }),
    { scope: inner.scope, rows: Math.max(stage.rows, stage.rows * inner.rows) },
  );
}

function planUnwind(planning: Planning, stage: Stage, clause: Unwind): Stage {
  const { list, variable } = clause;
  const value = planning.compile(list, stage.scope);
  const { scope, slot } = stage.scope.with(variable.name);
  const isRange =
    list.kind === 'FunctionCall' &&
    list.name.toLowerCase() === 'range' &&
    list.args.length >= 2 &&
    list.args.length <= 3;
  const bounds = isRange ? list.args.map((argument) => planning.compile(argument, stage.scope)) : [];
  return andThen(
    stage,
    'Unwind',
    `${excerpt(planning, list)} AS ${variable.name}`,
    (description, source) =>
      isRange
        ? unwindRange(description, source, slot, bounds, value)
        : unwind(description, source, slot, value),
    { scope, rows: stage.rows * 10 },
  );
}

function planLoadCsv(planning: Planning, stage: Stage, clause: LoadCsv): Stage {
  const { from, withHeaders, variable, fieldTerminator } = clause;
  const { scope, slot } = stage.scope.with(variable.name);
  const options = {
    from: planning.compile(from, stage.scope),
    withHeaders,
    terminator: fieldTerminator ?? ',',
    slots: { row: slot, ...planning.frame.csv },
  };
  return andThen(
    stage,
    'LoadCSV',
    variable.name,
    (description, source) => loadCsv(description, source, options),
    { scope, rows: stage.rows * 10 },
  );
}

function planLet(planning: Planning, stage: Stage, { items, span }: Let): Stage {
  const scope = stage.scope.withAll(items.map(({ variable }) => variable.name));
  const columns = items.map(({ variable, value }) => ({
    slot: scope.slot(variable.name),
    value: planning.compile(value, stage.scope),
  }));
  return andThen(
    stage,
    'Projection',
    excerpt(planning, { span }).replace(/^LET\s+/i, ''),
    (description, source) => project(description, source, columns),
    { scope },
  );
}

function planForeach(planning: Planning, stage: Stage, clause: Foreach): Stage {
  const list = planning.compile(clause.list, stage.scope);
  const { scope, slot } = stage.scope.with(clause.variable.name);
  const query: SingleQuery = { kind: 'SingleQuery', span: clause.span, clauses: clause.updates };
  const updates = planning.query(query, argumentStage(scope), new Set(scope.visible())).stage.operator;
  return andThen(
    stage,
    'Foreach',
    `${clause.variable.name} IN ${excerpt(planning, clause.list)}`,
    (description, source) => foreach(description, source, updates, slot, list),
  );
}

/** `CALL (x) { … }` sees what it names; the older `CALL { WITH x … }` sees what its first WITH names, else nothing. */
function planSubquery(
  planning: Planning,
  stage: Stage,
  clause: CallSubquery,
  after: readonly Clause[],
): Stage {
  const { imports } = clause;
  const seen =
    imports === null || imports === '*'
      ? stage.scope
      : stage.scope.only((name) => imports.some((each) => each.name === name));
  const keep = new Set(imports === null ? [] : seen.visible());
  const start = argumentStage(seen);
  let columns: readonly string[] | null = null;
  const plan = (from: Stage): Stage => {
    const planned = planning.query(clause.query, from, keep, imports === null);
    ({ columns } = planned);
    // a column that may be set to null must not be in the slot of the variable that it was made of
    const mayBeNull = clause.optional || clause.inTransactions !== null;
    return mayBeNull ? inOwnSlots(planning, planned.stage, columns ?? [], stage.scope) : planned.stage;
  };
  const inner = clause.optional ? planOptional(planning, start, plan) : plan(start);
  const names: readonly string[] = columns ?? [];
  const unit = columns === null;
  const added = inner.scope.only((name) => names.includes(name));
  const scope = stage.scope.over(added);
  const rows = unit ? stage.rows : stage.rows * inner.rows;
  if (clause.inTransactions === null) {
    return andThen(
      stage,
      'Apply',
      names.join(', '),
      (description, source) => apply(description, source, inner.operator, unit),
      { scope, rows },
    );
  }
  const { concurrent, rows: size, onError, retry, status } = clause.inTransactions;
  const told = status === null ? scope : scope.with(status.name).scope;
  const nothing = new PlanScope(planning.frame);
  const compiled = (count: Expression | null) => (count === null ? null : planning.compile(count, nothing));
  const batching = {
    rows: compiled(size),
    onError,
    retry: retry === null ? null : { seconds: compiled(retry.seconds) },
    status: status === null ? -1 : told.slot(status.name),
    columns: unit ? null : names.map((name) => scope.slot(name)),
    writesAfter: writeAfter(planning, after),
  };
  return andThen(
    stage,
    `Transaction${unit ? 'Foreach' : 'Apply'}${concurrent ? '(Concurrent)' : ''}`,
    `IN TRANSACTIONS OF ${size === null ? 1000 : excerpt(planning, size)} ROWS ON ERROR ${onError.toUpperCase()}`,
    (description, source) => inTransactions(description, source, inner.operator, batching),
    { scope: told, rows },
  );
}

function inOwnSlots(planning: Planning, stage: Stage, names: readonly string[], outer: PlanScope): Stage {
  const taken = new Set(outer.visible().map((name) => outer.slot(name)));
  const shared = names.filter((name) => taken.has(stage.scope.slot(name)));
  if (shared.length === 0) return stage;
  const columns = shared.map((name) => {
    const from = stage.scope.slot(name);
    return { slot: planning.frame.allocate(), value: (row: Row) => row[from] ?? null };
  });
  const scope = shared.reduce((bound, name, i) => bound.bind(name, columns[i]?.slot ?? -1), stage.scope);
  return andThen(
    stage,
    'Projection',
    shared.join(', '),
    (description, source) => project(description, source, columns),
    { scope },
  );
}

/** Whether clauses write in the statement's own transaction, which begins after the last batches. */
function writeAfter(planning: Planning, clauses: readonly Clause[]): boolean {
  const batched = (clause: Clause) => clause.kind === 'CallSubquery' && clause.inTransactions !== null;
  return (
    !clauses.some(batched) &&
    clauses.some((clause) => writes(effectsOf(clause)) || isWritingCall(planning, clause))
  );
}
