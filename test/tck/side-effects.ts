/** What a statement did to the graph, counted as the TCK counts it: by comparing the graph before with the graph after. */
import type { Reader } from '../../graph/memory/graph.ts';
import { canonical } from './values.ts';

export interface Snapshot {
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
  /** The distinct labels that some node has. */
  readonly labels: ReadonlySet<string>;
  /** One for each property of each node and relationship, its value included. */
  readonly properties: ReadonlySet<string>;
}

/** Read below the query engine, so that a wrong MATCH cannot hide a wrong CREATE. */
export function takeSnapshot(reader: Reader): Snapshot {
  const nodes = new Set<string>();
  const relationships = new Set<string>();
  const labels = new Set<string>();
  const properties = new Set<string>();
  for (const id of idsOf((after, into) => reader.nodesAfter(after, into))) {
    const element = reader.nodeElementId(id);
    nodes.add(element);
    for (const label of reader.nodeLabels(id)) labels.add(reader.labels.name(label));
    for (const key of reader.nodeKeys(id))
      properties.add(`${element} ${reader.keys.name(key)} ${canonical(reader.nodeProperty(id, key))}`);
  }
  for (const id of idsOf((after, into) => reader.relationshipsAfter(after, into))) {
    const element = reader.relationshipElementId(id);
    relationships.add(element);
    for (const key of reader.relationshipKeys(id))
      properties.add(
        `${element} ${reader.keys.name(key)} ${canonical(reader.relationshipProperty(id, key))}`,
      );
  }
  return { nodes, relationships, labels, properties };
}

function* idsOf(fill: (after: number, into: Int32Array) => number): Generator<number> {
  const batch = new Int32Array(256);
  let after = -1;
  for (let filled = fill(after, batch); filled > 0; filled = fill(after, batch)) {
    yield* batch.subarray(0, filled);
    after = batch[filled - 1] ?? after;
  }
}

/** As the TCK writes them, sorted, without those of 0: `+nodes 2, -labels 1`; empty where nothing has changed. */
export function sideEffects(before: Snapshot, after: Snapshot): string {
  const counts = (['nodes', 'relationships', 'labels', 'properties'] as const).flatMap(
    (what): [string, number][] => [
      [`+${what}`, countMissing(after[what], before[what])],
      [`-${what}`, countMissing(before[what], after[what])],
    ],
  );
  return writeSideEffects(counts);
}

/** How many of these are not among those. */
const countMissing = (these: ReadonlySet<string>, those: ReadonlySet<string>): number =>
  [...these].filter((one) => !those.has(one)).length;

export function writeSideEffects(counts: readonly (readonly [string, number])[]): string {
  const changed = counts.filter(([, count]) => count !== 0).map(([what, count]) => `${what} ${count}`);
  return changed.toSorted().join(', ');
}
