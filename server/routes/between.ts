import { idOf } from '../../graph/elements.ts';
import { nodesById } from '../export/selection.ts';
import type { Node } from '../../graph/model.ts';
import { countIn, nodeIn, relationshipIn, relationshipsIn } from '../cells.ts';
import {
  BetweenReply,
  BetweenRequest,
  CommonNeighboursReply,
  CommonNeighboursRequest,
} from '../contract/api.ts';
import { BadRequest, NotFound } from '../errors.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import { route } from '../route.ts';
import type { Call } from '../route.ts';

/** `POST /api/between`: what joins the nodes of a picture and is not in it yet. */
export const betweenRoute = route(
  {
    method: 'post',
    path: '/api/between',
    summary: 'The relationships among these nodes, without those already known',
    description: 'In id order. Nodes that are not in the store are named as missing.',
    body: BetweenRequest,
    reply: { schema: BetweenReply },
    problems: [413, 415, 504],
  },
  async (call) => {
    const { body, ask } = call;
    const { nodes, missing } = await findNodes(body.nodes, call);
    const ids = idsOf(nodes);
    const rows = await ask('between', {
      ids: nodes.map(({ elementId }) => elementId),
      known: body.known ?? [],
      limit: BigInt(body.limit),
    });
    return {
      relationships: rows.map((row) =>
        relationshipJson(relationshipIn(row, 'relationship'), (id) => ids.get(id) ?? id),
      ),
      omitted: rows[0] === undefined ? 0 : countIn(rows[0], 'omitted'),
      missing,
    };
  },
);

/** `POST /api/common-neighbours`: who is joined to all of these. */
export const commonNeighboursRoute = route(
  {
    method: 'post',
    path: '/api/common-neighbours',
    summary: 'The nodes that are joined to all of these nodes, and what joins them',
    description: 'Most relationships first. Quotes and sources are no neighbours here.',
    body: CommonNeighboursRequest,
    reply: { schema: CommonNeighboursReply },
    problems: [404, 413, 415, 504],
  },
  async (call) => {
    const { body, ask } = call;
    const { nodes, missing } = await findNodes(body.nodes, call);
    if (missing.length > 0) throw new NotFound(`There is no node with the id ${JSON.stringify(missing[0])}.`);
    if (nodes.length < 2) throw new BadRequest('nodes: two or more different nodes are needed');
    const rows = await ask('common-neighbours', {
      ids: nodes.map(({ elementId }) => elementId),
      limit: BigInt(body.limit),
    });
    const neighbours = rows.map((row) => nodeIn(row, 'node'));
    const ids = idsOf([...nodes, ...neighbours]);
    return {
      nodes: neighbours.map(nodeJson),
      relationships: rows
        .flatMap((row) => relationshipsIn(row, 'relationships'))
        .map((each) => relationshipJson(each, (id) => ids.get(id) ?? id)),
      omitted: rows[0] === undefined ? 0 : countIn(rows[0], 'omitted'),
    };
  },
);

const idsOf = (nodes: readonly Node[]): ReadonlyMap<string, string> =>
  new Map(nodes.map((node) => [node.elementId, idOf(node)]));

/** The nodes with these ids or element ids, each once, and the ids that nothing has. */
async function findNodes(
  asked: readonly string[],
  {
    store,
    queries,
    settings,
    signal,
  }: Pick<Call<unknown, unknown, unknown>, 'store' | 'queries' | 'settings' | 'signal'>,
): Promise<{ nodes: readonly Node[]; missing: readonly string[] }> {
  const origin = {
    store,
    query: (name: string) => queries.get(name).statement,
    signal,
    timeoutMs: settings.queryTimeoutMs,
  };
  const nodes = new Map<string, Node>();
  for await (const found of nodesById([...new Set(asked)], origin))
    for (const node of found.nodes) nodes.set(node.elementId, node);
  const known = new Set([...nodes.values()].flatMap((node) => [node.elementId, idOf(node)]));
  return { nodes: [...nodes.values()], missing: asked.filter((id) => !known.has(id)) };
}
