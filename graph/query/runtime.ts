/** What the compiled parts of a statement share while it runs: rows, references to graph elements, and the bounds. */
import type { Parameters, Point } from '../model.ts';
import type { PatternComprehension, PatternExpression, Subquery } from './ast.ts';
import type { NodeId, Reader, RelationshipId, Writer } from '../memory/graph.ts';
import type { DateTime, Duration, LocalDate, LocalDateTime, LocalTime, OffsetTime } from '../temporal.ts';

/** A node inside a running statement: a live view through the transaction, turned into a `Node` only when it leaves. */
export class NodeRef {
  readonly id: NodeId;
  constructor(id: NodeId) {
    this.id = id;
  }
}

export class RelationshipRef {
  readonly id: RelationshipId;
  constructor(id: RelationshipId) {
    this.id = id;
  }
}

export class PathRef {
  readonly nodes: readonly NodeId[];
  readonly relationships: readonly RelationshipId[];
  constructor(nodes: readonly NodeId[], relationships: readonly RelationshipId[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** A `Value` in which graph elements are references. */
export type RunValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | readonly RunValue[]
  | ReadonlyMap<string, RunValue>
  | NodeRef
  | RelationshipRef
  | PathRef
  | LocalDate
  | LocalTime
  | OffsetTime
  | LocalDateTime
  | DateTime
  | Duration
  | Point;

/** The variables of one row, by slot; as wide as the plan needs. Operators own the rows they give and never change one they were given. */
export type Row = RunValue[];

/** Everything a compiled expression or operator may touch. */
export interface Context {
  readonly tx: Reader;
  /** Null in a statement that only reads, which so cannot write whatever it says. */
  readonly writer: Writer | null;
  readonly parameters: Parameters;
  /** The instants that `datetime()` and its like give: fixed when the transaction, the statement began. Nanoseconds since 1970. */
  readonly transactionTime: bigint;
  readonly statementTime: bigint;
  /**
   * Counts work: one unit, or as many as a native call is worth that goes over much at once (see `values/work.ts`).
   * Every loop whose length the data decides calls it once a turn; it is cheap.
   * @throws CypherError the statement was cancelled or is over its time
   */
  tick(units?: number): void;
  /**
   * True when the operators should give up the thread until called again: they do so by yielding `null`.
   * Expressions cannot, and only `tick`.
   */
  readonly pause: boolean;
  /**
   * Counts memory that is held until the statement ends (sorts, aggregations, collected lists), in bytes; negative gives it back.
   * @throws CypherError the statement is over its memory bound
   */
  charge(bytes: number): void;
  /** Called when the statement has ended: a plan lives on, and is not to hold on to what one run of it was given. */
  atEnd(forget: () => void): void;
}

/** A compiled expression: a closure over slots. */
export type Evaluate = (row: Row, context: Context) => RunValue;

/** Which slot a variable is in; a nested scope sees and may shadow the outer one's. */
export interface Scope {
  /** The slot of a variable, or -1. */
  slot(name: string): number;
  /** A scope in which `name` has a new slot (list comprehensions, reduce, quantifiers). The row is widened by the planner's frame. */
  with(name: string): { readonly scope: Scope; readonly slot: number };
}

/** Compiles what expressions cannot compile themselves, since it needs the planner. */
export interface Subplans {
  /** Gives the values of `project` for each match of a pattern or query, beginning from the current row; stops after `limit`. */
  compile(source: PatternComprehension | PatternExpression | Subquery, scope: Scope): Evaluate;
}
