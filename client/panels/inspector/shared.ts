/** What several nodes of the screen have in common. Computed from what is loaded; the whole graph may hold more. */
import { quotesOf } from '../../state/claims.ts';
import { relationshipOf } from '../../state/graph.ts';
import type { ScreenGraph } from '../../state/graph.ts';

/** What at least two of the nodes are joined to. */
export interface Shared {
  /** Of the third. */
  readonly id: string;
  /** The nodes that it is joined to, in the order of the selection. */
  readonly with: readonly string[];
  /** Ids of the claims that join them, in no order. */
  readonly claims: readonly string[];
}

export interface Common {
  /** Claims between two of the nodes. */
  readonly among: readonly string[];
  /** Those joined to most of them first. */
  readonly neighbours: readonly Shared[];
  /** Quotes on which claims of at least two of them rest; as for neighbours. */
  readonly quotes: readonly Shared[];
  /** Properties that all of them have, with the same value. */
  readonly properties: readonly (readonly [key: string, value: string])[];
}

/** Properties that tell one from the other, or are told elsewhere. */
const OWN = new Set(['id', 'name', 'title', 'aliases', 'summary', 'datePrecision']);

/**
 * Linear in the claims of the nodes.
 *
 * @param isShown whether a claim counts; default all that are loaded
 */
export function commonTo(
  graph: ScreenGraph,
  nodes: readonly string[],
  isShown: (claim: string) => boolean = () => true,
): Common {
  const chosen = new Set(nodes.filter((id) => graph.hasNode(id)));
  const among = new Set<string>();
  const neighbours = new Map<string, Gathered>();
  const quotes = new Map<string, Gathered>();
  for (const node of chosen)
    for (const edge of graph.edges(node)) {
      if (!isShown(edge)) continue;
      const other = graph.opposite(node, edge);
      if (chosen.has(other)) among.add(edge);
      else gather(neighbours, other, node, edge);
      for (const quote of new Set(quotesOf(relationshipOf(graph, edge)))) gather(quotes, quote, node, edge);
    }
  return {
    among: [...among],
    neighbours: mostFirst(neighbours),
    // a claim between two of them has both of them by itself: what is shared is a quote of two claims
    quotes: mostFirst(quotes).filter(({ claims }) => claims.length > 1),
    properties: sameProperties(graph, [...chosen]),
  };
}

interface Gathered {
  readonly with: Set<string>;
  readonly claims: Set<string>;
}

function gather(into: Map<string, Gathered>, id: string, node: string, claim: string): void {
  const found = into.get(id);
  if (found === undefined) into.set(id, { with: new Set([node]), claims: new Set([claim]) });
  else {
    found.with.add(node);
    found.claims.add(claim);
  }
}

const mostFirst = (found: ReadonlyMap<string, Gathered>): Shared[] =>
  [...found]
    .filter(([, each]) => each.with.size > 1)
    .map(([id, each]) => ({ id, with: [...each.with], claims: [...each.claims] }))
    .toSorted((a, b) => b.with.length - a.with.length || b.claims.length - a.claims.length);

function sameProperties(graph: ScreenGraph, nodes: readonly string[]): (readonly [string, string])[] {
  const [first, ...others] = nodes.map((id) => graph.getNodeAttributes(id).properties);
  if (first === undefined || others.length === 0) return [];
  return Object.entries(first).flatMap(([key, value]) => {
    if (OWN.has(key)) return [];
    const written = JSON.stringify(value);
    const isSame = others.every((each) => JSON.stringify(each[key]) === written);
    return isSame ? [[key, typeof value === 'string' ? value : written] as const] : [];
  });
}
