/** What a statement changed, counted as Neo4j counts it. */
import type { Counters } from '../../result.ts';

export type MutableCounters = { -readonly [K in keyof Counters]: number };

export function newCounters(): MutableCounters {
  return {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationshipsCreated: 0,
    relationshipsDeleted: 0,
    propertiesSet: 0,
    labelsAdded: 0,
    labelsRemoved: 0,
    indexesAdded: 0,
    indexesRemoved: 0,
    constraintsAdded: 0,
    constraintsRemoved: 0,
  };
}

/** Counts what a transaction inside the statement changed. */
export function addCounters(to: MutableCounters, more: Readonly<MutableCounters>): void {
  for (const name of Object.keys(to) as (keyof MutableCounters)[]) to[name] += more[name];
}
