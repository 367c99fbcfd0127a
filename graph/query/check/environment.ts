/** What a statement may call, as the semantic check needs it. */

export interface FunctionSignature {
  /** As Neo4j spells it. */
  readonly name: string;
  /** `name(argument :: TYPE, …) :: TYPE` */
  readonly signature: string;
  readonly minArgs: number;
  /** `Infinity` where there is no most. */
  readonly maxArgs: number;
  readonly aggregate: boolean;
  /** The first version of the language that has it; absent: every one. */
  readonly since?: 5 | 25;
}

export interface ProcedureField {
  readonly name: string;
  /** The Cypher type, as SHOW PROCEDURES prints it: `STRING`, `LIST<ANY>` … */
  readonly type: string;
}

export interface ProcedureSignature {
  /** Those from `minArgs` on have a default. */
  readonly args: readonly ProcedureField[];
  readonly minArgs: number;
  /** The columns in order; empty for a procedure that gives nothing. */
  readonly results: readonly ProcedureField[];
  readonly mode: 'read' | 'write' | 'schema' | 'dbms';
}

export interface Environment {
  /** By name in lower case: functions are found without regard to case. */
  readonly functions: ReadonlyMap<string, FunctionSignature>;
  /** By name as written: procedures are not. */
  readonly procedures: ReadonlyMap<string, ProcedureSignature>;
}
