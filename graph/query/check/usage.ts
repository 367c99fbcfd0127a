/** What the place of an expression allows. */
export interface Usage {
  /** Why an aggregation may not stand here; null where it may. `{}` becomes the function's name. */
  readonly noAggregation: string | null;
  /** True where the value is only asked for true or false: a pattern may stand there. */
  readonly predicate: boolean;
  /** Variables that were visible before an aggregating or DISTINCT projection and are so no longer. */
  readonly hidden?: ReadonlySet<string>;
  /** The place is in a MATCH with a quantified path or relationship: `-[*]->` may not stand there. */
  readonly besideQuantified?: boolean;
}

/** Everywhere but in the items and the order of WITH and RETURN. */
export const PLAIN: Usage = {
  noAggregation: 'Invalid use of aggregating function {}(...) in this context',
  predicate: false,
};

/** @see TCK List12 [7]: the rows to aggregate over are not there for each item of a list */
export const WITHIN_LIST = {
  noAggregation: "Can't use aggregating expressions inside of expressions executing over lists",
} as const;

export const PROJECTED: Usage = { noAggregation: null, predicate: false };

/** @see TCK Aggregation: NestedAggregation */
export const WITHIN_AGGREGATE: Usage = {
  noAggregation: "Can't use aggregate functions inside of aggregate functions.",
  predicate: false,
};
