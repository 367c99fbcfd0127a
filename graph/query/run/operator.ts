/**
 * The operators' contract. An operator is a generator of row batches: it is pulled, so nothing runs that nobody asked
 * for, and it yields `null` to give up the thread, so a long statement never holds it.
 */
import type { Row, RunValue } from '../runtime.ts';
import type { ColumnSource } from './column-batch.ts';
import type { RunContext } from './context.ts';

/** Most rows in a batch. */
export const BATCH = 1024;

export type Batch = Row[];

/** Batches in order; `null` means: I gave up the thread, call me again. A batch is never empty, and belongs to who takes it. */
export type Rows = Generator<Batch | null, void, void>;

/** What a plan's reader sees of an operator. */
export interface About {
  /** Neo4j's word for it, where Neo4j has one. */
  readonly name: string;
  readonly details: string;
  readonly estimatedRows: number;
  /** The variables that can be seen after it. */
  readonly identifiers: readonly string[];
}

/**
 * One step of a plan. It keeps no state of its own, so that a plan can be cached and run many times at once.
 */
export interface Operator {
  readonly about: About;
  readonly children: readonly Operator[];
  /**
   * Runs over the given argument rows. Rows that come out hold what the row they come from held, in the order of the
   * argument rows; nobody changes a row after giving it away.
   */
  open(context: RunContext, input: readonly Row[]): Rows;
  /**
   * The same with only the rows that are to be kept, which are asked about while they are made: what drops most of them
   * (a filter), or takes no row at all (an aggregation), costs no array for each. Called by `RunContext.openWhere`.
   */
  openWhere?(context: RunContext, input: readonly Row[], keep: Keep): Rows;
  /** Present where its rows can be columns: nothing in them but elements, and what is read from those. */
  readonly columns?: ColumnSource | undefined;
  /**
   * Pushes to `out` what becomes of one row, at once. For MERGE, which searches row by row: to open a plan of generators
   * costs more than what they find. Absent where a row may be more work than may be done without giving up the thread.
   */
  readonly ofRow?: OfRow | undefined;
}

export type OfRow = (context: RunContext, row: Row, out: Batch) => void;

/** Whether a row is wanted. If not, its array is used again: nothing of it may be held on to but its values. */
export type Keep = (row: Row) => boolean;

export const keepAll: Keep = () => true;

export const at = (row: Row, slot: number): RunValue => row[slot] ?? null;

/** A copy of a row with one more value. */
export function extend(row: Row, slot: number, value: RunValue): Row {
  const next = row.slice();
  next[slot] = value;
  return next;
}

/** Runs rows to their end where the thread cannot be given up (inside an expression), calling `each` until it says false. */
export function drain(rows: Rows, each: (row: Row) => boolean): void {
  for (const batch of rows) {
    if (batch === null) continue;
    for (const row of batch) if (!each(row)) return;
  }
}

/** `each` for what the source makes of one row; undefined where the source cannot do so. */
export function ofEachRow(source: Operator, each: OfRow): OfRow | undefined {
  const { ofRow } = source;
  if (ofRow === undefined) return undefined;
  return (context, row, out) => {
    const rows: Batch = [];
    ofRow(context, row, rows);
    for (const from of rows) each(context, from, out);
  };
}

/**
 * The common shape of an operator with one source: `each` gives what becomes of a row by pushing to `out`. Gives up
 * the thread between rows and hands on a batch when it is full.
 */
export function* eachRow(
  context: RunContext,
  source: Operator,
  input: readonly Row[],
  each: (row: Row, out: Batch) => void,
): Rows {
  for (const batch of context.open(source, input)) {
    if (batch === null) {
      yield null;
      continue;
    }
    let out: Batch = [];
    try {
      for (const row of batch) {
        context.tick();
        if (context.pause) yield null;
        each(row, out);
        if (out.length >= BATCH) {
          yield out;
          out = [];
        }
      }
    } catch (error) {
      // the rows before the one that failed are given first, as row by row they would have been
      if (out.length > 0) yield out;
      throw error;
    }
    if (out.length > 0) yield out;
  }
}
