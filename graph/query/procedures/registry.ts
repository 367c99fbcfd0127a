/** Procedures, by name: what `CALL` can call. */
import type { RunContext } from '../run/context.ts';
import type { RunValue } from '../runtime.ts';

export interface ProcedureField {
  readonly name: string;
  /** In Cypher's words: `STRING`, `LIST<NODE>`, `MAP`. */
  readonly type: string;
}

export interface ProcedureArgument extends ProcedureField {
  /** What it is where the call leaves it out; without it, it cannot be left out. */
  readonly default?: RunValue;
}

export interface Procedure {
  /** With its namespace: `db.labels`. Found without regard to case. */
  readonly name: string;
  readonly mode: 'READ' | 'WRITE' | 'SCHEMA' | 'DBMS';
  readonly description: string;
  readonly arguments: readonly ProcedureArgument[];
  /** None: the procedure gives no rows, and a CALL of it leaves rows as they are. */
  readonly results: readonly ProcedureField[];
  /**
   * Gives rows of `results`, in their order; a generator is pulled only as far as rows are wanted.
   * The arguments are complete and of the declared types. Long loops call `context.tick`.
   */
  call(args: readonly RunValue[], context: RunContext): Iterable<readonly RunValue[]>;
}

export class ProcedureRegistry {
  readonly #byName: ReadonlyMap<string, Procedure>;

  constructor(procedures: readonly Procedure[]) {
    this.#byName = new Map(procedures.map((procedure) => [procedure.name.toLowerCase(), procedure]));
  }

  find(name: string): Procedure | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** All of them, by name. */
  all(): readonly Procedure[] {
    return [...this.#byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** These and more; one of the same name takes the place of the one here. */
  and(more: readonly Procedure[]): ProcedureRegistry {
    return new ProcedureRegistry([...this.#byName.values(), ...more]);
  }
}

const printDefault = (value: RunValue): string => (value instanceof Map ? '{}' : String(value));

/** As `SHOW PROCEDURES` gives it: `db.labels() :: (label :: STRING)`. */
export function signatureOf(procedure: Procedure): string {
  const args = procedure.arguments.map(({ name, type, default: otherwise }) =>
    otherwise === undefined ? `${name} :: ${type}` : `${name} = ${printDefault(otherwise)} :: ${type}`,
  );
  const results = procedure.results.map((result) => `${result.name} :: ${result.type}`);
  return `${procedure.name}(${args.join(', ')})${results.length === 0 ? '' : ` :: (${results.join(', ')})`}`;
}
