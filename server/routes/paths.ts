import type { Node, Relationship } from '../../graph/model.ts';
import { pathIn } from '../cells.ts';
import { PathsReply } from '../contract/api.ts';
import { PathsQuery } from '../contract/parameters.ts';
import { idOf } from '../../graph/elements.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import { route } from '../route.ts';
import { findNode } from './nodes.ts';

/** `GET /api/paths`: the shortest paths between two nodes, whichever way their relationships point. */
export const pathsRoute = route(
  {
    method: 'get',
    path: '/api/paths',
    summary: 'The shortest paths between two nodes',
    description: 'All are of one length. None where the two are the same, or further apart than `maxHops`.',
    query: PathsQuery,
    reply: { schema: PathsReply },
    problems: [404, 504],
  },
  async ({ query, ask }) => {
    const from = await findNode(ask, query.from);
    const to = await findNode(ask, query.to);
    const rows = await ask('paths', {
      from: from.elementId,
      to: to.elementId,
      maxHops: BigInt(query.maxHops),
      // one more tells whether there are more
      limit: BigInt(query.limit + 1),
    });
    const paths = rows.slice(0, query.limit).map((row) => pathIn(row, 'path'));
    const nodes = new Map<string, Node>();
    const relationships = new Map<string, Relationship>();
    for (const path of paths) {
      for (const node of path.nodes) nodes.set(node.elementId, node);
      for (const each of path.relationships) relationships.set(each.elementId, each);
    }
    const idOfEnd = (elementId: string): string => {
      const node = nodes.get(elementId);
      return node === undefined ? elementId : idOf(node);
    };
    return {
      paths: paths.map((path) => ({
        nodes: path.nodes.map(idOf),
        relationships: path.relationships.map(idOf),
      })),
      nodes: [...nodes.values()].map(nodeJson),
      relationships: [...relationships.values()].map((each) => relationshipJson(each, idOfEnd)),
      more: rows.length > query.limit,
    };
  },
);
