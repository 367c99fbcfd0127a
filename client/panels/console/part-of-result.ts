/** Which part of a result the picture takes, where all of it would be too much. */
import type { Relationship } from '../../../graph/model.ts';
import type { ResultElements } from './result-elements.ts';

export interface Bound {
  readonly nodes: number;
  readonly relationships: number;
}

/**
 * Most that a picture holds when a result is drawn. A picture is drawn in one go, during which the page does not hear its reader: by
 * software, on two cores with seven times the work they can do, 20,000 relationships took 2.4 s of it and 87,600 took 10.
 */
export const PICTURE_TAKES: Bound = { nodes: 10_000, relationships: 20_000 };

export type Part = 'connected' | 'first';

/** Element ids of the nodes that a result needs: its own, in its order, and the ends of its relationships. */
export function neededNodes({ nodes, relationships }: ResultElements): ReadonlySet<string> {
  const needed = new Set(nodes.keys());
  for (const relationship of relationships.values()) for (const end of endsOf(relationship)) needed.add(end);
  return needed;
}

/**
 * At most `most` of a result, with no relationship without its ends.
 *
 * `first`: relationships in the order of the result as long as there is room for their ends, then nodes.
 * `connected`: the nodes with most relationships in the result, of equals the earlier, and what joins them.
 */
export const partOf = (elements: ResultElements, part: Part, most: Bound): ResultElements =>
  part === 'first' ? firstOf(elements, most) : mostConnected(elements, most);

function firstOf({ nodes, relationships }: ResultElements, most: Bound): ResultElements {
  const kept = new Set<string>();
  const joined = new Map<string, Relationship>();
  for (const [id, relationship] of relationships) {
    if (joined.size === most.relationships) break;
    const fresh = new Set(endsOf(relationship).filter((end) => !kept.has(end)));
    if (kept.size + fresh.size > most.nodes) continue;
    for (const end of fresh) kept.add(end);
    joined.set(id, relationship);
  }
  for (const id of nodes.keys()) {
    if (kept.size >= most.nodes) break;
    kept.add(id);
  }
  return { nodes: only(nodes, kept), relationships: joined };
}

function mostConnected(elements: ResultElements, most: Bound): ResultElements {
  const degrees = new Map(Array.from(neededNodes(elements), (id) => [id, 0]));
  for (const relationship of elements.relationships.values())
    for (const end of endsOf(relationship)) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const kept = new Set(
    [...degrees]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, most.nodes)
      .map(([id]) => id),
  );
  const joined = new Map<string, Relationship>();
  for (const [id, relationship] of elements.relationships) {
    if (joined.size === most.relationships) break;
    if (endsOf(relationship).every((end) => kept.has(end))) joined.set(id, relationship);
  }
  return { nodes: only(elements.nodes, kept), relationships: joined };
}

const endsOf = ({ startNodeElementId, endNodeElementId }: Relationship): readonly [string, string] => [
  startNodeElementId,
  endNodeElementId,
];

const only = <T>(elements: ReadonlyMap<string, T>, kept: ReadonlySet<string>): ReadonlyMap<string, T> =>
  new Map([...elements].filter(([id]) => kept.has(id)));
