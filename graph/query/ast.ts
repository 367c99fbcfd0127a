/**
 * The syntax tree: what a statement says, with where it says it. Names follow the openCypher 9 specification.
 * `span` is a half-open range of offsets into the statement's text.
 */
import type { Value } from '../model.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Spanned {
  readonly span: Span;
}

/** A name as written (back-ticks removed). */
export interface Name extends Spanned {
  readonly name: string;
}

// ── Statements ────────────────────────────────────────────────────────────────────────────────────

/** The version of the language that a statement is written in: `CYPHER 5`, which is the default, or `CYPHER 25`. */
export type CypherVersion = 5 | 25;

export interface Statement extends Spanned {
  readonly mode: 'run' | 'explain' | 'profile';
  readonly version: CypherVersion;
  readonly body: Query | SchemaCommand | ShowCommand;
}

export type Query = SingleQuery | Union | Conditional | Sequence;

export interface SingleQuery extends Spanned {
  readonly kind: 'SingleQuery';
  readonly clauses: readonly Clause[];
}

export interface Union extends Spanned {
  readonly kind: 'Union';
  readonly all: boolean;
  readonly left: Query;
  readonly right: Query;
}

/** `WHEN p THEN q … ELSE q`: for each row the first query whose condition is true. Cypher 25. */
export interface Conditional extends Spanned {
  readonly kind: 'Conditional';
  /** `span` begins at the branch's `WHEN`. */
  readonly branches: readonly (Spanned & { readonly when: Expression; readonly query: Query })[];
  readonly otherwise: Query | null;
}

/** `q NEXT q`: the second query sees the columns of the first, and nothing else of it. Cypher 25. */
export interface Sequence extends Spanned {
  readonly kind: 'Sequence';
  readonly first: Query;
  readonly next: Query;
}

// ── Clauses ───────────────────────────────────────────────────────────────────────────────────────

export type Clause =
  | Match
  | Unwind
  | With
  | Return
  | Create
  | Merge
  | SetClause
  | Remove
  | Delete
  | Foreach
  | CallProcedure
  | CallSubquery
  | LoadCsv
  | Let
  | Filter
  | Finish;

export interface Match extends Spanned {
  readonly kind: 'Match';
  readonly optional: boolean;
  readonly pattern: readonly PatternPart[];
  /** `MATCH REPEATABLE ELEMENTS`: a relationship may be bound more than once. Cypher 25. */
  readonly repeatable: boolean;
  readonly where: Expression | null;
}
export interface Unwind extends Spanned {
  readonly kind: 'Unwind';
  readonly list: Expression;
  readonly variable: Name;
}
/** `LET x = a, y = b`: Cypher 25. None of its expressions sees another's variable. */
export interface Let extends Spanned {
  readonly kind: 'Let';
  readonly items: readonly { readonly variable: Name; readonly value: Expression }[];
}
/** `FILTER [WHERE] p`: Cypher 25. */
export interface Filter extends Spanned {
  readonly kind: 'Filter';
  readonly where: Expression;
}
export interface With extends Spanned {
  readonly kind: 'With';
  readonly projection: Projection;
  readonly where: Expression | null;
}
export interface Return extends Spanned {
  readonly kind: 'Return';
  readonly projection: Projection;
}
export interface Projection extends Spanned {
  readonly distinct: boolean;
  /** `*` was written; `items` then holds what stands beside it. */
  readonly star: boolean;
  readonly items: readonly ProjectionItem[];
  /** `GROUP BY a, b` of Cypher 25, empty for `GROUP BY ()`; null where the items without aggregation are the keys. */
  readonly groupBy: readonly Expression[] | null;
  readonly orderBy: readonly SortItem[];
  readonly skip: Expression | null;
  readonly limit: Expression | null;
}
export interface ProjectionItem extends Spanned {
  readonly expression: Expression;
  /** The name of the column: the alias, or the expression's own text. */
  readonly alias: string;
  readonly aliased: boolean;
}
export interface SortItem extends Spanned {
  readonly expression: Expression;
  readonly descending: boolean;
}
export interface Create extends Spanned {
  readonly kind: 'Create';
  readonly pattern: readonly PatternPart[];
}
export interface Merge extends Spanned {
  readonly kind: 'Merge';
  readonly pattern: PatternPart;
  readonly onCreate: readonly SetItem[];
  readonly onMatch: readonly SetItem[];
}
export interface SetClause extends Spanned {
  readonly kind: 'Set';
  readonly items: readonly SetItem[];
}
export type SetItem =
  | (Spanned & {
      readonly kind: 'SetProperty';
      readonly target: Property | DynamicProperty;
      readonly value: Expression;
    })
  | (Spanned & {
      readonly kind: 'SetAll';
      readonly variable: Name;
      readonly value: Expression;
      readonly merge: boolean;
    })
  | (Spanned & {
      readonly kind: 'SetLabels';
      readonly variable: Name;
      readonly labels: readonly LabelName[];
    });
