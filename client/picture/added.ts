/** What to look at after something was added to the picture. */
import type { Change } from '../state/actions.ts';
import type { ScreenGraph } from '../state/graph.ts';

/**
 * The nodes that were added, behind the one that the most of the added claims join to them: the node that was expanded. Where
 * claims alone were added, their ends. Empty where nothing was.
 */
export function addedWithHub(graph: ScreenGraph, { addedNodes, addedRelationships }: Change): string[] {
  const fresh = new Set(addedNodes.filter((id) => graph.hasNode(id)));
  const claims = addedRelationships.filter((id) => graph.hasEdge(id));
  if (fresh.size === 0) return [...new Set(claims.flatMap((id) => graph.extremities(id)))];
  const joined = new Map<string, number>();
  for (const claim of claims) {
    const [source, target] = graph.extremities(claim);
    if (fresh.has(source) === fresh.has(target)) continue;
    const known = fresh.has(source) ? target : source;
    joined.set(known, (joined.get(known) ?? 0) + 1);
  }
  const [hub] = [...joined].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return hub === undefined ? [...fresh] : [hub, ...fresh];
}
