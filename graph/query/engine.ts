/**
 * The Cypher engine's front door: text → {@link prepare} → {@link execute} → header, rows, summary.
 * It knows graphs only as `memory/graph.ts` describes them, and runs wherever JavaScript does.
 */
import { CypherError } from '../errors.ts';
import type { IndexDefinition, Reader, Writer } from '../memory/graph.ts';
import type { Parameters } from '../model.ts';
import type { ResultEvent, Summary } from '../result.ts';
import type { Statement } from './ast.ts';
import { check, type Checked } from './check/check.ts';
import { environmentOf } from './environment.ts';
import { notificationsOf } from './notifications/notifications.ts';
import { metered } from '../work.ts';
import { parse } from './parse/parse.ts';
import { parametersOf } from './plan/walk.ts';
import { explain } from './plan/explain.ts';
import { planStatement, type StatementPlan } from './plan/plan.ts';
import { builtinProcedures } from './procedures/builtin.ts';
import type { ProcedureRegistry } from './procedures/registry.ts';
import { alternatives, nearest } from './syntax-error.ts';
import { RunContext, stopwatch, writeInReadMode, type Bounds } from './run/context.ts';
import { drive } from './run/drive.ts';
import { inExplicitTransaction, wait } from './run/in-transactions.ts';
import { Profile } from './run/profile.ts';
import { yieldThread } from './run/yield-thread.ts';

/** A statement that was read and checked, to be run any number of times on any graph. */
export interface Prepared {
  readonly text: string;
  readonly mode: Statement['mode'];
  /** What a transaction must allow: `read` runs on a Reader, the others need a Writer. */
  readonly access: Checked['access'];
  readonly queryType: Checked['queryType'];
  /** It begins transactions itself (`CALL { … } IN TRANSACTIONS`): it runs on a Reader, with `transactions` among the options. */
  readonly inTransactions: boolean;
  readonly columns: readonly string[];
  /** Names of the parameters that the statement uses. */
  readonly parameters: ReadonlySet<string>;
}

export interface ExecuteOptions extends Bounds {
  /** Most rows to give; the summary's `truncated` tells whether there were more. Default: no bound. */
  readonly maxRows?: number | undefined;
  /** Now, in nanoseconds since 1970; default: the clock. */
  readonly now?: bigint | undefined;
  /** When the transaction began, where that was before this statement. */
  readonly transactionTime?: bigint | undefined;
}

export interface AsyncOptions extends ExecuteOptions {
  /** Called after each time slice of some milliseconds; resolves when this statement may go on. Default: after other events. */
  readonly yieldThread?: (() => Promise<void>) | undefined;
}

interface CachedPlan {
  readonly plan: StatementPlan;
  readonly indexes: readonly IndexDefinition[];
  readonly nodes: number;
  readonly relationships: number;
}

/** What `prepare` knows and nobody else needs. */
class PreparedStatement implements Prepared {
  readonly text: string;
  readonly statement: Statement;
  readonly procedures: ProcedureRegistry;
  readonly checked: Checked;
  readonly parameters: ReadonlySet<string>;
  #cached: CachedPlan | null = null;

  constructor(text: string, procedures: ProcedureRegistry) {
    this.text = text;
    this.procedures = procedures;
    this.statement = parse(text);
    this.checked = check(this.statement, text, environmentOf(procedures));
    this.parameters = parametersOf(this.statement, procedures);
  }

  get mode(): Statement['mode'] {
    return this.statement.mode;
  }
  get access(): Checked['access'] {
    return this.checked.access;
  }
  get inTransactions(): boolean {
    return this.checked.inTransactions;
  }
  get queryType(): Checked['queryType'] {
    return this.checked.queryType;
  }
  get columns(): readonly string[] {
    return this.checked.columns;
  }

  /** The plan, made anew when the indexes are others or the graph has become much larger or smaller. */
  plan(tx: Reader): StatementPlan {
    const cached = this.#cached;
    const indexes = tx.indexes();
    const nodes = tx.countNodes();
    const relationships = tx.countRelationships();
    const fits =
      cached !== null &&
      (cached.indexes === indexes || sameIndexes(cached.indexes, indexes)) &&
      similar(cached.nodes, nodes) &&
      similar(cached.relationships, relationships);
    if (fits) return cached.plan;
    const plan = planStatement(this.statement, this.text, tx, this.procedures);
    this.#cached = { plan, indexes, nodes, relationships };
    return plan;
  }
}

const sameIndexes = (a: readonly IndexDefinition[], b: readonly IndexDefinition[]): boolean =>
  a.length === b.length && a.every((index, i) => index === b[i]);
