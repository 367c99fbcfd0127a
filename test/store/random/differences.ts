/** Runs random statements on two stores and tells where their answers differ. */
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Parameters } from '../../../graph/model.ts';
import type { Store } from '../../../server/store/store.ts';
import { rowsOf, runWrite } from '../collect.ts';
import { outcomeOf, type Outcome } from '../outcome.ts';
import { GRAPH, PARAMETERS } from './graph.ts';
import { isKnown } from './oddities.ts';
import { randomStatement, type RandomStatement } from './statement.ts';

/** Few statements on so small a graph take more than milliseconds; one that does is left out on both. */
const TIMEOUT_MS = 5_000;
/** Smaller statements that are tried to make a difference readable. */
const MOST_ATTEMPTS = Number(process.env.ATTEMPTS ?? 200);

export interface Difference {
  /** Makes the same statement again, as the first of a run. */
  readonly seed: number;
  /** The smallest statement found that still differs. */
  readonly statement: string;
  readonly embedded: Outcome;
  readonly neo4j: Outcome;
}

export interface Report {
  readonly statements: number;
  /** Those that Neo4j refused, or failed to run. */
  readonly failed: number;
  /** Those that gave at least one row. */
  readonly withRows: number;
  /** Those that took too long on either. */
  readonly leftOut: number;
  /** Those that differ for a reason in oddities.ts. */
  readonly known: number;
  readonly differences: readonly Difference[];
}

/** Two stores that hold {@link GRAPH}, to be asked the same. */
export class Pair {
  readonly #embedded: Store;
  readonly #neo4j: Store;
  readonly #parameters: Parameters;

  private constructor(embedded: Store, neo4j: Store, parameters: Parameters) {
    this.#embedded = embedded;
    this.#neo4j = neo4j;
    this.#parameters = parameters;
  }

  /** Empties both stores and gives them the graph. */
  static async of(embedded: Store, neo4j: Store): Promise<Pair> {
    for (const store of [embedded, neo4j]) {
      await runWrite(store, 'MATCH (n) DETACH DELETE n');
      await runWrite(store, GRAPH);
    }
    const [row] = await rowsOf(neo4j, `RETURN ${PARAMETERS}`);
    return new Pair(embedded, neo4j, row?.[0] as Parameters);
  }

  async ask({ text, ordered, bags }: RandomStatement): Promise<{ embedded: Outcome; neo4j: Outcome }> {
    const on = (store: Store): Promise<Outcome> =>
      outcomeOf(store, text, this.#parameters, { ordered, bags }, TIMEOUT_MS);
    const [embedded, neo4j] = await Promise.all([on(this.#embedded), on(this.#neo4j)]);
    return { embedded, neo4j };
  }
}

const tookTooLong = (outcome: Outcome): boolean =>
  'code' in outcome && /TimedOut|Terminated/.test(outcome.code);

/**
 * Asks both stores `count` statements, each made from a seed of its own: `seed`, `seed + 1`, …, and shrinks those whose
 * answers differ.
 */
export async function compareRandom(pair: Pair, seed: number, count: number): Promise<Report> {
  const report = { statements: count, failed: 0, withRows: 0, leftOut: 0, known: 0 };
  const differences: Difference[] = [];
  for (let i = 0; i < count; i++) {
    let attempts = 0;
    let found: Difference | null = null;
    const same = async (statement: RandomStatement): Promise<boolean> => {
      if (++attempts > MOST_ATTEMPTS) return true;
      const { embedded, neo4j } = await pair.ask(statement);
      const leftOut = tookTooLong(embedded) || tookTooLong(neo4j);
      const differs = !leftOut && !isDeepStrictEqual(embedded, neo4j);
      const known = differs && isKnown(statement, embedded, neo4j);
      if (attempts === 1) {
        if (leftOut) report.leftOut++;
        if (known) report.known++;
        if ('code' in neo4j) report.failed++;
        else if (neo4j.rows.length > 0) report.withRows++;
      }
      if (!differs || known) return true;
      found = { seed: seed + i, statement: statement.text, embedded, neo4j };
      return false;
    };
    await fc.check(fc.asyncProperty(randomStatement, same), { seed: seed + i, numRuns: 1 });
    if (found !== null) differences.push(found);
  }
  return { ...report, differences };
}

/** The smallest statement and both answers, what they share left out. */
export function shown({ seed, statement, embedded, neo4j }: Difference): string {
  return `SEED=${seed}\n${statement}\n  embedded: ${telling(embedded, neo4j)}\n  neo4j:    ${telling(neo4j, embedded)}`;
}

function telling(outcome: Outcome, other: Outcome): string {
  if ('code' in outcome) return outcome.code;
  if ('code' in other) return `${outcome.rows.length} rows, ${outcome.rows[0]?.slice(0, 200) ?? ''}`;
  const parts = Object.entries(outcome).map(([name, part]: [string, unknown]) => {
    const theirs: unknown = new Map(Object.entries(other)).get(name);
    if (isDeepStrictEqual(part, theirs)) return '';
    if (!Array.isArray(part) || !Array.isArray(theirs)) return `${name} ${JSON.stringify(part)}`;
    return `${part.length} ${name}, of its own ${JSON.stringify(without(part, theirs).slice(0, 3)).slice(0, 800)}`;
  });
  return parts.filter((part) => part !== '').join('; ');
}

/** The items that are left when each of the others has taken its like away. */
function without(items: readonly unknown[], others: readonly unknown[]): unknown[] {
  const left = [...others];
  return items.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
