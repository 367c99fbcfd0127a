/** Runs one scenario of the TCK on a graph of its own. */
import { CypherError } from '../../graph/errors.ts';
import { MemoryGraph } from '../../graph/memory/memory-graph.ts';
import type { Value } from '../../graph/model.ts';
import { execute, prepare } from '../../graph/query/engine.ts';
import { builtinProcedures } from '../../graph/query/procedures/builtin.ts';
import { compareError, readExpectedError, type Failure, type Phase } from './errors.ts';
import { declareProcedure } from './procedures.ts';
import { sideEffects, takeSnapshot, writeSideEffects, type Snapshot } from './side-effects.ts';
import { canonical, readValue } from './values.ts';

export interface Step {
  readonly words: string;
  /** The statement under the step; empty where there is none. */
  readonly text: string;
  readonly table: readonly (readonly string[])[];
}

export interface Scenario {
  /** Its feature and number, and the number of the example in an outline: `expressions/map/Map1 [6] #2`. */
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/**
 * Says what is not as the scenario has it, or null.
 * @param graphs the statements that make the graphs which scenarios name
 */
export async function runScenario(
  scenario: Scenario,
  graphs: ReadonlyMap<string, string>,
): Promise<string | null> {
  const world = new World(graphs);
  for (const step of scenario.steps) {
    // oxlint-disable-next-line no-await-in-loop -- each step stands on the one before
    const difference = await world.take(step);
    if (difference !== null) return `${step.words}\n  ${difference}`;
  }
  return world.concluded ? null : 'a scenario that expects nothing';
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

type Outcome =
  { readonly kind: 'table'; readonly table: Table } | { readonly kind: 'failure'; readonly failure: Failure };

const GIVEN_GRAPH = /^the (.*) graph$/;
const PROCEDURE = /^there exists a procedure (.*?) ?:$/;
const RESULT = /^the result should be(, in order|, in any order)?( \(ignoring element order for lists\))?:$/;

class World {
  readonly #graphs: ReadonlyMap<string, string>;
  readonly #graph = new MemoryGraph();
  readonly #parameters = new Map<string, Value>();
  #procedures = builtinProcedures;
  #before: Snapshot | null = null;
  #outcome: Outcome | null = null;
  /** Whether some step has said how it should end. */
  concluded = false;

  constructor(graphs: ReadonlyMap<string, string>) {
    this.#graphs = graphs;
  }

  /** Does what the step says; what is then not as it says, or null. */
  async take({ words, text, table }: Step): Promise<string | null> {
    if (words === 'an empty graph' || words === 'any graph') return null;
    const [, graph] = GIVEN_GRAPH.exec(words) ?? [];
    if (graph !== undefined) return this.#prepareWith(this.#graphs.get(graph) ?? `unknown graph ${graph}`);
    if (words === 'having executed:') return this.#prepareWith(text);
    if (words === 'parameters are:') return this.#set(table);
    const [, signature] = PROCEDURE.exec(words) ?? [];
    if (signature !== undefined) return this.#declare(signature, table);
    if (words === 'executing query:' || words === 'executing control query:') {
      this.#before = this.#snapshot();
      this.#outcome = await this.#run(text);
      return null;
    }
    return this.#conclude({ words, text, table });
  }

  async #prepareWith(text: string): Promise<string | null> {
    const outcome = await this.#run(text);
    return outcome.kind === 'failure' ? `failed: ${outcome.failure.error.message}` : null;
  }

  #set(table: Step['table']): null {
    for (const [name = '', value = ''] of table) this.#parameters.set(name, readValue(value));
    return null;
  }

  #declare(signature: string, table: Step['table']): null {
    this.#procedures = this.#procedures.and([declareProcedure(signature, table)]);
    return null;
  }

  #conclude({ words, table }: Step): string | null {
    const outcome = this.#outcome;
    if (outcome === null || this.#before === null) return 'nothing was executed before this';
    this.concluded = true;
    const changed = sideEffects(this.#before, this.#snapshot());
    const error = readExpectedError(words);
    if (error !== null) {
      if (outcome.kind === 'table') return `but it gave ${writeTable(outcome.table)}`;
      if (changed !== '') return `but it left behind ${changed}`;
      return compareError(error, outcome.failure);
    }
    if (outcome.kind === 'failure')
      return `but it failed: ${outcome.failure.error.code}: ${outcome.failure.error.message}`;
    if (words === 'the result should be empty')
      return outcome.table.rows.length === 0 ? null : `but it was ${writeTable(outcome.table)}`;
    if (words === 'no side effects') return changed === '' ? null : `but there were ${changed}`;
    if (words === 'the side effects should be:') {
      const wanted = writeSideEffects(table.map(([what = '', count]) => [what, Number(count)]));
      return changed === wanted ? null : `expected ${wanted}\n  but there were ${changed}`;
    }
    const result = RESULT.exec(words);
    if (result === null) return 'an unknown step';
    // a bare `the result should be` is `in any order`
    return compareTables(table, outcome.table, result[1] === ', in order', result[2] !== undefined);
  }

  #snapshot(): Snapshot {
    const reader = this.#graph.read();
    try {
      return takeSnapshot(reader);
    } finally {
      reader.release();
    }
  }

  async #run(text: string): Promise<Outcome> {
    let phase: Phase = 'compile time';
    try {
      const prepared = prepare(text, this.#procedures);
      const tx = await this.#graph.write();
      let columns: readonly string[] = [];
      const rows: (readonly Value[])[] = [];
      try {
        for await (const event of execute(prepared, tx, this.#parameters, { timeoutMs: 20_000 })) {
          if (event.event === 'header') {
            columns = event.fields;
            phase = 'runtime';
          } else if (event.event === 'rows') rows.push(...event.rows);
        }
        tx.prepare();
        tx.commit();
      } catch (error) {
        tx.rollback();
        throw error;
      }
      return { kind: 'table', table: { columns, rows } };
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      return { kind: 'failure', failure: { error, phase } };
    }
  }
}

function compareTables(
  expected: Step['table'],
  { columns, rows }: Table,
  inOrder: boolean,
  anyListOrder: boolean,
): string | null {
  const [head = [], ...cells] = expected;
  const text = (values: readonly Value[]): string =>
    values.map((value) => canonical(value, anyListOrder)).join(' | ');
  const wanted = cells.map((row) => text(row.map(readValue)));
  const got = rows.map(text);
  const sorted = (lines: readonly string[]): readonly string[] => (inOrder ? lines : lines.toSorted());
  const a = [head.join(' | '), ...sorted(wanted)].join('\n    ');
  const b = [columns.join(' | '), ...sorted(got)].join('\n    ');
  return a === b ? null : `expected\n    ${a}\n  but it was\n    ${b}`;
}

const writeTable = ({ columns, rows }: Table): string =>
  [columns, ...rows.map((row) => row.map((value) => canonical(value)))]
    .map((line) => line.join(' | '))
    .join('\n    ');