export interface Remove extends Spanned {
  readonly kind: 'Remove';
  readonly items: readonly RemoveItem[];
}
export type RemoveItem =
  | (Spanned & { readonly kind: 'RemoveProperty'; readonly target: Property | DynamicProperty })
  | (Spanned & {
      readonly kind: 'RemoveLabels';
      readonly variable: Name;
      readonly labels: readonly LabelName[];
    });
export interface Delete extends Spanned {
  readonly kind: 'Delete';
  readonly detach: boolean;
  readonly expressions: readonly Expression[];
}
export interface Foreach extends Spanned {
  readonly kind: 'Foreach';
  readonly variable: Name;
  readonly list: Expression;
  readonly updates: readonly Clause[];
}
export interface CallProcedure extends Spanned {
  readonly kind: 'CallProcedure';
  /** `OPTIONAL CALL`: a row for which the procedure gives none is kept, with nulls. */
  readonly optional: boolean;
  readonly name: string;
  /** Null where no brackets were written: the arguments then come from the parameters. */
  readonly args: readonly Expression[] | null;
  /** Null where there is no YIELD. */
  readonly yields: readonly { readonly field: Name; readonly alias: Name }[] | null;
  readonly yieldStar: boolean;
  readonly where: Expression | null;
}
export interface CallSubquery extends Spanned {
  readonly kind: 'CallSubquery';
  /** `CALL (a, b) { … }`: the imported variables; `null` for the older `CALL { WITH a … }`; `'*'` for all. */
  readonly imports: readonly Name[] | '*' | null;
  readonly query: Query;
  /** `OPTIONAL CALL`: a row for which the subquery gives none is kept, with nulls. */
  readonly optional: boolean;
  readonly inTransactions: InTransactions | null;
}
/** `IN [n] CONCURRENT TRANSACTIONS OF m ROWS ON ERROR … REPORT STATUS AS s`; what is not written is null, or fails. */
export interface InTransactions {
  readonly rows: Expression | null;
  readonly concurrent: boolean;
  readonly concurrency: Expression | null;
  readonly onError: 'fail' | 'break' | 'continue';
  /** `ON ERROR RETRY [FOR n SECONDS] [THEN …]`: what may only have come at a bad time is tried again before `onError`. */
  readonly retry: { readonly seconds: Expression | null } | null;
  readonly status: Name | null;
}
/** `FINISH`: ends a query that gives no rows. */
export interface Finish extends Spanned {
  readonly kind: 'Finish';
}
export interface LoadCsv extends Spanned {
  readonly kind: 'LoadCsv';
  readonly withHeaders: boolean;
  readonly from: Expression;
  readonly variable: Name;
  readonly fieldTerminator: string | null;
}

// ── Patterns ──────────────────────────────────────────────────────────────────────────────────────

export interface PatternPart extends Spanned {
  /** `p` in `p = (a)-->(b)`. */
  readonly variable: Name | null;
  readonly selector: PathSelector | null;
  /** `ACYCLIC`: no node is twice in the path. `WALK` and `TRAIL` ask nothing that MATCH does not. Cypher 25; null where none is written. */
  readonly mode: 'WALK' | 'TRAIL' | 'ACYCLIC' | null;
  /** A node pattern first and last; between two of them one relationship or quantified part. */
  readonly elements: readonly PatternElement[];
  readonly where: Expression | null;
}
export type PathSelector =
  | { readonly kind: 'shortestPath' }
  | { readonly kind: 'allShortestPaths' }
  /** `SHORTEST 3 GROUPS`, `ANY SHORTEST`, `ALL SHORTEST`, `ANY`. */
  | { readonly kind: 'shortest'; readonly count: number; readonly groups: boolean }
  | { readonly kind: 'any'; readonly count: number };

export type PatternElement = NodePattern | RelationshipPattern | QuantifiedPath;

