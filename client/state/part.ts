/** Which part of what came is drawn, where the picture has no room for all of it. */
import { graph } from './screen.ts';

export interface Bound {
  readonly nodes: number;
  readonly relationships: number;
}

/**
 * Most that a picture holds when something is added to it. A picture is drawn in one go, during which the page does not hear its reader:
 * by software, on two cores with seven times the work they can do, 20,000 relationships took 2.4 s of it and 87,600 took 10.
 */
export const PICTURE_TAKES: Bound = { nodes: 10_000, relationships: 20_000 };

/** What the picture takes beside what is in it. */
export const roomBeside = (): Bound => ({
  nodes: Math.max(0, PICTURE_TAKES.nodes - graph.order),
  relationships: Math.max(0, PICTURE_TAKES.relationships - graph.size),
});

export const fits = (nodes: number, relationships: number, room: Bound): boolean =>
  nodes <= room.nodes && relationships <= room.relationships;

export type Part = 'connected' | 'first';

/** Nodes and relationships by their ids. */
export interface Elements<Node, Relationship> {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** The ids of the two nodes that a relationship joins. */
export type EndsOf<Relationship> = (relationship: Relationship) => readonly [string, string];

/** Ids of the nodes that these need: their own, in their order, and the ends of their relationships. */
export function neededNodes<N, R>(
  { nodes, relationships }: Elements<N, R>,
  endsOf: EndsOf<R>,
): ReadonlySet<string> {
  const needed = new Set(nodes.keys());
  for (const relationship of relationships.values()) for (const end of endsOf(relationship)) needed.add(end);
  return needed;
}

/**
 * At most `most` of what came, with no relationship without its ends.
 *
 * `first`: relationships in the order in which they came as long as there is room for their ends, then nodes.
 * `connected`: the nodes with most relationships among these, of equals the earlier, and what joins them.
 *
 * @param isThere nodes that take no room: they are in the picture already; default none
 */
export function partOf<N, R>(
  elements: Elements<N, R>,
  endsOf: EndsOf<R>,
  part: Part,
  most: Bound,
  isThere: (id: string) => boolean = () => false,
): Elements<N, R> {
  return (part === 'first' ? firstOf : mostConnected)(elements, endsOf, most, isThere);
}

function firstOf<N, R>(
  { nodes, relationships }: Elements<N, R>,
  endsOf: EndsOf<R>,
  most: Bound,
  isThere: (id: string) => boolean,
): Elements<N, R> {
  const kept = new Set<string>();
  const joined = new Map<string, R>();
  for (const [id, relationship] of relationships) {
    if (joined.size === most.relationships) break;
    const fresh = new Set(endsOf(relationship).filter((end) => !kept.has(end) && !isThere(end)));
    if (kept.size + fresh.size > most.nodes) continue;
    for (const end of fresh) kept.add(end);
    joined.set(id, relationship);
  }
  for (const id of nodes.keys()) {
    if (kept.size >= most.nodes) break;
    if (!isThere(id)) kept.add(id);
  }
  return { nodes: only(nodes, kept), relationships: joined };
}

function mostConnected<N, R>(
  elements: Elements<N, R>,
  endsOf: EndsOf<R>,
  most: Bound,
  isThere: (id: string) => boolean,
): Elements<N, R> {
  const degrees = new Map<string, number>();
  for (const id of neededNodes(elements, endsOf)) if (!isThere(id)) degrees.set(id, 0);
  for (const relationship of elements.relationships.values())
    for (const end of endsOf(relationship)) if (!isThere(end)) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const kept = new Set(
    [...degrees]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, most.nodes)
      .map(([id]) => id),
  );
  const joined = new Map<string, R>();
  for (const [id, relationship] of elements.relationships) {
    if (joined.size === most.relationships) break;
    if (endsOf(relationship).every((end) => kept.has(end) || isThere(end))) joined.set(id, relationship);
  }
  return { nodes: only(elements.nodes, kept), relationships: joined };
}

const only = <T>(elements: ReadonlyMap<string, T>, kept: ReadonlySet<string>): ReadonlyMap<string, T> =>
  new Map([...elements].filter(([id]) => kept.has(id)));
