/** Claims as panels list them: on the screen or not, each with both ends. */
import type { NodeJson, RelationshipJson } from '../../server/contract/api.ts';
import { nodeOf, relationshipOf } from './graph.ts';
import { graph } from './screen.ts';

export interface Claim {
  readonly claim: RelationshipJson;
  readonly source: NodeJson;
  readonly target: NodeJson;
}

/** A claim that is loaded. @throws where it is not */
export function claimOnScreen(id: string): Claim {
  const claim = relationshipOf(graph, id);
  return { claim, source: nodeOf(graph, claim.source), target: nodeOf(graph, claim.target) };
}

/** Claims of a reply, in its order; those without one of their ends are left out. */
export function claimsOf({
  nodes,
  relationships,
}: {
  readonly nodes: readonly NodeJson[];
  readonly relationships: readonly RelationshipJson[];
}): Claim[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return relationships.flatMap((claim) => {
    const [source, target] = [byId.get(claim.source), byId.get(claim.target)];
    return source === undefined || target === undefined ? [] : [{ claim, source, target }];
  });
}

/** Ids of the quotes that a claim rests on; empty for one of a data set. */
export function quotesOf({ properties: { evidence } }: Pick<RelationshipJson, 'properties'>): string[] {
  return Array.isArray(evidence) ? evidence.filter((id) => typeof id === 'string') : [];
}