const similar = (before: number, now: number): boolean => now <= before * 4 + 100 && before <= now * 4 + 100;

/** Statements kept ready; the one unused for longest goes first. */
const CACHED_STATEMENTS = 512;
/** Longer texts are scripts that run once. */
const LONGEST_CACHED = 16_384;
/** In characters. A tree takes some hundred times the memory of its text. */
const LONGEST_TEXT = 4 * 1024 * 1024;

interface Cache {
  readonly statements: Map<string, PreparedStatement>;
  /** The one asked for last: the store asks first what a statement is about to do, and then runs it. */
  newest: PreparedStatement | null;
  /** The last script, as long as somebody holds it: who runs a statement asks for it more than once. */
  script: WeakRef<PreparedStatement> | null;
}
const caches = new WeakMap<ProcedureRegistry, Cache>();

/**
 * Reads and checks a statement; known ones come from a cache.
 *
 * @param procedures what CALL can call; default: the built-in ones
 * @param bounds the time and the signal that reading the text is bound to; default: none
 * @throws CypherError `Neo.ClientError.Statement.SyntaxError` and its kin, with the place in the text
 */
export function prepare(
  text: string,
  procedures: ProcedureRegistry = builtinProcedures,
  bounds: Pick<Bounds, 'signal' | 'timeoutMs'> = {},
): Prepared {
  let cache = caches.get(procedures);
  if (cache === undefined)
    caches.set(procedures, (cache = { statements: new Map(), newest: null, script: null }));
  if (cache.newest?.text === text) return cache.newest;
  const { statements, script } = cache;
  const last = script?.deref();
  const prepared =
    statements.get(text) ?? (last?.text === text ? last : undefined) ?? read(text, procedures, bounds);
  if (text.length > LONGEST_CACHED) {
    cache.script = new WeakRef(prepared);
    return prepared;
  }
  cache.newest = prepared;
  statements.delete(text);
  statements.set(text, prepared);
  const [oldest] = statements.keys();
  if (statements.size > CACHED_STATEMENTS && oldest !== undefined) statements.delete(oldest);
  return prepared;
}

function read(
  text: string,
  procedures: ProcedureRegistry,
  bounds: Pick<Bounds, 'signal' | 'timeoutMs'>,
): PreparedStatement {
  if (text.length > LONGEST_TEXT) throw tooLong(text.length);
  return metered(stopwatch(bounds), () => new PreparedStatement(text, procedures));
}

function tooLong(length: number): CypherError {
  return new CypherError(
    'Neo.ClientError.Statement.ArgumentError',
    `The statement has ${length} characters; at most ${LONGEST_TEXT} are supported. Give long data as parameters, or in several statements.`,
  );
}

const isWriter = (tx: Reader | Writer): tx is Writer => 'commit' in tx;

/**
 * Runs a statement: one header, batches of rows, one summary. Nothing runs that is not asked for; leaving the iteration
 * early stops the statement. Committing, and rolling back after a failure, is the caller's.
 *
 * @param tx a Writer for a statement that writes
 * @throws CypherError the statement failed, was cancelled (`signal`) or went over one of its bounds
 */
export async function* execute(
  prepared: Prepared,
  tx: Reader | Writer,
  parameters: Parameters,
  options: AsyncOptions = {},
): AsyncGenerator<ResultEvent> {
  const { waiting, giveUp } = turns(options.yieldThread);
  yield* inTurns(steps(prepared, tx, parameters, { ...options, waiting }), giveUp);
}

/**
 * How one statement takes its turns: told what it waits for, it gives the thread up until then, and else as it is told here.
 */
export function turns(otherwise: () => Promise<void> = yieldThread): {
  readonly waiting: (until: Promise<void>) => void;
  readonly giveUp: () => Promise<void>;
} {
  let until: Promise<void> | null = null;
  return {
    waiting: (settled) => {
      until = settled;
    },
    giveUp: async () => {
      const settled = until;
      until = null;
      await (settled ?? otherwise());
    },
  };
}

/** What `steps` gives, with the thread given up wherever that asks for it. */
export async function* inTurns(
  running: Generator<ResultEvent | null, void, void>,
  giveUp: () => Promise<void> = yieldThread,
): AsyncGenerator<ResultEvent> {
  try {
    for (const event of running) {
      if (event === null) await giveUp();
      else yield event;
    }
  } finally {
    running.return();
  }
}

/**
 * What {@link execute} does, without waiting: `null` among the events says that a time slice is over and the thread is
 * given up. Who runs many statements on one thread calls each in its turn.
 *
 * @throws CypherError as `execute`
 */
