import type { Node } from '../../graph/model.ts';
import { countIn, mapsIn, nodeIn, relationshipsIn, textIn } from '../cells.ts';
import { NeighboursReply, NodeReply } from '../contract/api.ts';
import { IdPath, NeighboursQuery } from '../contract/parameters.ts';
import { NotFound } from '../errors.ts';
import { idOf } from '../../graph/elements.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import type { Row } from '../named-queries.ts';
import { route } from '../route.ts';
import type { Call } from '../route.ts';

/**
 * The node with this id.
 * @throws NotFound
 */
export async function findNode(ask: Call<unknown, unknown, unknown>['ask'], id: string): Promise<Node> {
  const [row] = await ask('node', { id });
  if (row === undefined) throw new NotFound(`There is no node with the id ${JSON.stringify(id)}.`);
  return nodeIn(row, 'node');
}

/** How many relationships of a type leave a node, or reach it. */
const degreeOf = (row: Row) => ({
  type: textIn(row, 'type'),
  direction: textIn(row, 'direction'),
  count: countIn(row, 'count'),
});

/** `GET /api/nodes/{id}` */
export const nodeRoute = route(
  {
    method: 'get',
    path: '/api/nodes/{id}',
    summary: 'A node, and how many relationships of each type it has',
    params: IdPath,
    reply: { schema: NodeReply },
    problems: [404, 504],
  },
  async ({ params, ask }) => {
    const node = await findNode(ask, params.id);
    const degrees = await ask('node-degrees', { elementId: node.elementId });
    return {
      node: nodeJson(node),
      counts: degrees.map(degreeOf),
    };
  },
);

/** `GET /api/nodes/{id}/neighbours`, page by page in id order. */
export const neighboursRoute = route(
  {
    method: 'get',
    path: '/api/nodes/{id}/neighbours',
    summary: 'The neighbours of a node, and what joins them to it',
    description:
      'In id order, page by page; each neighbour comes with all relationships that join it to the node.',
    params: IdPath,
    query: NeighboursQuery,
    reply: { schema: NeighboursReply },
    problems: [404, 504],
  },
  async ({ params, query, ask }) => {
    const node = await findNode(ask, params.id);
    const rows = await ask('neighbours', {
      elementId: node.elementId,
      types: query.types === undefined || query.types.length === 0 ? null : query.types,
      direction: query.direction,
      after: query.after ?? null,
      limit: BigInt(query.limit),
    });
    const neighbours = rows.map((row) => nodeIn(row, 'node'));
    const ids = new Map([node, ...neighbours].map((each) => [each.elementId, idOf(each)]));
    const omitted = rows[0] === undefined ? 0 : countIn(rows[0], 'omitted');
    const last = neighbours.at(-1);
    return {
      nodes: neighbours.filter(({ elementId }) => elementId !== node.elementId).map(nodeJson),
      relationships: rows
        .flatMap((row) => relationshipsIn(row, 'relationships'))
        .map((each) => relationshipJson(each, (id) => ids.get(id) ?? id)),
      omitted,
      left: rows[0] === undefined ? [] : mapsIn(rows[0], 'left').map(degreeOf),
      next: omitted > 0 && last !== undefined ? idOf(last) : null,
    };
  },
);