export interface NodePattern extends Spanned {
  readonly kind: 'NodePattern';
  readonly variable: Name | null;
  readonly labels: LabelExpression | null;
  readonly properties: MapLiteral | Parameter | null;
  readonly where: Expression | null;
}
export interface RelationshipPattern extends Spanned {
  readonly kind: 'RelationshipPattern';
  readonly variable: Name | null;
  readonly types: LabelExpression | null;
  readonly direction: 'out' | 'in' | 'both';
  /** `*`, `*2`, `*1..3`: a variable-length relationship, whose variable is a list. `max` null is unbounded. */
  readonly length: { readonly min: number; readonly max: number | null } | null;
  /** `-[:R]->+`, `-[:R]->{1,3}`: the same walk in GQL's words. */
  readonly quantifier: { readonly min: number; readonly max: number | null } | null;
  readonly properties: MapLiteral | Parameter | null;
  readonly where: Expression | null;
}
/** `((a)-[:R]->(b) WHERE …){1,3}` */
export interface QuantifiedPath extends Spanned {
  readonly kind: 'QuantifiedPath';
  readonly part: PatternPart;
  readonly min: number;
  readonly max: number | null;
}

/** `:A`, `:A|B`, `:A&!B`, `:%`; `:A:B` is read as `A&B`, `[:A|:B]` as `A|B`. */
export type LabelExpression =
  | (Spanned & { readonly kind: 'Label'; readonly label: LabelName })
  | (Spanned & {
      readonly kind: 'LabelAnd' | 'LabelOr';
      readonly left: LabelExpression;
      readonly right: LabelExpression;
    })
  | (Spanned & { readonly kind: 'LabelNot'; readonly operand: LabelExpression })
  | (Spanned & { readonly kind: 'LabelAny' });

/**
 * A label or type as written, or `$(expression)`, which gives a name or a list of names: all of them are meant, or in
 * a pattern's `$any(expression)` one of them.
 */
export type LabelName = Name | (Spanned & { readonly dynamic: Expression; readonly any: boolean });

// ── Expressions ───────────────────────────────────────────────────────────────────────────────────

export type Expression =
  | Literal
  | Parameter
  | Variable
  | Property
  | DynamicProperty
  | Slice
  | ListLiteral
  | MapLiteral
  | MapProjection
  | Unary
  | Binary
  | Comparison
  | IsNull
  | HasLabels
  | IsTyped
  | IsNormalized
  | Case
  | FunctionCall
  | CountStar
  | ListComprehension
  | PatternComprehension
  | Quantifier
  | Reduce
  | AllReduce
  | PatternExpression
  | Subquery;

