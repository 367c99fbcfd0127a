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