export function* steps(
  prepared: Prepared,
  tx: Reader | Writer,
  parameters: Parameters,
  options: ExecuteOptions = {},
): Generator<ResultEvent | null, void, void> {
  let context: RunContext | null = null;
  // what is not given a context counts its work all the same
  const count = (units: number): void => context?.tick(units);
  const running = stepsOf(prepared, tx, parameters, options, (made) => (context = made));
  const step = (): IteratorResult<ResultEvent | null, void> => running.next();
  try {
    for (;;) {
      const next = metered(count, step);
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    throw asFailure(error);
  } finally {
    running.return();
  }
}

function* stepsOf(
  prepared: Prepared,
  tx: Reader | Writer,
  parameters: Parameters,
  options: ExecuteOptions,
  onContext: (context: RunContext) => void,
): Generator<ResultEvent | null, void, void> {
  if (!(prepared instanceof PreparedStatement)) throw new TypeError('a statement that was not prepared here');
  const writer = isWriter(tx) && prepared.access !== 'read' ? tx : null;
  const { mode } = prepared;
  if (mode !== 'explain') {
    if (prepared.inTransactions) refuseInTransaction(prepared, tx, options);
    else if (prepared.access !== 'read' && writer === null) throw writeInReadMode();
    refuseMissing(prepared, parameters);
  }
  const profile = mode === 'profile' ? new Profile() : null;
  const now = options.now ?? BigInt(Date.now()) * 1_000_000n;
  const times = { transaction: options.transactionTime ?? now, statement: now };
  const context = new RunContext({ tx, writer }, parameters, times, options, profile);
  onContext(context);
  try {
    context.look();
    const plan = prepared.plan(tx);
    yield { event: 'header', fields: plan.columns ?? [] };
    let truncated = false;
    if (mode !== 'explain') {
      const driven = drive(
        context,
        { operator: plan.operator, slots: plan.columns === null ? null : plan.slots, width: plan.width },
        options.maxRows ?? Infinity,
      );
      try {
        for (;;) {
          const next = driven.next();
          if (next.done === true) {
            ({ truncated } = next.value);
            break;
          }
          yield next.value === null ? null : { event: 'rows', rows: next.value };
        }
      } finally {
        driven.return({ truncated });
      }
      const owned = context.takeOwned();
      if (owned !== null) yield* committed(context, owned, options);
    }
    const summary: Summary = {
      queryType: prepared.queryType,
      counters: { ...context.counters },
      notifications: notificationsOf(prepared.statement, prepared.text, prepared.access !== 'read', tx),
      plan: mode === 'run' ? undefined : explain(plan.operator, profile),
      profiled: profile !== null,
      bookmarks: [],
      truncated,
    };
    yield { event: 'summary', summary };
  } finally {
    context.end();
  }
}

function refuseInTransaction(prepared: Prepared, tx: Reader | Writer, options: ExecuteOptions): void {
  if (options.transactions !== undefined) return;
  throw isWriter(tx) || prepared.access === 'read' ? inExplicitTransaction() : writeInReadMode();
}

function* committed(
  context: RunContext,
  writer: Writer,
  { transactions }: ExecuteOptions,
): Generator<null, void, void> {
  if (transactions === undefined) return;
  yield* wait(context, transactions.commit(writer));
  context.see(transactions.read());
}

function refuseMissing(prepared: Prepared, parameters: Parameters): void {
  const missing: string[] = [];
  for (const name of prepared.parameters) if (!parameters.has(name)) missing.push(name);
  if (missing.length === 0) return;
  const hints = missing.map((name) => nearest(name, parameters.keys())).filter((name) => name !== undefined);
  throw new CypherError(
    'Neo.ClientError.Statement.ParameterMissing',
    `Expected parameter(s): ${missing.join(', ')}${hints.length === 0 ? '' : `; did you mean ${alternatives(hints.map((name) => `$${name}`))}?`}`,
    { gql: '42N81' },
  );
}

/** What JavaScript itself refuses, in the words of a statement: depth and length are decided by the data. */
function asFailure(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error;
  const message = /call stack/i.test(error.message)
    ? 'A value is nested too deeply.'
    : /Invalid (string|array|typed array) length|Map maximum size|Set maximum size|allocation/i.test(
          error.message,
        )
      ? 'A value is larger than the memory of a statement.'
      : null;
  if (message === null) return error;
  return new CypherError('Neo.TransientError.General.MemoryPoolOutOfMemoryError', message, { cause: error });
}