export interface Literal extends Spanned {
  readonly kind: 'Literal';
  readonly value: Value;
}
export interface Parameter extends Spanned {
  readonly kind: 'Parameter';
  readonly name: string;
}
export interface Variable extends Spanned {
  readonly kind: 'Variable';
  readonly name: string;
}
/** `subject.key` */
export interface Property extends Spanned {
  readonly kind: 'Property';
  readonly subject: Expression;
  readonly key: Name;
}
/** `subject[index]`: a list's item, a map's, node's or relationship's property. */
export interface DynamicProperty extends Spanned {
  readonly kind: 'DynamicProperty';
  readonly subject: Expression;
  readonly index: Expression;
}
export interface Slice extends Spanned {
  readonly kind: 'Slice';
  readonly subject: Expression;
  readonly from: Expression | null;
  readonly to: Expression | null;
}
export interface ListLiteral extends Spanned {
  readonly kind: 'ListLiteral';
  readonly items: readonly Expression[];
}
export interface MapLiteral extends Spanned {
  readonly kind: 'MapLiteral';
  readonly entries: readonly { readonly key: Name; readonly value: Expression }[];
}
export interface MapProjection extends Spanned {
  readonly kind: 'MapProjection';
  readonly subject: Variable;
  readonly items: readonly MapProjectionItem[];
}
export type MapProjectionItem =
  | { readonly kind: 'all' }
  | { readonly kind: 'property'; readonly key: Name }
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'entry'; readonly key: Name; readonly value: Expression };
export interface Unary extends Spanned {
  readonly kind: 'Unary';
  readonly operator: 'NOT' | '+' | '-';
  readonly operand: Expression;
}
export interface Binary extends Spanned {
  readonly kind: 'Binary';
  readonly operator:
    | 'OR'
    | 'XOR'
    | 'AND'
    | '+'
    | '-'
    | '*'
    | '/'
    | '%'
    | '^'
    | '||'
    | 'IN'
    | 'STARTS WITH'
    | 'ENDS WITH'
    | 'CONTAINS'
    | '=~';
  readonly left: Expression;
  readonly right: Expression;
}
/** `a < b <= c`: every operand is evaluated once; true when each neighbouring pair compares so. */
export interface Comparison extends Spanned {
  readonly kind: 'Comparison';
  readonly first: Expression;
  readonly rest: readonly {
    readonly operator: '=' | '<>' | '<' | '<=' | '>' | '>=';
    readonly operand: Expression;
  }[];
}
export interface IsNull extends Spanned {
  readonly kind: 'IsNull';
  readonly operand: Expression;
  readonly negated: boolean;
}
/** `n:A&B` as a predicate, on a node or a relationship. */
export interface HasLabels extends Spanned {
  readonly kind: 'HasLabels';
  readonly operand: Expression;
  readonly labels: LabelExpression;
}
/** `x IS :: INTEGER NOT NULL`; `type` is the normalised type text. */
export interface IsTyped extends Spanned {
  readonly kind: 'IsTyped';
  readonly operand: Expression;
  readonly type: string;
  readonly negated: boolean;
}
export interface IsNormalized extends Spanned {
  readonly kind: 'IsNormalized';
  readonly operand: Expression;
  readonly form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD';
  readonly negated: boolean;
}
export interface Case extends Spanned {
  readonly kind: 'Case';
  readonly subject: Expression | null;
  readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
  readonly otherwise: Expression | null;
}
export interface FunctionCall extends Spanned {
  readonly kind: 'FunctionCall';
  /** As written, dots included: `date.truncate`. Functions are found without regard to case. */
  readonly name: string;
  readonly distinct: boolean;
  readonly args: readonly Expression[];
}
export interface CountStar extends Spanned {
  readonly kind: 'CountStar';
}
export interface ListComprehension extends Spanned {
  readonly kind: 'ListComprehension';
  readonly variable: Name;
  readonly list: Expression;
  readonly where: Expression | null;
  readonly projection: Expression | null;
}
export interface PatternComprehension extends Spanned {
  readonly kind: 'PatternComprehension';
  readonly pattern: PatternPart;
  readonly where: Expression | null;
  readonly projection: Expression;
}
export interface Quantifier extends Spanned {
  readonly kind: 'Quantifier';
  readonly quantifier: 'all' | 'any' | 'none' | 'single';
  readonly variable: Name;
  readonly list: Expression;
  readonly where: Expression;
}
export interface Reduce extends Spanned {
  readonly kind: 'Reduce';
  readonly accumulator: Name;
  readonly init: Expression;
  readonly variable: Name;
  readonly list: Expression;
  readonly expression: Expression;
}
/** `allReduce(acc = init, x IN list | step, predicate)`: whether the predicate holds after each step. Cypher 25. */
export interface AllReduce extends Spanned {
  readonly kind: 'AllReduce';
  readonly accumulator: Name;
  readonly init: Expression;
  readonly variable: Name;
  readonly list: Expression;
  readonly expression: Expression;
  readonly predicate: Expression;
}
/** A pattern where an expression is expected: true when it matches; `shortestPath(…)` gives the path. */
export interface PatternExpression extends Spanned {
  readonly kind: 'PatternExpression';
  readonly pattern: PatternPart;
}
/** `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`; a bare pattern is read as `MATCH pattern`. */
export interface Subquery extends Spanned {
  readonly kind: 'Subquery';
  readonly form: 'EXISTS' | 'COUNT' | 'COLLECT';
  readonly query: Query;
}

// ── Schema ────────────────────────────────────────────────────────────────────────────────────────

export type SchemaCommand = CreateConstraint | CreateIndex | DropSchema;

/** The name of an index or constraint: as written, or `$name`. */
export type SchemaName = string | Parameter;

export interface CreateConstraint extends Spanned {
  readonly kind: 'CreateConstraint';
  readonly name: SchemaName | null;
  readonly ifNotExists: boolean;
  readonly entity: 'node' | 'relationship';
  readonly labelOrType: string;
  readonly properties: readonly string[];
  readonly constraint: 'unique' | 'key' | 'exists' | 'typed';
  /** The type text of a `typed` constraint. */
  readonly type: string | null;
  readonly options: Expression | null;
}
export interface CreateIndex extends Spanned {
  readonly kind: 'CreateIndex';
  readonly name: SchemaName | null;
  readonly ifNotExists: boolean;
  readonly entity: 'node' | 'relationship';
  readonly index: 'range' | 'text' | 'point' | 'fulltext' | 'lookup';
  readonly labelsOrTypes: readonly string[];
  readonly properties: readonly string[];
  readonly options: Expression | null;
}
export interface DropSchema extends Spanned {
  readonly kind: 'DropConstraint' | 'DropIndex';
  readonly name: SchemaName;
  readonly ifExists: boolean;
}
export interface ShowCommand extends Spanned {
  readonly kind: 'Show';
  readonly what: 'indexes' | 'constraints' | 'functions' | 'procedures' | 'databases';
  /** The words before the plural in upper case: `FULLTEXT` in `SHOW FULLTEXT INDEXES`; null where all are meant. */
  readonly filter: string | null;
  readonly yields: Projection | null;
  readonly where: Expression | null;
  readonly returns: Projection | null;
}
