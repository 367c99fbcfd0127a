import { idOf } from '../../graph/elements.ts';
import type { Node, Relationship } from '../../graph/model.ts';
import { ElementsReply, ElementsRequest } from '../contract/api.ts';
import { nodesById, selectedElements } from '../export/selection.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import { route } from '../route.ts';

/** `POST /api/elements`: a picture's elements, for who has its ids from a link. */
export const elementsRoute = route(
  {
    method: 'post',
    path: '/api/elements',
    summary: 'The nodes and relationships with these ids',
    description: 'Ends of the relationships are given too. What is not in the store is named as missing.',
    body: ElementsRequest,
    reply: { schema: ElementsReply },
    problems: [413, 415, 504],
  },
  async ({ body, store, queries, settings, signal }) => {
    const origin = {
      store,
      query: (name: string) => queries.get(name).statement,
      signal,
      timeoutMs: settings.queryTimeoutMs,
    };
    const nodes = new Map<string, Node>();
    const relationships = new Map<string, Relationship>();
    for await (const found of selectedElements(body, origin)) {
      for (const node of found.nodes) nodes.set(node.elementId, node);
      for (const relationship of found.relationships) relationships.set(relationship.elementId, relationship);
    }
    const ends = [...relationships.values()].flatMap((relationship) => [
      relationship.startNodeElementId,
      relationship.endNodeElementId,
    ]);
    const strangers = [...new Set(ends)].filter((elementId) => !nodes.has(elementId));
    for await (const found of nodesById(strangers, origin))
      for (const node of found.nodes) nodes.set(node.elementId, node);
    const ids = new Map([...nodes.values()].map((node) => [node.elementId, idOf(node)]));
    return {
      nodes: [...nodes.values()].map(nodeJson),
      relationships: [...relationships.values()].map((each) =>
        relationshipJson(each, (elementId) => ids.get(elementId) ?? elementId),
      ),
      missing: {
        nodes: missing(body.nodes, nodes.values()),
        relationships: missing(body.relationships, relationships.values()),
      },
    };
  },
);

function missing(asked: readonly string[], found: Iterable<Node | Relationship>): string[] {
  const known = new Set<string>();
  for (const element of found) known.add(element.elementId).add(idOf(element));
  return asked.filter((id) => !known.has(id));
}
