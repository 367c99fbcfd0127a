/** Where this engine answers otherwise than Neo4j on purpose, or Neo4j's answer depends on its plan. */
import type { Outcome } from '../outcome.ts';

export interface Oddity {
  readonly example: string;
  /** What a statement looks like that may differ for this reason. */
  readonly statement: RegExp;
  /** The code of the failure here, or `rows`. */
  readonly entente: string;
  readonly neo4j: string;
  readonly reason: string;
}

export const ODDITIES: readonly Oddity[] = [];

const kind = (outcome: Outcome): string => ('code' in outcome ? outcome.code : 'rows');

/** True where a difference is in the list. */
export const isKnown = (text: string, embedded: Outcome, neo4j: Outcome): boolean =>
  ODDITIES.some(
    ({ statement, entente, neo4j: theirs }) =>
      entente === kind(embedded) && theirs === kind(neo4j) && statement.test(text),
  );
